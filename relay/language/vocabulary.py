"""The words people type, by locale: `config/vocabulary/<locale>/`.

What they read is wording (`relay.language.words`); what they type is vocabulary. Python knows a
command and an answer by its id and never by a word of a language. The words by which invitations
are read are patterns, and have a reader of their own (`relay.meetings.reading.vocabulary`).

A locale may have some of the files, and in them some of the words. Then English is understood as
well (`relay.language.layers`). All is compared as `relay.language.folding` folds it.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any

from annotated_types import Len
from pydantic import AfterValidator, BaseModel, ConfigDict, PrivateAttr, StringConstraints

from relay.language.folding import WORD, folded
from relay.language.layers import tables

_Word = Annotated[str, StringConstraints(min_length=1), AfterValidator(folded)]
_Shown = Annotated[str, StringConstraints(min_length=1)]
_Words = dict[str, frozenset[_Word]]
_Names = dict[str, Annotated[tuple[_Word, ...], Len(min_length=1)]]
_VARIATIONS = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")
"""Skin tones, and the mark for "as a picture"."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")
"""Controls (category Cc of Unicode, which never grows) but tab and line feed, and the overrides of
direction. An expression, because everybody looks at every message, however long."""

_PART = re.compile(r"\(\?&(\w+)\)")
"""A phrase within another one, as PCRE calls a group by its name."""

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LETTER = r"[^\W\d_]"
_FIRST_WORD = re.compile(rf"[/!#]?({_LETTER}[{WORD}'’-]*)[.,:;!?،؛؟۔।]*(?=\s|$)")
_NO_WORD = re.compile(rf"[^{WORD}\s?]")
_ISOLATES = re.compile("[\u2066-\u2069]")


@dataclass(frozen=True)
class Typed:
    """A message split into its first word (casefolded, bare) and the rest as it was typed."""

    command: str
    rest: str = field(repr=False)


