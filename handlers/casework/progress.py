"""`claim`, `note` and `decide`: work on a case that does not end it."""

from handlers.casework.context import CaseContext
from handlers.casework.routing import OfficerRouter

commands = OfficerRouter("casework")


@commands.about_case("claim")
async def claim(context: CaseContext) -> None:
    """Let this officer look after the case."""
    case = context.case
    context.cases.claim(case)
    if case.mine:
        context.say("casework-claim-already")
        return
    context.say(
        "casework-claimed",
        before="somebody" if case.claimed_by else "nobody",
        role=case.claimed_by or "",
        others=len(case.readers) - 1,
    )
    context.tell_others("casework-claimed-by")


@commands.about_case("note")
async def note(context: CaseContext) -> None:
    """Keep a note with the case; it is sent to nobody."""
    if not context.text:
        context.say("casework-note-empty")
        return
    context.cases.note(context.case, context.text)
    context.say("casework-noted")


@commands.about_case("decide")
async def decide(context: CaseContext) -> None:
    """Record a decision with its reasons."""
    if not context.text:
        context.say("casework-decide-empty")
        return
    number = context.cases.decide(context.case, context.text)
    context.say("casework-decided", number=str(number))
    context.tell_others("casework-decided-by", text=context.text)
