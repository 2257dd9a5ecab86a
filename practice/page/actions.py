"""What somebody does on a phone of the page."""

import mimetypes
from http import HTTPStatus

from aiohttp import BodyPartReader, hdrs, web

from practice.attachments import Attachment
from practice.page import forms
from practice.page.places import Place, find_place, message_id
from practice.page.refused import Refused
from practice.page.runs import Run, Runs
from practice.seen import look_at


class PhoneActions:
    """Writing, reacting, voting, reading.

    Args:
        runs: whose phones.
    """

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def add_to(self, application: web.Application) -> None:
        """Add the routes."""
        place = "/phones/{phone}/{chat}"
        add = application.router.add_post
        add(f"{place}/messages", self._send)
        add(f"{place}/edits", self._edit)
        add(f"{place}/deletions", self._delete)
        add(f"{place}/reactions", self._react)
        add(f"{place}/votes", self._vote)
        add(f"{place}/timers", self._set_timer)
        add(f"{place}/read", self._read)
        application.router.add_get(f"{place}/files/{{message}}/{{index:[0-9]{{1,4}}}}", self._file)

    def _acting(self, request: web.Request) -> Place:
        """The chat, where no story is being played that this would spoil."""
        return place_in(self._runs.free, request)

    async def _send(self, request: web.Request) -> web.Response:
        place = self._acting(request)
        if request.content_type.startswith("multipart/"):
            text, quote, files = await _parts(request)
        else:
            form = await forms.read(request, forms.TextForm)
            text, quote, files = form.text, form.quote, []
        if not text.strip() and not files:
            raise Refused("served-empty-message", HTTPStatus.BAD_REQUEST)
        world = place.phone.world
        quoted = place.message(quote) if quote else None
        stamp = place.phone.say(
            text,
            place.group,
            attachments=files,
            quote=look_at(world, place.chat, quoted) if quoted else None,
        )
        self._runs.run.read(place)
        message = place.chat.find(place.phone.aci, stamp)
        return web.json_response({"id": message_id(message) if message else ""})

    async def _edit(self, request: web.Request) -> web.Response:
        place, form = self._acting(request), await forms.read(request, forms.EditForm)
        message = place.own_message(form.message)
        if not message.may_change(place.phone.world.clock.now()):
            raise Refused("served-too-old")
        place.phone.edit(message.timestamp, form.text, place.group)
        return _done()

    async def _delete(self, request: web.Request) -> web.Response:
        place, form = self._acting(request), await forms.read(request, forms.DeletionForm)
        message = place.own_message(form.message)
        if not message.may_change(place.phone.world.clock.now()):
            raise Refused("served-too-old")
        place.phone.delete(message.timestamp, place.group)
        return _done()

    async def _react(self, request: web.Request) -> web.Response:
        place, form = self._acting(request), await forms.read(request, forms.ReactionForm)
        message = place.message(form.message)
        if form.emoji is None:
            place.phone.unreact(message.timestamp, place.group, author=message.author)
        else:
            place.phone.react(message.timestamp, form.emoji, place.group, author=message.author)
        return _done()

    async def _vote(self, request: web.Request) -> web.Response:
        place, form = self._acting(request), await forms.read(request, forms.VoteForm)
        message = place.message(form.message)
        poll = message.poll
        if poll is None or poll.closed:
            raise Refused("served-no-poll")
        chosen = tuple(sorted(set(form.options)))
        within = all(0 <= option < len(poll.options) for option in chosen)
        if not within or (len(chosen) > 1 and not poll.allow_multiple):
            raise Refused("served-no-such-answer", HTTPStatus.BAD_REQUEST)
        place.phone.vote(message.timestamp, chosen, place.group, author=message.author)
        return _done()

    async def _set_timer(self, request: web.Request) -> web.Response:
        place, form = self._acting(request), await forms.read(request, forms.TimerForm)
        if place.group and not place.group.allows(place.phone.aci, place.group.send_messages):
            raise Refused("served-may-not-write")
        place.phone.set_timer(form.seconds, place.group)
        return _done()

    async def _read(self, request: web.Request) -> web.Response:
        place = place_in(self._runs.run, request)
        await forms.read(request, forms.EmptyForm)
        self._runs.run.read(place)
        return _done()

    async def _file(self, request: web.Request) -> web.Response:
        message = place_in(self._runs.run, request).message(request.match_info["message"])
        files, index = message.content.attachments, int(request.match_info["index"])
        if message.deleted:
            # Deleted after the page was told of it: there is nothing to show, and nothing is wrong.
            return web.Response(status=HTTPStatus.NO_CONTENT)
        if index >= len(files):
            raise Refused("served-no-such-message", HTTPStatus.NOT_FOUND)
        return file_response(files[index].data, files[index].content_type)


def file_response(data: bytes, content_type: str) -> web.Response:
    """A file as it may be shown: pictures as they are, everything else only to be kept."""
    # A picture in SVG is a document with scripts; a stranger may have sent it.
    harmless = content_type in {"image/png", "image/jpeg", "image/gif", "image/webp"}
    return web.Response(
        body=data,
        headers={
            "Content-Type": content_type if harmless else "application/octet-stream",
            "Content-Disposition": "inline" if harmless else "attachment",
            "Cache-Control": "no-store",
        },
    )


async def _parts(request: web.Request) -> tuple[str, str | None, list[Attachment]]:
    text, quote, files = "", None, []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name not in {"text", "quote", "file"}:
            raise Refused("served-malformed", HTTPStatus.BAD_REQUEST)
        data = bytes(await part.read(decode=True))
        if part.name == "text":
            text = data.decode()
        elif part.name == "quote":
            quote = data.decode() or None
        elif part.filename:
            kind = part.headers.get(hdrs.CONTENT_TYPE) or mimetypes.guess_type(part.filename)[0]
            files.append(Attachment(data, kind or "application/octet-stream", part.filename))
    return text, quote, files


def place_in(run: Run, request: web.Request) -> Place:
    """The chat that the address of a wish names, in a rehearsal.

    Raises:
        Refused: there is none.
    """
    names = request.match_info
    return find_place(run.rehearsal.cast, names["phone"], names["chat"])


def _done() -> web.Response:
    return web.json_response({})
