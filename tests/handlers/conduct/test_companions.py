"""Somebody whom the person has brought to a talk: they read along, and that is all."""

from datetime import timedelta

from harness.talking import Talking

from relay.conduct.talks.talks import CODE_FOR


def _code(said: str) -> str:
    return said.split("talk with ")[1].split()[0]


async def _bring(talking: Talking) -> str:
    return _code(await talking.say(talking.mo, "talk bring"))


async def test_who_is_brought_reads_what_is_said_from_then_on(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin("The first words")
        code = await _bring(talking)
        said = await talking.say(talking.fay, f"talk with {code}")
        assert "you read here what both sides write" in said
        assert "first words" not in said
        assert "reads along from now on" in talking.last(talking.mo)
        assert "I do not tell who it is" in talking.last(talking.cai)
        await talking.say(talking.mo, "I was angry")
        assert "I was angry" in talking.last(talking.fay)
        await talking.say(talking.bea, f"talk {number} We see")
        assert "We see" in talking.last(talking.fay)
        for phone in talking.moderators:
            assert "Fay" not in talking.last(phone)
        read = await talking.say(talking.bea, f"talk {number}")
        assert "Fay" not in read


async def test_a_friend_writes_nothing_in_the_talk(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        code = await _bring(talking)
        await talking.say(talking.fay, f"talk with {code}")
        assert "not write" in await talking.say(talking.fay, "talk You are all liars")
        assert "not write" in await talking.say(talking.fay, f"talk {number} You are all liars")
        await talking.say(talking.fay, "You are all liars")
        assert "liars" not in await talking.say(talking.bea, f"talk {number}")
        for typed in ("talk no", "talk bring", f"talk {number} close"):
            await talking.say(talking.fay, typed)
        assert "We go on" not in talking.last(talking.mo)
        await talking.say(talking.bea, f"talk {number} We go on")
        assert "We go on" in talking.last(talking.mo)


async def test_a_code_works_once_and_for_two_days(talking: Talking) -> None:
    async with talking.open():
        await talking.begin()
        code = await _bring(talking)
        assert "no such code" in await talking.say(talking.fay, "talk with BCDFG-23456")
        assert "your own code" in await talking.say(talking.mo, f"talk with {code}")
        assert "read the talk already" in await talking.say(talking.cai, f"talk with {code}")
        await talking.say(talking.fay, f"talk with {code}")
        assert "no such code" in await talking.say(talking.sam, f"talk with {code}")
        await talking.say(talking.mo, "talk alone")
        late = await _bring(talking)
        await talking.stage.wait(CODE_FOR + timedelta(minutes=1))
        assert "no such code" in await talking.say(talking.sam, f"talk with {late}")


async def test_a_newer_code_makes_an_earlier_one_useless(talking: Talking) -> None:
    async with talking.open():
        await talking.begin()
        first = await _bring(talking)
        second = await _bring(talking)
        assert "no such code" in await talking.say(talking.sam, f"talk with {first}")
        assert "both sides" in await talking.say(talking.fay, f"talk with {second.lower()}1"[:-1])


async def test_both_can_leave_each_other(talking: Talking) -> None:
    async with talking.open():
        await talking.begin()
        await talking.say(talking.fay, f"talk with {await _bring(talking)}")
        assert "You have left" in await talking.say(talking.fay, "talk leave")
        assert "has left" in talking.last(talking.mo)
        assert "Nobody reads along" in talking.last(talking.gus)
        await talking.say(talking.fay, f"talk with {await _bring(talking)}")
        assert "alone in the talk" in await talking.say(talking.mo, "talk alone")
        assert "read nothing more" in talking.last(talking.fay)
        heard = talking.count(talking.fay)
        await talking.say(talking.mo, "Now we are alone")
        assert talking.count(talking.fay) == heard


async def test_a_talk_that_is_over_is_over_for_the_friend(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        await talking.say(talking.fay, f"talk with {await _bring(talking)}")
        await talking.say(talking.bea, f"talk {number} close")
        assert "is over" in talking.last(talking.fay)
        heard = talking.count(talking.fay)
        await talking.say(talking.mo, "talk One more thing")
        assert talking.count(talking.fay) == heard


async def test_with_is_a_word_like_any_other(talking: Talking) -> None:
    async with talking.open():
        await talking.begin()
        assert "no such code" not in await talking.say(talking.sam, "talk with me please")
        assert "passed it on" in await talking.say(talking.mo, "talk with me is fine")
