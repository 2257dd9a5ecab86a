"""`cases`, `case X` and `missed`: what an officer can look at."""

from handlers.casework.relaying import relay_to_one
from handlers.casework.turn import Turn, hour, role_of
from relay.safeguarding import EntryKind, OfficerCase, Shown, State

_ALL = frozenset({"all", "closed"})


async def list_cases(turn: Turn) -> None:
    """Answer `cases` and `cases all`."""
    everything = turn.rest.casefold().strip(" .") in _ALL
    cases = turn.desk.cases(Shown.ALL if everything else Shown.OPEN)
    if not cases:
        await turn.say("casework-list-empty-all" if everything else "casework-list-empty")
        return
    lines = "\n".join(_line(turn, case) for case in cases)
    await turn.say("casework-list", count=len(cases), lines=lines)


async def show_case(turn: Turn) -> None:
    """Answer `case X`: where it stands, who reads it, and the notes on it."""
    if not turn.rest:
        await turn.say("casework-which", command=turn.command)
        return
    found = turn.desk.find(turn.rest)
    if found is None:
        await turn.say("casework-unknown")
        return
    case = found[0]
    paragraphs = ["\n".join(_facts(turn, case))]
    notes = [e for e in turn.desk.entries(case) if e.kind is EntryKind.NOTE]
    if notes:
        lines = "\n".join(
            turn.services.words.say("casework-case-note", role=note.role or "", text=note.text)
            for note in notes
        )
        paragraphs.append(turn.services.words.say("casework-case-notes", lines=lines))
    paragraphs.append(turn.services.words.say("casework-case-next", case=case.name, can=_can(case)))
    turn.say_text(case, "\n\n".join(paragraphs))


async def show_missed(turn: Turn) -> None:
    """Answer `missed`: send what did not reach this officer while they were paused."""
    missed = turn.desk.missed()
    if not missed:
        await turn.say("casework-missed-nothing")
        return
    await turn.say("casework-missed", count=len(missed))
    for case, entry in missed:
        relay_to_one(turn.services, turn.person, case, entry)


def _line(turn: Turn, case: OfficerCase) -> str:
    return turn.services.words.say(
        "casework-list-line",
        case=case.name,
        state=_state(case),
        since=_since(turn, case),
        keeper=_keeper(case),
        role=case.claimed_by or "",
    )


def _facts(turn: Turn, case: OfficerCase) -> list[str]:
    say = turn.services.words.say
    facts = [
        say(
            "casework-case",
            case=case.name,
            track=case.track.value,
            team=case.team_name,
            parts=case.parts,
            files=case.files,
            sent=hour(turn.services, case.sent_at),
        ),
        say("casework-case-state", state=_state(case), since=_since(turn, case)),
        say("casework-case-keeper", keeper=_keeper(case), role=case.claimed_by or ""),
    ]
    others = [reader.role for reader in case.readers if not reader.me]
    facts.append(
        say(
            "casework-case-readers",
            role=role_of(case),
            others=", ".join(others),
            count=len(others),
        )
    )
    if case.status:
        facts.append(say("casework-case-status", text=case.status))
    if case.outcome is not None:
        facts.append(say("casework-case-outcome", outcome=case.outcome.value))
    if case.muted:
        facts.append(say("casework-case-muted", case=case.name))
    if not case.reachable:
        facts.append(say("casework-case-unreachable"))
    if case.held is not None:
        facts.append(say("casework-case-held", reason=case.held))
    elif case.content_until is not None:
        facts.append(say("casework-case-until", day=turn.services.time.day(case.content_until)))
    return facts


def _state(case: OfficerCase) -> str:
    if case.state is State.CLOSED:
        return "closed"
    return "answered" if case.waiting_since is None else "waiting"


def _since(turn: Turn, case: OfficerCase) -> str:
    moment = case.closed_at if case.state is State.CLOSED else case.waiting_since
    return "" if moment is None else hour(turn.services, moment)


def _can(case: OfficerCase) -> str:
    if not case.reachable:
        return "nothing"
    return "reopen" if case.state is State.CLOSED else "answer"


def _keeper(case: OfficerCase) -> str:
    if case.claimed_by is None:
        return "nobody"
    return "me" if case.mine else "other"
