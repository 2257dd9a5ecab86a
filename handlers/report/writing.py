"""The report itself: taking what is written, the summary, and sending it."""

from signalbot import DataMessage

from handlers.casework.relaying import relay_report
from handlers.left_out import has_lost, with_instead, without_lost
from handlers.report.chat import REVIEW, WRITING, Chat, Desk
from handlers.report.listing import audience_text
from handlers.report.questions import say_nobody
from handlers.report.typed import near_escape
from handlers.typed import clean
from relay.safeguarding import Added, Draft, Entry, Refusal

COUNT_EVERY = 5
"""How many messages are taken between one count and the next."""

_REFUSED = {
    "unsupported": "report-file-unsupported",
    "damaged": "report-file-damaged",
    "empty": "report-file-empty",
    "encrypted": "report-file-encrypted",
    "too_large": "report-file-too-large",
    "too_many_pixels": "report-file-too-many-pixels",
    "too_long": "report-file-too-long",
    "too_complex": "report-file-too-complex",
    "picture_kind": "report-file-picture-kind",
    "film": "report-file-film",
    "office": "report-file-office",
    "archive": "report-file-archive",
    "text": "report-file-text",
    "too_many": "report-file-too-many",
    "not_found": "report-file-missing",
    "moved": "report-file-moved",
    "case_full": "report-file-full",
    "stranger": "report-file-again",
}


def take_message(chat: Chat, message: DataMessage) -> Added:
    """Add a message to the report it belongs to, and say what of it could not be taken."""
    services = chat.desk.services
    entry = services.bot.entry
    added = services.vault.reports.add(
        chat.person,
        text=written(chat.desk, message),
        origin=message.timestamp,
        arrivals=() if entry is None else services.store.files.arrivals(entry.id),
    )
    if added.refusal is Refusal.MUTED:
        return added
    for reason in dict.fromkeys(_REFUSED.get(c, "report-file-unsupported") for c in added.refused):
        chat.say(reason)
    if added.number is not None:
        say_lost(chat, message)
    if added.refusal is Refusal.EMPTY and not added.refused:
        chat.say("report-unreadable")
    return added


def written(desk: Desk, message: DataMessage) -> str:
    """Return the text of a message as those who read the case get it.

    Who is mentioned stands in it by name; where that is not known, words say that there was one.
    """
    text = message.text or ""
    if message.mentions and has_lost(text):
        text = with_instead(text, desk.services.words.say("report-mention-instead"))
    return clean(without_lost(text))


def say_lost(chat: Chat, message: DataMessage) -> None:
    """Say what of a message did not come along, or is kept for longer than it was meant to be."""
    if has_lost(message.text):
        chat.say("report-mention-unknown" if message.mentions else "report-object-lost")
    if message.view_once and message.attachments:
        chat.say("report-view-once")


def take_part(chat: Chat, draft: Draft, message: DataMessage) -> None:
    """Take one message of a report that is being written."""
    state, data = chat.desk.state(chat.person)
    added = take_message(chat, message)
    if added.refusal is Refusal.TOO_MANY:
        if not data.get("paced"):
            chat.say("report-too-many")
        chat.wait(WRITING, paced=True)
        return
    chat.wait(WRITING)
    if added.number is None:
        return
    parts = chat.desk.services.vault.reports.parts(draft.id)
    if not _acknowledge(chat, message, parts) and state == REVIEW:
        chat.say("report-added")


def review(chat: Chat, draft: Draft) -> None:
    """Show what would be sent and to whom, and ask."""
    reports = chat.desk.services.vault.reports
    parts = _standing(reports.parts(draft.id))
    audience = reports.audience(draft.id)
    if not parts:
        chat.wait(WRITING)
        chat.say("report-nothing-yet")
        return
    if audience is None:
        say_nobody(chat, draft)
        return
    voice = chat.voice
    files = sum(len(part.files) for part in parts)
    lines = [
        voice.say("report-summary", parts=len(parts), files=files),
        audience_text(voice, audience),
        voice.say("report-unseen"),
    ]
    if draft.excluded:
        lines.append(voice.say("report-left-out", roles=voice.names(draft.excluded)))
    lines.append(voice.say("report-summary-answers"))
    chat.wait(REVIEW)
    chat.say_text("\n".join(lines))


def send(chat: Chat, draft: Draft) -> None:
    """Send the report to those who may read it."""
    services = chat.desk.services
    case = services.vault.reports.send(chat.person)
    if case is None:
        say_nobody(chat, draft)
        return
    chat.end()
    relay_report(services, case.id, services.vault.reports.parts(case.id))
    settings = services.settings.safeguarding
    chat.say(
        "report-sent",
        case=case.name,
        readers=case.readers,
        hours=settings.remind_after_hours,
        later=settings.escalate_after_hours,
    )
    chat.say("report-phrase-offer", example=services.vault.reports.offer_phrase())


def _acknowledge(chat: Chat, message: DataMessage, parts: tuple[Entry, ...]) -> bool:
    """Say what there is to say to a part that was taken; return whether there was anything."""
    standing = _standing(parts)
    newest = standing[-1]
    if any(file.media_type.startswith("audio/") for file in newest.files):
        chat.say("report-voice")
    elif word := "" if newest.files else near_escape(message.text):
        chat.say("report-hint", word=word)
    elif len(standing) == 1:
        chat.say("report-first-part")
    elif len(standing) % COUNT_EVERY == 0:
        chat.say("report-count", parts=len(standing))
    else:
        return False
    return True


def _standing(parts: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(part for part in parts if not part.deleted)
