"""After a restore: telling admins, once, what came back and what they should look at."""

from collections.abc import Callable

from relay.language.words import Words
from relay.settings import Settings
from relay.signal.outgoing import Message, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.time.clock import BranchTime, Clock


class RestoredNotice:
    """Tells of a restore.

    Args:
        settings: who the admins are.
        store: what came back.
        clock: the time.
        words: to say it in.
        time: moments as the branch speaks of them.
        show_again: shows what waits for an answer, inside the transaction in which admins are told.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        clock: Clock,
        words: Words,
        time: BranchTime,
        show_again: Callable[[], None] = lambda: None,
    ) -> None:
        self._settings = settings
        self._store = store
        self._clock = clock
        self._words = words
        self._time = time
        self._show_again = show_again

    def tell(self) -> None:
        """Queue a message to every admin if this store came from a backup and nobody was told."""
        restored = self._store.backups.restored()
        if restored is None:
            return
        when = self._time.spoken(restored.made_at)
        admins = dict.fromkeys(admin for b in self._settings.branches for admin in b.admins)
        with self._store.transaction():
            for admin in admins:
                self._say(admin, self._text(admin, restored.held, when))
            self._show_again()
            self._store.backups.told(self._clock.now())

    def _text(self, admin: str, held: tuple[int, ...], when: str) -> str:
        mine = {branch.slug for branch in self._settings.branches if admin in branch.admins}
        lines = [self._words.say("restored-told", when=when)]
        for number in held:
            announcement = self._store.announcements.get(number)
            if announcement is not None and announcement.branch in mine:
                lines.append(self._words.say("restored-held", number=str(number)))
        return "\n\n".join(lines)

    def _say(self, admin: str, text: str) -> None:
        queue_outgoing(
            self._store.outbox,
            admin,
            Message(text=text),
            priority=Priority.URGENT,
            now=self._clock.now(),
        )
