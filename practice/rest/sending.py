"""`/v2/send`, `/v1/send`: `SendV2` in src/api/api.go and `send` in src/client/client.go."""

from typing import Any

from aiohttp import web

from practice import outgoing, traffic
from practice.attachments import parse_outgoing
from practice.chats import Chat
from practice.groups import GROUP_PREFIX, internal_id_of
from practice.messages import Content, Mention, Preview, Quote, TextStyle
from practice.outgoing import Forced, Itself
from practice.people import Account, Person
from practice.refusals import RATE_LIMIT_ERROR, Refusal
from practice.releases import Release, since
from practice.rest.call import Body, Call, Denied, answer, timestamp_in
from practice.rest.recipients import RecipientKind, kind_of
from practice.rest.textstyle import parse_styles
from practice.world import World

_EMPTY = (
    "Sending empty message is not allowed, either a message, attachment or sticker must be given."
)
_LIFT = (
    ". Use the attached challenge tokens to lift the rate limit restrictions via the"
    " '/v1/accounts/{number}/rate-limit-challenge' endpoint."
)
_TOGETHER = (
    "Signal Messenger {} and {} cannot be specified together in one request!"
    " Please split them up into multiple REST API calls."
)


class MentionBody(Body):
    """A mention in a message or a quote."""

    start: int = 0
    length: int = 0
    author: str = ""


class PreviewBody(Body):
    """A link preview."""

    url: str = ""
    title: str = ""
    description: str = ""
    base64_thumbnail: str = ""


class SendBody(Body):
    """The body of `/v2/send`."""

    number: str | None = None
    recipients: list[str] | None = None
    recipient: str | None = None
    message: str | None = None
    base64_attachments: list[str] | None = None
    sticker: str | None = None
    mentions: list[MentionBody] | None = None
    quote_timestamp: int | None = None
    quote_author: str | None = None
    quote_message: str | None = None
    quote_mentions: list[MentionBody] | None = None
    text_mode: str | None = None
    edit_timestamp: int | None = None
    notify_self: bool | None = None
    link_preview: PreviewBody | None = None
    view_once: bool | None = None


class OldSendBody(Body):
    """The body of `/v1/send`."""

    number: str | None = None
    recipients: list[str] | None = None
    message: str | None = None
    base64_attachment: str | None = None
    is_group: bool | None = None


def check_form(body: SendBody, recipients: list[str]) -> None:
    """Raises Denied for what `SendV2` refuses before it looks at the recipients."""
    wrong = ""
    if not recipients:
        wrong = "Couldn't process request - please provide at least one recipient"
    elif not body.number:
        wrong = "Couldn't process request - please provide a valid number"
    elif body.sticker and ":" not in body.sticker:
        wrong = "Couldn't process request - please provide valid sticker delimiter"
    elif body.view_once and not body.base64_attachments:
        wrong = "'view_once' can only be set for image attachments!"
    if wrong:
        raise Denied(wrong)


def sort_recipients(recipients: list[str]) -> tuple[RecipientKind, list[str]]:
    """The one kind that all recipients have, and the recipients.

    Raises:
        Refusal: of several kinds, or several groups.
    """
    kinds: dict[RecipientKind, list[str]] = {"group": [], "number": [], "username": []}
    for recipient in recipients:
        kinds[kind_of(recipient)].append(recipient)
    if kinds["number"] and kinds["group"]:
        raise Refusal(_TOGETHER.format("Groups", "phone numbers"))
    if kinds["username"] and kinds["group"]:
        raise Refusal(_TOGETHER.format("Groups", "usernames"))
    if kinds["number"] and kinds["username"]:
        raise Refusal(_TOGETHER.format("phone numbers", "usernames"))
    if len(kinds["group"]) > 1:
        raise Refusal(
            "A signal message cannot be sent to more than one group at once!"
            " Please use multiple REST API calls for that."
        )
    for kind, named in kinds.items():
        if named:
            return kind, named
    raise Refusal("Please provide at least one recipient")


def check_preview(message: str, preview: PreviewBody | None) -> None:
    """Raises the Refusal of `validateLinkPreview`."""
    if preview is None:
        return
    if not preview.url:
        raise Refusal("Please provide a valid Link Preview URL")
    if not preview.url.startswith("https"):
        raise Refusal("Link Preview URL must start with https://..")
    if not preview.title:
        raise Refusal("Please provide a valid Link Preview Title")
    if preview.url not in message:
        raise Refusal("Link Preview URL is missing in the message!")


def _mentions(world: World, bodies: list[MentionBody] | None) -> tuple[Mention, ...]:
    found = []
    for body in bodies or ():
        person = world.find(body.author)
        found.append(Mention(body.start, body.length, person.aci if person else body.author))
    return tuple(found)


