"""The codes that cases are described by."""

from enum import StrEnum


class Track(StrEnum):
    """What a report is about, which decides the teams it can go to."""

    SAFEGUARDING = "safeguarding"
    CONDUCT = "conduct"


class Manner(StrEnum):
    """How the bot speaks: in discreet words after a report that began with the code word."""

    PLAIN = "plain"
    DISCREET = "discreet"


class State(StrEnum):
    """Where a case stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a case ended; all that is counted of it for good. `WITHDRAWN` is the writer's alone."""

    RESOLVED = "resolved"
    ACTION = "action"
    NO_ACTION = "no-action"
    REFERRED = "referred"
    UNFOUNDED = "unfounded"
    OTHER = "other"
    WITHDRAWN = "withdrawn"


OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN)
"""What an officer can close a case with."""


class Wait(StrEnum):
    """Why a report that was sent is not handed on yet."""

    FLOOD = "flood"
    MUTED = "muted"


class EntryKind(StrEnum):
    """A part is the writer's, an answer goes to the writer, a note stays among the readers."""

    PART = "part"
    ANSWER = "answer"
    NOTE = "note"


class Act(StrEnum):
    """What is recorded of a case."""

    SENT = "sent"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    NOTED = "noted"
    DECIDED = "decided"
    STATUS = "status"
    ESCALATED = "escalated"
    PASSED_ON = "passed-on"
    HANDED_OVER = "handed-over"
    CLOSED = "closed"
    REOPENED = "reopened"
    MUTED = "muted"
    UNMUTED = "unmuted"
    HELD = "held"
    RELEASED = "released"
    EXPORTED = "exported"
    RESUMED = "resumed"


class Refusal(StrEnum):
    """Why something the writer sent was not taken."""

    MUTED = "muted"
    TOO_MANY = "too-many"
    EMPTY = "empty"
    CLOSED = "closed"
    GONE = "gone"


class PhraseVerdict(StrEnum):
    """What is said to a passphrase."""

    OK = "ok"
    TOO_SHORT = "too-short"
    TOO_EASY = "too-easy"
    SET_ALREADY = "set-already"
    WRONG = "wrong"
    LOCKED = "locked"


class OfficerStatus(StrEnum):
    """What a configured officer may do: everything, or nothing until an admin has confirmed."""

    ACTIVE = "active"
    PAUSED = "paused"


class Shown(StrEnum):
    """Which cases a list shows."""

    OPEN = "open"
    ALL = "all"
