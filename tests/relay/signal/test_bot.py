"""The bot: signalbot's handlers and contexts, with everything they send in the outbox."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from signalbot import DataMessage, DataMessageContext, DataMessageHandler, ReceiptType

from practice.envelopes import receipt
from relay.signal.bot import EnvelopeUnreadable, HandlerWaited, RelayBot
from relay.signal.queued import RelayMessage
from relay.store import Store
from relay.store.inbox import InboxEntry
from relay.time.clock import StillClock

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
SAM = "5b7e1f2a-0000-4000-8000-00000000aaaa"


class Note(DataMessageHandler):
    def __init__(self, name: str, heard: list[str]) -> None:
        self.name = name
        self.heard = heard

    async def handle_data_message(self, context: DataMessageContext) -> None:
        self.heard.append(self.name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "relay.db", "ab" * 32) as opened:
        yield opened


@pytest.fixture
def bot(store: Store) -> RelayBot:
    return RelayBot(
        number="+447700900000", api_url="http://127.0.0.1:1", store=store, clock=StillClock(NOW)
    )


def entry(**content: Any) -> InboxEntry:
    envelope = {
        "source": SAM,
        "sourceUuid": SAM,
        "sourceDevice": 1,
        "timestamp": 7,
        "serverReceivedTimestamp": 8,
        "serverDeliveredTimestamp": 9,
        **(content or {"dataMessage": {"timestamp": 7, "message": "Hello"}}),
    }
    return InboxEntry(1, SAM, {"envelope": envelope, "account": "+447700900000"}, NOW, 0)


def test_of_several_with_a_priority_the_highest_that_matches_runs(bot: RelayBot) -> None:
    heard: list[str] = []
    bot.register(Note("low", heard), priority=1)
    bot.register(Note("high", heard), priority=2)
    bot.register(Note("higher, elsewhere", heard), priority=3, f=lambda _: False)
    bot.register(Note("always", heard))
    bot.dispatch(entry())
    assert heard == ["high", "always"]


@pytest.mark.parametrize("wish", [{"groups": True}, {"contacts": False}, {"contacts": [SAM]}])
def test_groups_and_lists_of_numbers_are_refused(bot: RelayBot, wish: Any) -> None:
    with pytest.raises(ValueError, match="direct messages only"):
        bot.register(Note("x", []), **wish)


def test_what_a_handler_does_is_queued_and_not_done(bot: RelayBot, store: Store) -> None:
    class Busy(DataMessageHandler):
        async def handle_data_message(self, context: DataMessageContext) -> None:
            sent = await context.send(RelayMessage(text="One"))
            await context.bot.messages.edit(RelayMessage(text="Two"), sent)
            await context.bot.messages.remote_delete(sent)
            await context.react("👍")
            await context.bot.receipts.send(context.message, ReceiptType.READ)
            await context.start_typing()

    bot.register(Busy())
    bot.dispatch(entry())
    deliveries = store.outbox.older("signal", NOW)
    assert [d.action for d in deliveries] == ["send", "edit", "delete", "react", "receipt"]
    assert {d.target for d in deliveries} == {SAM}
    first = deliveries[0].id
    assert deliveries[1].payload["earlier"] == deliveries[2].payload["earlier"]
    assert deliveries[1].payload["earlier"]["delivery"] == first


@pytest.mark.parametrize("name", ["polls", "contacts", "attachments", "general"])
def test_verbs_without_a_queued_form_are_refused(bot: RelayBot, name: str) -> None:
    with pytest.raises(HandlerWaited):
        getattr(bot, name).anything(1, x=2)


def test_what_signalbot_cannot_read_quotes_nobody(bot: RelayBot) -> None:
    with pytest.raises(EnvelopeUnreadable) as raised:
        bot.dispatch(entry(dataMessage={"timestamp": 7, "message": ["SECRET"]}))
    assert "SECRET" not in repr(raised.value)
    assert raised.value.shape == "dataMessage.message"


@pytest.mark.parametrize(
    "content",
    [
        {"receiptMessage": receipt(1, "read", [1])},
        {"typingMessage": {"action": "STARTED", "timestamp": 1}},
    ],
)
def test_what_no_handler_knows_is_nothing(bot: RelayBot, content: Any) -> None:
    heard: list[str] = []
    bot.register(Note("x", heard))
    bot.dispatch(entry(**content))
    assert heard == []


def test_the_envelope_at_hand_is_known_only_while_it_is_handled(bot: RelayBot) -> None:
    seen: list[InboxEntry | None] = []

    class Look(DataMessageHandler):
        async def handle_data_message(self, context: DataMessageContext) -> None:
            assert isinstance(context.message, DataMessage)
            seen.append(bot.entry)
            raise LookupError

    bot.register(Look())
    handled = entry()
    with pytest.raises(LookupError):
        bot.dispatch(handled)
    assert seen == [handled]
    assert bot.entry is None
