"""What admins write to people on the contact list, to one after the other, through the bot.

Nobody gets a number or an account for it. Whom it is for is looked up when it is their turn: who
has taken themself off by then is not written to, and what waits for them is dropped at once. It
goes out behind everything else, on the lane of subscribers.
"""

from collections.abc import Callable
from datetime import timedelta

from relay.contact_list.entries import ContactList, Entry
from relay.contact_list.tables import LetterRow, LetterTable
from relay.signal.outgoing import SUBSCRIBERS_LANE, Message
from relay.signal.priority import Priority
from relay.store import Store
from relay.time.clock import Clock

WORTH_SENDING = timedelta(hours=24)
"""How long it goes out to those who have not had it. Old news does more harm than none."""

FEWEST = 5
"""Nobody writes to fewer: it would be a message to a person whom they have picked out."""

EVERYBODY = ""


class Letters:
    """Sends letters.

    Args:
        store: what is under way, and the outbox.
        clock: the time.
        contacts: who is on the list.
        text: what somebody reads, by the slug of the branch, the admins' words and whom it is for.
        is_hidden: whether nothing may come into the chat with an account id.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        contacts: ContactList,
        text: Callable[[str, str, str], str],
        is_hidden: Callable[[str], bool],
    ) -> None:
        self._store = store
        self._clock = clock
        self._contacts = contacts
        self._text = text
        self._is_hidden = is_hidden
        self._table = store[LetterTable]

    def readers(self, branch: str, audience: str) -> int:
        """Return how many a letter would go to now.

        Args:
            branch: slug.
            audience: an area or an interest, in any case; `EVERYBODY` for all.
        """
        return sum(_is_for(audience, one) for one in self._contacts.of_branch(branch))

    def is_under_way(self, branch: str) -> bool:
        """Return whether one of a branch is still going out."""
        return any(one.branch == branch for one in self._table.all())

    def begin(self, branch: str, audience: str, text: str) -> None:
        """Send one; joins a transaction."""
        last = max((one.number for one in self._contacts.of_branch(branch)), default=0)
        self._table.add(branch, audience, text, last, self._clock.now() + WORTH_SENDING)

    def go_on(self) -> None:
        """Write to the next one, if nothing else waits on the lane; called every round."""
        letter = self._table.next()
        if letter is None or self._store.outbox.queued(SUBSCRIBERS_LANE):
            return
        with self._store.transaction():
            self._go_on(letter)

    def _go_on(self, letter: LetterRow) -> None:
        following = [
            one
            for one in self._contacts.of_branch(letter.branch)
            if letter.place < one.number <= letter.last and _is_for(letter.audience, one)
        ]
        if not following or letter.until <= self._clock.now():
            self._table.remove(letter.number)
            self._store.shredder.shred(self._clock.now())
            return
        entry = following[0]
        delivery = None
        if not self._is_hidden(entry.given.person):
            delivery = self._queue(entry.given.person, letter)
        self._table.move(letter.number, entry.number, delivery)

    def _queue(self, person: str, letter: LetterRow) -> int:
        message = Message(text=self._text(letter.branch, letter.text, person))
        return self._store.outbox.queue(
            lane=SUBSCRIBERS_LANE,
            target=person,
            action=message.action,
            payload=message.to_json(),
            priority=Priority.BACKGROUND,
            now=self._clock.now(),
        )


def _is_for(audience: str, entry: Entry) -> bool:
    wanted = audience.casefold()
    named = (entry.given.area, *entry.given.interests)
    return wanted == EVERYBODY or any(one.casefold() == wanted for one in named)
