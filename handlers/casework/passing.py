"""`escalate`, `handover` and `export`: more people, another person, or a file for the records."""

from collections.abc import Sequence

from handlers.casework.choices import read_choice
from handlers.casework.context import CaseContext
from handlers.casework.routing import OfficerRouter
from relay.safeguarding import NoExportKey, State

commands = OfficerRouter("casework")


@commands.about_case("escalate")
async def escalate(context: CaseContext) -> None:
    """Let another team read the case from now on."""
    case = context.case
    if case.state is State.CLOSED:
        context.tell("casework-needs-open")
        return
    teams = context.cases.teams(case)
    if not teams:
        context.tell("casework-escalate-nowhere")
        return
    index, reason = read_choice(context.text, [(team.name, team.slug) for team in teams])
    if index is None:
        choices = _choices(context, [team.name for team in teams])
        context.tell("casework-escalate-which", choices=choices)
        return
    team = teams[index]
    reads_already = any(reader.team == team.slug for reader in case.readers)
    if not team.readers or not (case.reachable or reads_already):
        context.tell("casework-escalate-nobody", team=team.name)
        return
    # Before the new readers are readers: they get the case itself instead.
    context.tell_others("casework-escalated-by", team=team.name)
    added = context.cases.escalate(case, team.slug, reason).added
    context.tell("casework-escalated", team=team.name, count=added, told=context.told)
    context.tell_writer("casework-escalated-reporter", count=added)


@commands.about_case("handover")
async def hand_over(context: CaseContext) -> None:
    """Let somebody of the team who could not read the case read it from now on."""
    roles = context.cases.successors(context.case)
    if not roles:
        context.tell("casework-handover-nobody")
        return
    index, reason = read_choice(context.text, [(role,) for role in roles])
    if index is None:
        context.tell("casework-handover-which", choices=_choices(context, roles))
        return
    context.tell_others("casework-handed-over-by", to=roles[index])
    context.cases.handover(context.case, roles[index], reason)
    context.tell("casework-handed-over", to=roles[index])


@commands.about_case("export")
async def export(context: CaseContext) -> None:
    """Send the whole case as a file that only the holder of the key can open."""
    try:
        file = context.cases.export(context.case)
    except NoExportKey:
        context.tell("casework-export-no-key")
        return
    context.say_text(context.spoken("casework-export"), (file.id,))


def _choices(context: CaseContext, names: Sequence[str]) -> str:
    return "\n".join(
        context.spoken("casework-choice", index=index, name=name)
        for index, name in enumerate(names, start=1)
    )