def _quote(world: World, body: SendBody) -> Quote | None:
    if body.quote_timestamp is None:
        return None
    if body.quote_author is None:
        return None
    author = world.find(body.quote_author)
    return Quote(
        body.quote_timestamp,
        author.aci if author else body.quote_author,
        body.quote_message or "",
        _mentions(world, body.quote_mentions),
    )


def content_of(world: World, body: SendBody, release: Release) -> Content:
    """What a body says to send, as a release reads it.

    Raises:
        Refusal: a bad attachment or link preview.
    """
    text = body.message or ""
    check_preview(text, body.link_preview)
    styles: tuple[TextStyle, ...] = ()
    if body.text_mode == "styled":
        text, styles = parse_styles(text, release)
    preview = body.link_preview
    previews: tuple[Preview, ...] = ()
    if preview:
        image = parse_outgoing(preview.base64_thumbnail) if preview.base64_thumbnail else None
        previews = (Preview(preview.url, preview.title, preview.description, image),)
    return Content(
        text=text,
        attachments=tuple(map(parse_outgoing, body.base64_attachments or ())),
        quote=_quote(world, body),
        mentions=_mentions(world, body.mentions),
        styles=styles,
        previews=previews,
        sticker=body.sticker or None,
        view_once=bool(body.view_once),
    )


def send(
    world: World,
    account: Account,
    target: tuple[RecipientKind, list[str]],
    content: Content,
    edited: int | None,
    forced: Forced,
) -> dict[str, Any]:
    """signal-cli's `send`: a new message, or a new version of the one sent at `edited`.

    Raises:
        Refusal: nothing to send, not allowed, or nobody was reached.
    """
    if not (content.text or content.attachments or content.sticker or content.quote):
        raise Refusal(_EMPTY)
    author: Person = account.self_

    def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
        if chat.group:
            chat.group.check_may_send(author.aci)
        if edited is None:
            return traffic.post(world, author, chat, content, timestamp=stamp, missed=missed)
        return traffic.edit(world, author, chat, edited, content, timestamp=stamp, missed=missed)

    kind, recipients = target
    if kind == "group":
        itself: Itself = "counts" if edited is None else "does not count"
        group_id = internal_id_of(recipients[0])
        return outgoing.to_group(world, account, group_id, act, forced, itself=itself).as_json
    return outgoing.to_people(world, account, recipients, act, forced).as_json


def _said(sent: Any, release: Release) -> dict[str, Any]:
    """What the API makes of a result; only the newest names those who were not reached."""
    said: dict[str, Any] = {"timestamp": timestamp_in(sent)}
    failed = [result for result in (sent or {}).get("results") or () if result["type"] != "SUCCESS"]
    if failed and since(release, "0.101-dev"):
        said["errors"] = {"recipients": [_failed(result) for result in failed]}
    return said


def _failed(result: dict[str, Any]) -> dict[str, str]:
    address = result["recipientAddress"]
    named = {name: address[name] for name in ("number", "uuid", "username") if address.get(name)}
    return {**named, "reason": result["type"]}


async def send_v2(call: Call) -> web.Response:
    """POST /v2/send: 201 with an object (the newest: a list of one), 429 with tokens, or 400."""
    body = call.body(SendBody)
    recipients = [*(body.recipients or ()), *([body.recipient] if body.recipient else ())]
    check_form(body, recipients)
    target = sort_recipients(recipients)
    content = content_of(call.world, body, call.release)

    def work(forced: Forced) -> dict[str, Any]:
        account = call.account(body.number or "")
        if body.quote_timestamp is not None and body.quote_author is None:
            raise Refusal("Quote author parameter is missing")
        return send(call.world, account, target, content, body.edit_timestamp, forced)

    try:
        sent = await call.ask("send", work)
    except Refusal as refusal:
        if refusal.code != RATE_LIMIT_ERROR:
            raise
        limited: dict[str, Any] = {"error": refusal.text + _LIFT}
        if refusal.tokens:
            limited["challenge_tokens"] = list(refusal.tokens)
        limited["account"] = body.number
        return answer(429, limited)
    said = _said(sent, call.release)
    return answer(201, [said] if call.since("0.101-dev") else said)


async def send_v1(call: Call) -> web.Response:
    """POST /v1/send, which is deprecated: 201 with an object, or 400."""
    body = call.body(OldSendBody)
    if not body.recipients:
        raise Refusal("Please specify at least one recipient")
    kind: RecipientKind = "group" if body.is_group else "number"
    if kind == "group" and len(body.recipients) > 1:
        raise Refusal("More than one recipient is currently not allowed")
    recipients = body.recipients
    if kind == "group":
        recipients = [GROUP_PREFIX + recipients[0].removeprefix(GROUP_PREFIX)]
    files = (parse_outgoing(body.base64_attachment),) if body.base64_attachment else ()
    content = Content(text=body.message or "", attachments=files)
    sent = await call.ask(
        "send",
        lambda forced: send(
            call.world, call.account(body.number or ""), (kind, recipients), content, None, forced
        ),
    )
    return answer(201, _said(sent, call.release))
