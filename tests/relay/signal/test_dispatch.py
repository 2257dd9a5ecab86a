"""From the inbox to the handlers: in order, all or nothing, and never stuck."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from played import tuning_of, with_the_newest
from signalbot import DataMessageContext, DataMessageHandler, UpdateContact
from stage_picture import jpeg

from practice.attachments import Attachment
from practice.contents import attachment as describe
from practice.faults import Fault
from practice.phones import Phone
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.signal.bot import RelayBot
from relay.signal.client import SignalClient
from relay.signal.dispatch import Dispatcher
from relay.signal.intake import MOST_FILES, AttachmentPolicy, Intake
from relay.signal.queued import RelayMessage
from relay.store import Store
from relay.store.inbox import MAX_ATTEMPTS, InboxEntry
from relay.time.clock import StillClock

START = datetime(2026, 11, 22, 13, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class Listener(DataMessageHandler):
    """A handler that notes what it hears, answers, and does what the test says."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.act: Callable[[str], None] = lambda _: None
        self.wait_for: Callable[[], Awaitable[None]] | None = None

    async def handle_data_message(self, context: DataMessageContext) -> None:
        text = context.message.text or ""
        self.heard.append(text)
        await context.send(RelayMessage(text=f"I heard {text}"))
        self.act(text)
        if self.wait_for is not None:
            await self.wait_for()


class Desk:
    """A dispatcher against the stand-in, with envelopes put straight into the inbox."""

    def __init__(self, store: Store, signal: PracticeSignal, client: SignalClient) -> None:
        self.store = store
        self.signal = signal
        self.clock = StillClock(START)
        self.listener = Listener()
        self.trusted: set[str] = set()
        self.dead: list[InboxEntry] = []
        self.tell: Callable[[InboxEntry], None] = self.dead.append
        self.bot = RelayBot(number=signal.number, api_url=signal.url, store=store, clock=self.clock)
        self.bot.register(self.listener)
        intake = Intake(client, store, self.clock, self.welcome, lambda *_: None)
        self.dispatcher = Dispatcher(
            store, self.bot, intake, self.clock, lambda entry: self.tell(entry)
        )
        self.stamps = 0

    def welcome(self, entry: InboxEntry) -> AttachmentPolicy:
        """What is done with somebody's files."""
        trusted = entry.source in self.trusted
        return AttachmentPolicy.PUBLISHED if trusted else AttachmentPolicy.UNREAD

    def arrive(self, source: str, content: Any) -> int:
        """Put an envelope into the inbox as the webhook does."""
        self.stamps += 1
        data = {"timestamp": self.stamps, **content} if isinstance(content, dict) else content
        envelope = {
            "source": source,
            "sourceUuid": source,
            "sourceDevice": 1,
            "timestamp": self.stamps,
            "serverReceivedTimestamp": 1,
            "serverDeliveredTimestamp": 1,
            "dataMessage": data,
        }
        with self.store.transaction():
            self.store.inbox.accept(
                account=self.signal.number,
                source=source,
                timestamp=self.stamps,
                body={"envelope": envelope, "account": self.signal.number},
                now=self.clock.now(),
            )
        return self.stamps

    def say(self, source: str, text: str, files: list[str] | None = None) -> None:
        described = [
            describe(Attachment(b"", "image/jpeg", "photo.jpg", name)) for name in files or ()
        ]
        self.arrive(source, {"message": text, "attachments": described})

    async def settle(self, after: timedelta = timedelta()) -> list[str]:
        self.clock.move(after)
        before = len(self.listener.heard)
        await self.dispatcher.drain()
        return self.listener.heard[before:]

    def queued(self, action: str = "send") -> list[dict[str, Any]]:
        return [
            d.payload
            for d in self.store.outbox.older("signal", self.clock.now())
            if d.action == action
        ]


@pytest.fixture
async def desk(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Desk]:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        async with practice_signal(tuning=tuning_of(request)) as signal:
            clock = StillClock(START)
            async with SignalClient(signal.url, signal.number, clock=clock) as client:
                yield Desk(store, signal, client)


SAM, ANA = str(uuid4()), str(uuid4())


async def test_each_message_is_handled_once_and_its_answer_queued(desk: Desk) -> None:
    desk.say(SAM, "Hello")
    assert await desk.settle() == ["Hello"]
    assert [payload["text"] for payload in desk.queued()] == ["I heard Hello"]
    assert await desk.settle() == []
    assert desk.store.inbox.waiting() == 0


async def test_messages_are_handled_in_the_order_they_came(desk: Desk) -> None:
    for number in range(20):
        desk.say((SAM, ANA)[number % 2], str(number))
    assert await desk.settle() == [str(number) for number in range(20)]


