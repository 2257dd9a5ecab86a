"""A moderator who is kept out of a group of the branch decides there about nobody, until then."""

from datetime import timedelta

from harness.deciding import REMOVAL, TIMEOUT, Moot


async def removed(moot: Moot) -> int:
    """Let Bea and Dee remove Cai; return the number of the matter."""
    number = moot.matter(about=moot.cai)
    await moot.decided(moot.bea, number, REMOVAL)
    await moot.say(moot.dee, f"decision yes {number}")
    await moot.look()
    return number


async def test_whoever_is_removed_reads_and_decides_nothing(moot: Moot) -> None:
    async with moot.open():
        other = moot.matter()
        assert "About: Mo" in await moot.say(moot.cai, f"complaint {other}")
        await removed(moot)
        assert "About: Mo" not in await moot.say(moot.cai, f"complaint {other}")
        assert "Moderators of Hackney branch" not in await moot.say(moot.cai, f"decide {other}")
        assert "2 moderators" in await moot.say(moot.ned, "moderators")
        assert "About: Mo" in await moot.say(moot.dee, f"complaint {other}")


async def test_what_they_have_proposed_is_over(moot: Moot) -> None:
    async with moot.open():
        other = moot.matter()
        await moot.decided(moot.cai, other, REMOVAL)
        await removed(moot)
        await moot.say(moot.dee, f"decision yes {other}")
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)


async def test_once_it_is_lifted_they_moderate_again(moot: Moot) -> None:
    async with moot.open():
        number = await removed(moot)
        await moot.say(moot.bea, f"lift {number}")
        await moot.say(moot.bea, "yes")
        await moot.say(moot.dee, f"decision yes {number} 2")
        assert "About: Mo" in await moot.say(moot.cai, f"complaint {moot.matter()}")


async def test_in_a_time_out_they_wait_for_its_end(moot: Moot) -> None:
    async with moot.open():
        number, other = moot.matter(about=moot.cai), moot.matter()
        await moot.decided(moot.bea, number, TIMEOUT, "1", "3")
        await moot.say(moot.dee, f"decision yes {number}")
        await moot.look()
        assert "About: Mo" not in await moot.say(moot.cai, f"complaint {other}")
        await moot.stage.wait(timedelta(days=3, minutes=1))
        assert "About: Mo" in await moot.say(moot.cai, f"complaint {other}")


async def test_they_can_appeal_and_get_an_answer(moot: Moot) -> None:
    async with moot.open(moderators=tuple(one.aci for one in (*moot.moderators, moot.alex))):
        number = await removed(moot)
        said = await moot.say(moot.cai, f"appeal {number} I only quoted somebody")
        assert f"{number} is in" in said or "nobody who could look" in said
