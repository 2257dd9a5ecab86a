"""The first admins: those who may post, named by their Signal account and never by a number."""

from relay.setup import draft as at
from relay.setup.desk import Desk, Step
from relay.setup.line import Ask
from relay.setup.people import listed, next_person, welcome
from relay.signal.errors import SignalApiError


def _run(desk: Desk) -> None:
    talk, say = desk.talk, desk.words.say
    talk.say("setup-admins-about")
    given = listed(desk, "admins.ids")
    if given is not None:
        for one in given:
            _add(desk, one)
    else:
        while True:
            count = len(desk.draft.texts(at.ADMINS))
            question = say("setup-admins-how", count=count)
            account_id = next_person(desk, "admins.how", question, count)
            if account_id is None:
                break
            _add(desk, account_id)
    admins, groups = desk.draft.texts(at.ADMINS), desk.draft.texts(at.GROUPS)
    if groups:
        talk.say("setup-admins-in-group")
    if groups and talk.agreed("admins.group_admins", say("setup-admins-in-group-too"), "no"):
        _try(desk, lambda client: client.add_admins(groups[0], admins))
    talk.say("setup-admins-done", count=len(admins))


def _add(desk: Desk, account_id: str) -> None:
    admins = desk.draft.texts(at.ADMINS)
    if account_id in admins:
        desk.talk.say("setup-admins-again")
        return
    desk.draft.set(at.ADMINS, [*admins, account_id])
    desk.talk.say("setup-admins-added")
    welcome(desk, account_id, desk.words.say("setup-admins-welcome", branch=desk.branch))
    for group_id in desk.draft.texts(at.GROUPS)[:1]:
        _try(desk, _inviting(group_id, account_id))


def _inviting(group_id: str, account_id: str) -> Ask[None]:
    return lambda client: client.add_members(group_id, [account_id])


def _try(desk: Desk, change: Ask[None]) -> None:
    """Change the group. It can be done by hand later, so that it fails stops nothing."""
    try:
        desk.signal(change)
    except SignalApiError:
        desk.talk.say("setup-admins-not-invited")


STEP = Step("admins", "setup-step-admins", _run, needs=("branch", "number"))
