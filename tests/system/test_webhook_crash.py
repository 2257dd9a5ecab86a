"""Killed between the webhook's answer and the note of it: told again, as the same message."""

import asyncio

from harness.running import from_bot
from relayprocess import BranchTable, MakeRelay, RelayProcess, webhook_url
from webhookserver import SECRET, WebhookServer, answer, webhook_server

from practice.server import PracticeSignal


async def test_what_was_taken_and_not_noted_is_told_again_as_the_same(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex, mo = signal.new_phone("Alex"), signal.new_phone("Mo")
    board = signal.new_group("Board", (mo,))
    async with webhook_server() as site:
        table = BranchTable("hackney", (alex,), (board,), webhook={"url": site.url})
        relay: RelayProcess = make_relay(
            [table],
            secrets={"RELAY_WEBHOOK_SECRET__HACKNEY": SECRET},
            logs=("debug", "json"),
        )
        signal.webhook.url = webhook_url(relay.port)
        await relay.start()
        await relay.ready()

        async def answered_to_nobody(server: WebhookServer, writer: asyncio.StreamWriter) -> None:
            relay.pause()
            await answer(204)(server, writer)
            await relay.kill()

        async def unanswered(_: WebhookServer, __: asyncio.StreamWriter) -> None:
            await relay.kill()

        site.ways += [answered_to_nobody, unanswered]
        alex.say("announce Hello")
        await signal.signal_cli.drained()
        await relay.idle()
        alex.say("yes")
        for count in (1, 2):
            await site.nth(count)
            await relay.ended()
            await relay.start()
        await site.nth(3)
        await relay.idle()
        assert await relay.stop() == 0

        assert len(site.calls) == 3
        assert len({(call.id, call.body) for call in site.calls}) == 1
        assert all(call.is_signed_with(SECRET) for call in site.calls)
        receipts = [m.text for m in from_bot(alex) if m.text.startswith("Posted to 1 of 1 group")]
        assert len(receipts) == 1
        for hidden in (SECRET, SECRET.removeprefix("whsec_"), "/hooks/relay", "Hello"):
            assert hidden not in relay.log
