"""The payloads of the Signal lane: what a queued delivery holds until it is sent."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from relay.formatting import StyledText, StyleRange
from relay.signal.priority import Priority
from relay.signal.types import LinkState, Permissions
from relay.store.outbox import Outbox

SIGNAL_LANE = "signal"
CHALLENGE_LANE = "signal:challenge"
"""Solutions of captchas go round the lane that waits for them."""
SUBSCRIBERS_LANE = "signal:subscribers"
"""What goes to hundreds of people one by one; see `relay.subscriptions.lane`."""


class _Outgoing(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def action(self) -> str:
        """The name the outbox keeps beside the payload."""
        return str(getattr(self, "kind"))  # noqa: B009 -- each kind declares it as a literal

    def to_json(self) -> dict[str, Any]:
        """Return the payload as the outbox keeps it."""
        return self.model_dump(exclude_none=True, exclude_defaults=False)


class Earlier(BaseModel):
    """Which message of ours is meant: by its delivery, its announcement, or a timestamp.

    The first two are looked up when the lane comes to it: by then every earlier delivery to the
    same target has ended, and the newest version is known (`relay.signal.references`). A timestamp
    is for what is known by nothing else (any more).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    timestamp: int | None = None
    delivery: int | None = None
    announcement: int | None = None


class Message(_Outgoing):
    """A message to a person or a group.

    `files` are ids of the store's files, `sealed` ids of sealed ones, which are opened on the way.
    """

    kind: Literal["send"] = "send"
    text: str = Field(repr=False)
    styles: tuple[StyleRange, ...] = ()
    files: tuple[int, ...] = ()
    sealed: tuple[int, ...] = ()
    quote_author: str | None = Field(default=None, repr=False)
    quote_timestamp: int | None = None
    quote_text: str | None = Field(default=None, repr=False)


class Renewal(_Outgoing):
    """A message that takes the place of an announcement's earlier ones in a group."""

    kind: Literal["renew"] = "renew"
    text: str = Field(repr=False)
    files: tuple[int, ...] = ()


class Tidy(_Outgoing):
    """Deletes what a `Renewal` has taken the place of, as far as Signal does."""

    kind: Literal["tidy"] = "tidy"
    announcement: int


class Edit(_Outgoing):
    """New text for an earlier message. Phones keep its files and ignore those of an edit.

    `files` and `sealed` are those of the message, for where it has to be sent anew. `instead` is
    the text as a message of its own, for where the earlier one can no longer be changed; without
    one, it is then left as it is. `attempted` says that a call was made of which no answer is
    known.
    """

    kind: Literal["edit"] = "edit"
    text: str = Field(repr=False)
    styles: tuple[StyleRange, ...] = ()
    files: tuple[int, ...] = ()
    sealed: tuple[int, ...] = ()
    earlier: Earlier
    instead: str | None = Field(default=None, repr=False)
    attempted: bool = False

    @property
    def styled(self) -> StyledText:
        """The new text."""
        return StyledText(self.text, self.styles)


class Poll(_Outgoing):
    """A question with answers to choose one from."""

    kind: Literal["poll"] = "poll"
    question: str = Field(repr=False)
    answers: tuple[str, ...] = Field(min_length=2, max_length=10)


class EndPoll(_Outgoing):
    """Takes an earlier poll of ours back: deletes it, or closes it where it is too old for that."""

    kind: Literal["end_poll"] = "end_poll"
    earlier: Earlier


class Delete(_Outgoing):
    """A remote delete of an earlier message."""

    kind: Literal["delete"] = "delete"
    earlier: Earlier


class React(_Outgoing):
    """An emoji on somebody's message."""

    kind: Literal["react"] = "react"
    emoji: str
    author: str = Field(repr=False)
    timestamp: int


class Receipt(_Outgoing):
    """Tells a person that the bot has read their message."""

    kind: Literal["receipt"] = "receipt"
    timestamp: int
    receipt: Literal["read", "viewed"]


class ForgetAttachment(_Outgoing):
    """Deletes the API server's own copy of a received file."""

    kind: Literal["forget"] = "forget"
    attachment: str


class Timer(_Outgoing):
    """Lets the messages of a direct chat vanish after some seconds, for both sides."""

    kind: Literal["timer"] = "timer"
    seconds: int = Field(ge=1)


class ChangeGroup(_Outgoing):
    """Makes a group as it is declared; what is None is left as it is.

    The values are those of `relay.signal.types`; `timer` is in seconds.
    """

    kind: Literal["change_group"] = "change_group"
    name: str | None = Field(default=None, repr=False)
    description: str | None = Field(default=None, repr=False)
    permissions: Permissions
    link: LinkState | None = None
    timer: int | None = Field(default=None, ge=1)


class MakeGroup(_Outgoing):
    """Makes a group with the bot as its only member. Its target is only there to keep order."""

    kind: Literal["make_group"] = "make_group"
    name: str = Field(repr=False)
    description: str = Field(repr=False)
    permissions: Permissions
    link: LinkState


