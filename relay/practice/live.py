"""What arrives on every phone and on Bluesky, written down as it happens."""

import asyncio

import aiohttp

from relay.practice.attachments import Attachment
from relay.practice.bluesky import Post
from relay.practice.events import Event
from relay.practice.groups import Group
from relay.practice.messages import Message
from relay.practice.narration import Narration
from relay.practice.phones import SeenMessage, look_at
from relay.practice.rehearsal import Rehearsal
from relay.practice.transcript import Transcript

_LOOK_AGAIN = 0.5
_LONG = 24 * 3600.0


class Live:
    """Watches a rehearsal.

    Args:
        rehearsal: what is watched.
        transcript: where it is written.
        narration: how it is said.
    """

    def __init__(self, rehearsal: Rehearsal, transcript: Transcript, narration: Narration) -> None:
        self._rehearsal = rehearsal
        self._world = rehearsal.signal.world
        self._transcript = transcript
        self._tell = narration.tell
        self._seen = self._world.events.last
        self._posts: dict[str, Post] = {}

    async def watch_phones(self) -> None:
        """Write down what happens on Signal, for ever."""
        while True:
            event = await self._world.events.next(lambda _: True, after=self._seen, within=_LONG)
            self._seen = event.number
            self._write(event)

    async def watch_bluesky(self) -> None:
        """Write down what happens on Bluesky, for ever."""
        while True:
            await self.look_at_bluesky()
            await asyncio.sleep(_LOOK_AGAIN)

    async def look_at_bluesky(self) -> None:
        """Write down what has changed on Bluesky since the last look."""
        if self._rehearsal.bluesky.paused:
            return
        try:
            posts = {post.uri: post for post in await self._rehearsal.bluesky.posts()}
        except (aiohttp.ClientError, OSError):
            return
        known, self._posts = self._posts, posts
        for uri, post in posts.items():
            if uri not in known:
                self._transcript.shows(self._tell("tour-on-bluesky"), self.post_lines(post))
        for uri, post in known.items():
            if uri not in posts:
                gone = self._tell("demo-post-gone", text=post.text)
                self._transcript.shows(self._tell("tour-on-bluesky"), [gone])

    def post_lines(self, post: Post) -> list[str]:
        """A post as lines."""
        told = [self._tell("tour-picture-described", text=alt) for alt in post.pictures]
        if post.parent is not None:
            told.append(self._tell("demo-post-answers"))
        if post.card:
            told.append(self._tell("demo-post-card", address=post.card))
        return [f"@{post.handle}: {post.text}", *told]

    def message_lines(self, message: SeenMessage) -> list[str]:
        """A message as lines, without who it is from."""
        if message.deleted:
            return [self._tell("tour-deleted")]
        lines = [message.text, *map(self._file, message.attachments)]
        if len(message.history) > 1:
            lines.append(self._tell("tour-edited"))
        for aci, emoji in message.reactions.items():
            name = self._world.people[aci].name
            lines.append(self._tell("demo-reaction", name=name, emoji=emoji))
        return lines

    def _write(self, event: Event) -> None:
        if event.message is None or event.kind not in ("message", "edit", "deletion", "reaction"):
            return
        if event.chat.group is not None:
            self._write_group(event, event.message, event.chat.group)
            return
        bot = self._world.account.aci
        other = next(iter(event.chat.others(bot)))
        # What people write to the bot themselves already stands where they typed it.
        if event.actor == bot:
            name = self._world.people[other].name
            lines = self.message_lines(look_at(self._world, event.chat, event.message))
            self._transcript.says(self._tell("tour-bot", name=name), lines)

    def _write_group(self, event: Event, message: Message, group: Group) -> None:
        bot = self._world.account.aci
        names = [self._world.people[aci].name for aci in group.members if aci != bot]
        where = self._tell("demo-in-group", group=group.name, names=", ".join(names))
        seen = look_at(self._world, event.chat, message)
        first, *rest = self.message_lines(seen)
        self._transcript.shows(where, [f"{seen.sender_name}: {first}", *rest])

    def _file(self, file: Attachment) -> str:
        size = max(1, len(file.data) // 1000)
        return self._tell("tour-file", name=file.filename or "?", kilobytes=size)
