"""What a decision brings about in Signal: out, kept out, back in, and what has to be by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from harness.deciding import DELETE, NOTE, REMOVAL, TIMEOUT, Moot
from harness.running import RelayHarness
from reporting import with_teams

from practice.faults import Fault
from practice.groups import LinkState
from relay.conduct.tables.decisions import EffectTable
from relay.groups.requests import JoinRequests


async def _timeout(moot: Moot, *answers: str) -> int:
    await moot.noted_and_talked()
    number = moot.matter()
    await moot.decided(moot.bea, number, TIMEOUT, *(answers or ("all", "3")))
    await moot.look()
    return number


async def _removed(moot: Moot) -> int:
    number = moot.matter()
    await moot.decided(moot.bea, number, REMOVAL)
    await moot.say(moot.cai, f"decision yes {number}")
    await moot.look()
    return number


def _effects(moot: Moot) -> int:
    return len(moot.stage.store[EffectTable].all())


async def test_only_the_named_groups_are_left(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "1", "a week")
        assert not moot.is_in(moot.mo, moot.chat)
        assert moot.is_in(moot.mo, moot.area)
        assert "you are not in Chat" in "\n".join(moot.heard(moot.mo))
        assert "7 days" in "\n".join(moot.heard(moot.mo))


async def test_who_is_away_is_not_let_in_by_any_way(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "1", "3")
        assert "are not in Chat for a time" in await moot.say(moot.mo, "join 1")
        moot.chat.link = LinkState.WITH_APPROVAL
        moot.mo.ask_to_join(moot.chat)
        world = moot.stage.signal.world
        world.fetch_group(world.group_chat(moot.chat.api_id))
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        assert moot.chat.requesting == set()
        assert moot.stage.store[JoinRequests].all() == []


async def test_what_they_had_asked_for_before_is_forgotten(moot: Moot) -> None:
    async with moot.open():
        await moot.noted_and_talked()
        await moot.say(moot.mo, "join 3")
        await moot.say(moot.mo, "yes")
        assert moot.is_in(moot.mo, moot.other)
        await moot.look()
        await moot.decided(moot.bea, moot.matter(), TIMEOUT, "all", "3")
        await moot.look()
        assert not moot.is_in(moot.mo, moot.other)
        await moot.stage.wait(timedelta(days=3))
        await moot.look()
        assert moot.is_in(moot.mo, moot.other)


async def test_who_is_removed_still_gets_announcements(moot: Moot) -> None:
    async with moot.open(announcement_groups=(moot.other.api_id,)):
        await moot.say(moot.mo, "subscribe")
        await _removed(moot)
        await moot.say(moot.alex, "announce The hall is open again.")
        await moot.say(moot.alex, "yes")
        await moot.stage.settle()
        assert "The hall is open again." in "\n".join(moot.heard(moot.mo))


async def test_who_is_let_in_by_hand_stays_and_moderators_are_told(moot: Moot) -> None:
    async with moot.open():
        number = await _timeout(moot, "all", "3")
        world = moot.stage.signal.world
        world.add_or_invite(world.group_chat(moot.chat.api_id), moot.mo.aci)
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
        told = moot.last(moot.bea)
        assert "by hand" in told
        assert f"out {number}" in told
        assert "one group again" in await moot.say(moot.cai, f"out {number}")
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        assert "none of these" in await moot.say(moot.cai, f"out {number}")


async def test_who_comes_back_is_not_welcomed_as_somebody_new(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "all", "3")
        before = len(moot.heard(moot.mo))
        await moot.stage.wait(timedelta(days=3))
        for _ in range(4):
            await moot.look()
            await moot.stage.wait(timedelta(minutes=5))
        assert moot.is_in(moot.mo, moot.chat)
        heard = [one for one in moot.heard(moot.mo, before) if "talk" not in one]
        assert len(heard) == 1
        assert "I am letting you back into Chat, Area. Welcome back." in heard[0]


async def test_a_message_that_phones_no_longer_delete_is_not_offered_for_it(moot: Moot) -> None:
    async with moot.open():
        said = int((moot.stage.clock.now() - timedelta(days=2, hours=1)).timestamp() * 1000)
        asked = await moot.until_step(moot.bea, moot.matter(message=said))
        assert "Have the message deleted" not in asked
        await moot.say(moot.bea, "no")
        said += int(timedelta(hours=2).total_seconds() * 1000)
        asked = await moot.until_step(moot.bea, moot.matter(message=said))
        assert "Have the message deleted" in asked


async def test_a_return_that_becomes_an_invitation_is_explained(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "1", "3")
        world = moot.stage.signal.world
        moot.mo.person.profile_key = False
        await moot.stage.wait(timedelta(days=3))
        await moot.look()
        assert moot.chat.invited == {moot.mo.aci}
        await moot.stage.wait(timedelta(minutes=30))
        told = [one for one in moot.heard(moot.mo) if "invitation" in one]
        assert ["Signal has sent you an invitation" in one for one in told[-1:]] == [True]
        moot.mo.join(moot.chat)
        world.fetch_group(world.group_chat(moot.chat.api_id))
        await moot.look()
        assert _effects(moot) == 0


async def test_a_return_that_signal_refuses_is_told_to_both_sides(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "1", "3")
        fault = Fault("refuse", times=None, method="POST", path="/v1/groups", text="No")
        moot.stage.signal.faults.add(fault)
        await moot.stage.wait(timedelta(days=3))
        for _ in range(4):
            await moot.look()
            await moot.stage.wait(timedelta(minutes=20))
        assert "Write join 1 to me" in moot.last(moot.mo)
        assert "could not let them back into Chat" in moot.last(moot.cai)
        assert _effects(moot) == 0
        moot.stage.signal.faults.clear()
        await moot.say(moot.mo, "join 1")
        await moot.say(moot.mo, "yes")
        assert moot.is_in(moot.mo, moot.chat)


async def test_a_group_that_is_no_longer_declared_is_not_waited_for(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "all", "3")
    declared = moot.declaration()
    async with moot.stage.running(declared.model_copy(update={"groups": declared.groups[1:]})):
        await moot.look()
        await moot.stage.wait(timedelta(days=3))
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        assert moot.is_in(moot.mo, moot.area)
        assert "Please ask an admin" in "\n".join(moot.heard(moot.mo))


async def test_a_group_that_was_renamed_is_still_the_same(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "1", "3")
    moot.chat.name = "Chatter"
    async with moot.open():
        await moot.stage.wait(timedelta(days=3))
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)


async def test_a_captcha_in_between_delays_the_return_and_loses_nothing(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "1", "3")
        moot.stage.signal.faults.add(Fault("captcha", times=None))
        await moot.stage.wait(timedelta(days=3))
        await moot.stage.wait(timedelta(hours=30))
        assert not moot.is_in(moot.mo, moot.chat)
        moot.stage.signal.faults.clear()
        for _ in range(4):
            await moot.stage.wait(timedelta(minutes=20))
            await moot.look()
        assert moot.is_in(moot.mo, moot.chat)


async def test_a_harder_step_meanwhile_is_not_undone_by_the_end_of_a_timeout(moot: Moot) -> None:
    async with moot.open():
        await _timeout(moot, "all", "3")
        number = await _removed(moot)
        await moot.stage.wait(timedelta(days=4))
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        await moot.say(moot.bea, f"undo {number}")
        await moot.say(moot.bea, "yes")
        await moot.say(moot.cai, f"decision yes {number} 2")
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
        assert moot.is_in(moot.mo, moot.area)


async def test_a_hidden_chat_gets_the_notice_once_it_is_hidden_no_more(
    on_stage: RelayHarness,
) -> None:
    moot = Moot(on_stage)
    with_teams(on_stage)
    async with moot.open():
        for text in ("report", "1", "0", "It happened on Friday.", "done", "send", "hide"):
            await moot.say(moot.mo, text)
        hiding = on_stage.relay.services.vault.hiding
        assert hiding.has_hidden(moot.mo.aci)
        before = len(moot.heard(moot.mo))
        await moot.decided(moot.bea, moot.matter(), NOTE)
        assert moot.heard(moot.mo, before) == []
        with on_stage.store.transaction():
            hiding.bring_back(moot.mo.aci)
        await on_stage.settle()
        assert len(moot.heard(moot.mo, before)) == 1


async def test_who_is_not_reached_is_told_to_moderators(moot: Moot) -> None:
    async with moot.open():
        moot.stage.signal.world.leave_signal(moot.mo.person)
        await moot.decided(moot.bea, moot.matter(), NOTE)
        await moot.stage.wait(timedelta(hours=25))
        await moot.stage.wait(timedelta(hours=1))
        assert "did not arrive" in "\n".join(moot.heard(moot.cai))


async def test_a_message_is_deleted_by_hand_where_there_is_no_other_way(moot: Moot) -> None:
    async with moot.open():
        said = moot.mo.say("Something rude", moot.chat)
        await moot.stage.settle()
        answer = await moot.decided(moot.bea, moot.matter(message=said), DELETE)
        assert "stays until an admin of the group deletes it" in answer
        assert "Delete”, “For everyone”" in "\n".join(moot.heard(moot.cai))


async def test_where_links_stay_as_they_are_moderators_hear_how_to_change_them(moot: Moot) -> None:
    async with moot.open():
        await _removed(moot)
        for moderator in (moot.bea, moot.cai):
            told = [one for one in moot.heard(moderator) if "Reset link" in one]
            assert len(told) == 1
            assert "Chat, Area, Other" in told[0]


async def test_a_message_is_deleted_through_signal_cli(on_stage: RelayHarness) -> None:
    await on_stage.open_rpc()
    moot = Moot(on_stage)
    async with moot.open():
        said = moot.mo.say("Something rude", moot.chat)
        await on_stage.settle()
        number = moot.matter(message=said)
        assert "is being deleted" in await moot.decided(moot.bea, number, DELETE)
        await on_stage.settle()
        [shown] = [one for one in moot.ned.messages(moot.chat) if one.timestamp == said]
        assert shown.deleted
        assert "by hand" not in "\n".join(moot.heard(moot.cai))


async def test_a_removal_bans_and_changes_links_and_its_end_lifts_the_ban(
    on_stage: RelayHarness,
) -> None:
    await on_stage.open_rpc()
    moot = Moot(on_stage)
    async with moot.open():
        link = moot.chat.invite_link
        number = await _removed(moot)
        assert moot.chat.banned == {moot.mo.aci}
        assert moot.chat.invite_link != link
        assert "Reset link" not in "\n".join(moot.heard(moot.bea))
        assert not moot.is_in(moot.mo, moot.chat)
        await moot.say(moot.bea, f"lift {number}")
        await moot.say(moot.bea, "yes")
        await moot.say(moot.cai, f"decision yes {number} 2")
        await moot.look()
        assert moot.chat.banned == set()
        assert not moot.is_in(moot.mo, moot.chat)
        assert "Do you agree?" in await moot.say(moot.mo, "join 1")


@pytest.mark.parametrize(
    ("at", "until"),
    [
        (datetime(2026, 10, 23, 11, 30, tzinfo=UTC), datetime(2026, 10, 26, 12, 30, tzinfo=UTC)),
        (datetime(2027, 3, 26, 12, 30, tzinfo=UTC), datetime(2027, 3, 29, 11, 30, tzinfo=UTC)),
    ],
)
async def test_a_timeout_ends_at_the_same_time_on_the_clocks(
    on_stage: RelayHarness, at: datetime, until: datetime
) -> None:
    on_stage.clock.move(at - timedelta(days=7) - on_stage.clock.now())
    moot = Moot(on_stage)
    async with moot.open():
        await moot.noted_and_talked()
        await on_stage.wait(at - on_stage.clock.now())
        await moot.decided(moot.bea, moot.matter(), TIMEOUT, "1", "3")
        await moot.look()
        await on_stage.wait(until - on_stage.clock.now() - timedelta(seconds=1))
        assert not moot.is_in(moot.mo, moot.chat)
        await on_stage.wait(timedelta(seconds=1))
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
