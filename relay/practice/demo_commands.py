"""What can be typed into the demo: being somebody, and playing tricks on the relay."""

import mimetypes
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from relay.practice.attachments import Attachment
from relay.practice.faults import Fault
from relay.practice.live import Live
from relay.practice.narration import Narration
from relay.practice.phones import Phone, SeenMessage
from relay.practice.refusals import Refusal
from relay.practice.rehearsal import Rehearsal
from relay.practice.transcript import Transcript

_SOLUTION = "practice.solved-by-a-person"
_RECENT = 6


class DemoCommands:
    """Carries out what is typed.

    Args:
        rehearsal: where.
        live: how things are shown.
        transcript: where the answers are written.
        narration: how they are said.
    """

    def __init__(
        self, rehearsal: Rehearsal, live: Live, transcript: Transcript, narration: Narration
    ) -> None:
        self._rehearsal = rehearsal
        self._signal = rehearsal.signal
        self._phones = rehearsal.troupe.phones
        self._groups = rehearsal.troupe.groups
        self._live = live
        self._transcript = transcript
        self._tell = narration.tell
        self.name = "alex"
        self.ended = False
        self._commands: dict[str, Callable[[str], Awaitable[None]]] = {
            "bluesky": self._feed,
            "captcha": self._captcha,
            "delete": self._delete,
            "down": self._down,
            "edit": self._edit,
            "file": self._file,
            "group": self._group,
            "help": self._help,
            "in": self._in,
            "kill": self._kill,
            "later": self._later,
            "phone": self._phone,
            "quit": self._quit,
            "quote": self._quote,
            "react": self._react,
            "reply": self._reply,
            "start": self._start,
            "status": self._status,
            "up": self._up,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Every command's name."""
        return tuple(self._commands)

    def spoken(self, line: str) -> tuple[str, list[str]]:
        """Return whose phone a line is typed on, and what is typed there."""
        name, _, text = line.removeprefix("@").partition(" ")
        if line.startswith("@") and text and name.casefold() in self._phones:
            return name.capitalize(), [text.strip()]
        return self.name.capitalize(), [line]

    async def take(self, line: str) -> None:
        """Carry out one line."""
        try:
            await self._take(line)
        except (Refusal, OSError, ValueError) as error:
            self._say("demo-refused", reason=str(error))

    async def _take(self, line: str) -> None:
        if line.startswith("@"):
            name, _, text = line[1:].partition(" ")
            await self._be(name.casefold(), text.strip())
        elif line.startswith("/"):
            name, _, rest = line[1:].partition(" ")
            command = self._commands.get(name.casefold())
            if command is None:
                self._say("demo-unknown-command", name=name)
            else:
                await command(rest.strip())
        elif line:
            self._own.say(line)

    @property
    def _own(self) -> Phone:
        return self._phones[self.name]

    def _say(self, message_id: str, **args: str | int) -> None:
        self._transcript.narrate(self._tell(message_id, **args))

    # Being somebody

    async def _be(self, name: str, text: str) -> None:
        if name not in self._phones:
            self._say("demo-unknown-person", name=name, names=", ".join(self._phones))
        elif text:
            self._phones[name].say(text)
        else:
            self.name = name
            self._say("demo-you-are", name=name.capitalize())

    async def _in(self, rest: str) -> None:
        name, _, text = rest.partition(" ")
        group = self._groups.get(name.casefold())
        if group is None or not text:
            self._say("demo-which-group", names=", ".join(self._groups))
        else:
            self._own.say(text, group)

    async def _file(self, rest: str) -> None:
        name, _, text = rest.partition(" ")
        self._own.say(text, attachments=[_read(Path(name))])

    async def _react(self, rest: str) -> None:
        newest = self._newest_of_bot()
        if newest is None:
            self._say("demo-nothing-there")
        else:
            self._own.react(newest.timestamp, rest or "👍")

    async def _quote(self, rest: str) -> None:
        newest = self._newest_of_bot()
        if newest is None or not rest:
            self._say("demo-nothing-there")
        else:
            self._own.say(rest, quote=newest)

    async def _edit(self, rest: str) -> None:
        newest = self._newest_own()
        if newest is None or not rest:
            self._say("demo-nothing-there")
        else:
            self._own.edit(newest.timestamp, rest)

    async def _delete(self, _: str) -> None:
        newest = self._newest_own()
        if newest is None:
            self._say("demo-nothing-there")
        else:
            self._own.delete(newest.timestamp)

    def _newest_of_bot(self) -> SeenMessage | None:
        return next((m for m in reversed(self._own.messages()) if not self._is_own(m)), None)

    def _newest_own(self) -> SeenMessage | None:
        return next((m for m in reversed(self._own.messages()) if self._is_own(m)), None)

    def _is_own(self, message: SeenMessage) -> bool:
        return message.sender == self._own.aci

    # Looking

    async def _phone(self, _: str) -> None:
        for message in self._own.messages()[-_RECENT:]:
            self._transcript.says(message.sender_name, self._live.message_lines(message))

    async def _group(self, rest: str) -> None:
        group = self._groups.get(rest.casefold())
        if group is None:
            self._say("demo-which-group", names=", ".join(self._groups))
            return
        self._say("demo-group", group=group.name)
        viewer = next(p for p in self._phones.values() if p.aci in group.members)
        for message in viewer.messages(group)[-_RECENT:]:
            self._transcript.says(message.sender_name, self._live.message_lines(message))

    async def _feed(self, _: str) -> None:
        if self._rehearsal.bluesky.paused:
            self._say("demo-bluesky-is-down")
            return
        posts = await self._rehearsal.bluesky.posts()
        self._say("demo-feed", count=len(posts))
        for post in posts[-_RECENT:]:
            self._transcript.says("", self._live.post_lines(post))

    async def _status(self, _: str) -> None:
        said = await self._rehearsal.relay.command("status")
        self._transcript.shows(self._tell("tour-host-status"), said.splitlines())

    async def _help(self, _: str) -> None:
        self._say("demo-help")

    # Tricks

    async def _reply(self, rest: str) -> None:
        if self._rehearsal.bluesky.paused:
            self._say("demo-bluesky-is-down")
            return
        ours = self._rehearsal.bluesky.account.handle
        posts = [post for post in await self._rehearsal.bluesky.posts() if post.handle == ours]
        if not posts or not rest:
            self._say("demo-nothing-there")
        else:
            await self._rehearsal.bluesky.reply(posts[-1], rest)

    async def _captcha(self, _: str) -> None:
        self._signal.put_in_the_way(
            Fault("captcha", times=None, path="/v2/send", captcha=_SOLUTION)
        )
        self._say("demo-captcha", solution=f"captcha signalcaptcha://{_SOLUTION}")

    async def _down(self, _: str) -> None:
        self._rehearsal.bluesky.pause()
        self._say("demo-bluesky-is-down")

    async def _up(self, _: str) -> None:
        self._rehearsal.bluesky.resume()
        self._say("demo-bluesky-is-up")

    async def _kill(self, _: str) -> None:
        await self._rehearsal.relay.kill()
        self._say("demo-killed")

    async def _start(self, _: str) -> None:
        if self._rehearsal.relay.pid is not None:
            self._say("demo-runs-already")
            return
        await self._rehearsal.start_relay()
        self._say("demo-started")

    async def _later(self, rest: str) -> None:
        hours = float(rest or "1")
        await self._rehearsal.move_on(timedelta(hours=hours))
        self._say("demo-later", hours=str(rest or 1))

    async def _quit(self, _: str) -> None:
        self.ended = True


def _read(path: Path) -> Attachment:
    path = path.expanduser()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Attachment(path.read_bytes(), kind, path.name)