class ChangeMembers(_Outgoing):
    """Lets people into a group, takes them out, or makes members its admins.

    Who asked in Signal to be let in is let in by `add` and refused by `remove`; `remove` also takes
    back an invitation (`GroupHelper.updateGroupV2` of signal-cli). Whoever is in the group already,
    or is not, is left so: it may be carried out twice. That it went out does not say that it came
    about. Somebody whose profile key the bot lacks is only invited, and Signal's refusals get lost.

    All are account ids, or numbers where no account id is known.
    """

    kind: Literal["change_members"] = "change_members"
    add: tuple[str, ...] = Field(default=(), repr=False)
    remove: tuple[str, ...] = Field(default=(), repr=False)
    promote: tuple[str, ...] = Field(default=(), repr=False)


class DeleteTheirs(_Outgoing):
    """Deletes somebody else's message in the group, for everybody there, as an admin of it.

    The five kinds from here to `Refresh` go to signal-cli itself (`relay.signal.direct`). Whoever
    queues one asks `relay.signal.abilities` first whether there is a way. Each may be carried out
    twice: what is deleted, banned or not banned already stays so, and a link is changed once more.
    The target of all of them is the group.

    Attributes:
        author: the account id of whoever wrote it.
        timestamp: of the message as it was first sent, in milliseconds.
    """

    kind: Literal["delete_theirs"] = "delete_theirs"
    author: str = Field(repr=False)
    timestamp: int


class Ban(_Outgoing):
    """Takes somebody out of the group, if they are in it, and keeps them from joining by link."""

    kind: Literal["ban"] = "ban"
    person: str = Field(repr=False)


class Unban(_Outgoing):
    """Lets somebody who was banned join by link again. It does not let them in."""

    kind: Literal["unban"] = "unban"
    person: str = Field(repr=False)


class ResetLink(_Outgoing):
    """Gives the group another link; the one before lets nobody in any more."""

    kind: Literal["reset_link"] = "reset_link"


class Refresh(_Outgoing):
    """Has signal-cli ask Signal how the group is now, whatever it has stored."""

    kind: Literal["refresh"] = "refresh"


class LeaveGroup(_Outgoing):
    """The bot leaves a group. To leave one that it is not in changes nothing."""

    kind: Literal["leave_group"] = "leave_group"


class Pin(_Outgoing):
    """Pins an earlier message of ours in its group until it is taken off, for everybody there.

    At most three are pinned; a fourth takes the place of the oldest (`getPinnedMessagesLimit` in
    ts/util/pinnedMessages.dom.ts of Signal-Desktop).
    """

    kind: Literal["pin"] = "pin"
    earlier: Earlier


class Unpin(_Outgoing):
    """Takes the pin off an earlier message of ours."""

    kind: Literal["unpin"] = "unpin"
    earlier: Earlier


class Trust(_Outgoing):
    """Accepts a person's new key, after somebody has spoken to them."""

    kind: Literal["trust"] = "trust"


class Challenge(_Outgoing):
    """The solution of a captcha."""

    kind: Literal["challenge"] = "challenge"
    token: str = Field(repr=False)
    captcha: str = Field(repr=False)


Outgoing = (
    Message
    | Renewal
    | Tidy
    | Edit
    | Poll
    | EndPoll
    | Delete
    | React
    | Receipt
    | ForgetAttachment
    | Timer
    | ChangeGroup
    | ChangeMembers
    | DeleteTheirs
    | Ban
    | Unban
    | ResetLink
    | Refresh
    | LeaveGroup
    | Pin
    | Unpin
    | MakeGroup
    | Trust
    | Challenge
)

_ADAPTER: TypeAdapter[Outgoing] = TypeAdapter(Annotated[Outgoing, Field(discriminator="kind")])


def read_outgoing(payload: dict[str, Any]) -> Outgoing:
    """Return a payload as the outbox kept it in its type."""
    return _ADAPTER.validate_python(payload)


def queue_outgoing(
    outbox: Outbox,
    target: str,
    outgoing: Outgoing,
    *,
    priority: Priority,
    now: datetime,
    operation: int | None = None,
    topic: str | None = None,
) -> int:
    """Queue something for the Signal lane.

    Args:
        outbox: where it waits until it is sent.
        target: an account id, a group's id, or what else keeps its order.
        outgoing: what to send.
        priority: before what it goes.
        now: aware, UTC.
        operation: what an admin asked for that this is a part of, if it is.
        topic: what it is about (`relay.store.topics`), if that is kept.

    Returns:
        The delivery's id.
    """
    return outbox.queue(
        lane=SIGNAL_LANE,
        target=target,
        action=outgoing.action,
        payload=outgoing.to_json(),
        priority=priority,
        now=now,
        operation=operation,
        topic=topic,
    )
