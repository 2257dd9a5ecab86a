"""Nothing of a conversation is in memory: the relay may end between any two messages."""

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import last, shown, with_teams

from relay.store.inbox import InboxEntry


async def test_a_report_survives_a_restart_after_every_message(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    said = ("report", "1", "1", "It happened.", "On Friday.", "done", "send", "More.", "yes")
    for text in said:
        async with on_stage.running(branch("hackney", on_stage.alex)):
            await on_stage.say(cast.rio, text)
    for part in ("It happened.", "On Friday.", "More."):
        assert shown(cast.una).count(part) == 1
    assert shown(cast.vic) == ""
    for text in ("erase", "yes"):
        async with on_stage.running(branch("hackney", on_stage.alex)):
            await on_stage.say(cast.rio, text)
    assert "is gone" in last(cast.rio)
    assert "On Friday." not in "".join(m.text for m in from_bot(cast.una))


class PowerCut(Exception):
    """What a handler did is lost before it was committed."""


def handle_and_lose(on_stage: RelayHarness, entry: InboxEntry) -> None:
    with on_stage.store.transaction():
        on_stage.relay.services.bot.dispatch(entry)
        raise PowerCut


async def test_every_message_may_be_handled_and_lost_and_handled_again(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    said = ("report", "1", "1", "It happened.", "done", "send", "More.", "yes", "case", "hide")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in said:
            cast.rio.say(text)
            await on_stage.signal.signal_cli.drained()
            entry = on_stage.store.inbox.next(on_stage.clock.now())
            assert entry is not None
            with pytest.raises(PowerCut):
                handle_and_lose(on_stage, entry)
            await on_stage.settle()
        for part in ("It happened.", "More."):
            assert shown(cast.una).count(part) == 1
        assert shown(cast.rio).count("I call it") == 1
        assert shown(cast.vic) == ""
