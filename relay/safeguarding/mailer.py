"""The only way anything of a case leaves: through the outbox, before everything else.

It is marked with its case, so that it can be dropped and scrubbed with it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from relay.safeguarding.access import Access
from relay.safeguarding.contact import ContactRules, Sending, Way
from relay.safeguarding.due import Waiting
from relay.safeguarding.people import Writers
from relay.safeguarding.relayed import RelayedParts, Text, earlier, put
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.tables.relays import WRITER
from relay.safeguarding.views import Hidden, Withdrawal
from relay.signal.outgoing import Delete, Earlier, Message, Outgoing, Timer, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.time.clock import Clock

CASES = "case:"
"""What the topics of cases begin with."""
FAREWELL = "farewell"
"""The topic of what may say nothing about anybody once it is sent: its row is scrubbed."""

SIGNAL_DELETES = timedelta(hours=24)
"""How long after sending a message can surely be deleted for everybody: Signal's apps let people
ask for a day and obey for two (`MessageConstraintsUtil` in Signal-Android)."""


def topic(case_id: int) -> str:
    """Return the topic of everything that is sent about a case."""
    return f"{CASES}{case_id}"


def case_of(value: str) -> int | None:
    """Return the case of a topic, or None if it is about something else."""
    kind, _, number = value.partition(":")
    return int(number) if kind == "case" and number.isdigit() else None


class CaseMailer:
    """Queues messages to writers and readers.

    Args:
        store: the outbox.
        clock: the time.
        access: who reads.
        writers: who wrote.
        contact: when they may be written to.

    Attributes:
        relayed: what readers have of a case, for when it changes.
    """

    def __init__(
        self, store: Store, clock: Clock, access: Access, writers: Writers, contact: ContactRules
    ) -> None:
        self._store = store
        self._relays = store[VaultTables].relays
        self._clock = clock
        self._access = access
        self._writers = writers
        self._contact = contact
        self.relayed = RelayedParts(
            store,
            clock,
            access,
            lambda chat, outgoing, case_id: self._queue(chat, outgoing, topic(case_id)),
        )

    def answer(self, person: str, case_id: int, text: str, files: tuple[int, ...] = ()) -> int:
        """Answer somebody in their own conversation about their case; return the delivery's id.

        Args:
            person: account id.
            case_id: theirs.
            text: as it is read.
            files: of the store, made for this alone: they are destroyed once it has ended
                (`relay.safeguarding.observer`).
        """
        return self._queue(person, Message(text=text, files=files), topic(case_id))

    def offer_phrase(self, person: str, case_id: int, text: str) -> None:
        """Suggest a passphrase; `take_offers_back` deletes it."""
        self._store[VaultTables].offers.add(self.answer(person, case_id, text), case_id)

    def take_offers_back(self, person: str, case_id: int) -> Hidden:
        """Delete what suggests a passphrase from a writer's chat, as far as Signal does."""
        offers, now = self._store[VaultTables].offers, self._clock.now()
        deliveries = offers.of(case_id)
        for delivery in deliveries:
            self._queue(person, Delete(earlier=Earlier(delivery=delivery)), topic(case_id))
        offers.forget(case_id)
        sent = [self._store.outbox.sent_at(delivery) for delivery in deliveries]
        old = [at for at in sent if at is not None and now - at > SIGNAL_DELETES]
        return Hidden(len(deliveries) - len(old), len(old))

    def farewell(self, person: str, text: Text) -> None:
        """Say last words, of which nothing is remembered once they are sent."""
        self._queue(person, Message(text=put(text, person)), FAREWELL)

    def to_reporter(
        self,
        case_id: int,
        text: Text,
        files: Iterable[int] = (),
        *,
        entry: int | None = None,
        by: str | None = None,
    ) -> bool:
        """Send to whoever wrote a case, as nobody in person: what they have asked for.

        Args:
            case_id: the case.
            text: complete, as it is read.
            files: sealed files of the case.
            entry: the answer it carries; readers are told if it does not get through.
            by: the officer who hears when Signal has taken it, or that it takes long.

        Returns:
            False if nothing is sent: the link is destroyed, or the case waits for its name and
            passphrase. An answer is sent once that is over (`Reports.waiting_answers`).
        """
        person = self._writers.of(case_id)
        if person is None or self._writers.waits(case_id):
            return False
        message = Message(text=put(text, person), sealed=tuple(files))
        delivery = self._queue(person, message, topic(case_id))
        if entry is not None:
            self._relays.add(delivery, case_id, entry, WRITER)
        if by is not None:
            self._store[VaultTables].answers.add(delivery, case_id, by, self._clock.now())
        return True

    def write_first(
        self,
        case_id: int,
        text: Text,
        *,
        notice: Text,
        entry: int | None = None,
        by: str | None = None,
    ) -> Sending:
        """Tell whoever wrote a case something that they have not asked for.

        Args:
            case_id: the case.
            text: complete, as it is read; it is kept where their phone may be seen.
            notice: what is said instead there, once until they ask: only that there is something.
            entry: as for `to_reporter`.
            by: as for `to_reporter`.
        """
        row = self._store[VaultTables].cases.get(case_id)
        if row is None or self._writers.of(case_id) is None or self._writers.waits(case_id):
            return Sending.WAITS
        way = self._contact.way(row)
        if way is Way.WHOLE:
            self.to_reporter(case_id, text, entry=entry, by=by)
            return Sending.QUEUED
        self._contact.keep(case_id)
        if way is Way.NOTICE and row.noticed_at is None:
            self.notice(case_id, notice)
        return Sending.KEPT

    def notice(self, case_id: int, text: Text) -> None:
        """Tell whoever wrote a case that there is something, and nothing of what it is."""
        if self.to_reporter(case_id, text):
            self._contact.noticed(case_id)

    def to_readers(
        self,
        case_id: int,
        text: Text,
        *,
        entry: int | None = None,
        besides: str | None = None,
        files: Iterable[int] = (),
    ) -> int:
        """Send to everybody who may read a case; return to how many chats (0: nobody).

        Args:
            case_id: the case.
            text: complete, as it is read.
            entry: the entry it carries, which edits and deletions then follow.
            besides: an officer who is left out because it is their own doing.
            files: sealed files of the case.
        """
        chats = self._access.chats(case_id, () if besides is None else (besides,))
        for chat in chats:
            self._to_chat(chat, case_id, put(text, chat), entry, tuple(files))
        return len(chats)

    def to_reader(
        self,
        officer: str,
        case_id: int,
        text: str,
        *,
        entry: int | None = None,
        files: Iterable[int] = (),
    ) -> bool:
        """Send what belongs to a case to one officer; False if they may not know of it."""
        if self._access.case(officer, case_id) is None:
            return False
        self._to_chat(officer, case_id, text, entry, tuple(files))
        return True

    def delete_relayed(self, case_id: int) -> int:
        """Delete every message that carries anything of a case from its readers' chats.

        What is still being sent is deleted when its lane tells that it went out.
        """
        deleted = [r for r in self._relays.of(case_id) if r.target != WRITER]
        deleted = [r for r in deleted if r.state == "sent" and r.timestamp is not None]
        for relay in deleted:
            self._queue(relay.target, Delete(earlier=earlier(relay)), FAREWELL)
        return len(deleted)

    def unsend(self, target: str, timestamp: int) -> None:
        """Delete one message that went out although its case was erased meanwhile."""
        self._queue(target, Delete(earlier=Earlier(timestamp=timestamp)), FAREWELL)

    def withdrawn(self, withdrawal: Withdrawal, text: Text) -> None:
        """Tell those who could read a case that it was withdrawn."""
        for chat in withdrawal.chats:
            self._queue(chat, Message(text=put(text, chat)), FAREWELL)

    def to_waiting(self, waiting: Waiting, text: Text) -> int:
        """Remind whoever a case waits for; return to how many chats."""
        for chat in waiting.chats:
            self._queue(chat, Message(text=put(text, chat)), topic(waiting.case_id))
        return len(waiting.chats)

    def to_chats(self, case_id: int, chats: Iterable[str], text: Text) -> None:
        """Tell chats that the vault has named something about a case."""
        for chat in chats:
            self._queue(chat, Message(text=put(text, chat)), topic(case_id))

    def to_officer(self, officer: str, text: str) -> int:
        """Tell one officer something that is about no case; return the delivery's id."""
        return self._queue(officer, Message(text=text), FAREWELL)

    def hold_back(self, officer: str) -> None:
        """Send nothing of any case that is on its way to an officer; `behind` finds it later."""
        for delivery in self._store.topics.hold_back(f"{CASES}*", officer, self._clock.now()):
            self._relays.forget(delivery)

    def hold_answers(self, person: str, case_id: int) -> None:
        """Send nothing of a case that is on its way to whoever wrote it."""
        for delivery in self._store.topics.hold_back(topic(case_id), person, self._clock.now()):
            self._relays.forget(delivery)

    def offer_timer(self, person: str, case_id: int, seconds: int) -> None:
        """Let the messages of somebody's chat with the bot vanish after some seconds."""
        self._queue(person, Timer(seconds=seconds), topic(case_id))

    def hold_sends(self, person: str, case_id: int) -> bool:
        """Send no message of a case that is on its way to whoever wrote it.

        Returns:
            Whether an answer was among them: it is to be asked for.
        """
        now = self._clock.now()
        held = self._store.topics.hold_back(topic(case_id), person, now, action="send")
        answers = [delivery for delivery in held if self._relays.get(delivery) is not None]
        for delivery in answers:
            self._relays.forget(delivery)
        return bool(answers)

    def take_said(self, person: str, case_id: int) -> list[tuple[int, datetime]]:
        """Return where the bot's messages about a case stand in its writer's chat, and forget it.

        Returns:
            Signal's timestamp of each, in milliseconds, and when it was delivered.
        """
        about, alias = topic(case_id), self._writers.alias(case_id, person)
        if alias is None:
            return []
        sent = self._store.topics.sent(about, alias)
        self._store.topics.forget_sent(about, alias)
        return sent

    def _to_chat(
        self, chat: str, case_id: int, text: str, entry: int | None, files: tuple[int, ...]
    ) -> None:
        delivery = self._queue(chat, Message(text=text, sealed=files), topic(case_id))
        self._relays.add(delivery, case_id, entry, chat)

    def _queue(self, target: str, outgoing: Outgoing, about: str) -> int:
        return queue_outgoing(
            self._store.outbox,
            target,
            outgoing,
            priority=Priority.SAFEGUARDING,
            now=self._clock.now(),
            topic=about,
        )
