"""The first admins: those who may post, named by their Signal account and never by a number."""

from relay.setup import draft as at
from relay.setup.context import SetupContext, Step
from relay.setup.people import listed, next_person, welcome
from relay.setup.signal_session import Ask
from relay.signal.errors import SignalApiError


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-admins-about")
    given = listed(context, "admins.ids")
    if given is not None:
        for one in given:
            _add(context, one)
    else:
        while True:
            count = len(context.draft.texts(at.ADMINS))
            question = say("setup-admins-how", count=count)
            account_id = next_person(context, "admins.how", question, count)
            if account_id is None:
                break
            _add(context, account_id)
    admins, groups = context.draft.texts(at.ADMINS), context.draft.texts(at.GROUPS)
    if groups:
        talk.say("setup-admins-in-group")
    if groups and talk.agreed("admins.group_admins", say("setup-admins-in-group-too"), "no"):
        _try(context, lambda client: client.add_admins(groups[0], admins))
    talk.say("setup-admins-done", count=len(admins))


def _add(context: SetupContext, account_id: str) -> None:
    admins = context.draft.texts(at.ADMINS)
    if account_id in admins:
        context.talk.say("setup-admins-again")
        return
    context.draft.set(at.ADMINS, [*admins, account_id])
    context.talk.say("setup-admins-added")
    welcome(context, account_id, context.words.say("setup-admins-welcome", branch=context.branch))
    for group_id in context.draft.texts(at.GROUPS)[:1]:
        _try(context, _inviting(group_id, account_id))


def _inviting(group_id: str, account_id: str) -> Ask[None]:
    return lambda client: client.add_members(group_id, [account_id])


def _try(context: SetupContext, change: Ask[None]) -> None:
    """Change the group. It can be done by hand later, so that it fails stops nothing."""
    try:
        context.signal(change)
    except SignalApiError:
        context.talk.say("setup-admins-not-invited")


STEP = Step("admins", "setup-step-admins", _run, needs=("branch", "number"))
