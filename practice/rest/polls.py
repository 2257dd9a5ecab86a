"""`/v1/polls`: questions with options."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from practice import traffic
from practice.chats import Chat
from practice.messages import Poll
from practice.outgoing import Act, Forced
from practice.people import Account
from practice.refusals import Refusal
from practice.rest.call import Body, Call, Denied, answer, empty, timestamp_in
from practice.rest.marks import reach
from practice.rest.recipients import kind_of

ActFor = Callable[[Account], Act]
"""Builds what to do in a chat once the account is known."""

_FEWEST_OPTIONS = 2
_MOST_OPTIONS = 10
_LONGEST_OPTION = 100


class PollBody(Body):
    """The body of POST /v1/polls/{number}."""

    recipient: str | None = None
    question: str | None = None
    answers: list[str] | None = None
    allow_multiple_selections: bool | None = None


class VoteBody(Body):
    """The body of POST /v1/polls/{number}/vote; answers count from 1."""

    recipient: str | None = None
    poll_author: str | None = None
    poll_timestamp: str | None = None
    selected_answers: list[int] | None = None


class ClosingBody(Body):
    """The body of DELETE /v1/polls/{number}."""

    recipient: str | None = None
    poll_timestamp: str | None = None


def _require(values: dict[str, object]) -> None:
    for name, value in values.items():
        if not value:
            raise Denied(f"Couldn't process request - {name} missing")


def _timestamp(text: str | None) -> int:
    try:
        return int(text or "")
    except ValueError as error:
        raise Denied("Couldn't process request - invalid timestamp") from error


def _check_options(options: list[str]) -> None:
    if len(options) < _FEWEST_OPTIONS:
        raise Refusal("Poll needs at least two options")
    if len(options) > _MOST_OPTIONS:
        raise Refusal(f"Poll cannot have more than {_MOST_OPTIONS} options")
    for option in options:
        if not option:
            raise Refusal("Poll options must not be empty")
        if len(option) > _LONGEST_OPTION:
            raise Refusal(
                f'Poll option "{option}" exceeds the maximum length of {_LONGEST_OPTION} characters'
            )


async def _everywhere(call: Call, method: str, recipient: str, act_for: ActFor) -> Any:
    kind = kind_of(recipient)

    def work(forced: Forced) -> dict[str, Any]:
        account = call.account()
        return reach(call.world, account, recipient, kind, act_for(account), forced).as_json

    return await call.ask(method, work)


def _opening(call: Call, body: PollBody) -> ActFor:
    def for_account(account: Account) -> Act:
        options = body.answers or []
        _check_options(options)
        several = body.allow_multiple_selections is not False

        def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
            poll = Poll(body.question or "", tuple(options), several)
            return traffic.open_poll(
                call.world, account.self_, chat, poll, timestamp=stamp, missed=missed
            )

        return act

    return for_account


def _voting(call: Call, body: VoteBody, timestamp: int) -> ActFor:
    def for_account(account: Account) -> Act:
        author = call.world.find(body.poll_author or "")
        target = (author.aci if author else body.poll_author or "", timestamp)
        options = tuple(number - 1 for number in body.selected_answers or ())

        def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
            return traffic.vote(
                call.world, account.self_, chat, target, options, timestamp=stamp, missed=missed
            )

        return act

    return for_account


def _closing(call: Call, timestamp: int) -> ActFor:
    def for_account(account: Account) -> Act:
        def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
            return traffic.close_poll(
                call.world, account.self_, chat, timestamp, timestamp=stamp, missed=missed
            )

        return act

    return for_account


async def create(call: Call) -> web.Response:
    """POST /v1/polls/{number}: 201 with the poll's timestamp."""
    body = call.body(PollBody)
    _require({"recipient": body.recipient, "question": body.question, "answers": body.answers})
    sent = await _everywhere(call, "sendPollCreate", body.recipient or "", _opening(call, body))
    return answer(201, {"timestamp": timestamp_in(sent)})


async def vote(call: Call) -> web.Response:
    """POST /v1/polls/{number}/vote."""
    body = call.body(VoteBody)
    _require(
        {
            "poll_timestamp": body.poll_timestamp,
            "poll_author": body.poll_author,
            "selected_answers": body.selected_answers,
            "recipient": body.recipient,
        }
    )
    timestamp = _timestamp(body.poll_timestamp)
    if any(number <= 0 for number in body.selected_answers or ()):
        raise Denied("Invalid index in selected_answers specified, index needs to be >= 1!")
    await _everywhere(call, "sendPollVote", body.recipient or "", _voting(call, body, timestamp))
    return empty()


async def close(call: Call) -> web.Response:
    """DELETE /v1/polls/{number}."""
    body = call.body(ClosingBody)
    _require({"poll_timestamp": body.poll_timestamp, "recipient": body.recipient})
    timestamp = _timestamp(body.poll_timestamp)
    await _everywhere(call, "sendPollTerminate", body.recipient or "", _closing(call, timestamp))
    return empty()
