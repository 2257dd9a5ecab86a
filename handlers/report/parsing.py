"""Reading what somebody types around a report: how it begins, and the answers to its questions."""

import difflib
import re
from functools import cache
from typing import Annotated

from annotated_types import Len
from pydantic import AfterValidator, BaseModel, ConfigDict

from handlers.parsing import nearest
from handlers.report.contact_words import ContactWords
from relay.language.layers import tables
from relay.language.vocabulary import Vocabulary, bare

_TYPO = 0.8
_CODEWORD_TYPO = 0.85
_OF_WRITING = ("done", "send", "stop", "erase")
"""Commands that somebody who writes may think they have given."""

_COMMAND_TYPO = 0.75
_LONGEST = 100
"""Characters of a whole message that can still be one of a few words: longer ones are not compared
letter by letter, which takes seconds for the longest that Signal carries."""

_NUMBER = re.compile(r"(?P<before>[^\W\d]*)(?P<number>\d{1,3})")
"""A number in digits. In Arabic, "and" has no blank after it."""

_Word = Annotated[str, AfterValidator(bare)]
_Words = Annotated[frozenset[_Word], Len(min_length=1)]


class ReportWords(BaseModel):
    """What people of one locale answer while they report: `config/vocabulary/<locale>/report.toml`.

    Attributes:
        safeguarding: that it is about harm.
        conduct: that it is about how somebody behaves.
        not_sure: that they do not know.
        nobody: that there is nobody who must not read it.
        everybody: that nobody in the list may.
        fillers: words around the number of a choice that say nothing.
        around_names: words around somebody's name that say nothing.
        all_but: words that turn it round who is meant: "everyone but", "only".
        courtesies: words round an answer that change nothing.
        hedges: words round the number of a choice from whoever is not quite sure of it.
        in_place_of: words between a passphrase and the one that is to take its place.
        numbers: numbers in words.
        elsewhere: by command, what it is called in other software.
        contact: when they want to be written to.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    safeguarding: _Words
    conduct: _Words
    not_sure: _Words
    nobody: _Words
    everybody: _Words
    fillers: _Words
    around_names: _Words
    all_but: _Words
    courtesies: _Words
    hedges: _Words
    in_place_of: _Words
    numbers: dict[_Word, int]
    elsewhere: dict[str, _Words]
    contact: ContactWords

    def is_not_sure(self, text: str | None) -> bool:
        """Whether a whole message says that somebody does not know."""
        said = bare(text)
        words = said.replace("?", " ").split()
        rest = " ".join([word for word in words if word not in self.courtesies])
        return " ".join(words) in self.not_sure or rest in self.not_sure or bool(said and not words)

    def is_a_try(self, text: str | None) -> bool:
        """Whether a whole message is nothing but numbers, marks and words that say nothing."""
        said = bare(text).replace("?", " ")
        known = self.not_sure | self.nobody | self.everybody
        said = " ".join([word for word in said.split() if word not in self.courtesies])
        return said.strip() in known or all(
            self._number(word) is not None for word in self._telling(said)
        )

    def choice(self, text: str | None) -> int | None:
        """Return the number a whole message is, in digits or spelled out, or None."""
        words = self._telling(bare(text).replace("?", " "))
        return self._number(words[0]) if len(words) == 1 else None

    def chosen(self, text: str | None) -> int | None:
        """Return the one number that a whole message names, as `choice`, also hesitantly.

        "2 i think", "the first one" and "number 2 pls"; not "1 or 2", which names two.
        """
        said = bare(text).replace("?", " ").split()
        told = [word for word in self._telling(" ".join(said)) if word not in self.courtesies]
        surely = [word for word in told if word not in self.hedges]
        # "One" may be the number, and "the second one" is the second.
        words = surely or [word for word in told if self._number(word) is not None]
        return self._number(words[0]) if len(words) == 1 else None

    def people(self, text: str | None, roles: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the roles that an answer names, by number or name; empty for nobody.

        None where it is not understood: a wrong guess could send a report to whom it is about.
        """
        said = bare(text).strip("? ")
        if said in self.nobody:
            return ()
        if said in self.everybody:
            return roles
        numbers = self.numbers_in(said, len(roles))
        if numbers is not None:
            return tuple(role for index, role in enumerate(roles, start=1) if index in numbers)
        return self._by_name(said, roles)

    def numbers_in(self, said: str, most: int) -> frozenset[int] | None:
        """Return the numbers from 1 to `most` that an answer is made of, or None if it is not."""
        numbers = [self._number(word) for word in self._telling(said)]
        found = frozenset(number for number in numbers if number is not None)
        whole = bool(numbers) and None not in numbers
        return found if whole and all(1 <= number <= most for number in found) else None

    def _by_name(self, said: str, roles: tuple[str, ...]) -> tuple[str, ...] | None:
        """Only names, joined by fillers: what else was said may mean anything."""
        rest, found = f" {said} ", []
        for role in sorted(roles, key=len, reverse=True):
            name = f" {bare(role)} "
            if name in rest:
                found.append(role)
                rest = rest.replace(name, " ")
        if found and not self._telling(rest):
            return tuple(role for role in roles if role in found)
        if len(said) > _LONGEST:
            return None
        close = difflib.get_close_matches(said, [bare(role) for role in roles], n=2, cutoff=_TYPO)
        if len(close) == 1:
            return tuple(role for role in roles if bare(role) == close[0])
        return None

    def _telling(self, said: str) -> list[str]:
        return [word for word in said.split() if word not in self.fillers]

    def _number(self, word: str) -> int | None:
        found = _NUMBER.fullmatch(word)
        if found is None or (found["before"] and found["before"] not in self.fillers):
            return self.numbers.get(word)
        return int(found["number"])


