"""Playing a story on a rehearsal: people act, phones show, and each thing shown is checked."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from practice.attachments import Attachment
from practice.bluesky import Post
from practice.groups import Group
from practice.narration import Narration
from practice.narrator import Narrator
from practice.phones import Phone
from practice.rehearsal import Rehearsal
from practice.seen import SeenMessage
from practice.webpage import words_of
from relay.language.words import Words

_LOOK_AGAIN = 0.05


class ScenarioFailed(Exception):
    """Something that the story tells did not happen; the text says what was expected."""


class Scenario:
    """A story that is being played.

    Args:
        rehearsal: where it is played.
        narrator: who tells it, and how fast.
        patience: seconds until something that should happen counts as not happening.
    """

    def __init__(self, rehearsal: Rehearsal, narrator: Narrator, *, patience: float = 15.0) -> None:
        self.rehearsal = rehearsal
        self.signal = rehearsal.signal
        self.bluesky = rehearsal.bluesky
        self.relay = rehearsal.relay
        self.words = Words()
        self.phones = rehearsal.cast.phones
        self.groups = rehearsal.cast.groups
        self._narrator = narrator
        self._patience = patience
        self._narration = Narration()
        self._chapter = 0
        self._heard = dict.fromkeys(self.phones, 0)

    # Telling

    async def chapter(self, name: str) -> None:
        """Begin a chapter: a heading, and what it is about."""
        self._chapter += 1
        await self._narrator.chapter(self._chapter, self._narration.tell(f"tour-{name}"))
        await self.narrate(f"tour-{name}.story")

    async def narrate(self, message_id: str, **args: str | int) -> None:
        """Let the narrator say something."""
        await self._narrator.narrate(self._narration.tell(message_id, **args))

    async def reads(self, message_id: str, text: str) -> None:
        """Show a text that somebody reads elsewhere, under the narrator's label."""
        await self._narrator.shows(None, self._narration.tell(message_id), text.splitlines())

    # Acting

    async def types(self, name: str, text: str, files: Iterable[Attachment] = ()) -> int:
        """Let somebody write to the bot; return the message's timestamp."""
        files = tuple(files)
        lines = [text, *(self._file(file) for file in files)]
        await self._narrator.acts(name, name.capitalize(), lines)
        return self.phones[name].say(text, attachments=files)

    async def writes_in(self, name: str, group: Group, text: str) -> int:
        """Let somebody write into a group; return the message's timestamp."""
        said = self._narration.tell("tour-writes", group=group.name, text=text)
        await self._narrator.acts(name, name.capitalize(), [said])
        return self.phones[name].say(text, to=group)

    async def quotes(self, name: str, message: SeenMessage, text: str) -> int:
        """Let somebody answer a message of the bot by quoting it; return the timestamp."""
        beginning = message.text.partition("\n")[0]
        quoted = self._narration.tell("tour-quotes", beginning=beginning)
        await self._narrator.acts(name, name.capitalize(), [quoted, text])
        return self.phones[name].say(text, quote=message)

    async def reacts(self, name: str, message: SeenMessage, emoji: str) -> None:
        """Let somebody react to a message of the bot."""
        said = self._narration.tell("tour-reacts", emoji=emoji)
        await self._narrator.acts(name, name.capitalize(), [said])
        self.phones[name].react(message.timestamp, emoji)

    async def votes(self, name: str, poll: SeenMessage, option: int) -> None:
        """Let somebody choose an answer of a poll; `option` counts from 0."""
        said = self._narration.tell("tour-votes", answer=poll.options[option])
        await self._narrator.acts(name, name.capitalize(), [said])
        self.phones[name].vote(poll.timestamp, (option,), poll.chat)

    async def renames(self, name: str, group: Group, new: str) -> None:
        """Let somebody give a group another name, in Signal itself."""
        said = self._narration.tell("tour-renames", group=group.name, name=new)
        await self._narrator.acts(name, name.capitalize(), [said])
        self.phones[name].rename(group, new)

    async def host_adds_to(self, slug: str, lines: Iterable[str]) -> None:
        """Let the host put lines into a branch's settings; the relay is stopped, and started."""
        await self.rehearsal.add_to_branch(slug, lines)

    def now(self) -> datetime:
        """The practice time, aware, UTC."""
        return datetime.now(UTC) + self.rehearsal.time.ahead

    async def moves_on_to(self, moment: datetime) -> None:
        """Let the time pass until a moment (aware); the relay is stopped, and started then."""
        await self.rehearsal.move_on(moment - self.now())

    # Checking

    def expect(self, holds: bool, what: str, **args: str | int) -> None:
        """Check something.

        Raises:
            ScenarioFailed: it does not hold.
        """
        if not holds:
            raise ScenarioFailed(self._narration.tell(what, **args))

    async def hears(self, name: str, *parts: str) -> SeenMessage:
        """Wait for the bot's next message to somebody, show it, and check what is in it.

        Args:
            name: whose phone.
            parts: texts that it must contain.

        Raises:
            ScenarioFailed: nothing came, or something else.
        """
        try:
            message = await self.phones[name].next(within=self._patience)
        except TimeoutError:
            raise self._missing(name, parts, self._narration.tell("expected-nothing")) from None
        self._heard[name] += 1
        files = [self._file(file) for file in message.attachments]
        bot = self._narration.tell("tour-bot", name=name.capitalize())
        await self._narrator.hears(name, bot, [message.text, *files])
        if not all(part in message.text for part in parts):
            raise self._missing(name, parts, message.text)
        return message

    async def group_shows(self, group: Group, viewer: str, text: str) -> SeenMessage:
        """Wait until a group shows a message with a text once, and show it.

        Raises:
            ScenarioFailed: it does not, or twice.
        """
        return await self._in_group(group, viewer, lambda seen: seen.text == text, text)

    async def group_has(self, group: Group, viewer: str, *parts: str) -> SeenMessage:
        """Wait until a group shows one message with all these texts in it, and show it.

        Raises:
            ScenarioFailed: it does not, or twice.
        """

        def fits(seen: SeenMessage) -> bool:
            return all(part in seen.text for part in parts)

        return await self._in_group(group, viewer, fits, "\n".join(parts))

    async def group_asks(self, group: Group, viewer: str, question: str) -> SeenMessage:
        """Wait until a group shows a poll with a text in its question, and show it.

        Raises:
            ScenarioFailed: it does not, or twice.
        """

        def fits(seen: SeenMessage) -> bool:
            return bool(seen.options) and question in seen.question

        return await self._in_group(group, viewer, fits, question)

    async def _in_group(
        self, group: Group, viewer: str, fits: Callable[[SeenMessage], bool], wanted: str
    ) -> SeenMessage:
        phone = self.phones[viewer]

        def found() -> list[SeenMessage]:
            return [seen for seen in phone.messages(group) if not seen.deleted and fits(seen)]

        await self._until(lambda: bool(found()), "expected-in-group", group=group.name, text=wanted)
        self.expect(len(found()) == 1, "expected-once-in-group", group=group.name, text=wanted)
        message = found()[0]
        said = message.text or message.question
        lines = [f"{message.sender_name}: {said}", *map(self._file, message.attachments)]
        lines += [self._narration.tell("tour-poll-answer", answer=one) for one in message.options]
        if len(message.history) > 1:
            lines.append(self._narration.tell("tour-edited"))
        await self._narrator.shows(viewer, self._where(group, phone), lines)
        return message

    async def group_hides(self, group: Group, viewer: str, text: str) -> None:
        """Wait until a message of a group is deleted, and show what is left of it.

        Raises:
            ScenarioFailed: it can still be read.
        """
        phone = self.phones[viewer]

        def gone() -> bool:
            seen = [m for m in phone.messages(group) if text in m.history]
            return bool(seen) and all(m.deleted for m in seen)

        await self._until(gone, "expected-deleted", group=group.name, text=text)
        await self._narrator.shows(
            viewer, self._where(group, phone), [self._narration.tell("tour-deleted")]
        )

    def group_is_silent(self, text: str) -> None:
        """Check that no group has a text."""
        for group in self.groups.values():
            chat = self.signal.world.group_chat(group.internal_id)
            silent = all(text not in message.text for message in chat.messages)
            self.expect(silent, "expected-silence", group=group.name, text=text)

    async def bluesky_shows(self, text: str) -> Post:
        """Wait until Bluesky shows a post with a text once, and show it.

        Raises:
            ScenarioFailed: it does not, or twice.
        """
        return await self._on_bluesky(lambda post: post.text == text, text)

    async def bluesky_has(self, *parts: str) -> Post:
        """Wait until Bluesky shows one post with all these texts in it, and show it.

        Raises:
            ScenarioFailed: it does not, or twice.
        """
        return await self._on_bluesky(
            lambda post: all(part in post.text for part in parts), "\n".join(parts)
        )

    async def _on_bluesky(self, fits: Callable[[Post], bool], wanted: str) -> Post:
        found = await self._posts(fits)
        deadline = asyncio.get_running_loop().time() + self._patience
        while not found and asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(_LOOK_AGAIN)
            found = await self._posts(fits)
        self.expect(len(found) == 1, "expected-on-bluesky", count=len(found), text=wanted)
        post = found[0]
        tell = self._narration.tell
        lines = [
            *([tell("tour-in-reply")] if post.parent else []),
            f"@{post.handle}: {post.text}",
            *(tell("tour-picture-described", text=alt) for alt in post.pictures),
            *([tell("tour-link-card", link=post.card)] if post.card else []),
        ]
        await self._narrator.shows(None, tell("tour-on-bluesky"), lines)
        return post

    async def bluesky_lacks(self, text: str) -> None:
        """Check that Bluesky has no post with a text.

        Raises:
            ScenarioFailed: it has one.
        """
        found = await self._posts(lambda post: post.text == text)
        self.expect(not found, "expected-not-on-bluesky", text=text)

    async def page_shows(self, path: str, *parts: str) -> Sequence[str]:
        """Fetch a public page from the relay, show its words, and check what is in them.

        Returns:
            Its lines.

        Raises:
            ScenarioFailed: something is missing.
        """
        words = words_of(await self.relay.page(path))
        for part in parts:
            there = any(part in line for line in words)
            self.expect(there, "expected-on-page", page=path, text=part)
        await self._narrator.shows(None, self._narration.tell("tour-on-page", page=path), words)
        return words

    def knows_nothing_of(self, name: str, somebody: str) -> None:
        """Check that no message of the bot on a phone has another person's name, number or id.

        Raises:
            ScenarioFailed: one of them has.
        """
        person = self.phones[somebody].person
        traces = (person.name, person.number, self.phones[somebody].aci)
        shown = [m for m in self.phones[name].messages() if m.sender != self.phones[name].aci]
        for text in (text for message in shown for text in message.history):
            hidden = not any(trace and trace in text for trace in traces)
            self.expect(
                hidden, "expected-hidden", name=name.capitalize(), somebody=person.name, text=text
            )

    def nobody_heard_more(self) -> None:
        """Check that no phone got a message that the story did not tell of."""
        for name, phone in self.phones.items():
            got = [m for m in phone.messages() if m.sender != phone.aci]
            extra = len(got) - self._heard[name]
            self.expect(extra == 0, "expected-no-more", name=name.capitalize(), count=extra)

    async def until(self, holds: Callable[[], bool], what: str, **args: str | int) -> None:
        """Wait until something holds; it is looked at many times a second.

        Raises:
            ScenarioFailed: it did not hold in time.
        """
        await self._until(holds, what, **args)

    async def nothing_waits(self) -> None:
        """Wait until the relay has done all that it has to do just now.

        Raises:
            ScenarioFailed: it had not in time.
        """
        deadline = asyncio.get_running_loop().time() + self._patience
        while await self.relay.is_busy():
            self.expect(asyncio.get_running_loop().time() < deadline, "expected-idle")
            await asyncio.sleep(_LOOK_AGAIN)

    async def _posts(self, fits: Callable[[Post], bool]) -> list[Post]:
        return [post for post in await self.bluesky.posts() if fits(post)]

    async def _until(self, holds: Callable[[], bool], what: str, **args: str | int) -> None:
        deadline = asyncio.get_running_loop().time() + self._patience
        while not holds():
            self.expect(asyncio.get_running_loop().time() < deadline, what, **args)
            await asyncio.sleep(_LOOK_AGAIN)

    def _where(self, group: Group, phone: Phone) -> str:
        return self._narration.tell("tour-in-group", group=group.name, name=phone.person.name)

    def _file(self, file: Attachment) -> str:
        return self._narration.tell(
            "tour-file", name=file.filename or "?", kilobytes=max(1, len(file.data) // 1000)
        )

    def _missing(self, name: str, parts: Iterable[str], came: str) -> ScenarioFailed:
        wanted = "\n".join(parts)
        told = self._narration.tell(
            "expected-message", name=name.capitalize(), wanted=wanted, came=came
        )
        return ScenarioFailed(told)
