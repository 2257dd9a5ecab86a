"""The report itself: taking what is written, the summary, and sending it."""

from typing import Any, ClassVar

from signalbot import DataMessage

from handlers.casework.relaying import hand_on
from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending
from handlers.left_out import has_lost, notes_on, with_instead, without_lost
from handlers.report.beside import lost_beside
from handlers.report.contact import ask_contact
from handlers.report.context import (
    DraftState,
    ReportContext,
    ReportState,
    Write,
    about,
    draft_of,
)
from handlers.report.leaving_out import say_nobody
from handlers.report.listing import audience_text, officers_text
from handlers.report.parsing import nearly_command
from handlers.report.quoting import say_quote_lost, with_quoted
from handlers.report.recovery import offer_phrase
from handlers.services import Services
from handlers.tongue import with_offers
from relay.language.recognised import Guess
from relay.language.vocabulary import clean
from relay.safeguarding import Added, Draft, Entry, Refusal, Wait

_FIRST = 1
"""The number of the first part."""
_COUNT_EVERY = 5
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
    "pictured": "report-file-pictured",
    "case_full": "report-file-full",
    "stranger": "report-file-again",
}


class ConfirmSending(DraftState, Pending):
    """What would be sent, and to whom, is shown.

    A thumb on it is no yes, and no other word for no is: what is not certain is part of the report.
    """

    name: ClassVar[str] = "report.review"

    async def accept(self, heard: Heard[Any]) -> None:
        """Send it to those who may read it."""
        if (draft := draft_of(heard)) is not None:
            _send(about(heard, draft))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Let them go on."""
        if (draft := draft_of(heard)) is not None:
            go_on(about(heard, draft))


def take_message(context: ReportContext[Any], message: DataMessage, to: int | None = None) -> Added:
    """Add a message to a report, and say what of it could not be taken.

    Args:
        context: of the draft or the case.
        message: as it came.
        to: the case, where it is sent already.
    """
    services = context.services
    services.bot.accounted = True
    entry, text = services.bot.entry, written(services, message)
    arrivals = () if entry is None else services.store.files.arrivals(entry.id)
    if text or any(one.file is not None for one in arrivals):
        text = with_quoted(context, message, text)
    added = services.vault.reports.add(
        context.person, text=text, origin=message.timestamp, to=to, arrivals=arrivals
    )
    if added.refusal is Refusal.MUTED:
        return added
    for reason in dict.fromkeys(_REFUSED.get(c, "report-file-unsupported") for c in added.refused):
        context.say(reason)
    if added.number is not None:
        say_lost(context, message)
        if message.view_once and added.files:
            context.say("report-view-once")
        if added.number == _FIRST and message.expires_in_seconds:
            context.say("report-timer")
    if added.refusal is Refusal.EMPTY and not added.refused:
        context.say("report-unreadable")
    return added


def written(services: Services, message: DataMessage) -> str:
    """Return the text of a message as those who read the case get it.

    Who is mentioned stands in it by name; where that is not known, words say that there was one.
    """
    captions = [file.caption for file in message.attachments or () if file.caption]
    text = "\n".join([*([message.text] if message.text else []), *captions])
    *before, last = text.strip().splitlines() or [""]
    if message.attachments and services.vocabulary.answers_with("with_text", last):
        # It was said to me, and about the file.
        text = "\n".join(before)
    if message.mentions and has_lost(text):
        text = with_instead(text, services.words.say("report-mention-instead"))
    return clean(without_lost(text))


def say_lost(context: ReportContext[Any], message: DataMessage) -> None:
    """Say what of a message did not come along."""
    context.services.bot.accounted = True
    say_quote_lost(context, message)
    if "spoiler" in notes_on(message):
        context.say("report-uncovered")
    if lost := lost_beside(context.services, message):
        context.say(lost)


def take_part(
    context: ReportContext[Draft],
    message: DataMessage,
    state: ReportState,
    guess: Guess,
    *,
    command: str | None,
) -> None:
    """Take one message of a report that is being written.

    Args:
        context: of the draft.
        message: as it came.
        state: what its writer was asked.
        guess: in which language the first one seems to be, where nothing was known of it.
        command: which of their commands an official may have meant, or nothing; None for a member.
    """
    added = take_message(context, message)
    draft = context.report
    if added.refusal is Refusal.TOO_MANY:
        context.slow_down()
        return
    context.enter(Write(case=draft.id))
    if added.number is None:
        return
    parts = _standing(context.reports.parts(draft.id))
    commands, words = context.services.vocabulary, context.words
    if not parts[-1].files and (word := nearly_command(message.text, commands, words)):
        context.say("report-hint", word=word)
    elif command:
        context.say("report-part-or-command", command=command)
    elif say_recorded(context):
        pass
    elif len(parts) % _COUNT_EVERY == 0:
        context.say("report-count", parts=len(parts))
    elif len(parts) == 1:
        first = context.tone.say("report-first-part")
        context.say_text(with_offers(context.services, context.person, guess, first))
    elif isinstance(state, ConfirmSending) or command is not None:
        context.say("report-added")


def say_recorded(context: ReportContext[Any]) -> bool:
    """Say what a voice tells, where the last part is a recording; return whether it is."""
    last = _standing(context.reports.parts(context.report.id))[-1]
    recorded = any(file.media_type.startswith("audio/") for file in last.files)
    if recorded:
        context.say("report-voice")
    return recorded


def go_on(context: ReportContext[Draft]) -> None:
    """Send nothing yet, and wait for what else there is to say."""
    context.enter(Write(case=context.report.id))
    context.say("report-going-on")


def review(context: ReportContext[Draft]) -> None:
    """Show what would be sent and to whom, and ask."""
    draft, tone, services = context.report, context.tone, context.services
    parts = _standing(context.reports.parts(draft.id))
    audience = context.reports.audience(draft.id)
    if not parts:
        context.enter(Write(case=draft.id))
        context.say("report-nothing-yet")
        return
    if audience is None:
        say_nobody(context)
        return
    files = sum(len(part.files) for part in parts)
    lines = [
        tone.say("report-summary", parts=len(parts), files=files),
        audience_text(tone, audience),
        tone.say("report-unseen"),
    ]
    if services.words.locale != services.in_public.words.locale:
        lines.append(tone.say("report-language-seen"))
    if draft.excluded:
        lines.append(tone.say("report-left-out", roles=officers_text(tone, draft.excluded)))
    lines.append(tone.say("report-summary-answers"))
    context.enter(ConfirmSending(case=draft.id))
    context.say_text("\n".join(lines))


def _send(context: ReportContext[Draft]) -> None:
    services, reports = context.services, context.reports
    case = reports.send(context.person)
    if case is None:
        say_nobody(context)
        return
    context.end()
    waits = hand_on(services, context.person, case.id, reports.parts(case.id), fresh=True)
    if waits is Wait.MUTED:
        context.say("report-sent-muted", case=case.name)
        return
    settings = services.settings.safeguarding
    sent = context.tone.say(
        "report-sent",
        case=case.name,
        readers=case.readers,
        hours=settings.remind_after_hours,
        later=settings.escalate_after_hours,
    )
    context.say_text(f"{sent}\n{context.tone.danger(services.helplines)}")
    if waits is Wait.FLOOD:
        context.say("report-waits-flood")
    offer_phrase(context, "report-phrase-offer")
    ask_contact(ReportContext(services, context.person, case))


def _standing(parts: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(part for part in parts if not part.deleted)
