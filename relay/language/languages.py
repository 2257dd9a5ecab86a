"""In which language each person is answered: what they chose, else the installation's.

Only a choice that differs is kept, under the account id; choosing the installation's own language
destroys it. It is confidential in backups.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from relay.language.words import Words, shipped_config, shipped_locales, words_in
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
        folder: the branch's own wording, or None; that of a locale is in a folder named after it.
        of_report: which locale somebody's report is answered in, or None. It counts before what
            they have chosen, and goes with the report.
    """

    def __init__(
        self,
        store: Store,
        words: Words,
        folder: Path | None = None,
        of_report: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self._chosen = store[ChosenLanguages]
        self._own = words
        self._folder = folder
        self._of_report = of_report
        self._others: dict[str, Words] = {}
        others = (locale for locale in shipped_locales() if locale != words.locale)
        self.locales: Sequence[str] = (words.locale, *others)

    def words_of(self, person: str) -> Words:
        """Return the wording that somebody is answered in.

        Args:
            person: the account id; an empty one is answered as the installation speaks.
        """
        if len(self.locales) == 1 or not person:
            return self._own
        return self.words(self.locale_of(person) or self._own.locale)

    def locale_of(self, person: str) -> str | None:
        """Return the locale of somebody's report, or else what they chose; None if neither is."""
        return self._of_report(person) or self._chosen.of(person)

    def words(self, locale: str) -> Words:
        """Return the wording of a locale; the installation's where it is no longer shipped."""
        if locale not in self.locales[1:]:
            return self._own
        if locale not in self._others:
            self._others[locale] = words_in(locale, self._own, self._folder)
        return self._others[locale]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What speakers call each language, by locale: every message may be one."""
        return {locale: language_name(locale) for locale in self.locales}

    def offer(self, locale: str, *, first: Iterable[str] = ()) -> str:
        """Return the one line that offers every language but one, for who reads none of the others.

        Args:
            locale: what they are answered in.
            first: those that they seem to speak.
        """
        order = dict.fromkeys([*first, *self.locales])
        names = [self.names[one] for one in order if one != locale]
        if not names:
            return ""
        return self.words(locale).say("language-offer", names=" · ".join(names))

    def chosen(self, person: str) -> str | None:
        """Return the locale that somebody chose, or None; nothing of a report."""
        return self._chosen.of(person)

    def forget(self, person: str) -> None:
        """Forget what somebody chose."""
        self._chosen.forget(person)

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


def language_name(locale: str) -> str:
    """Return what speakers of a language call it. Reads nothing else of its wording.

    Raises:
        KeyError: there is no such message.
    """
    return _names(shipped_config() / "wording" / locale / "languages.ftl")["language-name"]


@cache
def _names(file: Path) -> Mapping[str, str]:
    text = file.read_text(encoding="utf-8")
    return dict(re.findall(r"^(language-name) *= *(.+?) *$", text, re.MULTILINE))