@cache
def report_words(locale: str) -> ReportWords:
    """Return the words of a locale that is shipped, read once.

    Raises:
        FileNotFoundError: there are none for it.
        ValueError: the file is faulty.
    """
    return ReportWords.model_validate(tables(locale)["report"])


def nearly_command(text: str | None, commands: Vocabulary, words: ReportWords) -> str:
    """Return what the command is called that a message as a whole may be meant as, or nothing."""
    word = bare(text)
    for command in _OF_WRITING:
        # Its other words do nothing here, as they may be part of a report: that has to be said.
        if word in {bare(one) for one in commands.words(command)}:
            return commands.name(command)
    if commands.answers_with("done", text):
        return commands.name("done")
    for command, others in words.elsewhere.items():
        if word in others:
            return commands.name(command)
    if " " in word or len(word) < 3:
        return ""
    for command in _OF_WRITING:
        if close := nearest(word, commands.called(command), _COMMAND_TYPO):
            return commands.name(command) if close == commands.words(command)[0] else close
    return ""


def starts_report(text: str | None, commands: Vocabulary) -> bool:
    """Whether a whole message asks to report something, small slips included."""
    if len(text or "") > _LONGEST:
        return False
    said = bare(text).strip("? ")
    phrases = (*commands.words("report"), *commands.sentences["report"])
    if said not in phrases and commands.command(said, commands.commands) is not None:
        # Another command, however near: `pomoc` is for the help, and `pomocy` a cry for it.
        return False
    # People slip inside a word far more than at its beginning, and `export` is another command.
    return bool(nearest(said, [one for one in phrases if one[0] == said[:1]], _TYPO))


def begins_with_report(text: str | None, commands: Vocabulary) -> bool:
    """Whether a message begins with one of the words, exactly, and goes on."""
    typed = commands.read(text)
    return typed.command in commands.words("report") and bool(typed.rest)


def is_very_codeword(text: str | None, codeword: str | None) -> bool:
    """Whether a whole message is just the branch's code word, however a phone writes it.

    Capitals, blanks and punctuation do not matter; a letter does.
    """
    said = bare(text).replace("?", "").replace(" ", "")
    return codeword is not None and said == bare(codeword).replace(" ", "")


def is_codeword(text: str | None, codeword: str | None) -> bool:
    """Whether a whole message is the branch's code word, small slips included."""
    if codeword is None or len(text or "") > _LONGEST:
        return False
    return difflib.SequenceMatcher(None, bare(text), codeword).ratio() >= _CODEWORD_TYPO
