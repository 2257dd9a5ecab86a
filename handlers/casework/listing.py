"""`cases`, `case X` and `missed`: what an officer can look at."""

from handlers.casework.context import CaseContext, CommandContext, hour
from handlers.casework.people import called
from handlers.casework.relaying import let_through, relay_to_one
from handlers.casework.routing import OfficerRouter
from handlers.casework.spoken import language_text
from handlers.conversation.catalogue import Follows
from handlers.services import Services
from relay.safeguarding import EntryKind, OfficerCase, People, Shown, State, Wait

commands = OfficerRouter("casework")


@commands.officer_command("cases", (), (Follows.ALL,))
async def list_cases(context: CommandContext) -> None:
    """Answer with one line for each open case, or for each."""
    services, rest = context.heard.services, context.heard.typed.rest
    everything = any(services.vocabulary.answers_with(word, rest) for word in ("all", "closed"))
    cases = context.cases.cases(Shown.ALL if everything else Shown.OPEN)
    if not cases:
        await context.heard.say("casework-list-empty-all" if everything else "casework-list-empty")
        return
    lines = "\n".join(_line(services, case) for case in cases)
    await context.heard.say("casework-list", count=len(cases), lines=lines)


@commands.officer_command("case", (Follows.CASE,))
async def show_case(context: CommandContext) -> None:
    """Show a case that is named, slips understood."""
    if not context.heard.typed.rest:
        await context.ask_which()
        return
    found = await context.find()
    if found is not None:
        show(found)


@commands.officer_command("missed", ())
async def show_missed(context: CommandContext) -> None:
    """Send what did not reach this officer while they were paused."""
    missed = context.cases.missed()
    if not missed:
        await context.heard.say("casework-missed-nothing")
        return
    await context.heard.say("casework-missed", count=len(missed))
    for case, entry in missed:
        relay_to_one(context.heard.services, context.heard.person, case, entry)


def show(context: CaseContext) -> None:
    """Say where a case stands, who reads it, and the notes on it; what has waited follows."""
    paragraphs = ["\n".join(_facts(context))]
    entries = context.cases.entries(context.case)
    notes = [
        context.spoken(
            "casework-case-note",
            role=called(context.services.words, entry.role or ""),
            text=entry.text,
        )
        for entry in entries
        if entry.kind is EntryKind.NOTE
    ]
    if notes:
        paragraphs.append(context.spoken("casework-case-notes", lines="\n".join(notes)))
    paragraphs.append(context.spoken("casework-case-next", can=_can(context.case)))
    if context.case.waits is Wait.FLOOD:
        paragraphs.append(context.spoken("casework-case-follows"))
    context.say_text("\n\n".join(paragraphs))
    if context.case.waits is Wait.FLOOD:
        let_through(context)


def _line(services: Services, case: OfficerCase) -> str:
    return services.words.say(
        "casework-list-line",
        case=case.name,
        state=_state(case),
        since=_since(services, case),
        keeper=_keeper(case),
        role=called(services.words, case.claimed_by or ""),
    )


def _facts(context: CaseContext) -> list[str]:
    case, spoken, services = context.case, context.spoken, context.services
    others = [reader.role for reader in case.readers if not reader.me]
    named = tuple(dict.fromkeys(role for role in others if role))
    keeper = called(services.words, case.claimed_by or "")
    facts = [
        spoken(
            "casework-case",
            track=case.track.value,
            parts=case.parts,
            files=case.files,
            sent=hour(services, case.sent_at),
        ),
        spoken("casework-case-state", state=_state(case), since=_since(services, case)),
        spoken("casework-case-keeper", keeper=_keeper(case), role=keeper),
        spoken(
            "casework-case-readers",
            role=context.role,
            others=context.people_text(People(named, others.count(""))),
            count=len(others),
        ),
    ]
    if case.status:
        facts.append(spoken("casework-case-status", text=case.status))
    if case.outcome is not None:
        facts.append(spoken("casework-case-outcome", outcome=case.outcome.value))
    return [*facts, *_warnings(context)]


def _warnings(context: CaseContext) -> list[str]:
    """What to know before an answer, and how long there can be one."""
    case, spoken, services = context.case, context.spoken, context.services
    facts = []
    moved = context.cases.moved_at(case)
    if moved is not None:
        facts.append(spoken("casework-case-moved", since=hour(services, moved)))
    if case.muted:
        facts.append(spoken("casework-case-muted"))
    elif case.waits is Wait.MUTED:
        facts.append(spoken("casework-muted-before"))
    if language := language_text(services, services.words, case.language):
        facts.append(language)
    if case.may_be_seen:
        facts.append(spoken("casework-seen"))
    if not case.reachable:
        facts.append(spoken("casework-case-unreachable"))
    if case.held is not None:
        facts.append(spoken("casework-case-held", reason=case.held))
    elif case.content_until is not None:
        facts.append(spoken("casework-case-until", day=services.time.day(case.content_until)))
    return facts


def _state(case: OfficerCase) -> str:
    if case.state is State.CLOSED:
        return "closed"
    return "answered" if case.waiting_since is None else "waiting"


def _since(services: Services, case: OfficerCase) -> str:
    moment = case.closed_at if case.state is State.CLOSED else case.waiting_since
    return "" if moment is None else hour(services, moment)


def _can(case: OfficerCase) -> str:
    if not case.reachable:
        return "nothing"
    return "reopen" if case.state is State.CLOSED else "answer"


def _keeper(case: OfficerCase) -> str:
    if case.claimed_by is None:
        return "nobody"
    return "me" if case.mine else "other"