class Vocabulary(BaseModel):
    """The words of one locale.

    Attributes:
        commands: by command, the first words by which it is known; its name is the first of them.
        sentences: by command, whole messages that mean it.
        dashed: by command, first words that a dash may join to the text.
        elsewhere: by command, what other software calls it: asked about, and never carried out.
        answers: by answer (`yes`, `no`, `thanks`), the whole messages that mean it.
        phrases: by name, patterns of what people say in their own words; see `phrase`.
        also: by command, what else it is called: its English name, where English is understood too.
        language: what dateparser calls it.
        lists: by name, words of moments that have an order, or that all count alike.
        numbers: what words for numbers mean.
        synonyms: by the word that is understood, a pattern of what is said for it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    commands: _Names
    sentences: _Words
    dashed: _Words
    elsewhere: _Words
    answers: _Words
    phrases: dict[str, str | list[str]]
    language: str
    lists: dict[str, tuple[str, ...]]
    numbers: dict[str, float]
    synonyms: dict[str, str]
    also: dict[str, _Word] = {}
    shown: dict[str, _Shown] = {}
    _read: dict[str, tuple[re.Pattern[str], ...]] = PrivateAttr(default_factory=dict)

    def words(self, command: str) -> tuple[str, ...]:
        """Return the first words for a command, its name first.

        Raises:
            KeyError: there is no such command.
        """
        return self.commands[command]

    def name(self, command: str) -> str:
        """Return what a command is called, as it is shown to people.

        Raises:
            KeyError: there is no such command.
        """
        return self.shown.get(command, self.commands[command][0])

    def names(self, commands: Iterable[str]) -> frozenset[str]:
        """Return what some commands are called, without their other words."""
        return frozenset(one for command in commands for one in self.called(command))

    def called(self, command: str) -> frozenset[str]:
        """Return what a command is called, in English too where that is understood.

        Raises:
            KeyError: there is no such command.
        """
        name = self.commands[command][0]
        return frozenset({name, self.also.get(command, name)})

    def read(self, text: str | None) -> Typed:
        """Split a message; the command is empty where it does not begin with a word.

        Capitals, slashes from other bots, full stops, colons without a blank after them and
        invisible marks from copying are all understood.
        """
        visible = clean(text)
        if not visible.isascii():
            # Copied from an answer in which a word stands by itself (`relay.language.bidi`).
            visible = clean(_ISOLATES.sub("", visible))
        found = self._joined.match(visible) or _FIRST_WORD.match(visible)
        if found is None:
            return Typed("", visible)
        return Typed(folded(found[1]), visible[found.end() :].strip())

    def means(self, command: str, text: str | None) -> bool:
        """Whether a whole message is a sentence that means a command."""
        sentences = self.sentences.get(command)
        if sentences is None:
            # Most commands are one word: no message need be looked at for them.
            return False
        asked = " ".join(folded(clean(text)).split())
        return asked in sentences or asked.strip(" ?!.،۔।") in sentences

    def knows(self, text: str | None) -> bool:
        """Whether a whole message is a word for a command, a sentence for one, or an answer."""
        said = bare(text).strip("? ")
        lists = (self.commands, self.sentences, self.elsewhere, self.answers)
        return any(said in words for table in lists for words in table.values())

    def answers_with(self, answer: str, text: str | None) -> bool:
        """Whether a whole message is an answer.

        Raises:
            KeyError: there is no such answer.
        """
        return plain(text) in self.answers[answer]

    def command(self, word: str, among: Iterable[str]) -> str | None:
        """Return which of some commands a first word is for, or None."""
        return next((one for one in among if word in self.commands[one]), None)

    def phrase(self, name: str) -> re.Pattern[str]:
        """Return a phrase, all its forms in one, compiled, in any case.

        Raises:
            KeyError: there is no such phrase, or none that one of its parts names.
        """
        if name not in self._read:
            self._read[name] = (re.compile(self._phrase(name), re.IGNORECASE),)
        return self._read[name][0]

    def forms(self, name: str, after: str) -> tuple[re.Pattern[str], ...]:
        """Return the forms of a phrase one by one, each whole words that may stand after a phrase.

        Args:
            name: of the phrase.
            after: name of the other one.
        """
        if f"{name}/" not in self._read:
            forms, before = self.phrases[name], self._phrase(after)
            self._read[f"{name}/"] = tuple(
                re.compile(rf"{before}(?:{self._whole(one)})(?!\w)", re.IGNORECASE)
                for one in ([forms] if isinstance(forms, str) else forms)
            )
        return self._read[f"{name}/"]

    def number(self, word: str) -> float:
        """Return what a word or digits for a number mean; 0 where it is neither."""
        known = self.numbers.get(word)
        return known if known is not None else float(word) if _DIGITS.fullmatch(word) else 0

    def _phrase(self, name: str) -> str:
        forms = self.phrases[name]
        return self._whole(forms if isinstance(forms, str) else "|".join(forms))

    def _whole(self, pattern: str) -> str:
        """A pattern with what its parts stand for."""
        return _PART.sub(lambda part: f"(?:{self._phrase(part[1])})", pattern)

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        """`announce:Text`, and `Announce-The hall`; not `post-box` or `meeting-room`."""
        words = sorted(frozenset().union(*self.dashed.values()))
        before = "|".join(rf"(?<=\b{re.escape(word)})" for word in words)
        dash = rf"|(?:{before})[-–—]+" if words else ""
        return re.compile(
            rf"[/!#]?({_LETTER}[{WORD}'’]*)(?:[:：](?!//){dash})[.,:;!?]*", re.IGNORECASE
        )


def clean(text: str | None) -> str:
    """Return a text without invisible controls at its ends and without direction overrides.

    The marks that right-to-left scripts and emoji need stay; the overrides U+202D and U+202E, which
    can only make a text look like another one, go.
    """
    kept = _CONTROLS.sub("", text or "").strip()
    return kept.strip("\u200b\u200e\u200f\u2060\ufeff\ufffc").strip()


def bare(text: str | None) -> str:
    """Return a whole message for comparing: casefolded, without punctuation or double spaces.

    A question mark stays: `?` alone is an answer, and to whom it matters can take it off.
    """
    lowered = folded(clean(text)).replace("’", "").replace("'", "")
    return " ".join(_NO_WORD.sub(" ", lowered).split())


def plain(text: str | None) -> str:
    """Return a whole message as answers are compared: lower case, no skin tone, no full stop."""
    return " ".join(folded(_VARIATIONS.sub("", clean(text))).strip(" .,!،۔।").split())


@cache
def vocabulary(locale: str) -> Vocabulary:
    """Return the words of a locale that is shipped, read once.

    Raises:
        FileNotFoundError: there are none for it.
        ValueError: a file is faulty.
    """
    return _vocabulary(tables(locale))


def read_vocabulary(folder: Path) -> Vocabulary:
    """Return the words of a folder that has all files; see `vocabulary`."""
    return _vocabulary(
        {file.stem: tomllib.loads(file.read_text("utf-8")) for file in folder.glob("*.toml")}
    )


def _vocabulary(read: Mapping[str, dict[str, Any]]) -> Vocabulary:
    phrases, moments = read["phrases"], read["moments"]
    commands = read["commands"]
    return Vocabulary.model_validate(
        {
            **commands,
            **moments,
            "shown": {command: words[0] for command, words in commands["commands"].items()},
            "phrases": {**phrases["phrases"], **moments["phrases"]},
            "answers": read["answers"],
        }
    )
