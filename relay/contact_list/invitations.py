"""Asks the people of an imported list, one by one, whether they want to be on the contact list.

Nothing of a list is kept but its numbers, sealed, until each was asked, and a keyed hash of each
for `NOT_AGAIN`, so that nobody is asked twice. A number is destroyed in the transaction that
records how its message ended.

Signal punishes who writes to many strangers (signal-cli: `ProofRequiredException`), so it is done
only where a host has set a pace, one message at a time, by day, behind everything else, and not
while Signal is blocked. Before Signal is given a number it is noted that it may have been; after a
kill, or a lost answer, nobody is asked a second time, even if they were not asked at all.

Somebody whom the bot knows to want nothing unasked, or whose chat is hidden, is sent nothing. That
looks, to everybody else, as if they had been asked: it must not tell who hides a chat.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from relay.contact_list.outcomes import ASKED, NOT_ON_SIGNAL, UNSENT
from relay.contact_list.tables import NUMBER, Asked, ContactKeys, InvitationRow, InvitationTable
from relay.delivery.errors import DeliveryDelayed, DeliveryError, DeliveryRefused
from relay.delivery.observers import QuietObserver
from relay.delivery.worker import Adapter
from relay.sealing import keyed_hash, open_sealed, seal
from relay.settings import Branch, Settings
from relay.signal.errors import AnswerLost
from relay.signal.outgoing import SIGNAL_LANE, SUBSCRIBERS_LANE, Message
from relay.signal.priority import Priority
from relay.signal.types import Contact
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

NOT_AGAIN = timedelta(days=730)
"""How long nobody is asked a second time."""
NEVER = timedelta(days=3650)
"""The same of who has said no."""
ANSWERED_WITHIN = timedelta(days=60)
"""How long a bare yes is taken for an answer to the question."""

_DAY = timedelta(days=1)
_WAKING = timedelta(hours=12)
_LEAST_APART = timedelta(minutes=5)
_HASHES, _PHONE = "phones", "phone"
_TRIES = 3
"""How often somebody is tried of whom Signal says only that it failed."""
_MAY_HAVE_ARRIVED = "it may have been sent before"

Known = Callable[[], Awaitable[Sequence[Contact]]]
"""Asks the API whom it knows by account id."""


@dataclass(frozen=True)
class Taken:
    """What became of an imported list.

    Attributes:
        queued: how many are asked from now on.
        known: how many were in a list before, and are not asked again.
    """

    queued: int
    known: int


class Invitations(QuietObserver):
    """Holds the numbers until their turn, and hears as an observer of the lanes how each ends.

    Args:
        store: where they are, and the outbox.
        clock: the time.
        settings: when people sleep, the time zone, and the bot's own number.
        branches: the configured branches by slug.
        text: what somebody is asked, by the slug of the branch.
        may_be_asked: whether an account id may be sent what they have not asked for, in a branch.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        branches: Mapping[str, Branch],
        text: Callable[[str], str],
        may_be_asked: Callable[[str, str], bool],
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._branches = branches
        self._text = text
        self._may_be_asked = may_be_asked
        self._keys = store[ContactKeys]
        self.table = store[InvitationTable]
        self._not_on_signal: set[int] = set()
        self._next = clock.now()

    def take(self, branch: str, numbers: Iterable[str]) -> Taken:
        """Have people asked whose numbers were in no list before; joins a transaction.

        Args:
            branch: slug.
            numbers: phone numbers (E.164).
        """
        return take_numbers(self._store, self._clock, branch, numbers, self._settings.signal.number)

    def asked(self, number: str | None) -> Asked | None:
        """Return whether somebody was asked of late and may answer now, by their phone number.

        A number decides nothing but what a bare yes is about.
        """
        found = self.table.asked(_phone(self._keys, number)) if number else None
        if found is None or found.went is None:
            return None
        return found if self._clock.now() - found.went < ANSWERED_WITHIN else None

    def refuse(self, asked: Asked) -> None:
        """Let somebody who has said no not be asked again."""
        self.table.spare(asked.phone, self._clock.now() + NEVER)

    def go_on(self) -> None:
        """Ask the next one, if it is time; called every round."""
        now = self._clock.now()
        if now < self._next or self.table.under_way() is not None:
            return
        row = self.table.next(self._asking())
        if row is None:
            return
        blocked = any(self._store.breakers.of(lane) for lane in (SIGNAL_LANE, SUBSCRIBERS_LANE))
        if blocked or self._settings.announcements.is_night(now, self._settings.timezone):
            return
        apart, last = self._apart(row.branch), self.table.last_went()
        if last is not None and now < last + apart:
            return
        with self._store.transaction():
            self._queue(row)
        self._next = now + apart

    def tidy(self) -> None:
        """Forget what is over, and numbers of branches that ask nobody; joins a transaction."""
        self.table.tidy(self._clock.now())
        open_ones = [one.slug for one in self._branches.values() if _pace(one)]
        for row in self.table.of_branches_but(open_ones):
            if row.delivery is None:
                self._end(row, UNSENT)

    def through(self, adapter: Adapter, known: Known) -> Adapter:
        """Return an adapter that gives Signal no number twice, and nobody's who is to be spared."""
        return _Careful(self, adapter, known)

    def row_of(self, delivery: Delivery) -> InvitationRow | None:
        """Return the invitation that a delivery carries, or None."""
        return self.table.carried_by(delivery.id)

    def number_of(self, row: InvitationRow) -> str:
        """Return the phone number.

        Raises:
            KeyError: it is destroyed.
        """
        key = self._keys.get(row.number, NUMBER)
        if key is None:
            raise KeyError(row.number)
        return open_sealed(key, f"number {row.number}", row.sealed).decode()

    def try_(self, row: InvitationRow, *, tried: bool) -> None:
        """Note whether Signal may have been given it, in a transaction of its own."""
        with self._store.transaction():
            self.table.try_(row.number, tried=tried)

    def is_spared(self, row: InvitationRow, people: Iterable[Contact]) -> bool:
        """Return whether somebody with this number is known, and is to be sent nothing."""
        number = self.number_of(row)
        accounts = [one.account_id for one in people if one.number == number]
        return not all(self._may_be_asked(row.branch, one) for one in accounts)

    def nobody_has(self, delivery: Delivery) -> None:
        """Note that nobody has the number on Signal, until the failure is recorded."""
        self._not_on_signal.add(delivery.id)

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Count it, and destroy the number."""
        row = self.row_of(delivery) if delivery.lane == SUBSCRIBERS_LANE else None
        if row is not None:
            self._went(row)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Count it, and destroy the number: it is not tried again."""
        row = self.row_of(delivery) if delivery.lane == SUBSCRIBERS_LANE else None
        if row is None:
            return
        if delivery.id in self._not_on_signal:
            self._not_on_signal.discard(delivery.id)
            self._end(row, NOT_ON_SIGNAL)
        elif row.tried:
            self._went(row)
        else:
            self._end(row, UNSENT)

    def _went(self, row: InvitationRow) -> None:
        self.table.went(_phone(self._keys, self.number_of(row)), self._clock.now())
        self._end(row, ASKED)

    def _end(self, row: InvitationRow, outcome: str) -> None:
        if outcome == UNSENT:
            # Whoever was not asked may be in the next list.
            self.table.unnote(_phone(self._keys, self.number_of(row)))
        self.table.count(row.branch, outcome)
        self._keys.destroy(row.number, NUMBER)
        self.table.remove(row.number)
        if row.delivery is not None:
            self._store.topics.scrub_delivery(row.delivery)
        self._store.shredder.shred(self._clock.now())

    def _asking(self) -> list[str]:
        """The slugs of the branches that may ask somebody else today."""
        since = self._clock.now() - _DAY
        return [
            one.slug
            for one in self._branches.values()
            if _pace(one) > self.table.went_since(one.slug, since)
        ]

    def _apart(self, branch: str) -> timedelta:
        """How long after one the next one is asked: they are spread over the day."""
        return max(_LEAST_APART, _WAKING / max(1, _pace(self._branches[branch])))

    def _queue(self, row: InvitationRow) -> None:
        message = Message(text=self._text(row.branch))
        delivery = self._store.outbox.queue(
            lane=SUBSCRIBERS_LANE,
            target=self.number_of(row),
            action=message.action,
            payload=message.to_json(),
            priority=Priority.BACKGROUND,
            now=self._clock.now(),
        )
        self.table.carry(row.number, delivery)


