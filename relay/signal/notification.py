"""Reading a webhook notification: what it is, whom it is from, and whether anybody wants it.

Field names are those of signal-cli's JSON-RPC `receive` notification. Only what a person says to
the bot in a direct message is kept. Everything else (typing, receipts, calls, stories, our own
other devices, what people say in groups) is acknowledged and dropped without being stored. A vote
in a poll of ours is counted, and so is that a post has arrived. What an envelope says:
`relay.signal.envelope`.
"""

from dataclasses import dataclass, field
from typing import Any

from relay.signal.envelope import (
    FileTraits,
    attachments,
    content_of,
    edited_of,
    file_ids,
    name_of,
    person_of,
    shape_of,
    speaks_directly,
    timestamp_of,
    traits_of,
)
from relay.signal.fields import Part, flag_of, list_of, part_of, text_of, whole_of

_NOTHING_LOST = ("Duplicate", "SelfSend")
"""In the names of signal-cli's exceptions about a message that has come before, or is our own."""


@dataclass(frozen=True)
class Vote:
    """A vote in a poll.

    Attributes:
        poll: the poll's own timestamp, which names it.
        choices: places of the chosen answers, from 0; empty where somebody took theirs back.
        count: how often this person has voted in this poll, this one included.
        group: in which it was, by its internal id; empty outside of groups.
    """

    poll: int
    choices: tuple[int, ...] = field(repr=False)
    count: int
    group: str = field(default="", repr=False)


