"""`close`, `reopen`, `mute`, `unmute`, `hold` and `release`: how long a case goes on."""

from handlers.casework.choices import read_named
from handlers.casework.context import CaseContext
from handlers.casework.relaying import let_through
from handlers.casework.routing import OfficerRouter
from handlers.conversation.catalogue import Follows
from relay.safeguarding import OUTCOMES, Outcome, State, Wait

commands = OfficerRouter("casework")


@commands.about_case("close", Follows.OUTCOME)
async def close(context: CaseContext) -> None:
    """Close the case with an outcome; without one, say which there are."""
    case = context.case
    if case.state is State.CLOSED:
        context.tell("casework-close-already")
        return
    names = [(_spoken(context, outcome), outcome.value) for outcome in OUTCOMES]
    index, reason = read_named(context.text, names)
    if index is None:
        lines = [context.spoken("casework-outcome-line", outcome=name) for name, _ in names]
        context.tell("casework-close-outcome", outcomes="\n".join(lines))
        return
    context.cases.close(case, OUTCOMES[index], reason)
    keep, (outcome, _) = context.services.settings.safeguarding, names[index]
    context.tell(
        "casework-closed",
        outcome=outcome,
        told=context.told,
        link=keep.keep_link_days if case.reachable else 0,
        held="no" if case.held is None else "yes",
        content=keep.keep_content_days,
    )
    context.tell_others("casework-closed-by", outcome=outcome)
    context.tell_writer("casework-closed-reporter", days=keep.keep_link_days)


@commands.about_case("reopen")
async def reopen(context: CaseContext) -> None:
    """Open a closed case again."""
    if context.case.state is not State.CLOSED:
        context.tell("casework-reopen-open")
        return
    context.cases.reopen(context.case, context.text)
    context.tell("casework-reopened", told=context.told)
    context.tell_others("casework-reopened-by")
    context.tell_writer("casework-reopened-reporter")


@commands.about_case("hold", Follows.REASON)
async def hold(context: CaseContext) -> None:
    """Destroy nothing of the case while it is held."""
    if not context.text:
        context.tell("casework-hold-reason")
        return
    context.cases.hold(context.case, context.text)
    context.tell("casework-held")
    context.tell_others("casework-held-by", reason=context.text)


@commands.about_case("release")
async def release(context: CaseContext) -> None:
    """Let what is kept of the case end when it would have."""
    if context.case.held is None:
        context.tell("casework-release-already")
        return
    context.cases.release(context.case, context.text)
    context.tell("casework-released")
    context.tell_others("casework-released-by")


@commands.about_case("mute")
async def mute(context: CaseContext) -> None:
    """Take no more of what its writer sends."""
    if context.case.muted:
        context.tell("casework-mute-already")
        return
    context.cases.mute(context.case, context.text)
    context.tell("casework-muted")
    context.tell_others("casework-muted-by")


@commands.about_case("unmute")
async def unmute(context: CaseContext) -> None:
    """Take what its writer sends again."""
    case = context.case
    if not case.muted and case.waits is not Wait.MUTED:
        context.tell("casework-unmute-already")
        return
    if context.cases.needs_another(case):
        context.tell("casework-unmute-another")
        return
    context.cases.unmute(case)
    let_through(context)
    context.tell("casework-unmuted")
    context.tell_others("casework-unmuted-by")


def _spoken(context: CaseContext, outcome: Outcome) -> str:
    return context.spoken("casework-outcome", outcome=outcome.value)
