"""`escalate`, `handover` and `export`: more people, another person, or a file for the records."""

from collections.abc import Sequence

from handlers.casework.choices import read_choice, read_named
from handlers.casework.context import CaseContext
from handlers.casework.routing import OfficerRouter
from relay.safeguarding import NoExportKey, People, State

commands = OfficerRouter("casework")


@commands.about_case("escalate")
async def escalate(context: CaseContext) -> None:
    """Let another team read the case from now on."""
    case = context.case
    if case.state is State.CLOSED:
        context.tell("casework-needs-open")
        return
    teams = context.cases.teams(case)
    open_to = [(team, people) for team, people in teams if team.readers]
    if not open_to:
        context.tell("casework-escalate-nowhere")
        return
    index, reason = read_choice(context.text, [(team.name, team.slug) for team, _ in open_to])
    if index is None:
        if read_named(context.text, [(team.name, team.slug) for team, _ in teams])[0] is not None:
            context.tell("casework-escalate-nobody")
            return
        choices = _choices(context, [people for _, people in open_to])
        context.tell("casework-escalate-which", choices=choices)
        return
    team, people = open_to[index]
    reads_already = any(reader.team == team.slug for reader in case.readers)
    if not (case.reachable or reads_already):
        context.tell("casework-escalate-nobody")
        return
    # Before the new readers are readers: they get the case itself instead.
    context.tell_others("casework-escalated-by", people)
    given = context.cases.escalate(case, team.slug, reason)
    context.tell(
        "casework-escalated",
        people=context.people_text(given.people),
        count=given.added,
        told=context.told,
    )
    context.tell_writer("casework-escalated-reporter", count=given.added)


@commands.about_case("handover")
async def hand_over(context: CaseContext) -> None:
    """Let somebody of the team who could not read the case read it from now on."""
    successors = context.cases.successors(context.case)
    if not successors:
        context.tell("casework-handover-nobody")
        return
    index, reason = read_choice(context.text, [(role,) for role, _ in successors])
    if index is None:
        choices = _choices(context, [people for _, people in successors])
        context.tell("casework-handover-which", choices=choices)
        return
    role, people = successors[index]
    context.tell_others("casework-handed-over-by", people)
    context.cases.handover(context.case, role, reason)
    context.tell("casework-handed-over", people=context.people_text(people))


@commands.about_case("export")
async def export(context: CaseContext) -> None:
    """Send the whole case as a file that only the holder of the key can open."""
    try:
        file = context.cases.export(context.case)
    except NoExportKey:
        context.tell("casework-export-no-key")
        return
    context.say_text(context.spoken("casework-export"), (file.id,))


def _choices(context: CaseContext, choices: Sequence[People]) -> str:
    return "\n".join(
        context.spoken("casework-choice", index=index, people=context.people_text(people))
        for index, people in enumerate(choices, start=1)
    )
