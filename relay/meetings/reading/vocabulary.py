"""The words by which invitations are read: `config/vocabulary/<locale>/invitations.toml`."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache

from relay.language.words import shipped_config

Table = dict[str, str]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The word lists of one language, by section and name. Values are patterns of `re`."""

    tables: dict[str, Table] = field(repr=False)

    def pattern(self, section: str, name: str) -> str:
        """Return one list as a pattern without names for its groups."""
        return f"(?:{_spaced(self.tables[section][name])})"

    def any_of(self, section: str) -> str:
        """Return all lists of a section as one pattern."""
        return "(?:" + "|".join(_spaced(one) for one in self.tables[section].values()) + ")"

    def which(self, section: str, word: str) -> str | None:
        """Return the name of the list that a whole word is in."""
        for name, pattern in self._compiled(section).items():
            if pattern.fullmatch(word):
                return name
        return None

    def regex(self, section: str, name: str) -> re.Pattern[str]:
        """Return one list, compiled, as whole words in any case."""
        return _whole(self.tables[section][name])

    def anywhere(self, section: str) -> re.Pattern[str]:
        """Return all lists of a section, compiled, as whole words in any case."""
        return _whole("|".join(self.tables[section].values()))

    def ending(self, section: str, name: str) -> re.Pattern[str]:
        """Return one list, compiled, at the end of a text; only small words may follow it."""
        between = self.tables["date"]["between"]
        return _ending(self.tables[section][name], between)

    def leading(self, section: str, name: str) -> re.Pattern[str]:
        """Return one list, compiled, at the beginning of a text, marks before it or not."""
        return _leading(self.tables[section][name])

    def _compiled(self, section: str) -> dict[str, re.Pattern[str]]:
        return _compile(tuple(self.tables[section].items()))


def _spaced(pattern: str) -> str:
    """Keep the blanks of a pattern within one that is written with `re.VERBOSE`."""
    return pattern.replace(" ", r"\ ")


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


@cache
def _ending(pattern: str, between: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?:\W|{between})*$", re.IGNORECASE)


@cache
def _leading(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{pattern})(?!\w)", re.IGNORECASE)


@cache
def _compile(items: tuple[tuple[str, str], ...]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in items}


@cache
def vocabulary(locale: str = "en-GB") -> Vocabulary:
    """Return the words of a locale, read once.

    Raises:
        FileNotFoundError: there is none for it.
    """
    path = shipped_config() / "vocabulary" / locale / "invitations.toml"
    return Vocabulary(tomllib.loads(path.read_text(encoding="utf-8")))
