"""Answering whoever wrote a case: `reply X …`, a quoted part, or `status X …`, as the team.

What looks like somebody's name or number is shown again before it goes.
"""

from signalbot import DataMessageContext

from handlers.casework.relaying import part_text
from handlers.casework.turn import Turn, names_exactly
from handlers.casework.waiting import Words, pending, wait_for_yes
from handlers.casework.watching import worrying
from handlers.left_out import has_lost
from handlers.services import Services
from relay.safeguarding import Entry, OfficerCase, OfficerDesk, State


async def reply(turn: Turn) -> None:
    """Answer `reply X …`, and `status X …` where that is what follows the name."""
    kind = "status" if turn.command == "status" else "reply"
    if not turn.rest:
        await turn.say("casework-which-reply" if kind == "reply" else "casework-which-status")
        return
    found = turn.desk.find(turn.rest)
    if found is None:
        await turn.say("casework-unknown-not-sent")
        return
    case, text = found
    origins = (turn.context.message.timestamp,)
    await offer(turn, case, Words(kind, text, names_exactly(turn.rest, case), origins))


async def offer(turn: Turn, case: OfficerCase, words: Words) -> None:
    """Send words to whoever wrote a case, or ask first where they hold what they should not."""
    services = turn.services
    if pending(services, turn.person) is not None:
        services.store.conversations.end(turn.person)
    if not words.text:
        turn.say_about(case, "casework-words-empty", kind=words.kind)
    elif not can_be_told(turn, case):
        return
    elif has_lost(words.text) or turn.mentions_unknown:
        turn.say_about(case, "casework-mention-unknown")
    elif finds := worrying(words.text, services.settings.safeguarding.watch_names):
        wait_for_yes(services, turn.person, case.name, words)
        quoted = ", ".join(services.words.say("casework-find", found=found) for found in finds)
        turn.say_about(case, "casework-confirm", kind=words.kind, text=words.text, finds=quoted)
    elif not words.sure:
        wait_for_yes(services, turn.person, case.name, words)
        turn.say_about(case, "casework-confirm-name", kind=words.kind, text=words.text)
    else:
        tell(turn, case, words)
    if turn.context.message.attachments:
        turn.say_about(case, "casework-no-files")


def can_be_told(turn: Turn, case: OfficerCase) -> bool:
    """Whether whoever wrote a case can still be told something; says why not."""
    if case.state is State.CLOSED:
        turn.say_about(case, "casework-words-closed")
        return False
    if not case.reachable:
        turn.say_about(case, "casework-words-unreachable")
        return False
    return True


def tell(turn: Turn, case: OfficerCase, words: Words) -> None:
    """Send words on, as the team's, and show them to the other readers."""
    services, post = turn.services, turn.services.vault.post
    if words.kind == "status":
        turn.desk.set_status(case, words.text)
        turn.say_about(case, "casework-status-set")
        turn.tell_others(case, "casework-status-set-by", text=words.text)
        return
    answer = turn.desk.answer(case, words.text)
    sent = send_answer(services, case.id, case.name, answer, by=turn.person)
    text = part_text(services, case.name, answer)
    post.to_readers(case.id, text, entry=answer.number, besides=turn.person)
    if not sent:
        turn.say_about(case, "casework-answer-waits")
    # Else it is said to be sent once it is (`CaseworkRounds.tell_answers`).


def send_answer(
    services: Services, case_id: int, name: str, answer: Entry, *, by: str | None = None
) -> bool:
    """Queue an answer to whoever wrote a case, as from the team.

    Args:
        services: what conversations work with.
        case_id: the case.
        name: its name.
        answer: the entry.
        by: the officer who is told what becomes of it; None if nobody is.

    Returns:
        False if it waits until they have named the case and its passphrase.
    """
    spoken = services.words.say("casework-answer", case=name, text=answer.text)
    return services.vault.post.to_reporter(case_id, spoken, entry=answer.number, by=by)


def turn_of(services: Services, context: DataMessageContext, desk: OfficerDesk) -> Turn:
    """Return a turn without a command: a quote, or an answer to a question."""
    return Turn(services, context, desk, command="", rest="")
