"""`relay check` names everything that keeps a relay from doing its work."""

import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from webhookserver import SECRET, Way, answer, raw, webhook_server

from practice.groups import Group
from practice.people import NumberSharing, Person
from practice.signal_api import practice_signal
from practice.world import World
from relay.check import Finding, Outcome, findings
from relay.language.words import Words
from relay.store import Store
from relay.time.clock import SystemClock
from relay.web.webhook import Webhook

NUMBER = "+447700900000"
ADMIN = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
TOKEN = "a-token-that-is-long-enough"
ENVIRON = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": "a" * 64}
NO_WAIT = timedelta(0)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Host:
    """Somebody who sets a relay up: writes the settings and checks them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.api_url = f"http://127.0.0.1:{free_port()}"
        self.number = NUMBER
        self.groups: list[str] = []
        self.extra = ""
        self.environ = dict(ENVIRON)

    @property
    def webhook(self) -> str:
        return f"http://relay:{TOKEN}@127.0.0.1:{self.port}/signal/receive"

    @property
    def store(self) -> Path:
        return self.folder / "relay.db"

    async def steps(self, wait: timedelta = NO_WAIT) -> AsyncIterator[Finding]:
        config = self.folder / "relay.toml"
        config.write_text(
            f"""
            [signal]
            number = "{self.number}"
            api_url = "{self.api_url}"
            [web]
            listen = "127.0.0.1:{self.port}"
            [store]
            path = "{self.store}"
            [[branches]]
            slug = "hackney"
            name = "Hackney branch"
            admins = ["{ADMIN}"]
            announcement_groups = {self.groups}
            {self.extra}
            """,
            encoding="utf-8",
        )
        async for finding in findings(config, self.environ, wait):
            yield finding

    async def check(self, wait: timedelta = NO_WAIT) -> dict[str, Finding]:
        """The findings by what they are about (the last one, where there are several)."""
        return {finding.where: finding async for finding in self.steps(wait)}


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


@asynccontextmanager
async def serving(
    port: int, *routes: tuple[str, str, Callable[[web.Request], Awaitable[web.Response]]]
) -> AsyncIterator[None]:
    app = web.Application()
    for method, path, handler in routes:
        app.router.add_route(method, path, handler)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield
    finally:
        await runner.cleanup()


def always(body: dict[str, Any], status: int = 200) -> Callable[..., Awaitable[web.Response]]:
    async def handler(_: web.Request) -> web.Response:
        return web.json_response(body, status=status)

    return handler


@asynccontextmanager
async def relay_on(host: Host, health: dict[str, Any], token: str = TOKEN) -> AsyncIterator[None]:
    """What `relay check` meets of a relay that runs: its store, its webhook, its health."""
    with Store(host.store, ENVIRON["RELAY_STORE_KEY"]) as store:
        webhook = Webhook(
            store, SystemClock(), account=NUMBER, token=token, on_group_change=lambda: None
        )
        async with serving(
            host.port,
            ("POST", "/signal/receive", webhook.receive),
            ("GET", "/healthz", always(health)),
        ):
            yield
        assert webhook.last_call is None


def world_with_groups(host: Host) -> World:
    """Three groups: the bot is an admin of one, a member of one, and has left one."""
    world = World(NUMBER)
    # signal-cli knows its own number in every group, whoever else may see it.
    world.account.self_.sharing = NumberSharing.SHOWN
    bot = world.account.self_.aci
    world.add_person(Person("Sealed", aci=ADMIN))
    for name, members, admins in (
        ("Announcements", {bot: None, ADMIN: None}, {bot, ADMIN}),
        ("Chat", {bot: None}, set()),
    ):
        group = Group(name, members=members, admins=admins)
        world.add_group(group)
        host.groups.append(group.api_id)
    host.groups.append(Group("Elsewhere").api_id)
    return world


async def test_a_good_set_up_has_no_problem(host: Host) -> None:
    world = world_with_groups(host)
    del host.groups[1:]
    async with practice_signal(world) as signal:
        host.api_url = signal.url
        found = await host.check()
    assert [one for one in found.values() if one.outcome is Outcome.PROBLEM] == []
    assert found["signal.number"].outcome is Outcome.OK
    assert found["branches[hackney].announcement_groups[1]"].outcome is Outcome.OK


async def test_wrong_settings_end_the_check(host: Host) -> None:
    host.extra = "[web2]\nx = 1"
    found = await host.check()
    [where] = [one for one in found if one.endswith(", web2")]
    assert re.fullmatch(r"relay\.toml:\d+, web2", where)
    assert found[where].outcome is Outcome.PROBLEM
    assert "signal.api_url" not in found


async def test_signal_cli_itself_is_looked_at_where_the_settings_name_it(host: Host) -> None:
    async with practice_signal(world_with_groups(host)) as signal:
        host.api_url = signal.url
        host.environ["RELAY_SIGNAL__RPC"] = await signal.rpc.listen()
        found = await host.check()
        assert not signal.crashed
    assert found["signal.rpc"].outcome is Outcome.NOTE
    assert "live account" in found["signal.rpc"].what


async def test_an_api_that_is_not_there(host: Host) -> None:
    found = await host.check()
    assert found["signal.api_url"].outcome is Outcome.PROBLEM
    assert "does not answer" in found["signal.api_url"].what


async def test_an_api_in_another_mode(host: Host) -> None:
    port = free_port()
    host.api_url = f"http://127.0.0.1:{port}"
    about = {"versions": ["v1", "v2"], "build": 2, "mode": "native", "version": "0.100"}
    async with serving(port, ("GET", "/v1/about", always(about))):
        found = await host.check()
    assert found["signal.api_url"].outcome is Outcome.PROBLEM
    assert "native" in found["signal.api_url"].what
    assert "MODE=json-rpc" in found["signal.api_url"].todo
    assert "signal.number" not in found


async def test_a_number_that_is_not_registered(host: Host) -> None:
    host.number = "+447700900999"
    async with practice_signal(World(NUMBER)) as signal:
        host.api_url = signal.url
        found = await host.check()
    assert found["signal.number"].outcome is Outcome.PROBLEM
    assert "not registered" in found["signal.number"].what
    assert NUMBER not in found["signal.number"].what


async def test_groups_that_the_bot_is_not_in_or_not_an_admin_of(host: Host) -> None:
    async with practice_signal(world_with_groups(host)) as signal:
        host.api_url = signal.url
        found = await host.check()
    about = [found[f"branches[hackney].announcement_groups[{n}]"] for n in (1, 2, 3)]
    assert [one.outcome for one in about] == [Outcome.OK, Outcome.PROBLEM, Outcome.PROBLEM]
    assert "not an admin" in about[1].what
    assert "never been in this group" in about[2].what


async def test_short_secrets_are_noted(host: Host) -> None:
    host.environ["RELAY_WEBHOOK_TOKEN"] = "short"
    found = await host.check()
    assert found["RELAY_WEBHOOK_TOKEN"].outcome is Outcome.NOTE
    assert "RELAY_STORE_KEY" not in found


async def test_a_store_that_does_not_open_with_the_key(host: Host) -> None:
    Store(host.store, "b" * 64).close()
    found = await host.check()
    assert found["store.path"].outcome is Outcome.PROBLEM
    assert "RELAY_STORE_KEY" in found["store.path"].what


async def test_a_store_that_is_not_there_is_not_made(host: Host) -> None:
    found = await host.check()
    assert found["store.path"].outcome is Outcome.OK
    assert not host.store.exists()


async def test_faulty_wording_is_named(host: Host) -> None:
    wording = host.folder / "wording"
    wording.mkdir()
    (wording / "own.ftl").write_text("no-such-message = x\n", encoding="utf-8")
    host.extra = f"[wording]\nfolder = '{wording}'"
    found = await host.check()
    problem = found[str(wording / "own.ftl")]
    assert problem.outcome is Outcome.PROBLEM
    assert "no-such-message" in problem.what


async def test_a_running_relay_says_when_it_was_last_called(host: Host) -> None:
    when = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
    async with relay_on(host, {"last_call": when.isoformat()}):
        found = await host.check()
    assert found["web.listen"].outcome is Outcome.OK
    assert "Friday 20 November" in found["web.listen"].what
    assert found["store.path"].outcome is Outcome.OK


async def test_a_running_relay_that_was_never_called_is_a_problem(host: Host) -> None:
    async with relay_on(host, {"last_call": None}):
        found = await host.check()
    assert found["web.listen"].outcome is Outcome.PROBLEM
    assert "RECEIVE_WEBHOOK_URL" in found["web.listen"].todo
    assert TOKEN not in found["web.listen"].todo


async def test_a_running_relay_that_does_not_tell_is_noted(host: Host) -> None:
    async with relay_on(host, {"status": "ok"}):
        found = await host.check()
    assert found["web.listen"].outcome is Outcome.NOTE


async def test_a_running_relay_with_another_token_is_a_problem(host: Host) -> None:
    async with relay_on(host, {"last_call": None}, token="another"):
        found = await host.check()
    assert found["web.listen"].outcome is Outcome.PROBLEM
    assert "another token" in found["web.listen"].what


async def test_the_api_is_asked_nothing_beside_a_running_relay(host: Host) -> None:
    async with practice_signal(World(NUMBER)) as signal, relay_on(host, {"last_call": None}):
        host.api_url = signal.url
        found = await host.check()
        assert signal.calls.paths() == ["GET /v1/about"]
    assert found["signal.number"].outcome is Outcome.NOTE


async def test_another_program_at_the_address_is_a_problem(host: Host) -> None:
    async with serving(host.port, ("GET", "/", always({}))):
        found = await host.check()
    assert found["web.listen"].outcome is Outcome.PROBLEM
    assert "Another program" in found["web.listen"].what


async def test_an_address_of_another_computer_is_a_problem(host: Host) -> None:
    host.environ["RELAY_WEB__LISTEN"] = "203.0.113.1:8090"
    found = await host.check()
    assert found["web.listen"].outcome is Outcome.PROBLEM


async def test_waiting_sees_a_message_arrive_and_keeps_it(host: Host) -> None:
    world = World(NUMBER)
    member = world.add_person(Person("Ada"))
    async with practice_signal(world, webhook=host.webhook) as signal:
        host.api_url = signal.url
        found = {}
        async for finding in host.steps(timedelta(seconds=30)):
            if "Listening" in finding.what:
                signal.phone(member.aci).say("hello")
            found[finding.where] = finding
    assert found["web.listen"].outcome is Outcome.OK
    with Store(host.store, ENVIRON["RELAY_STORE_KEY"]) as store:
        assert store.inbox.waiting() == 1


async def test_waiting_sees_a_wrong_token(host: Host) -> None:
    world = World(NUMBER)
    member = world.add_person(Person("Ada"))
    wrong = host.webhook.replace(TOKEN, "wrong")
    async with practice_signal(world, webhook=wrong) as signal:
        host.api_url = signal.url
        found = {}
        async for finding in host.steps(timedelta(seconds=1)):
            if "Listening" in finding.what:
                signal.phone(member.aci).say("hello")
            found[finding.where] = finding
    assert found["web.listen"].outcome is Outcome.PROBLEM
    assert "wrong token" in found["web.listen"].what


async def test_waiting_in_vain_is_a_problem(host: Host) -> None:
    found = await host.check(timedelta(milliseconds=50))
    assert found["web.listen"].outcome is Outcome.PROBLEM
    assert "No message arrived" in found["web.listen"].what


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (200, {"accessJwt": "a", "refreshJwt": "b", "handle": "h", "did": "d"}, Outcome.OK),
        (401, {"error": "AuthenticationRequired"}, Outcome.PROBLEM),
        (400, {"error": "InvalidRequest"}, Outcome.PROBLEM),
        (429, {"error": "RateLimitExceeded"}, Outcome.NOTE),
        (404, {}, Outcome.PROBLEM),
    ],
)
async def test_a_bluesky_login(
    host: Host, status: int, body: dict[str, str], outcome: Outcome
) -> None:
    port = free_port()
    host.environ["RELAY_BLUESKY__HACKNEY"] = "an-app-password"
    host.extra = "[branches.bluesky]\nhandle = 'hackney.example.org'\n"
    host.extra += f"service = 'http://127.0.0.1:{port}'"
    server = "/xrpc/com.atproto.server"
    async with serving(
        port,
        ("POST", f"{server}.createSession", always(body, status)),
        ("POST", f"{server}.deleteSession", always({})),
    ):
        found = await host.check()
    assert found["branches[hackney].bluesky"].outcome is outcome


@pytest.mark.parametrize(
    ("way", "outcome"),
    [
        (answer(204), Outcome.OK),
        (answer(401), Outcome.PROBLEM),
        (answer(410), Outcome.PROBLEM),
        (answer(404), Outcome.PROBLEM),
        (answer(302, Location="/"), Outcome.PROBLEM),
        (answer(429), Outcome.NOTE),
        (raw(b""), Outcome.PROBLEM),
    ],
    ids=["taken", "not signed in", "gone", "no such page", "elsewhere", "busy", "nothing"],
)
async def test_a_webhook(host: Host, way: Way, outcome: Outcome) -> None:
    host.environ["RELAY_WEBHOOK_SECRET__HACKNEY"] = SECRET
    async with webhook_server() as site:
        # One asks what time it is there.
        site.ways += [answer(405), way]
        host.extra = f"[branches.webhook]\nurl = '{site.url}'\n"
        found = await host.check()
    assert found["branches[hackney].webhook"].outcome is outcome
    head, call = site.calls
    assert (head.method, call.message["type"]) == ("HEAD", "relay.check")
    assert call.is_signed_with(SECRET)


async def test_no_finding_shows_a_secret_or_a_number(host: Host) -> None:
    async with practice_signal(world_with_groups(host)) as signal:
        host.api_url = signal.url
        shown = [finding.line(Words()) async for finding in host.steps()]
    for line in shown:
        assert "\n" not in line
        for secret in (*ENVIRON.values(), NUMBER, ADMIN):
            assert secret not in line


async def test_a_running_relay_says_how_its_backups_are(host: Host) -> None:
    host.extra = (
        f"[backup]\nfolder = '{host.folder}'\n"
        "recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'"
    )
    for backup, outcome in (
        ({"made_at": datetime.now(UTC).isoformat(), "failed": False}, Outcome.OK),
        ({"made_at": datetime.now(UTC).isoformat(), "failed": True}, Outcome.PROBLEM),
        ({"made_at": None, "failed": False}, Outcome.NOTE),
        (None, Outcome.NOTE),
    ):
        async with relay_on(host, {"last_call": None, "last_backup": backup}):
            shown = [finding async for finding in host.steps()]
        found = [one for one in shown if one.where == "backup.folder"]
        assert found[-1].outcome is outcome


async def test_a_store_that_is_not_in_use_says_when_the_last_message_came(host: Host) -> None:
    with Store(host.store, ENVIRON["RELAY_STORE_KEY"]) as store:
        when = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
        store.inbox.accept(account="a", source="s", timestamp=1, body={}, now=when)
    shown = [finding.what async for finding in host.steps()]
    assert [what for what in shown if "The last message came on Friday 20 November" in what]


async def test_an_api_that_is_too_old(host: Host) -> None:
    port = free_port()
    host.api_url = f"http://127.0.0.1:{port}"
    about = {"versions": ["v1", "v2"], "build": 2, "mode": "json-rpc", "version": "0.92"}
    async with serving(port, ("GET", "/v1/about", always(about))):
        shown = [finding async for finding in host.steps()]
    assert [one for one in shown if one.outcome is Outcome.PROBLEM and "too old" in one.what]


async def test_a_running_relay_whose_clock_is_behind_signals(host: Host) -> None:
    async with relay_on(host, {"last_call": None, "clock_slow_s": 240}):
        found = await host.check()
    assert found["clock"].outcome is Outcome.PROBLEM
    assert "240 seconds slow" in found["clock"].what
