"""In which language the bot answers a chat whose owner has chosen none, as long as they talk.

By a keyed hash of whose chat it is, until a day after it was last needed; `hide` forgets it. It is
no choice: a word that two languages share is read as that of the answer before.
"""

from datetime import datetime, timedelta

from relay.safeguarding.internals import Internals

CONVERSATION = timedelta(days=1)
"""After so much silence, what is said begins a new conversation."""


class Guesses:
    """What was guessed of a chat.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals
        self._chats = internals.tables.chats

    def last(self, person: str) -> str | None:
        """Return the locale in which somebody was answered last; None where none was guessed."""
        return self._chats.language(self._chat(person), self._now() - CONVERSATION)

    def note(self, person: str, locale: str) -> None:
        """Note in which locale somebody is answered who has chosen none."""
        self._chats.guess(self._chat(person), locale, self._now())

    def offers(self, person: str) -> bool:
        """Note that somebody is offered the other languages; return False if they were already."""
        now = self._now()
        return self._chats.offer(self._chat(person), now - CONVERSATION, now)

    def forget(self, person: str) -> None:
        """Forget what was guessed: somebody has chosen."""
        self._chats.forget_language(self._chat(person))

    def _chat(self, person: str) -> str:
        return self._internals.writers.secret_hash("chat", person)

    def _now(self) -> datetime:
        return self._internals.clock.now()
