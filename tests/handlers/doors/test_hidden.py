"""Whoever has hidden their chat finds nothing in it later that they have not just asked for."""

from datetime import timedelta

import pytest
from harness.doors import Doorstep
from harness.running import RelayHarness, from_bot
from reporting import with_teams

from practice.faults import Fault
from practice.phones import Phone
from relay.groups.suggestions import SuggestionTable
from relay.store.conversations import Conversations

SUGGESTED = "suggest group Tenants of Gascoyne: repairs, and who pays"


async def hides(door: Doorstep, who: Phone) -> int:
    """They report something, and hide it; return what the bot has said to them by then."""
    for text in ("report", "1", "0", "It happened on Friday.", "done", "send", "hide"):
        await door.say(who, text)
    assert door.stage.relay.services.vault.hiding.has_hidden(who.aci)
    return len(from_bot(who))


@pytest.mark.parametrize("said", [("join 1",), ("join 2", "yes")])
async def test_the_way_into_a_group_ends_without_a_word_when_the_chat_is_hidden(
    on_stage: RelayHarness, said: tuple[str, ...]
) -> None:
    door = Doorstep(on_stage)
    with_teams(on_stage)
    async with door.kept():
        before = await hides(door, door.nat)
        for text in (*said, "hide"):
            await door.say(door.nat, text)
        before = len(from_bot(door.nat))
        await on_stage.wait(timedelta(hours=2))
        assert door.heard(door.nat, before) == []


async def test_it_ends_so_also_of_somebody_who_has_reported_nothing(door: Doorstep) -> None:
    await door.say(door.nat, "join 1")
    await door.say(door.nat, "hide")
    assert door.stage.store[Conversations].of(door.nat.aci) is None
    before = len(from_bot(door.nat))
    await door.stage.wait(timedelta(hours=2))
    assert door.heard(door.nat, before) == []


async def test_that_a_group_is_gone_does_not_reach_a_hidden_chat(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    with_teams(on_stage)
    async with door.kept():
        await door.asked(door.nat)
        before = await hides(door, door.nat)
    other = door.declaration()
    fewer = other.model_copy(update={"groups": other.groups[:1]})
    async with on_stage.running(fewer):
        await door.look()
        assert door.heard(door.nat, before) == []


async def test_who_wanted_to_leave_a_group_that_is_gone_reads_how(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    async with door.kept():
        path = f"/v1/groups/{on_stage.signal.number}/{door.committee.api_id}/members"
        on_stage.signal.faults.add(Fault("drop before", times=None, method="DELETE", path=path))
        await door.say(door.mo, "leave 2")
    other = door.declaration()
    fewer = other.model_copy(update={"groups": other.groups[:1]})
    async with on_stage.running(fewer):
        await door.look()
        said = door.heard(door.mo)[-1]
        assert "A group that you wanted to leave" in said
        assert "asked for" not in said


async def test_what_became_of_a_suggestion_does_not_reach_a_hidden_chat(
    on_stage: RelayHarness,
) -> None:
    door = Doorstep(on_stage)
    with_teams(on_stage)
    async with door.kept():
        await door.say(door.mo, SUGGESTED)
        before = await hides(door, door.mo)
        for _ in range(10):
            await on_stage.wait(timedelta(days=2))
        assert on_stage.store[SuggestionTable].all() == []
        assert [one for one in door.heard(door.mo, before) if "Gascoyne" in one] == []
