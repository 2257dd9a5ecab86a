"""What signal-cli does when the bot sends: whom it reaches, and how it reports whom it does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from practice.chats import Chat
from practice.people import Account, Person
from practice.refusals import RATE_LIMIT_ERROR, UNTRUSTED_KEY_ERROR, Refusal
from practice.world import World

Json = dict[str, Any]
Itself = Literal["counts", "does not count"]
Act = Callable[[Chat, int, frozenset[str]], int]
"""Does one thing in a chat, at a timestamp, missing some of its members."""


SUCCESS = "SUCCESS"


@dataclass(frozen=True)
class Result:
    """What became of a message for one recipient (`JsonSendMessageResult` in signal-cli).

    Args:
        number, aci, username: who it is, as far as signal-cli knows.
        kind: `SUCCESS`, or its name for why not.
        group_id: the group it went to, if any.
        token: the challenge token of a `RATE_LIMIT_FAILURE`, if Signal sent one.
    """

    number: str | None
    aci: str | None
    username: str | None = None
    kind: str = SUCCESS
    group_id: str | None = None
    token: str = ""

    @property
    def as_json(self) -> Json:
        """The result as signal-cli writes it."""
        shown: Json = {
            "recipientAddress": {
                "uuid": self.aci,
                "number": self.number,
                "username": self.username,
            }
        }
        if self.group_id:
            shown["groupId"] = self.group_id
        shown["type"] = self.kind
        if self.token:
            shown["token"] = self.token
        return shown


@dataclass(frozen=True)
class Sent:
    """The result of a send: its timestamp in milliseconds, and what became of it for whom."""

    timestamp: int
    results: tuple[Result, ...] = ()

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results of those who were not reached."""
        return tuple(result for result in self.results if result.kind != SUCCESS)

    @property
    def as_json(self) -> Json:
        """The result as signal-cli writes it."""
        results = [result.as_json for result in self.results]
        return {"timestamp": self.timestamp, "results": results}

    def check(self) -> "Sent":
        """Raises what signal-cli raises when nobody at all was reached.

        See `SendMessageResultUtils.outputResult` in signal-cli: only when every recipient failed
        for the same reason does the error say which.
        """
        if not self.results or len(self.failures) < len(self.results):
            return self
        reasons = {failure.kind for failure in self.failures}
        data = {"response": self.as_json}
        if reasons == {"IDENTITY_FAILURE"}:
            raise Refusal(
                "Failed to send message due to untrusted identities",
                code=UNTRUSTED_KEY_ERROR,
                data=data,
            )
        if reasons == {"RATE_LIMIT_FAILURE"}:
            raise Refusal(
                "Failed to send message due to rate limiting",
                code=RATE_LIMIT_ERROR,
                tokens=tuple(failure.token for failure in self.failures),
                data=data,
            )
        raise Refusal("Failed to send message", data=data)


@dataclass(frozen=True)
class Forced:
    """Failures that a test wants: reason by account id, and tokens for rate limits."""

    reasons: Mapping[str, str]
    token: str = ""


NOTHING_FORCED = Forced({})


def _result(
    person: Person, forced: Forced, *, kind: str = SUCCESS, group_id: str | None = None
) -> Result:
    token = forced.token if kind == "RATE_LIMIT_FAILURE" else ""
    return Result(person.visible_number, person.aci, person.username, kind, group_id, token)


def _nobody(identifier: str) -> Result:
    """Somebody who is not on Signal, by number, account id or username."""
    if identifier.startswith("+"):
        return Result(identifier, None, None, "UNREGISTERED_FAILURE")
    try:
        UUID(identifier)
    except ValueError:
        return Result(None, None, identifier, "UNREGISTERED_FAILURE")
    return Result(None, identifier, None, "UNREGISTERED_FAILURE")


def to_people(
    world: World, account: Account, recipients: list[str], act: Act, forced: Forced
) -> Sent:
    """Does something in the chat with each recipient: numbers, account ids or usernames.

    Raises:
        Refusal: not one of them was reached.
    """
    stamp = world.clock.timestamp()
    results: list[Result] = []
    for recipient in dict.fromkeys(recipients):
        person = world.find(recipient)
        if person is None:
            results.append(_nobody(recipient))
            continue
        reason = forced.reasons.get(person.aci) or world.trouble_with(person)
        results.append(_result(person, forced, kind=reason or SUCCESS))
        if not reason:
            act(world.direct_chat(account.self_, person), stamp, frozenset())
    return Sent(stamp, tuple(results)).check()


def to_group(
    world: World, account: Account, group_id: str, act: Act, forced: Forced, *, itself: Itself
) -> Sent:
    """Does something in a group.

    Args:
        world, account, act, forced: as for `to_people`.
        group_id: the internal id.
        itself: whether the account's own copy counts as a recipient that is reached. It does for a
            new message (`notify_self`, which the REST API sets unless told otherwise), so that one
            never fails as a whole. It does not for an edit, deletion, reaction, poll or pin: these
            fail where every other member does.

    Raises:
        Refusal: no such group, not a member, or nobody was reached.
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
    results = [Result(account.number, account.aci, group_id=group_id)] if itself == "counts" else []
    results += [
        _result(world.people[aci], forced, kind=reasons.get(aci, SUCCESS), group_id=group_id)
        for aci in members
        if aci != account.aci
    ]
    sent = Sent(stamp, tuple(results))
    sent.check()
    act(chat, stamp, frozenset(reasons))
    return sent
