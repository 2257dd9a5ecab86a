"""In which language each person is answered: what they chose, else the installation's.

Only a choice that differs is kept, under the account id; choosing the installation's own language
destroys it. It is confidential in backups.
"""

from collections.abc import Sequence
from functools import cache

from relay.language.words import Words, shipped_locales
from relay.store import Store
from relay.store.table import Table


class ChosenLanguages(Table):
    """The chosen_languages table."""

    def of(self, person: str) -> str | None:
        """Return the locale somebody chose, or None."""
        row = self._db.execute(
            "SELECT locale FROM chosen_languages WHERE person = ?", [person]
        ).fetchone()
        return None if row is None else str(row[0])

    def choose(self, person: str, locale: str) -> None:
        """Keep somebody's choice in place of an earlier one."""
        self._db.execute(
            "INSERT INTO chosen_languages (person, locale) VALUES (?, ?)"
            " ON CONFLICT (person) DO UPDATE SET locale = excluded.locale",
            [person, locale],
        )

    def forget(self, person: str) -> None:
        """Destroy somebody's choice."""
        self._db.execute("DELETE FROM chosen_languages WHERE person = ?", [person])


class Languages:
    """The wording of each person's language. Knows no vocabulary: see `relay.language.vocabulary`.

    Args:
        store: where choices are.
        words: the installation's, with its own wording.
    """

    def __init__(self, store: Store, words: Words) -> None:
        self._chosen = store[ChosenLanguages]
        self._own = words
        others = (locale for locale in shipped_locales() if locale != words.locale)
        self.locales: Sequence[str] = (words.locale, *others)

    def words_of(self, person: str) -> Words:
        """Return the wording that somebody is answered in.

        Args:
            person: the account id; an empty one is answered as the installation speaks.
        """
        if len(self.locales) == 1 or not person:
            return self._own
        return self.words(self._chosen.of(person) or self._own.locale)

    def words(self, locale: str) -> Words:
        """Return the wording of a locale; the installation's where it is no longer shipped."""
        return _shipped(locale) if locale in self.locales[1:] else self._own

    def choose(self, person: str, locale: str) -> None:
        """Answer somebody in a locale from now on.

        Raises:
            ValueError: it is none of `locales`.
        """
        if locale not in self.locales:
            raise ValueError("there is no such locale")
        if locale == self._own.locale:
            self._chosen.forget(person)
        else:
            self._chosen.choose(person, locale)


@cache
def _shipped(locale: str) -> Words:
    return Words(locale)