async def test_a_handler_that_raises_leaves_no_trace_and_is_tried_again(desk: Desk) -> None:
    def fail(text: str) -> None:
        desk.store.conversations.set(SAM, "some.state", {}, START)
        raise ValueError(text)

    desk.listener.act = fail
    desk.say(SAM, "Hello")
    await desk.settle()
    assert desk.queued() == []
    assert desk.store.conversations.of(SAM) is None
    assert desk.store.inbox.waiting() == 1
    desk.listener.act = lambda _: None
    assert await desk.settle(SECOND) == []
    assert await desk.settle(SECOND) == ["Hello"]
    assert len(desk.queued()) == 1


async def test_waits_grow_and_the_last_failure_is_told_once(desk: Desk) -> None:
    def fail(text: str) -> None:
        if text == "bad":
            raise ValueError(text)

    desk.listener.act = fail
    desk.say(SAM, "bad")
    desk.say(SAM, "good")
    desk.say(ANA, "other")
    assert await desk.settle() == ["bad", "other"]
    for wait in (2, 4, 8):
        assert await desk.settle(SECOND * wait - SECOND / 1000) == []
        assert await desk.settle(SECOND / 1000) == ["bad"]
        assert desk.dead == []
    assert await desk.settle(SECOND * 16) == ["bad", "good"]
    assert [entry.source for entry in desk.dead] == [SAM]
    assert desk.store.inbox.dead() == 1


async def test_a_handler_that_waits_is_refused_and_undone(desk: Desk) -> None:
    never: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    desk.listener.wait_for = lambda: never
    desk.say(SAM, "Hello")
    assert await desk.settle() == ["Hello"]
    assert desk.queued() == []
    fault = desk.store._db.execute("SELECT fault FROM inbox").fetchone()[0]
    assert fault == "HandlerWaited"


async def test_a_handler_cannot_reach_the_network(desk: Desk) -> None:
    renamed = UpdateContact(name="Somebody")
    desk.listener.wait_for = lambda: desk.bot.contacts.update(renamed, SAM)
    desk.say(SAM, "Hello")
    await desk.settle()
    assert desk.store._db.execute("SELECT fault FROM inbox").fetchone()[0] == "HandlerWaited"


async def test_what_cannot_be_read_is_kept_and_out_of_the_way_at_once(desk: Desk) -> None:
    desk.arrive(SAM, {"message": {"not": "a text"}})
    desk.say(SAM, "next")
    assert await desk.settle() == ["next"]
    assert (desk.dead, desk.store.inbox.dead(), desk.store.inbox.waiting()) == ([], 0, 0)
    assert [shape.name for shape in desk.store.unreadable.shapes()] == ["dataMessage.message"]
    assert [one.source for one in desk.store.unreadable.due(desk.clock.now())] == [SAM]


async def test_what_holds_nothing_for_handlers_is_finished_in_silence(desk: Desk) -> None:
    desk.arrive(SAM, None)
    desk.say(SAM, "next")
    assert await desk.settle() == ["next"]
    assert (desk.store.inbox.waiting(), desk.store.inbox.dead(), desk.dead) == (0, 0, [])


async def test_a_sticker_is_heard_as_a_message_without_words(desk: Desk) -> None:
    desk.arrive(SAM, {"message": None, "sticker": {"packId": "p", "stickerId": 1}})
    assert await desk.settle() == [""]
    assert desk.dead == []


async def test_a_dead_letter_that_cannot_be_told_is_out_of_the_way_all_the_same(
    desk: Desk,
) -> None:
    def untellable(_: InboxEntry) -> None:
        raise LookupError

    def broken(text: str) -> None:
        if text == "breaks":
            raise LookupError

    desk.tell, desk.listener.act = untellable, broken
    desk.say(SAM, "breaks")
    desk.say(SAM, "next")
    heard = [await desk.settle(timedelta(hours=1)) for _ in range(MAX_ATTEMPTS)]
    assert heard[-1] == ["breaks", "next"]
    assert desk.store.inbox.dead() == 1


@pytest.mark.parametrize("attachments", [5, True, "text", {"a": 1}, [5, None, {"id": 7}, {}]])
async def test_files_that_are_not_described_as_they_should_be_stop_nothing(
    desk: Desk, attachments: Any
) -> None:
    desk.arrive(SAM, {"message": "odd", "attachments": attachments})
    desk.say(SAM, "next")
    assert (await desk.settle())[-1] == "next"


