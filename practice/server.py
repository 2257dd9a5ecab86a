"""The stand-in as running servers: the REST API on one port, the control API on another."""

import asyncio
import html
import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Literal

from aiohttp import web

from practice.calls import CallLog
from practice.cli_lines import Counters
from practice.faults import Fault, FaultBook
from practice.groups import Group, Permission
from practice.people import NumberSharing, Person
from practice.phones import Phone
from practice.refusals import ApiCrashed, ApiPanicked, Refusal
from practice.rest.call import Call, Denied, answer, denial, not_found
from practice.rest.routes import ROUTES, Endpoint
from practice.rpc.server import RpcServer
from practice.signal_cli import SignalCli, Tuning
from practice.webhook import Webhook
from practice.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LARGEST_BODY = 512 * 1024 * 1024


class PracticeSignal:
    """The stand-in for signal-cli-rest-api and the Signal behind it.

    Enter it with `practice_signal`.

    Args:
        world: the practice Signal.
        webhook: the RECEIVE_WEBHOOK_URL.
        tuning: how the server behaves.
        host, port: where the REST API listens; port 0 picks a free one, and keeps it.
    """

    def __init__(
        self, world: World, webhook: Webhook, tuning: Tuning, *, host: str, port: int
    ) -> None:
        self.world = world
        self.webhook = webhook
        self.tuning = tuning
        self.faults = FaultBook()
        self.calls = CallLog()
        self.signal_cli = SignalCli(world, webhook, tuning, self._hang_up)
        self.rpc = RpcServer(self.signal_cli, self.faults)
        self.control_url = ""
        self._host = host
        self._port = port
        self._runner = web.AppRunner(
            self._application(), access_log=None, handle_signals=False, shutdown_timeout=0.5
        )
        self._listening: asyncio.Server | None = None

    # What tests and demos ask

    @property
    def url(self) -> str:
        """The REST API's base URL, without a slash at the end."""
        return f"http://{self._host}:{self._port}"

    @property
    def number(self) -> str:
        """The bot's number."""
        return self.world.account.number

    @property
    def counters(self) -> Counters:
        """What became of received messages, and the crashes."""
        return self.signal_cli.counters

    @property
    def crashed(self) -> bool:
        """Whether the server is down because two calls overlapped, and not yet started again."""
        return bool(self.counters.crashes) and not self.signal_cli.running

    def phone(self, identifier: str) -> Phone:
        """Somebody's phone, by account id, number or username.

        Raises:
            KeyError: nobody has that.
        """
        person = self.world.find(identifier)
        if person is None:
            raise KeyError(identifier)
        return Phone(self.world, person)

    def new_phone(
        self,
        name: str,
        *,
        number: str | None = None,
        sharing: NumberSharing = NumberSharing.HIDDEN,
        username: str | None = None,
    ) -> Phone:
        """Puts somebody on Signal; returns their phone."""
        person = Person(name, number=number, sharing=sharing, username=username)
        return Phone(self.world, self.world.add_person(person))

    def new_group(
        self,
        name: str,
        members: Iterable[Phone] = (),
        *,
        admins: Iterable[Phone] = (),
        bot: Literal["admin", "member", "outside"] = "admin",
        send_messages: Permission = Permission.EVERY_MEMBER,
        description: str = "",
    ) -> Group:
        """Creates a group; admins are members too. Nobody is told, as if it had always been."""
        admin_acis = [phone.aci for phone in admins]
        acis = [phone.aci for phone in members] + admin_acis
        if bot != "outside":
            acis.append(self.world.account.aci)
        if bot == "admin":
            admin_acis.append(self.world.account.aci)
        group = Group(
            name,
            description=description,
            members=dict.fromkeys(acis),
            admins=set(admin_acis),
            send_messages=send_messages,
        )
        self.world.add_group(group)
        return group

    def put_in_the_way(self, fault: Fault) -> None:
        """Spoils the next calls."""
        self.faults.add(fault)

    # Running

    async def start(self) -> None:
        """Starts the server (again), on the same port; does nothing while it runs."""
        if self.signal_cli.running:
            return
        server = self._runner.server
        if server is None:
            raise RuntimeError("set_up first")
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(server, self._host, self._port, backlog=1024)
        self._port = self._listening.sockets[0].getsockname()[1]
        self.signal_cli.start()
        await self.rpc.come_back()

    async def stop(self) -> None:
        """Ends the server at once, connections and all."""
        self.signal_cli.stop()
        self._hang_up()
        await self.rpc.go_away()

    def _hang_up(self) -> None:
        if self._listening:
            self._listening.close()
            self._listening = None
        server = self._runner.server
        for connection in list(server.connections) if server else ():
            if connection.transport:
                connection.transport.abort()

    async def set_up(self) -> None:
        """Prepares what `start` needs."""
        await self._runner.setup()

    async def tear_down(self) -> None:
        """Ends everything for good."""
        await self.stop()
        await self._runner.cleanup()

    # Answering

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=_LARGEST_BODY)
        for method, path, endpoint in ROUTES:
            app.router.add_route(method, path, self._answering(endpoint))
        app.router.add_route("*", "/{rest:.*}", self._elsewhere)
        return app

    def _answering(self, endpoint: Endpoint) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            raw = await request.read() if request.can_read_body else b""
            logged = self.calls.begin(request.method, request.path, raw)
            faults = self.faults.take(request.method, request.path, logged.recipients)
            kinds = {fault.kind for fault in faults}
            if "drop before" in kinds:
                _drop(request)
                return web.Response(status=500)
            response = await self._respond(endpoint, request, raw, faults)
            if "drop after" in kinds:
                _drop(request)
                return response
            logged.status = response.status
            return response

        return handle

    async def _elsewhere(self, request: web.Request) -> web.Response:
        """Where no path leads; one with a slash too many is shown the way, as gin does."""
        path = request.rel_url.raw_path
        shorter = path.removesuffix("/")
        if shorter == path or not any(
            method == request.method and _pattern(known).fullmatch(shorter)
            for method, known, _ in ROUTES
        ):
            return not_found()
        to = shorter + (f"?{request.rel_url.raw_query_string}" if request.query_string else "")
        if request.method != "GET":
            return web.Response(status=307, headers={"Location": to})
        body = f'<a href="{html.escape(to)}">Moved Permanently</a>.\n\n'
        headers = {"Location": to, "Content-Type": "text/html; charset=utf-8"}
        return web.Response(status=301, body=body.encode(), headers=headers)

    async def _respond(
        self, endpoint: Endpoint, request: web.Request, raw: bytes, faults: tuple[Fault, ...]
    ) -> web.StreamResponse:
        for fault in faults:
            if fault.kind == "refuse" and fault.status:
                return answer(fault.status, {"error": fault.text})
        call = Call(request, raw, faults, self.signal_cli, self.faults)
        try:
            return await endpoint(call)
        except Denied as denied:
            return denial(denied)
        except Refusal as refusal:
            return denial(Denied(refusal.text))
        except ApiPanicked:
            return web.Response(status=500)
        except ApiCrashed:
            _drop(request)
            return web.Response(status=500)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)))


def _drop(request: web.Request) -> None:
    if request.transport:
        request.transport.abort()
