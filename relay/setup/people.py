"""Naming people: each sends the bot a code of their own, and so shows which account is theirs."""

from relay.setup.checks import an_account_id
from relay.setup.codes import LIFETIME, OneTimeCode
from relay.setup.context import SetupContext
from relay.setup.signal_session import sending
from relay.setup.steps.privacy import LINK, USERNAME
from relay.setup.talk import offered
from relay.signal.errors import SignalApiError
from relay.time.clock import SystemClock

_WAYS = (("code", "setup-person-by-code"), ("id", "setup-person-by-id"))
_WAYS_ON = (*_WAYS, ("done", "setup-person-done"))
_MINUTES = round(LIFETIME.total_seconds() / 60)


def next_person(context: SetupContext, key: str, question: str, known: int) -> str | None:
    """Ask for one more person.

    Args:
        context: whom to ask.
        key: of the question, such as `admins.how`.
        question: who is asked for.
        known: how many there are already; the host may stop once there is one.

    Returns:
        Their account id, or None where the host wants no more.
    """
    ways = offered(context.words, _WAYS_ON if known else _WAYS)
    while True:
        how = context.talk.choose(key, question, ways, "done" if known else "code")
        if how == "done":
            return None
        if how == "id":
            return context.talk.ask(
                f"{key}.id", context.words.say("setup-person-id"), an_account_id
            )
        account_id = _by_code(context)
        if account_id is not None:
            return account_id
        context.talk.say("setup-code-void")


def listed(context: SetupContext, key: str) -> list[str] | None:
    """The account ids that an answers file gives, or None where a person is asked.

    Raises:
        SetupStopped: one of them is no account id.
    """
    ids = context.talk.given(key)
    if ids is None:
        return None
    return [an_account_id(str(one)) for one in (ids if isinstance(ids, list) else [ids])]


def welcome(context: SetupContext, account_id: str, text: str) -> None:
    """Tell somebody what they have become. That it cannot be told stops nothing."""
    try:
        context.signal(sending(account_id, text))
    except SignalApiError:
        context.talk.say("setup-person-not-told")


def _by_code(context: SetupContext) -> str | None:
    # The line is opened, and the code made, before anybody can send it.
    context.signal(lambda client: client.accounts())
    code = OneTimeCode(SystemClock())
    username, link = context.progress.note(USERNAME), context.progress.note(LINK)
    if username and link:
        context.talk.say("setup-code-where", username=username, link=link)
    else:
        context.talk.say("setup-code-where-number")
    context.talk.say("setup-code", code=code.shown, minutes=_MINUTES)
    account_id = context.session.sender_of(code)
    if account_id is not None:
        context.talk.say("setup-code-came")
    return account_id
