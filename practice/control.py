"""The control API: over HTTP, what tests and the demo do as phones and to the server.

It listens on a port of its own, so that nothing in the product can meet it by accident. Paths and
bodies are in docs/stand-in.md.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

from aiohttp import web
from pydantic import ValidationError

from practice import control_forms as forms
from practice.control_phones import Command, PhoneControl
from practice.control_rare import RareControl
from practice.faults import Fault
from practice.refusals import Refusal
from practice.server import PracticeSignal


class Control:
    """The control API's commands.

    Args:
        signal: the stand-in they act on.
    """

    def __init__(self, signal: PracticeSignal) -> None:
        self._signal = signal
        self._world = signal.world

    def application(self) -> web.Application:
        """The web application."""
        table: tuple[tuple[str, str, Command], ...] = (
            ("GET", "/practice/state", self.state),
            ("PUT", "/practice/settings", self.settings),
            ("PUT", "/practice/webhook", self.set_webhook),
            ("POST", "/practice/reset", self.reset),
            ("POST", "/practice/start", self.start),
            ("POST", "/practice/stop", self.stop),
            ("POST", "/practice/crash", self.crash),
            ("POST", "/practice/drained", self.drained),
            ("GET", "/practice/calls", self.calls),
            ("DELETE", "/practice/calls", self.forget_calls),
            ("GET", "/practice/faults", self.faults),
            ("POST", "/practice/faults", self.add_fault),
            ("DELETE", "/practice/faults", self.clear_faults),
            ("POST", "/practice/envelopes", self.feed),
            ("POST", "/practice/burst", self.burst),
        )
        app = web.Application(client_max_size=512 * 1024 * 1024)
        phones, rare = PhoneControl(self._signal), RareControl(self._signal)
        for method, path, command in (*table, *phones.commands(), *rare.commands()):
            app.router.add_route(method, path, _answering(command))
        return app

    # The server

    async def state(self, request: web.Request) -> Any:
        """How the server is, and its counters."""
        counters = self._signal.counters
        return {
            "number": self._signal.number,
            "aci": self._world.account.aci,
            "url": self._signal.url,
            "running": self._signal.signal_cli.running,
            "crashed": self._signal.crashed,
            "crashes": counters.crashes,
            "received": counters.received,
            "offered": counters.offered,
            "dropped": counters.dropped,
            "lost_in_crash": counters.lost_in_crash,
            "webhook_taken": self._signal.webhook.taken,
            "webhook_forgotten": self._signal.webhook.forgotten,
            "attachments": self._world.attachments.names(),
            "events": self._world.events.last,
        }

    async def settings(self, request: web.Request) -> Any:
        """Changes how the server behaves."""
        form = forms.SettingsForm.model_validate_json(await request.read())
        tuning = self._signal.tuning
        tuning.overlap = form.overlap or tuning.overlap
        tuning.release = form.release or tuning.release
        tuning.signal_cli = form.signal_cli or tuning.signal_cli
        tuning.latency = tuning.latency if form.latency is None else form.latency
        tuning.reader_busy = tuning.reader_busy if form.reader_busy is None else form.reader_busy
        self._world.receipts = form.receipts or self._world.receipts
        self._world.trust = form.trust or self._world.trust
        self._world.key_fetch = form.key_fetch or self._world.key_fetch
        self._world.retry = form.retry or self._world.retry
        return asdict(tuning) | {
            "receipts": self._world.receipts,
            "trust": self._world.trust,
            "key_fetch": self._world.key_fetch,
            "retry": self._world.retry,
        }

    async def set_webhook(self, request: web.Request) -> Any:
        """Sets the RECEIVE_WEBHOOK_URL, or none."""
        self._signal.webhook.url = forms.WebhookForm.model_validate_json(await request.read()).url
        return {}

    async def reset(self, request: web.Request) -> Any:
        """Forgets people, groups, messages, files, faults and calls; the server goes on."""
        self._world.clear()
        self._signal.faults.clear()
        self._signal.calls.clear()
        return {}

    async def start(self, request: web.Request) -> Any:
        """Starts the server again."""
        await self._signal.start()
        return {}

    async def stop(self, request: web.Request) -> Any:
        """Ends the server at once."""
        await self._signal.stop()
        return {}

    async def crash(self, request: web.Request) -> Any:
        """Ends the server as Go's runtime would."""
        self._signal.signal_cli.crash("asked to")
        return {}

    async def drained(self, request: web.Request) -> Any:
        """Answers once everything received so far was offered."""
        async with asyncio.timeout(float(request.query.get("within", "30"))):
            await self._signal.signal_cli.drained()
        return {}

    async def calls(self, request: web.Request) -> Any:
        """The calls that the REST API answered, those numbered above `after`."""
        after = int(request.query.get("after", "0"))
        return [asdict(call) for call in self._signal.calls if call.number > after]

    async def forget_calls(self, request: web.Request) -> Any:
        """Empties the list of calls."""
        self._signal.calls.clear()
        return {}

    async def faults(self, request: web.Request) -> Any:
        """The faults still to come."""
        return [asdict(fault) for fault in self._signal.faults.waiting]

    async def add_fault(self, request: web.Request) -> Any:
        """Puts a fault in the way of the next calls."""
        form = forms.FaultForm.model_validate_json(await request.read())
        self._signal.put_in_the_way(Fault(**form.model_dump()))
        return {}

    async def clear_faults(self, request: web.Request) -> Any:
        """Takes all faults away."""
        self._signal.faults.clear()
        return {}

    async def feed(self, request: web.Request) -> Any:
        """Lets the bot receive a raw envelope, of whatever kind."""
        form = forms.EnvelopeForm.model_validate_json(await request.read())
        params: dict[str, Any] = {
            "envelope": form.envelope,
            "account": form.account or self._signal.number,
        }
        if form.exception:
            params["exception"] = form.exception
        self._world.deliver({"jsonrpc": "2.0", "method": "receive", "params": params})
        return {}

    async def burst(self, request: web.Request) -> Any:
        """Many people send at the same instant; answers with the timestamps, in order."""
        form = forms.BurstForm.model_validate_json(await request.read())
        return {
            "timestamps": [
                self._signal.phone(line.sender).say(line.text, line.to) for line in form.messages
            ]
        }


def _answering(command: Command) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            result = await command(request)
        except (Refusal, ValueError, ValidationError) as error:
            return web.json_response({"error": str(error)}, status=400)
        except KeyError as error:
            return web.json_response({"error": f"unknown: {error}"}, status=404)
        except TimeoutError:
            return web.json_response({"error": "nothing came in time"}, status=408)
        return result if isinstance(result, web.StreamResponse) else web.json_response(result)

    return handle


@asynccontextmanager
async def serve_control(signal: PracticeSignal, host: str, port: int) -> AsyncIterator[str]:
    """Runs the control API while the block lasts; gives its base URL."""
    runner = web.AppRunner(
        Control(signal).application(), access_log=None, handle_signals=False, shutdown_timeout=0.5
    )
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    try:
        bound = runner.addresses[0][1]
        yield f"http://{host}:{bound}"
    finally:
        await runner.cleanup()