class TestFiles:
    @pytest.fixture
    def alex(self, desk: Desk) -> Phone:
        phone = desk.signal.new_phone("Alex")
        desk.trusted.add(phone.aci)
        return phone

    def put(self, desk: Desk, data: bytes | None = None) -> str:
        """Put a file onto the API server's disk, as signal-cli does when it receives one."""
        content = Attachment(jpeg() if data is None else data, "image/jpeg", "photo.jpg")
        return desk.signal.world.attachments.keep(content).id

    @with_the_newest("desk")
    async def test_files_are_there_before_the_handler_runs(self, desk: Desk, alex: Phone) -> None:
        arrivals: list[Any] = []
        desk.listener.act = lambda _: arrivals.extend(
            desk.store.files.arrivals(desk.bot.entry.id if desk.bot.entry else 0)
        )
        desk.say(alex.aci, "Look", [self.put(desk), self.put(desk)])
        assert await desk.settle() == ["Look"]
        assert [arrival.refused for arrival in arrivals] == [None, None]
        assert desk.store.files.get(arrivals[0].file).media_type == "image/jpeg"
        assert len(desk.queued("forget")) == 2

    async def test_a_strangers_file_is_never_fetched_and_deleted_there(self, desk: Desk) -> None:
        name = self.put(desk)
        desk.say(SAM, "Look", [name])
        assert await desk.settle() == ["Look"]
        assert desk.signal.calls.paths() == []
        assert [payload["attachment"] for payload in desk.queued("forget")] == [name]

    async def test_what_is_no_picture_is_refused_and_the_message_handled(
        self, desk: Desk, alex: Phone
    ) -> None:
        desk.say(alex.aci, "Look", [self.put(desk, b"MZ, a program"), "gone.jpg"])
        assert await desk.settle() == ["Look"]

    async def test_an_api_that_is_down_postpones_and_counts_no_failure(
        self, desk: Desk, alex: Phone
    ) -> None:
        name = self.put(desk)
        desk.say(alex.aci, "Look", [name])
        desk.say(alex.aci, "after")
        desk.say(SAM, "meanwhile")
        await desk.signal.stop()
        assert await desk.settle() == ["meanwhile"]
        for _ in range(10):
            assert await desk.settle(10 * SECOND) == []
        await desk.signal.start()
        assert await desk.settle(10 * SECOND) == ["Look", "after"]
        assert desk.dead == []

    async def test_others_are_heard_while_a_file_is_fetched(self, desk: Desk, alex: Phone) -> None:
        desk.say(alex.aci, "Look", [self.put(desk)])
        desk.say(alex.aci, "after")
        desk.say(SAM, "meanwhile")
        assert await desk.settle() == ["meanwhile", "Look", "after"]

    async def test_a_file_the_api_cannot_read_is_given_up_after_a_while(
        self, desk: Desk, alex: Phone
    ) -> None:
        desk.signal.put_in_the_way(
            Fault("refuse", times=None, path="/v1/attachments", status=500, text="disk")
        )
        desk.say(alex.aci, "Look", [self.put(desk)])
        desk.say(alex.aci, "after")
        assert await desk.settle() == []
        assert await desk.settle(timedelta(minutes=11)) == ["Look", "after"]

    async def test_a_file_that_ends_the_process_does_not_do_so_at_every_start(
        self, desk: Desk, alex: Phone
    ) -> None:
        name = self.put(desk)
        desk.say(alex.aci, "Look", [name])
        for _ in range(10):
            # As often as the process died: it was counted, and nobody took it back.
            entry = desk.store.inbox.next(desk.clock.now())
            assert entry is not None
            desk.store.inbox.count_try(entry, entry.attempts + 1)
        assert await desk.settle() == ["Look"]
        assert desk.signal.calls.paths() == []
        assert [payload["attachment"] for payload in desk.queued("forget")] == [name]

    async def test_what_went_well_counts_no_try(self, desk: Desk, alex: Phone) -> None:
        attempts: list[int] = []
        desk.listener.act = lambda _: attempts.append(
            desk.store._db.execute("SELECT attempts FROM inbox").fetchone()[0]
        )
        desk.say(alex.aci, "Look", [self.put(desk), self.put(desk, b"MZ, a program")])
        await desk.settle()
        assert attempts == [0]

    async def test_no_more_files_are_fetched_than_signals_apps_send(
        self, desk: Desk, alex: Phone
    ) -> None:
        desk.say(alex.aci, "Look", [self.put(desk, b"MZ") for _ in range(MOST_FILES + 8)])
        assert await desk.settle() == ["Look"]
        assert len(desk.signal.calls.paths()) == MOST_FILES
        assert len(desk.queued("forget")) == MOST_FILES + 8

    @with_the_newest("desk")
    async def test_what_was_fetched_before_a_crash_is_not_fetched_again(
        self, desk: Desk, alex: Phone
    ) -> None:
        first, second = self.put(desk), self.put(desk)
        desk.say(alex.aci, "Look", [first, second, first])
        desk.signal.put_in_the_way(
            Fault("refuse", path=f"/v1/attachments/{second}", status=500, text="busy")
        )
        assert await desk.settle() == []
        assert await desk.settle(10 * SECOND) == ["Look"]
        fetched = [path for path in desk.signal.calls.paths() if first in path]
        assert len(fetched) == 1
        assert desk.store._db.execute("SELECT count(*) FROM files").fetchone()[0] == 2


async def test_running_it_handles_what_arrives(desk: Desk) -> None:
    heard = asyncio.Event()
    desk.listener.act = lambda _: heard.set()
    running = asyncio.create_task(desk.dispatcher.run())
    await asyncio.sleep(0)
    desk.say(SAM, "Hello")
    await asyncio.wait_for(heard.wait(), 5)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert desk.store.inbox.waiting() == 0
