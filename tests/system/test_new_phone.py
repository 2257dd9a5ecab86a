"""A member has a new phone, something is posted, and the relay is killed right then."""

import pytest
from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import BranchTable, MakeRelay, RelayProcess, until

from practice.releases import DEPLOYED, NEWEST, Release
from practice.server import PracticeSignal

POST = "The hall is shut."


@pytest.mark.timeout(120)
@pytest.mark.parametrize("release", [DEPLOYED, NEWEST])
async def test_a_post_that_missed_a_new_phone_is_read_there_through_a_kill(
    signal: PracticeSignal, make_relay: MakeRelay, release: Release
) -> None:
    signal.tuning.release = release
    alex, mo, pat = (signal.new_phone(name) for name in ("Alex", "Mo", "Pat"))
    board = signal.new_group("Board", (mo, pat))
    relay: RelayProcess = make_relay([BranchTable("hackney", (alex,), (board,))])

    def copies() -> list[str]:
        return [m.text for m in from_bot(mo) if m.text.endswith(POST)]

    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        await relay.ready()
        mo.change_safety_number()
        alex.say(f"announce {POST}")
        alex.say("yes")
        await until(lambda: bool(from_bot(pat, board)), within=30, what="the post")
        await relay.kill()
        await relay.start()
        await until(
            lambda: bool(copies() or from_bot(mo, board)),
            within=60,
            what="the post on the new phone",
        )
        await signal.signal_cli.drained()
        await relay.idle()
        # At most once more for the one kill, whether as a copy or in the group.
        assert 1 <= len(copies()) + len(from_bot(mo, board)) <= 2
        assert relay.rows("SELECT count(*) FROM missed_messages") == [(0,)]
        metrics = await relay.page("/metrics")
        assert "relay_new_keys_trusted_total" in metrics
        assert await relay.stop() == 0
