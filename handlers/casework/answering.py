"""Answering whoever wrote a case: `reply X …`, a quoted part, or `status X …`, as the team.

What looks like somebody's name or number is shown again before it goes, and so is what may be about
another case.
"""

from typing import Any, ClassVar, Literal

from signalbot import EditMessage

from handlers.casework.context import CaseContext, CommandContext, names_exactly
from handlers.casework.identifiers import find_identifiers
from handlers.casework.notice import notice
from handlers.casework.relaying import part_for
from handlers.casework.routing import OfficerRouter
from handlers.conversation.catalogue import Follows
from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage
from handlers.conversation.pending import answers_to
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.left_out import has_lost
from handlers.services import Services
from relay.language.vocabulary import clean
from relay.safeguarding import Entry, Sending
from relay.safeguarding import State as Stage

Kind = Literal["reply", "status"]
"""An answer, or what whoever wrote a case reads when they ask how it stands."""

commands = OfficerRouter("casework")
edited_words = Router("edited_words")
deleted_words = Router("deleted_words")


class ConfirmWords(Pending):
    """Words of an officer wait for their yes.

    Attributes:
        case: the name of the case that they are about.
        kind: what they are.
        text: they themselves.
        origins: the moments of the messages they were typed in, the first and its edits.
    """

    name: ClassVar[str] = "casework.confirm"

    case: str
    kind: Kind
    text: str
    origins: tuple[int, ...]

    def expired(self, services: Services, person: str) -> None:
        """Say so."""
        services.tell(person, "casework-words-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so, unless other words take their place."""
        if not isinstance(coming, ConfirmWords):
            services.tell(person, "casework-words-expired")

    async def accept(self, heard: Heard[Any]) -> None:
        """Send them."""
        context = await self.take(heard)
        if context is not None and can_be_told(context):
            _tell(context, self.kind)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Drop them."""
        context = await self.take(heard)
        if context is not None:
            context.tell("casework-words-dropped")

    async def take(self, heard: Heard[Any]) -> CaseContext | None:
        """Wait no longer, and return what the words are about.

        Returns:
            None, and it is said, if it is not for this officer (any more): what they may not know
            is not there.
        """
        heard.leave()
        cases = heard.services.vault.for_officer(heard.person)
        case = None if cases is None else cases.case(self.case)
        if cases is None or case is None or case.name != self.case:
            await heard.say("casework-words-gone")
            return None
        return CaseContext(heard, cases, case, self.text)


answers = answers_to(ConfirmWords)


@commands.officer_command("reply", (Follows.CASE, Follows.TEXT))
async def reply(context: CommandContext) -> None:
    """Answer whoever wrote a case."""
    await offer_typed(context, "reply")


async def offer_typed(context: CommandContext, kind: Kind) -> None:
    """Send what follows the name of a case to whoever wrote it, or ask first; see `offer`."""
    heard = context.heard
    if not heard.typed.rest:
        await heard.say("casework-which-reply" if kind == "reply" else "casework-which-status")
        return
    found = await context.find(otherwise="casework-unknown-not-sent")
    if found is not None:
        sure = names_exactly(heard.typed.rest, found.case)
        offer(found, kind, sure=sure, origins=(heard.message.timestamp,))


def offer(context: CaseContext, kind: Kind, *, sure: bool, origins: tuple[int, ...]) -> None:
    """Send words to whoever wrote a case, or ask first where they hold what they should not.

    Args:
        context: the case and the words.
        kind: what they are.
        sure: whether there is no doubt which case is meant.
        origins: the moments of the officer's message and its edits.
    """
    heard, text = context.heard, context.text
    if isinstance(heard.state, ConfirmWords):
        heard.leave()
    words = ConfirmWords(case=context.case.name, kind=kind, text=text, origins=origins)
    watched = context.services.settings.safeguarding.watch_names
    if not text:
        context.tell("casework-words-empty", kind=kind)
    elif not can_be_told(context):
        return
    elif has_lost(text) or context.mentions_unknown:
        context.tell("casework-mention-unknown")
    elif finds := find_identifiers(text, watched):
        heard.enter(words)
        quoted = ", ".join(context.spoken("casework-find", found=found) for found in finds)
        context.tell("casework-confirm", kind=kind, text=text, finds=quoted)
    elif not sure:
        heard.enter(words)
        context.tell("casework-confirm-name", kind=kind, text=text)
    else:
        _tell(context, kind)
    context.tell_left_behind()


def can_be_told(context: CaseContext) -> bool:
    """Whether whoever wrote a case can still be told something; says why not."""
    if context.case.state is Stage.CLOSED:
        context.tell("casework-words-closed")
        return False
    if not context.case.reachable:
        context.tell("casework-words-unreachable")
        return False
    return True


def _tell(context: CaseContext, kind: Kind) -> None:
    """Send words on, as the team's, and show them to the other readers."""
    services, case, person = context.services, context.case, context.heard.person
    if kind == "status":
        context.cases.set_status(case, context.text)
        context.tell("casework-status-set")
        context.tell_others("casework-status-set-by", text=context.text)
        return
    answer = context.cases.answer(case, context.text)
    sending = send_answer(services, case.id, case.name, answer, by=person)
    text = part_for(services, case.name, answer)
    services.vault.post.to_readers(case.id, text, entry=answer.number, besides=person)
    if sending is not Sending.QUEUED:
        others = len(case.readers) - 1
        context.tell(f"casework-answer-{sending.value}", role=context.role, others=others)
    # Else it is said to be sent once it is (`CaseworkJobs.tell_answers`).


def send_answer(
    services: Services, case_id: int, name: str, answer: Entry, *, by: str | None = None
) -> Sending:
    """Queue an answer to whoever wrote a case, as from the team, or keep it until they ask.

    Args:
        services: what conversations work with.
        case_id: the case.
        name: its name.
        answer: the entry.
        by: the officer who is told what becomes of it; None if nobody is.
    """
    text = services.put("casework-answer", case=name, text=answer.text)
    return services.vault.post.write_first(
        case_id, text, notice=notice(services), entry=answer.number, by=by
    )


def hand_out_answers(services: Services, case_id: int, name: str) -> int:
    """Queue the answers that were kept to whoever wrote a case, who asks for them.

    Returns:
        How many there were.
    """
    reports = services.vault.reports
    reports.has_read(case_id)
    answers = reports.waiting_answers(case_id)
    message = "casework-answer.discreet" if reports.may_be_seen(case_id) else "casework-answer"
    for answer in answers:
        text = services.put(message, case=name, text=answer.text)
        services.vault.post.to_reporter(case_id, text, entry=answer.number)
    return len(answers)


def edits_words(heard: HeardMessage) -> bool:
    """Whether it is a newer version of the message with the words that wait."""
    message, words = heard.message, heard.state
    return (
        isinstance(message, EditMessage)
        and isinstance(words, ConfirmWords)
        and message.target_sent_timestamp in words.origins
    )


@edited_words.answer(ConfirmWords, edits_words)
async def take_edit(heard: HeardMessage, words: ConfirmWords) -> None:
    """Take the new words instead, so that a yes never sends what was taken out again."""
    context = await words.take(heard)
    if context is None:
        return
    named = None
    if heard.typed.command in heard.services.vocabulary.words(words.kind):
        named = context.cases.find(heard.typed.rest)
    case, text = named or (context.case, clean(heard.message.text))
    # Edited again, it is not sent without a yes, whatever it says now.
    origins = (*words.origins, heard.message.timestamp)
    offer(CaseContext(heard, context.cases, case, text), words.kind, sure=False, origins=origins)


def deletes_words(heard: HeardDeletion) -> bool:
    """Whether the message with the words that wait is deleted."""
    words = heard.state
    return isinstance(words, ConfirmWords) and heard.signal.message.timestamp in words.origins


@deleted_words.deletion(deletes_words)
async def withdraw(heard: HeardDeletion) -> None:
    """Drop what waits, and say so."""
    heard.leave()
    await heard.say("casework-words-withdrawn")