class _Careful:
    """An adapter that asks nobody twice."""

    def __init__(self, invitations: Invitations, adapter: Adapter, known: Known) -> None:
        self._invitations = invitations
        self._adapter = adapter
        self._known = known

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        """Send one delivery; see `relay.delivery.worker.Adapter`."""
        invitations = self._invitations
        row = invitations.row_of(delivery)
        if row is None:
            return await self._adapter.deliver(delivery)
        if row.tried:
            raise DeliveryRefused(_MAY_HAVE_ARRIVED)
        if invitations.is_spared(row, await self._people()):
            return {}
        invitations.try_(row, tried=True)
        try:
            return await self._adapter.deliver(delivery)
        except AnswerLost:
            raise DeliveryRefused(_MAY_HAVE_ARRIVED) from None
        except DeliveryError as error:
            invitations.try_(row, tried=False)
            self._judge(delivery, error)
            raise

    def _judge(self, delivery: Delivery, error: DeliveryError) -> None:
        """Note of whom Signal says that there is nobody.

        Raises:
            DeliveryError: another one than the lane would act on.
        """
        if isinstance(error, DeliveryRefused) and error.code == "unregistered":
            self._invitations.nobody_has(delivery)
        if not isinstance(error, DeliveryDelayed) or error.most_attempts is None:
            return
        # Of somebody whom Signal does not know, some releases say only that it failed.
        if delivery.attempts + 1 < _TRIES:
            raise DeliveryDelayed(error.reason)
        self._invitations.nobody_has(delivery)
        raise DeliveryRefused(error.reason, code="unregistered")

    async def _people(self) -> Sequence[Contact]:
        """Ask the API; without its answer nobody is written to."""
        try:
            return await self._known()
        except DeliveryRefused as error:
            raise DeliveryDelayed(error.reason) from None


def take_numbers(
    store: Store, clock: Clock, branch: str, numbers: Iterable[str], own: str
) -> Taken:
    """Have people asked whose numbers were in no list before; joins a transaction.

    Args:
        store: where they wait.
        clock: the time.
        branch: slug.
        numbers: phone numbers (E.164).
        own: the bot's, which is not asked.
    """
    keys, table, now = store[ContactKeys], store[InvitationTable], clock.now()
    queued = known = 0
    for number in numbers:
        if number == own or not table.note(_phone(keys, number), branch, now + NOT_AGAIN):
            known += 1
            continue
        place = table.add(branch, now)
        key = keys.make(place, NUMBER)
        table.seal(place, seal(key, f"number {place}", number.encode()))
        queued += 1
    return Taken(queued, known)


def _phone(keys: ContactKeys, number: str) -> str:
    return keyed_hash(keys.store_secret(_HASHES), _PHONE, number)


def _pace(branch: Branch) -> int:
    return 0 if branch.contact_list is None else branch.contact_list.invitations_a_day
