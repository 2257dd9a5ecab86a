"""What an advert still lacks, asked one by one, and then the preview."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from handlers.adverts.states import (
    AskAdvertText,
    AskPersonal,
    AskPhoto,
    ConfirmAdvert,
    Writing,
)
from handlers.conversation.heard import HeardMessage
from handlers.personal import found_in, lines_of
from handlers.services import Services
from relay.adverts.service import MAX_TEXT, USUAL_DAYS
from relay.adverts.tables import Advert
from relay.time.moments import read_moment

W = TypeVar("W", bound=Writing)
_WEEK = 7


async def ask_next(heard: HeardMessage, writing: Writing) -> None:
    """Ask for what an advert still lacks, or show the preview."""
    services = heard.services
    advert = services.adverts.table.get(writing.advert)
    if advert is None or advert.board not in services.adverts.boards:
        heard.leave()
        await heard.say("advert-none-to-end")
        return
    board = services.adverts.boards[advert.board].name
    found = [one for one in found_in(services, advert.text) if one.words not in writing.may_be_read]
    if not advert.text:
        heard.enter(writing.becomes(AskAdvertText))
        text = services.words.say("advert-ask-text", board=board)
        await heard.say_text(_with_notes(services, text, writing.notes))
    elif len(advert.text) > MAX_TEXT:
        length = len(advert.text)
        services.adverts.reword(replace(advert, text=""))
        heard.enter(writing.becomes(AskAdvertText))
        await heard.say("advert-too-long", length=str(length), most=str(MAX_TEXT))
    elif found:
        heard.enter(writing.becomes(AskPersonal))
        lines = dict.fromkeys(lines_of(services, advert.text, found))
        await heard.say("advert-ask-personal", lines="\n".join(lines), board=board)
    elif advert.photo is not None and advert.description is None:
        heard.enter(writing.becomes(AskPhoto))
        text = services.words.say("advert-ask-description")
        await heard.say_text(_with_notes(services, text, writing.notes))
    else:
        files = () if advert.photo is None else (advert.photo,)
        sent = await heard.say_text(_preview(services, advert, board, writing.notes), files)
        heard.enter(writing.becomes(ConfirmAdvert, preview=sent.delivery))


def take_photo(heard: HeardMessage, writing: W) -> W:
    """Take the first photo that came with a message; note what was left out of it."""
    services, entry = heard.services, heard.services.bot.entry
    advert = services.adverts.table.get(writing.advert)
    arrivals = [] if entry is None else services.store.files.arrivals(entry.id)
    notes: list[str] = []
    taken = None
    for arrival in arrivals:
        is_photo = arrival.file is not None and services.store.files.get(
            arrival.file
        ).media_type.startswith("image/")
        if is_photo and taken is None:
            taken = arrival.file
            notes += [arrival.refused] if arrival.refused else []
        elif is_photo:
            notes.append("too_many")
        else:
            notes.append(arrival.refused or "unsupported")
    if advert is not None and taken is not None:
        services.adverts.table.save(replace(advert, photo=taken, description=None))
    return writing.but(notes=tuple(dict.fromkeys(notes or writing.notes)))


def days_said(services: Services, words: str) -> int | None:
    """Return for how many days an advert is to stand, by what was typed.

    Returns:
        None where that says nothing of it; 0 where it does and is not understood.
    """
    known, said = services.vocabulary, words.casefold().strip(" .!")
    until = known.phrase("pause_until").match(said)
    rest = said if until is None else said[until.end() :]
    for name, days in (("pause_days", 1), ("advert_weeks", _WEEK)):
        found = known.phrase(name).fullmatch(rest)
        if found is not None:
            return days * (int(found["count"]) if found["count"].isdecimal() else 1)
    if until is None:
        return None
    now, zone = services.clock.now(), services.time.zone
    read = read_moment(f"{rest} 23:59", now=now, zone=zone, known=known)
    if not isinstance(read, datetime):
        return 0
    return (read.astimezone(zone).date() - now.astimezone(zone).date()).days


def _preview(services: Services, advert: Advert, board: str, notes: tuple[str, ...]) -> str:
    adverts = services.adverts
    before = None if advert.writer is None else adverts.table.current(advert.writer, advert.branch)
    return services.words.say(
        "advert-preview",
        board=board,
        post=adverts.post_text(advert),
        photo="no" if advert.photo is None else "yes",
        contact="yes" if found_in(services, advert.text) else "no",
        left_out=_lines(services, notes) or "none",
        read="yes" if adverts.is_read_first(advert) else "no",
        before="none" if before is None else str(before.number),
        example=services.time.day(adverts.end_after(USUAL_DAYS // 2)),
    )


def _with_notes(services: Services, text: str, notes: tuple[str, ...]) -> str:
    lines = _lines(services, notes)
    return f"{lines}\n\n{text}" if lines else text


def _lines(services: Services, notes: tuple[str, ...]) -> str:
    said = (services.words.say("advert-photo-left-out", why=note) for note in notes)
    return "\n".join(dict.fromkeys(said))
