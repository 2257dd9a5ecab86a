"""`escalate`, `handover` and `export`: more people, another person, or a file for the records."""

from collections.abc import Sequence

from handlers.casework.ending import tell_reporter, told
from handlers.casework.turn import Turn
from handlers.typed import read_number
from relay.safeguarding import NoExportKey, OfficerCase, State


async def escalate(turn: Turn) -> None:
    """Answer `escalate X team …`: another team may read the case from now on."""
    found = await turn.about()
    if found is None:
        return
    case, rest = found
    if case.state is State.CLOSED:
        turn.say_about(case, "casework-needs-open")
        return
    teams = turn.desk.teams(case)
    if not teams:
        turn.say_about(case, "casework-escalate-nowhere")
        return
    names = [(team.name, team.slug) for team in teams]
    index, reason = read_choice(rest, names)
    if index is None:
        choices = _choices(turn, [team.name for team in teams])
        turn.say_about(case, "casework-escalate-which", choices=choices)
        return
    team = teams[index]
    if not team.readers or not (case.reachable or _reads_already(case, team.slug)):
        turn.say_about(case, "casework-escalate-nobody", team=team.name)
        return
    # Before the new readers are readers: they get the case itself instead.
    turn.tell_others(case, "casework-escalated-by", team=team.name)
    escalation = turn.desk.escalate(case, team.slug, reason)
    turn.say_about(
        case,
        "casework-escalated",
        team=team.name,
        count=escalation.added,
        told=told(case),
    )
    tell_reporter(turn, case, "casework-escalated-reporter", count=escalation.added)


async def hand_over(turn: Turn) -> None:
    """Answer `handover X role …`: somebody of the team who could not may read it from now on."""
    found = await turn.about()
    if found is None:
        return
    case, rest = found
    roles = turn.desk.successors(case)
    if not roles:
        turn.say_about(case, "casework-handover-nobody")
        return
    index, reason = read_choice(rest, [(role,) for role in roles])
    if index is None:
        choices = _choices(turn, roles)
        turn.say_about(case, "casework-handover-which", choices=choices)
        return
    turn.tell_others(case, "casework-handed-over-by", to=roles[index])
    turn.desk.handover(case, roles[index], reason)
    turn.say_about(case, "casework-handed-over", to=roles[index])


async def export(turn: Turn) -> None:
    """Answer `export X`: the whole case as a file that only the holder of the key can open."""
    found = await turn.about()
    if found is None:
        return
    case, _ = found
    try:
        file = turn.desk.export(case)
    except NoExportKey:
        turn.say_about(case, "casework-export-no-key")
        return
    text = turn.services.words.say("casework-export", case=case.name)
    turn.services.vault.post.to_reader(turn.person, case.id, text, files=[file.id])


def read_choice(typed: str, choices: Sequence[tuple[str, ...]]) -> tuple[int | None, str]:
    """Read which of several things is meant, by its number or one of its names.

    Args:
        typed: the choice and what follows it.
        choices: the names of each.

    Returns:
        The index of the choice, or None, and what follows it.
    """
    number, after = read_number(typed)
    if number is not None:
        return (number - 1, after) if 1 <= number <= len(choices) else (None, typed)
    folded = typed.casefold()
    named = [(name.casefold(), index) for index, names in enumerate(choices) for name in names]
    for name, index in sorted(named, key=lambda pair: -len(pair[0])):
        if folded.startswith(name) and not folded[len(name) :][:1].isalnum():
            return index, typed[len(name) :].lstrip(" .,:;-").strip()
    return None, typed


def _reads_already(case: OfficerCase, slug: str) -> bool:
    return any(reader.team == slug for reader in case.readers)


def _choices(turn: Turn, names: Sequence[str]) -> str:
    return "\n".join(
        turn.services.words.say("casework-choice", index=index, name=name)
        for index, name in enumerate(names, start=1)
    )
