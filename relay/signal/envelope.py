"""Reading a webhook notification: what it is, whom it is from, and whether anybody wants it.

Field names are those of signal-cli's JSON-RPC `receive` notification. Only what a person says to
the bot in a direct message is kept. Everything else (typing, receipts, calls, stories, our own
other devices, what people say in groups) is acknowledged and dropped without being stored. A vote
in a poll of ours is counted.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

_MEANINGFUL = ("message", "attachments", "reaction", "remoteDelete", "sticker", "contacts")


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


class MalformedNotification(Exception):
    """The body is not a `receive` notification of signal-cli."""


@dataclass(frozen=True)
class Notification:
    """One notification that was understood.

    Attributes:
        account: the number it came in on.
        source: the sender's account id (ACI), or None where Signal did not tell.
        timestamp: the envelope's own, in milliseconds.
        params: what is stored: `{"envelope": {…}, "account": …}`.
    """

    account: str = field(repr=False)
    source: str | None = field(repr=False)
    timestamp: int
    params: dict[str, Any] = field(repr=False)

    @property
    def is_for_us(self) -> bool:
        """Whether a person said something to the bot in a direct message."""
        return self.source is not None and _speaks_directly(self.params["envelope"])

    @property
    def delivered_ms(self) -> int | None:
        """When Signal's servers handed it on, by their clock, in milliseconds; None if untold."""
        told = self.params["envelope"].get("serverDeliveredTimestamp")
        return told if type(told) is int and 0 < told < 2**53 else None

    @property
    def vote(self) -> Vote | None:
        """The vote it is, or None. It comes from a group, and of it only a count is kept."""
        content = self.params["envelope"].get("dataMessage")
        vote = content.get("pollVote") if isinstance(content, dict) else None
        if not isinstance(vote, dict) or self.source is None:
            return None
        poll, chosen, count = (
            vote.get(name) for name in ("targetSentTimestamp", "optionIndexes", "voteCount")
        )
        choices = chosen if isinstance(chosen, list) else []
        numbers = [poll, count, *choices]
        if not all(type(one) is int and 0 <= one < 2**53 for one in numbers):
            return None
        place = content.get("groupInfo") if isinstance(content, dict) else None
        group = place.get("groupId") if isinstance(place, dict) else None
        where = group if isinstance(group, str) else ""
        return Vote(int(poll or 0), tuple(choices), int(count or 0), where)

    @property
    def unwanted_files(self) -> list[str]:
        """The ids of the files that came along and that nobody will fetch."""
        wanted = {file["id"] for file in attachments(self.params)} if self.is_for_us else set()
        return [file for file in file_ids(self.params["envelope"]) if file not in wanted]

    @property
    def changes_groups(self) -> bool:
        """Whether it tells that a group was changed, so that what we know of it is out of date."""
        content = self.params["envelope"].get("dataMessage")
        group = content.get("groupInfo") if isinstance(content, dict) else None
        return isinstance(group, dict) and group.get("type") == "UPDATE"


def read_notification(body: Any) -> Notification:
    """Read the JSON body of a webhook call.

    Args:
        body: `{"jsonrpc": "2.0", "method": "receive", "params": {"envelope": {…}, "account": …}}`,
            already decoded.

    Raises:
        MalformedNotification: it is something else.
    """
    params = body.get("params") if isinstance(body, dict) else None
    if not isinstance(params, dict) or body.get("method") != "receive":
        raise MalformedNotification("not a receive notification")
    envelope, account = params.get("envelope"), params.get("account")
    if not isinstance(envelope, dict) or not isinstance(account, str):
        raise MalformedNotification("no envelope or no account")
    timestamp = envelope.get("timestamp")
    if not isinstance(timestamp, int) or isinstance(timestamp, bool) or not 0 <= timestamp < 2**53:
        raise MalformedNotification("no timestamp")
    return Notification(
        account=account,
        source=_account_id(envelope.get("sourceUuid")),
        timestamp=timestamp,
        params={"envelope": envelope, "account": account},
    )


def _account_id(value: Any) -> str | None:
    try:
        return str(UUID(value)) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None


def _content(envelope: dict[str, Any]) -> dict[str, Any] | None:
    content = envelope.get("dataMessage")
    if content is None and isinstance(edit := envelope.get("editMessage"), dict):
        content = edit.get("dataMessage")
    return content if isinstance(content, dict) else None


def _speaks_directly(envelope: dict[str, Any]) -> bool:
    content = _content(envelope)
    if content is None or content.get("groupInfo") is not None:
        return False
    return any(content.get(part) for part in _MEANINGFUL)


def attachments(params: dict[str, Any]) -> list[dict[str, Any]]:
    """Return how a stored envelope describes the files it brought, in order, each once by `id`."""
    content = _content(params["envelope"]) or {}
    described = content.get("attachments")
    named: dict[str, dict[str, Any]] = {}
    for file in described if isinstance(described, list) else ():
        if isinstance(file, dict) and isinstance(file.get("id"), str) and file["id"]:
            named.setdefault(file["id"], file)
    return list(named.values())


def file_ids(envelope: Any) -> list[str]:
    """Return the ids of all files that came with an envelope of whatever kind, each once.

    signal-cli puts them on its disk: what people share in groups, their stories, the thumbnails of
    quotes and links. It describes each as a `JsonAttachment`, wherever it stands.
    """
    found: dict[str, None] = {}
    waiting = [envelope]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if isinstance(part.get("contentType"), str) and isinstance(part.get("id"), str):
                found[part["id"]] = None
            waiting.extend(reversed(part.values()))
        elif isinstance(part, list):
            waiting.extend(reversed(part))
    found.pop("", None)
    return list(found)
