"""What is done to a message that exists: reactions, receipts, remote deletes; and typing."""

from typing import Any

from aiohttp import web

from practice import outgoing, traffic
from practice.chats import Chat
from practice.groups import GROUP_PREFIX, internal_id_of
from practice.messages import ReceiptKind
from practice.outgoing import Act, Forced, Sent
from practice.people import Account
from practice.refusals import Refusal
from practice.rest.call import Body, Call, Denied, answer, empty, timestamp_in
from practice.rest.recipients import RecipientKind, kind_of
from practice.world import World


class ReactionBody(Body):
    """The body of `/v1/reactions/{number}`."""

    recipient: str | None = None
    reaction: str | None = None
    target_author: str | None = None
    timestamp: int | None = None


class ReceiptBody(Body):
    """The body of `/v1/receipts/{number}`."""

    recipient: str | None = None
    receipt_type: str | None = None
    timestamp: int | None = None


class DeletionBody(Body):
    """The body of `/v1/remote-delete/{number}`."""

    recipient: str | None = None
    timestamp: int | None = None


class TypingBody(Body):
    """The body of `/v1/typing-indicator/{number}`."""

    recipient: str | None = None


def reach(
    world: World, account: Account, recipient: str, kind: RecipientKind, act: Act, forced: Forced
) -> Sent:
    """Does something in a group, or in the chat with one person."""
    if kind == "group":
        group_id = internal_id_of(recipient)
        return outgoing.to_group(world, account, group_id, act, forced, itself="does not count")
    return outgoing.to_people(world, account, [recipient], act, forced)


def _loose_kind(recipient: str) -> RecipientKind:
    """These endpoints look at the prefix alone."""
    return "group" if recipient.startswith(GROUP_PREFIX) else "number"


async def _react(call: Call, action: str) -> web.Response:
    body = call.body(ReactionBody)
    required = {
        "recipient": body.recipient,
        "reaction": body.reaction or action == "remove",
        "target_author": body.target_author,
        "timestamp": body.timestamp,
    }
    for name, value in required.items():
        if not value:
            raise Denied(f"Couldn't process request - {name} missing")
    recipient = body.recipient or ""
    kind = _loose_kind(recipient)
    if kind == "group":
        internal_id_of(recipient)

    def work(forced: Forced) -> dict[str, Any]:
        account = call.account()
        author = call.world.find(body.target_author or "")
        target = (author.aci if author else body.target_author or "", body.timestamp or 0)

        def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
            return traffic.react(
                call.world,
                account.self_,
                chat,
                body.reaction or "👍",
                target,
                "remove" if action == "remove" else "add",
                timestamp=stamp,
                missed=missed,
            )

        return reach(call.world, account, recipient, kind, act, forced).as_json

    await call.ask("sendReaction", work)
    return empty()


async def react(call: Call) -> web.Response:
    """POST /v1/reactions/{number}."""
    return await _react(call, "add")


async def unreact(call: Call) -> web.Response:
    """DELETE /v1/reactions/{number}."""
    return await _react(call, "remove")


async def send_receipt(call: Call) -> web.Response:
    """POST /v1/receipts/{number}."""
    body = call.body(ReceiptBody)
    if not body.recipient:
        raise Denied("Couldn't process request - recipient missing")
    if body.receipt_type not in ("read", "viewed"):
        raise Denied("Couldn't process request - receipt type must be read or viewed")
    if not body.timestamp:
        raise Denied("Couldn't process request - timestamp missing")
    kind: ReceiptKind = "read" if body.receipt_type == "read" else "viewed"
    recipient, timestamp = body.recipient, body.timestamp

    def work(forced: Forced) -> dict[str, Any]:
        account = call.account()
        reader = call.world.find(recipient)
        if reader is None or call.world.trouble_with(reader) or reader.aci in forced.reasons:
            raise Refusal("Failed to send message")
        traffic.receipt(call.world, account.self_, reader, kind, [timestamp])
        return {}

    await call.ask("sendReceipt", work)
    return empty()


async def remote_delete(call: Call) -> web.Response:
    """DELETE /v1/remote-delete/{number}: 201 with the deletion's own timestamp."""
    body = call.body(DeletionBody)
    recipient = body.recipient or ""
    kind = kind_of(recipient)

    def work(forced: Forced) -> dict[str, Any]:
        account = call.account()

        def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
            target = body.timestamp or 0
            return traffic.erase(
                call.world, account.self_, chat, target, timestamp=stamp, missed=missed
            )

        return reach(call.world, account, recipient, kind, act, forced).as_json

    return answer(201, {"timestamp": timestamp_in(await call.ask("remoteDelete", work))})


async def _type(call: Call, action: str) -> web.Response:
    body = call.body(TypingBody)
    recipient = body.recipient or ""
    kind = _loose_kind(recipient)
    if kind == "group":
        internal_id_of(recipient)

    def work(forced: Forced) -> dict[str, Any]:
        account = call.account()

        def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
            if chat.group:
                chat.group.check_may_send(account.aci)
            return traffic.typing(call.world, account.self_, chat, action)

        return reach(call.world, account, recipient, kind, act, forced).as_json

    await call.ask("sendTyping", work, heard_since="0.99")
    return empty()


async def start_typing(call: Call) -> web.Response:
    """PUT /v1/typing-indicator/{number}."""
    return await _type(call, "STARTED")


async def stop_typing(call: Call) -> web.Response:
    """DELETE /v1/typing-indicator/{number}."""
    return await _type(call, "STOPPED")
