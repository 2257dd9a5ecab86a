"""A wish to join with Signal's own link is noticed within two minutes; idling costs few calls."""

from datetime import timedelta
from pathlib import Path

import pytest
from harness.groups import Kept
from harness.running import relay_harness

from practice.faults import Fault
from practice.releases import RELEASES, Release
from practice.signal_cli import Tuning
from relay.groups.polling import EVERY, REST
from relay.groups.rosters import Rosters


async def asking(chat: Kept) -> int:
    """Let the relay look as it does by itself; return how many it knows to ask to be let in."""
    await chat.stage.relay.directory.look()
    roster = chat.stage.store[Rosters].of(1)
    assert roster is not None
    return len(roster.asking)


@pytest.mark.parametrize("release", RELEASES)
async def test_a_request_that_nothing_tells_of_is_seen_within_two_minutes(
    tmp_path: Path, release: Release
) -> None:
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        chat = Kept(stage, stage.group("chat", stage.mo, only_admins=False))
        async with chat.kept():
            zoe = stage.signal.new_phone("Zoe")
            await asking(chat)
            zoe.ask_to_join(chat.group)
            stage.clock.move(timedelta(seconds=10))
            assert await asking(chat) == 0
            stage.clock.move(EVERY)
            assert await asking(chat) == 1


async def test_a_captcha_stops_the_asking_for_a_while_and_nothing_else(chat: Kept) -> None:
    async with chat.kept():
        stage = chat.stage
        await asking(chat)
        stage.clock.move(EVERY)
        stage.signal.faults.add(Fault("captcha", times=1, method="POST", path="/v1/groups"))
        zoe = stage.signal.new_phone("Zoe")
        zoe.ask_to_join(chat.group)
        before = stage.signal.signal_cli.asked.count("updateGroup")
        assert await asking(chat) == 0
        stage.clock.move(EVERY)
        await asking(chat)
        assert stage.signal.signal_cli.asked.count("updateGroup") == before + 1
        stage.clock.move(REST)
        assert await asking(chat) == 1