@dataclass(frozen=True)
class SaidInGroup:
    """What somebody wrote into a group. It is looked at, and no word of it is kept.

    signal-cli hands on nothing of whoever is not in the group (`isNotAllowedToSendToGroup` in its
    IncomingMessageHandler.java).

    Attributes:
        person: the account id of who wrote it.
        group: in which it was, by its internal id.
        text: as written; empty where there are only files.
        timestamp: of this version of it, in milliseconds; with its writer it names it.
        edits: that of the version it takes the place of; None where it is new.
        name: what its writer calls themselves; empty where that is not told.
        files: what came with it.
    """

    person: str = field(repr=False)
    group: str = field(repr=False)
    text: str = field(repr=False)
    timestamp: int
    edits: int | None = None
    name: str = field(default="", repr=False)
    files: tuple[FileTraits, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Receipt:
    """A phone of somebody's says that messages have arrived on it.

    Attributes:
        person: the account id of whose phone it is.
        timestamps: of the messages, in milliseconds.
    """

    person: str = field(repr=False)
    timestamps: tuple[int, ...]


class MalformedNotification(Exception):
    """The body is not a `receive` notification of signal-cli."""


class OtherLine(Exception):
    """The body is another line of signal-cli, such as the answer to a call.

    Up to 0.98 the API server posts every line to the webhook.
    """


@dataclass(frozen=True)
class Notification:
    """One notification that was understood.

    Attributes:
        account: the number it came in on; empty where it is not told.
        source: the sender's account id (ACI), or None where Signal did not tell.
        timestamp: the envelope's own, in milliseconds.
        params: what is stored: `{"envelope": {…}, "account": …}`.
        exception: the name of signal-cli's exception where it could not read the message itself.
    """

    account: str = field(repr=False)
    source: str | None = field(repr=False)
    timestamp: int
    params: Part = field(repr=False)
    exception: str = ""

    @property
    def is_for_us(self) -> bool:
        """Whether a person said something to the bot in a direct message."""
        return self.source is not None and speaks_directly(self.params["envelope"])

    @property
    def unreadable(self) -> str | None:
        """The shape of what cannot be read and was, or may have been, said to the bot; else None.

        It begins with `exception.` where signal-cli could not read it, with `envelope.` where it is
        of a new kind altogether, and is `sender` where it is not known whom it is from.
        """
        if self.exception:
            quiet = any(one in self.exception for one in _NOTHING_LOST)
            return None if quiet else f"exception.{self.exception}"
        return shape_of(self.params["envelope"])

    @property
    def is_withheld(self) -> bool:
        """Whether signal-cli keeps back what was said, because of a new key of the sender's.

        It delivers that, with this very timestamp, once the key is trusted.
        """
        return self.exception == "UntrustedIdentityException"

    @property
    def delivered_ms(self) -> int | None:
        """When Signal's servers handed it on, by their clock, in milliseconds; None if untold."""
        return whole_of(self.params["envelope"].get("serverDeliveredTimestamp")) or None

    @property
    def vote(self) -> Vote | None:
        """The vote it is, or None. It comes from a group, and of it only a count is kept."""
        content = part_of(self.params["envelope"].get("dataMessage"))
        vote = part_of(content.get("pollVote"))
        poll, count = whole_of(vote.get("targetSentTimestamp")), whole_of(vote.get("voteCount"))
        chosen = [whole_of(one) for one in list_of(vote.get("optionIndexes"))]
        choices = tuple(one for one in chosen if one is not None)
        if self.source is None or poll is None or count is None or len(choices) < len(chosen):
            return None
        group = text_of(part_of(content.get("groupInfo")).get("groupId"))
        return Vote(poll, choices, count, group)

    @property
    def said_in_group(self) -> SaidInGroup | None:
        """What somebody wrote into a group, also as a newer version of it; None if nothing."""
        envelope = self.params["envelope"]
        content = content_of(envelope) or {}
        group = text_of(part_of(content.get("groupInfo")).get("groupId"))
        text = text_of(content.get("message"))
        files = () if not group else traits_of(self.params)
        if self.source is None or not group or not (text or files):
            return None
        return SaidInGroup(
            self.source,
            group,
            text,
            self.timestamp,
            edited_of(envelope),
            text_of(envelope.get("sourceName")),
            files,
        )

    @property
    def receipt(self) -> Receipt | None:
        """The receipt of delivery it is, or None. That somebody has read something is passed over.

        Of it only a count is kept (`JsonReceiptMessage` in signal-cli).
        """
        receipt = part_of(self.params["envelope"].get("receiptMessage"))
        named = [whole_of(one) for one in list_of(receipt.get("timestamps"))]
        timestamps = tuple(one for one in named if one is not None)
        if self.source is None or not timestamps or flag_of(receipt.get("isDelivery")) is not True:
            return None
        return Receipt(self.source, timestamps)

    @property
    def unwanted_files(self) -> list[str]:
        """The ids of the files that came along and that nobody will fetch."""
        wanted = {file["id"] for file in attachments(self.params)} if self.is_for_us else set()
        return [file for file in file_ids(self.params["envelope"]) if file not in wanted]

    @property
    def changes_groups(self) -> bool:
        """Whether it tells that a group was changed, so that what we know of it is out of date."""
        content = part_of(self.params["envelope"].get("dataMessage"))
        return part_of(content.get("groupInfo")).get("type") == "UPDATE"

    @property
    def group_revision(self) -> tuple[str, int] | None:
        """The internal id of the group it is from and the version of it that its writer knows.

        Every change of a group, a wish to join included, is a new version. signal-cli fetches the
        group when a message knows a later one than is stored (`getOrMigrateGroup` in its
        GroupHelper.java), and tells nobody.
        """
        content = content_of(self.params["envelope"]) or {}
        info = part_of(content.get("groupInfo"))
        group, revision = text_of(info.get("groupId")), whole_of(info.get("revision"))
        return (group, revision) if group and revision is not None else None


def read_notification(body: Any) -> Notification:
    """Read the JSON body of a webhook call.

    Args:
        body: `{"jsonrpc": "2.0", "method": "receive", "params": {"envelope": {…}, "account": …}}`,
            already decoded.

    Raises:
        OtherLine: it is another line of signal-cli's JSON-RPC.
        MalformedNotification: it is nothing of signal-cli's.
    """
    if not isinstance(body, dict):
        raise MalformedNotification("not a receive notification")
    params = part_of(body.get("params"))
    exception = part_of(params.get("exception"))
    envelope = params.get("envelope") or ({} if exception else None)
    if body.get("method") != "receive" or not isinstance(envelope, dict):
        if body.get("jsonrpc") == "2.0":
            raise OtherLine
        raise MalformedNotification("not a receive notification")
    account = text_of(params.get("account"))
    return Notification(
        account=account,
        source=person_of(envelope),
        timestamp=timestamp_of(envelope),
        params={"envelope": envelope, "account": account},
        exception=name_of(exception.get("type")) if exception else "",
    )
