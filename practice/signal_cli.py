"""The single connection between signal-cli-rest-api and signal-cli.

One loop reads it (`ReceiveData` in src/client/jsonrpc2.go): answers to calls and received messages
come through in one order, and while a webhook call is pending nothing behind it moves. Two calls at
once end the process, because the table of pending answers is read without its lock there.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from practice.cli_lines import Answer, Counters, ScriptedAnswer
from practice.envelopes import Json
from practice.faults import Fault
from practice.outgoing import NOTHING_FORCED, Forced
from practice.readers import Reader, line_of
from practice.refusals import (
    RATE_LIMIT_ERROR,
    ApiCrashed,
    ApiPanicked,
    Refusal,
    read_error,
)
from practice.releases import since
from practice.tuning import Overlap as Overlap
from practice.tuning import Tuning as Tuning
from practice.webhook import Webhook
from practice.world import World

_WRITES_THAT_SEEM_TO_WORK = 2
"""A connection whose other end is gone still takes a little; 0.97 then waits for an answer."""
_BROKEN_PIPE = "write tcp 127.0.0.1:48408->127.0.0.1:36001: write: broken pipe"


class SignalCli:
    """signal-cli's daemon and the loop that reads from it.

    Args:
        world: the practice Signal.
        webhook: where received messages go.
        tuning: how it behaves.
        on_crash: called once when the process ends.

    Attributes:
        script: what signal-cli answers to the next calls, instead of acting in the world.
        asked: the methods of the calls made so far.
        called: set once there was a call.
        log_level: what the API server was told to log; empty until it is told.
        copies: hear of each message that comes, beside the API server.
    """

    def __init__(
        self, world: World, webhook: Webhook, tuning: Tuning, on_crash: Callable[[], None]
    ) -> None:
        self.world = world
        self.webhook = webhook
        self.tuning = tuning
        self.counters = Counters()
        self.readers: set[Reader] = set()
        self._on_crash = on_crash
        self._line: asyncio.Queue[Answer | Json] = asyncio.Queue()
        self._on_server: deque[Json] = deque()
        self._undelivered: deque[Json] = deque()
        self._pending: set[asyncio.Future[Any]] = set()
        self.script: deque[ScriptedAnswer] = deque()
        self.asked: list[str] = []
        self.called = asyncio.Event()
        self.log_level = ""
        self.copies: list[Callable[[Json], None]] = []
        self._direct = 0
        self._in_flight = 0
        self._run_number = 0
        self._away = False
        self._cut_off = 0
        self._loop_task: asyncio.Task[None] | None = None
        world.deliver = self.receive
        world.version = lambda: tuning.speaks

    @property
    def running(self) -> bool:
        """Whether the process is up."""
        return self._loop_task is not None

    @property
    def undelivered(self) -> tuple[Json, ...]:
        """What has come from Signal and no webhook call has been answered for, oldest first."""
        return tuple(self._undelivered)

    def start(self) -> None:
        """Starts the process; messages that waited on Signal's server come now.

        Before them those that were held until their sender's new key is trusted, if it is.
        """
        self._line = asyncio.Queue()
        self._away = False
        self._cut_off = 0
        self._loop_task = asyncio.create_task(self._read_on(self._line))
        self.world.retry_held()
        self._take_from_server()

    def _take_from_server(self) -> None:
        while self._on_server:
            notification = self._on_server.popleft()
            self._line.put_nowait(notification)
            self._copy(notification)

    def stop(self) -> None:
        """Ends the process. What signal-cli had received and not handed over is lost."""
        if self._loop_task is None:
            return
        self._run_number += 1
        self._in_flight = 0
        self._loop_task.cancel()
        self._loop_task = None
        self._undelivered.clear()
        while not self._line.empty():
            if isinstance(self._line.get_nowait(), dict):
                self.counters.lost_in_crash += 1
            self._line.task_done()
        for future in self._pending:
            if not future.done():
                future.set_exception(ApiCrashed())
        self._pending.clear()

    def crash(self, why: str) -> None:
        """Ends the process as Go's runtime does when it finds a fault in the program."""
        if self._loop_task is None:
            return
        self.counters.crashes.append(why)
        self.stop()
        self._on_crash()

    def lose_daemon(self) -> None:
        """signal-cli goes away; the API server stays. Who waits for an answer never gets one.

        Its notifications on the way are lost; what comes later waits at Signal.
        """
        if self._loop_task is None or self._away:
            return
        self._away = True
        self._pending.clear()
        self._in_flight = 0
        self._run_number += 1
        while not self._line.empty():
            if isinstance(self._line.get_nowait(), dict):
                self.counters.lost_in_crash += 1
                self._undelivered.pop()
            self._line.task_done()

    def return_daemon(self) -> None:
        """signal-cli is back: a release that reconnects goes on (it may take it 2 s), 0.97 never.

        To 0.97, until it is started again, nothing that signal-cli receives gets through.
        """
        if not self._away:
            return
        if since(self.tuning.release, "0.98"):
            self._away = False
            self._take_from_server()
        else:
            self.counters.lost_in_crash += len(self._on_server)
            self._on_server.clear()
            self._undelivered.clear()

    def receive(self, notification: Json) -> None:
        """A message arrives from Signal; it waits on the server while the process is down."""
        self.counters.received += 1
        self._undelivered.append(notification)
        if self._loop_task is None or self._away:
            self._on_server.append(notification)
        else:
            self._line.put_nowait(notification)
            self._copy(notification)

    def _copy(self, notification: Json) -> None:
        for hear in self.copies:
            hear(notification)

    @contextmanager
    def directly(self) -> Iterator[None]:
        """A call by signal-cli's own socket, while the block lasts.

        The real one carries out calls of several connections beside each other. The relay promises
        to make one at a time over both ways, so here the server ends if it does not.

        Raises:
            ConnectionAbortedError: it has ended, or is away.
        """
        if self._away:
            raise ConnectionAbortedError
        if (self._in_flight or self._direct) and self.tuning.overlap == "abort":
            self.crash("a call by signal-cli's own socket overlapped with another")
            raise ConnectionAbortedError
        self._direct += 1
        try:
            yield
        finally:
            self._direct -= 1

    async def drained(self) -> None:
        """Waits until everything received so far was offered to readers and the webhook."""
        await self._line.join()

    async def call(
        self, method: str, work: Callable[[Forced], Any], faults: tuple[Fault, ...] = ()
    ) -> Any:
        """One JSON-RPC call: `getRaw` in src/client/jsonrpc2.go.

        Args:
            method: of the call.
            work: what signal-cli does; gets the failures that a test wants, and returns the result
                as JSON.
            faults: the test's faults for this call.

        Raises:
            Refusal: signal-cli answered with an error.
            ApiCrashed: the process ended meanwhile.
            ApiPanicked: there is no connection to signal-cli.
        """
        if self._loop_task is None:
            raise ApiCrashed
        self.asked.append(method)
        self.called.set()
        if self._away:
            await self._call_nobody()
        if (self._in_flight or self._direct) and self.tuning.overlap == "abort":
            self.crash("fatal error: concurrent map read and map write")
            raise ApiCrashed
        self._in_flight += 1
        run_number = self._run_number
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._pending.add(future)
        try:
            delay = self.tuning.latency + sum(f.seconds for f in faults if f.kind == "slow")
            if delay:
                await asyncio.wait({future}, timeout=delay)
            if future.done():
                raise ApiCrashed
            answer = self._answer(future, work, faults)
            if answer and future in self._pending:
                self._line.put_nowait(answer)
            elif run_number == self._run_number:
                self._in_flight -= 1
                run_number = -1
            return await future
        finally:
            if future.done() and not future.cancelled():
                future.exception()
            self._pending.discard(future)
            if run_number == self._run_number:
                self._in_flight -= 1

    async def _call_nobody(self) -> None:
        """What a call meets while signal-cli is away, as recorded in tests/wire/behaviour.json."""
        if since(self.tuning.release, "0.98"):
            raise ApiPanicked
        self._cut_off += 1
        if self._cut_off <= _WRITES_THAT_SEEM_TO_WORK:
            await asyncio.get_running_loop().create_future()
        raise Refusal(_BROKEN_PIPE)

    def _answer(
        self,
        future: asyncio.Future[Any],
        work: Callable[[Forced], Any],
        faults: tuple[Fault, ...],
    ) -> Answer | None:
        identifier = str(uuid4())
        try:
            if self.script:
                scripted = self.script.popleft().answer
                if scripted is None:
                    return None
                if "error" in scripted:
                    raise read_error(scripted["error"])
                return Answer(future, identifier, scripted["result"])
            if any(fault.kind == "no answer" for fault in faults):
                return None
            return Answer(future, identifier, work(self.forced(faults)))
        except Refusal as refusal:
            return Answer(future, identifier, refusal=refusal)

    def forced(self, faults: tuple[Fault, ...]) -> Forced:
        """The failures of single recipients that a test wants.

        Raises:
            Refusal: it wants the whole call to fail.
        """
        forced = NOTHING_FORCED
        for fault in faults:
            if fault.kind == "captcha":
                text = "Failed to send message due to rate limiting"
                raise Refusal(text, code=RATE_LIMIT_ERROR, tokens=fault.tokens)
            if fault.kind == "refuse" and not fault.status:
                raise Refusal(fault.text, code=fault.code)
            if fault.kind == "partial":
                reasons = {}
                for identifier, reason in fault.reasons.items():
                    person = self.world.find(identifier)
                    reasons[person.aci if person else identifier] = reason
                forced = Forced(reasons, fault.tokens[0] if fault.tokens else "")
        return forced

    async def _read_on(self, line: asyncio.Queue[Answer | Json]) -> None:
        while True:
            item = await line.get()
            if isinstance(item, Answer):
                if self.webhook.url and not since(self.tuning.release, "0.99"):
                    await self.webhook.post(line_of(item.line) + "\n")
                self._hand_over(item)
            else:
                await self._offer(item)
            line.task_done()

    async def _offer(self, notification: Json) -> None:
        for reader in self.readers:
            if reader.offer(notification["params"]):
                self.counters.offered += 1
            else:
                self.counters.dropped += 1
        if self.webhook.url:
            await self.webhook.post(line_of(notification) + "\n")
        else:
            await asyncio.sleep(0)
        if self._undelivered:
            self._undelivered.popleft()

    @staticmethod
    def _hand_over(answer: Answer) -> None:
        if answer.future.done():
            return
        if answer.refusal:
            answer.future.set_exception(answer.refusal)
        else:
            answer.future.set_result(answer.value)
