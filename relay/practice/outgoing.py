"""What signal-cli does when the bot sends: whom it reaches, and how it reports whom it does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from relay.practice.chats import Chat
from relay.practice.people import Account, Person
from relay.practice.refusals import RATE_LIMIT_ERROR, UNTRUSTED_KEY_ERROR, Refusal
from relay.practice.world import World

Act = Callable[[Chat, int, frozenset[str]], int]
"""Does one thing in a chat, at a timestamp, missing some of its members."""


@dataclass(frozen=True)
class Failure:
    """A recipient that a message did not reach; `reason` is signal-cli's name for why."""

    identifier: str
    number: str | None
    aci: str | None
    reason: str


@dataclass(frozen=True)
class Sent:
    """The result of a send: its timestamp in milliseconds and who was not reached."""

    timestamp: int
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class Forced:
    """Failures that a test wants: reason by account id, and tokens for rate limits."""

    reasons: Mapping[str, str]
    token: str = ""


NOTHING_FORCED = Forced({})


def _failure(identifier: str, person: Person | None, reason: str) -> Failure:
    if person is None:
        number = identifier if identifier.startswith("+") else None
        return Failure(identifier, number, None if number else identifier, reason)
    return Failure(identifier, person.visible_number, person.aci, reason)


def check(results: int, failures: tuple[Failure, ...], forced: Forced) -> None:
    """Raises what signal-cli raises when nobody at all was reached.

    See `SendMessageResultUtils.outputResult` in signal-cli: only when every recipient failed for
    the same reason does the error say which.
    """
    if not failures or len(failures) < results:
        return
    reasons = {failure.reason for failure in failures}
    if reasons == {"IDENTITY_FAILURE"}:
        raise Refusal(
            "Failed to send message due to untrusted identities", code=UNTRUSTED_KEY_ERROR
        )
    if reasons == {"RATE_LIMIT_FAILURE"}:
        tokens = tuple(forced.token for _ in failures)
        text = "Failed to send message due to rate limiting"
        raise Refusal(text, code=RATE_LIMIT_ERROR, tokens=tokens)
    raise Refusal("Failed to send message")


def to_people(
    world: World, account: Account, recipients: list[str], act: Act, forced: Forced
) -> Sent:
    """Does something in the chat with each recipient: numbers, account ids or usernames.

    Raises:
        Refusal: not one of them was reached.
    """
    stamp = world.clock.timestamp()
    failures: list[Failure] = []
    for recipient in dict.fromkeys(recipients):
        person = world.find(recipient)
        if person is None:
            failures.append(_failure(recipient, None, "UNREGISTERED_FAILURE"))
            continue
        reason = forced.reasons.get(person.aci) or world.trouble_with(person)
        if reason:
            failures.append(_failure(recipient, person, reason))
        else:
            act(world.direct_chat(account.self_, person), stamp, frozenset())
    done = Sent(stamp, tuple(failures))
    check(len(dict.fromkeys(recipients)), done.failures, forced)
    return done


def to_group(world: World, account: Account, group_id: str, act: Act, forced: Forced) -> Sent:
    """Does something in a group.

    The account counts as a recipient that is always reached (`notify_self`, which the REST API
    sets unless told otherwise), so a group send never raises for failed recipients.

    Raises:
        Refusal: no such group, or not a member.
    """
    chat = world.group_chat(group_id)
    group = chat.the_group()
    members = group.members
    if account.aci not in members and account.aci not in chat.stays:
        raise Refusal(f"Group not found: {group_id}")
    group.check_member(account.aci)
    stamp = world.clock.timestamp()
    reasons = {aci: reason for aci, reason in forced.reasons.items() if aci in members}
    smaller, larger = sorted((world.troubled, members.keys()), key=len)
    for aci in smaller:
        if aci in larger and aci not in reasons:
            reasons[aci] = world.trouble_with(world.people[aci]) or "NETWORK_FAILURE"
    act(chat, stamp, frozenset(reasons))
    failures = tuple(_failure(a, world.people[a], reason) for a, reason in reasons.items())
    return Sent(stamp, failures)
