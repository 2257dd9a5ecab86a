"""Whether, when and how the bot may write to whoever wrote a case without being asked.

They are asked once, when they have sent it. Where somebody else may look at their phone nothing is
shown there before they ask for it: they hear only that there is something.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from relay.safeguarding.codes import Manner, State
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.tables.cases import CaseRow
from relay.time.clock import Clock
from relay.time.quiet import is_quiet

ALONE_AGAIN = timedelta(hours=1)
"""How long after `hide` nothing comes by itself: whoever it was hidden from may still be there."""

_HOURS = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


class Consent(StrEnum):
    """What somebody has said to being written to without having asked."""

    UNASKED = "unasked"
    ANY_TIME = "any-time"
    HOURS = "hours"
    NEVER = "never"


@dataclass(frozen=True)
class Contact:
    """When somebody may be written to.

    Attributes:
        consent: what they said.
        start, end: between which times of day, by the branch's clocks, where that is `HOURS`.
    """

    consent: Consent
    start: time = time()
    end: time = time()

    @classmethod
    def read(cls, code: str | None) -> "Contact":
        """Return what is stored; what cannot be read counts as not asked."""
        if code in (Consent.ANY_TIME, Consent.NEVER):
            return cls(Consent(code))
        found = _HOURS.fullmatch(code or "")
        if found is None:
            return cls(Consent.UNASKED)
        start_hour, start, end_hour, end = map(int, found.groups())
        return cls(Consent.HOURS, time(start_hour, start), time(end_hour, end))

    @property
    def code(self) -> str | None:
        """How it is stored."""
        if self.consent is Consent.HOURS:
            return f"{self.start:%H:%M}-{self.end:%H:%M}"
        return None if self.consent is Consent.UNASKED else self.consent.value


class Way(StrEnum):
    """How something is told that was not asked for."""

    WHOLE = "whole"
    NOTICE = "notice"
    LATER = "later"
    NEVER = "never"


class Sending(StrEnum):
    """What becomes of something that is told without having been asked for.

    `WAITS`: for the name and the passphrase of the case, or there is nobody to tell any more.
    `KEPT`: until its writer asks for it, or may be written to.
    """

    QUEUED = "queued"
    WAITS = "waits"
    KEPT = "kept"


class ContactRules:
    """What was agreed with whoever wrote a case.

    Args:
        tables: the cases.
        clock: the time.
        zone: by whose clocks hours are meant.
    """

    def __init__(self, tables: VaultTables, clock: Clock, zone: ZoneInfo) -> None:
        self._tables = tables
        self._clock = clock
        self._zone = zone

    def way(self, row: CaseRow) -> Way:
        """Return how somebody is told now what they have not asked for."""
        contact, now = Contact.read(row.contact), self._clock.now()
        link = self._tables.links.of(row.id)
        hidden = None if link is None else link.hidden_at
        if contact.consent is Consent.NEVER:
            return Way.NEVER
        if link is None or link.waits_since is not None:
            return Way.LATER
        if hidden is not None and now < hidden + ALONE_AGAIN:
            return Way.LATER
        if not self._is_time(contact, now):
            return Way.LATER
        return Way.NOTICE if hidden is not None or may_be_seen(row) else Way.WHOLE

    def agreed(self, row: CaseRow) -> bool:
        """Return whether somebody has agreed to be written to, and now is such a time."""
        contact = Contact.read(row.contact)
        if contact.consent in (Consent.UNASKED, Consent.NEVER):
            return False
        return self.way(row) not in (Way.NEVER, Way.LATER)

    def agree(self, case_id: int, contact: Contact) -> None:
        """Keep what somebody has said to being written to."""
        self._tables.cases.change(case_id, contact=contact.code)

    def expose(self, case_id: int) -> bool:
        """Note that somebody else may look at the phone of whoever wrote a case.

        Returns:
            Whether its readers have yet to hear of it: of a draft they do when it is sent.
        """
        row = self._tables.cases.get(case_id)
        if row is None or row.seen:
            return False
        self._tables.cases.change(case_id, seen=True)
        return row.state != State.DRAFT and not may_be_seen(row)

    def may_be_seen(self, case_id: int) -> bool:
        """Return whether somebody else may look at the phone of whoever wrote a case."""
        row = self._tables.cases.get(case_id)
        return row is not None and may_be_seen(row)

    def keep(self, case_id: int) -> None:
        """Note that something is kept for whoever wrote a case."""
        row = self._tables.cases.get(case_id)
        if row is not None and row.unread_since is None:
            self._tables.cases.change(case_id, unread_since=self._clock.now())

    def noticed(self, case_id: int) -> None:
        """Note that they were told that there is something."""
        self._tables.cases.change(case_id, noticed_at=self._clock.now())

    def read(self, case_id: int) -> None:
        """Note that they have asked for it."""
        self._tables.cases.change(case_id, unread_since=None, noticed_at=None)

    def due(self) -> list[CaseRow]:
        """Return the cases of which something is kept and may be told now."""
        rows = self._tables.cases.all(State.OPEN.value, State.CLOSED.value)
        kept = (row for row in rows if row.unread_since is not None and row.noticed_at is None)
        return [row for row in kept if self.way(row) in (Way.WHOLE, Way.NOTICE)]

    def _is_time(self, contact: Contact, now: datetime) -> bool:
        if contact.consent is not Consent.HOURS:
            return True
        return contact.start == contact.end or is_quiet(now, self._zone, contact.start, contact.end)


def may_be_seen(row: CaseRow) -> bool:
    """Return whether somebody else may look at the phone of whoever wrote a case."""
    return row.seen or row.manner == Manner.DISCREET
