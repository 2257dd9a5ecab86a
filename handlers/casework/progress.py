"""`claim`, `note`, `status` and `decide`: work on a case that does not end it."""

from handlers.casework.answering import offer_typed
from handlers.casework.context import CaseContext, CommandContext
from handlers.casework.people import called
from handlers.casework.routing import OfficerRouter
from handlers.conversation.catalogue import Follows

commands = OfficerRouter("casework")


@commands.about_case("claim")
async def claim(context: CaseContext) -> None:
    """Let this officer look after the case."""
    case = context.case
    context.cases.claim(case)
    if case.mine:
        context.tell("casework-claim-already")
        return
    context.tell(
        "casework-claimed",
        before="nobody" if case.claimed_by is None else "somebody",
        role=called(context.services.words, case.claimed_by or ""),
        others=len(case.readers) - 1,
    )
    context.tell_others("casework-claimed-by")


@commands.about_case("note", Follows.TEXT)
async def note(context: CaseContext) -> None:
    """Keep a note with the case; it is sent to nobody."""
    if not context.text:
        context.tell("casework-note-empty")
        return
    context.cases.note(context.case, context.text)
    context.tell("casework-noted")


@commands.officer_command("status", (Follows.CASE, Follows.TEXT))
async def set_status(context: CommandContext) -> None:
    """Set what whoever wrote the case reads when they ask."""
    await offer_typed(context, "status")


@commands.about_case("decide", Follows.TEXT)
async def decide(context: CaseContext) -> None:
    """Record a decision with its reasons."""
    if not context.text:
        context.tell("casework-decide-empty")
        return
    number = context.cases.decide(context.case, context.text)
    context.tell("casework-decided", number=str(number))
    context.tell_others("casework-decided-by", text=context.text)
