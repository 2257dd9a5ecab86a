"""A branch's own wording: what of it is used, and what is wrong with the rest.

What is said in the middle of a report must not fail because of a slip in a file. So every message
is looked at when the file is read: what it mentions, how deep and how long it becomes, whether it
can be formatted, every variant of it, with sample arguments, and whether it still brings what it is
there to bring: an officer's answer must reach whoever reads it. What fails is left out and named.
"""

import unicodedata
from collections import ChainMap
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from fluent.syntax import ast

from relay.language.discreet import HIDDEN, TELLING, Telling
from relay.language.formatting import MessageFormatter
from relay.language.problems import WordingProblem
from relay.language.wording import (
    Entry,
    WordingError,
    counts,
    entries_in,
    key_of,
    line_of,
    mentions,
    nodes_in,
    patterns_of,
    referred,
    variants,
)

MAX_DEPTH = 20
"""Choices and references inside one another. Shipped messages have four at most."""
MAX_CHARACTERS = 20_000
"""Of a message in all its variants, what it refers to included."""
MAX_PARTS = 500
"""Texts and arguments, counted in the same way. fluent.runtime stops at 1,000."""

_SAMPLE = "\N{MIDDLE DOT}"
"""An id that nobody can type."""
_FUNCTIONS = frozenset({"NUMBER", "DATETIME"})
_BROUGHT = frozenset(
    {"case", "choices", "code", "example", "finds", "lines", "number", "round", "text"}
)
"""Arguments that people can get nowhere else: what somebody wrote, or what to type."""
_DISCREET = ".discreet"
_TO_WHO_REPORTS = "report-"
"""How the messages begin that somebody reads who reports."""


class _Unusable(Exception):
    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.problem = name, reason, detail


class _Elsewhere(Exception):
    """Not this entry refers to itself, but one that it refers to: that one is left out first."""

    def __init__(self, unusable: _Unusable) -> None:
        super().__init__()
        self.unusable = unusable


@dataclass(frozen=True)
class _Size:
    """What becomes of an entry: choices inside one another, characters, parts."""

    depth: int
    characters: int
    parts: int


def own_wording(
    folder: Path, shipped: Mapping[str, Entry], locale: str
) -> tuple[dict[str, Entry], list[WordingProblem]]:
    """Read a branch's own messages and terms.

    Args:
        folder: its `.ftl` files.
        shipped: what they are laid over.
        locale: see `MessageFormatter`.

    Returns:
        What of it can be used, by key, and what is wrong with the rest.
    """
    if not folder.is_dir():
        return {}, [WordingProblem(str(folder), "", "no-folder")]
    own: dict[str, Entry] = {}
    files: dict[str, Path] = {}
    problems = []
    for file, entry in entries_in(folder):
        if isinstance(entry, ast.Junk):
            problems.append(WordingProblem(str(file), "", "syntax", str(line_of(file, entry))))
            continue
        key = key_of(entry)
        files[key] = file
        own[key] = _with_attributes(entry, own.get(key) or shipped.get(key))
    # What refers to something that is left out has to be looked at again.
    while found := _Judge(own, shipped, locale).unusable():
        for key, unusable in found.items():
            del own[key]
            problems.append(WordingProblem(str(files[key]), *unusable.problem))
    return own, problems


def overlaid(own: dict[str, Entry], shipped: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """Return a branch's own entries before the shipped ones. Nobody writes to what is shipped."""
    return ChainMap(own, cast(MutableMapping[str, Entry], shipped))


class _Judge:
    """Looks at each of a branch's own entries, among all the others."""

    def __init__(self, own: dict[str, Entry], shipped: Mapping[str, Entry], locale: str) -> None:
        self._own = own
        self._entries = overlaid(own, shipped)
        self._shipped_entries = shipped
        self._shipped = MessageFormatter(locale, shipped)
        self._locale = locale
        self._sizes: dict[str, _Size] = {}

    def unusable(self) -> dict[str, _Unusable]:
        """Return which entries cannot be used, and why."""
        found = {}
        waiting = {}
        for key in self._own:
            try:
                self._look_at(key)
            except _Unusable as unusable:
                found[key] = unusable
            except _Elsewhere as elsewhere:
                waiting[key] = elsewhere.unusable
        return found or waiting

    def _look_at(self, key: str) -> None:
        if key not in self._shipped_entries and not key.startswith("-"):
            raise _Unusable(key, "unknown-id")
        self._size(key, (), key)
        entry = self._own[key]
        if isinstance(entry, ast.Term):
            self._try_term(key, entry)
            return
        among = MessageFormatter(self._locale, self._entries)
        for name, pattern in patterns_of(entry):
            if not self._shipped.has(name):
                raise _Unusable(name, "unknown-id")
            unknown = sorted(among.needs(name) - self._shipped.needs(name))
            if unknown:
                raise _Unusable(name, "unknown-variable", unknown[0])
            self._try(name, pattern)
            if self._is_read_by_others(name):
                self._try_discreet(name, pattern)

    def _size(self, key: str, above: tuple[str, ...], asked: str) -> _Size:
        """Return the size of an entry.

        Raises:
            _Unusable: `asked`, the entry that is looked at, is what is wrong.
            _Elsewhere: or it only refers to what is.
        """
        if key in above:
            itself = _Unusable(asked, "refers-to-itself")
            raise itself if key == asked else _Elsewhere(itself)
        if key not in self._sizes:
            if len(above) > MAX_DEPTH:
                raise _Unusable(asked, "too-deep")
            entry = self._entries.get(key)
            if entry is None:
                raise _Unusable(asked, "unknown-reference", key)
            self._sizes[key] = self._measured(entry, (*above, key), asked)
        return self._sizes[key]

    def _measured(self, entry: Entry, above: tuple[str, ...], asked: str) -> _Size:
        deepest = characters = parts = 0
        for node, depth in nodes_in(entry):
            if depth > MAX_DEPTH:
                raise _Unusable(asked, "too-deep")
            deepest = max(deepest, depth)
            match node:
                case ast.TextElement() | ast.StringLiteral():
                    characters += len(node.value)
                case ast.Pattern():
                    parts += len(node.elements)
                case ast.FunctionReference() if node.id.name not in _FUNCTIONS:
                    raise _Unusable(asked, "unknown-function", node.id.name)
                case ast.MessageReference() | ast.TermReference():
                    inner = self._size(referred(node), above, asked)
                    deepest = max(deepest, depth + inner.depth)
                    characters += inner.characters
                    parts += inner.parts
        if deepest > MAX_DEPTH:
            raise _Unusable(asked, "too-deep")
        if characters > MAX_CHARACTERS or parts > MAX_PARTS:
            raise _Unusable(asked, "too-long")
        return _Size(deepest, characters, parts)

    def _try(self, name: str, pattern: ast.Pattern) -> None:
        """Format a message, and each variant of it by itself.

        Raises:
            _Unusable: it fails, or says nothing.
        """
        numbers = self._numbers(name.partition(".")[0])
        samples: dict[str, str | int] = {
            needed: 2 if needed in numbers else f"text {needed}"
            for needed in self._shipped.needs(name)
        }
        try:
            said = self._said(pattern, samples)
            for variant in variants(pattern):
                self._said(variant, samples)
        except WordingError:
            raise _Unusable(name, "fails") from None
        if not _seen(said) and _seen(self._shipped.format(name, samples)):
            raise _Unusable(name, "says-nothing")
        self._try_brought(name, pattern, samples)

    def _try_brought(
        self, name: str, pattern: ast.Pattern, samples: Mapping[str, str | int]
    ) -> None:
        """Compare what a message brings with what the shipped one does, for each of its choices.

        Raises:
            _Unusable: it leaves something out.
        """
        brought = [one for one in sorted(_BROUGHT & samples.keys()) if samples[one] != 2]
        if not brought:
            return
        for given in ({}, *self._choices(name.partition(".")[0])):
            args = {**samples, **given}
            shipped = self._shipped.format(name, args)
            try:
                said = self._said(pattern, args)
            except WordingError:
                raise _Unusable(name, "fails") from None
            for one in brought:
                if str(args[one]) in shipped and str(args[one]) not in said:
                    raise _Unusable(name, "leaves-out", one)

    def _is_read_by_others(self, name: str) -> bool:
        """Whether it is said in discreet mode: also what has no wording of its own for that."""
        if name.endswith(_DISCREET):
            return True
        if not name.startswith(_TO_WHO_REPORTS) or "." in name or name in (HIDDEN, TELLING):
            return False
        if self._shipped.has(f"{name}{_DISCREET}"):
            return False
        shipped = self._shipped_entries[name]
        if isinstance(shipped, ast.Term) or shipped.value is None:
            return False
        return self._telling.first(self._all_said(name, shipped.value)) is None

    def _try_discreet(self, name: str, pattern: ast.Pattern) -> None:
        """Look for what tells.

        Raises:
            _Unusable: there is something.
        """
        if word := self._telling.first(self._all_said(name, pattern)):
            raise _Unusable(name, "tells", word)

    def _all_said(self, name: str, pattern: ast.Pattern) -> list[str]:
        """A message and each variant of it, with arguments that say nothing."""
        numbers = self._numbers(name.partition(".")[0])
        samples: dict[str, str | int] = {
            one: 2 if one in numbers else "-" for one in self._shipped.needs(name)
        }
        return [self._said(one, samples) for one in (pattern, *variants(pattern))]

    @cached_property
    def _telling(self) -> Telling:
        return Telling(self._locale, self._shipped_entries)

    def _choices(self, key: str) -> Iterator[dict[str, str | int]]:
        """Return each answer to each choice that the shipped message makes by an argument."""
        for node, _ in nodes_in(self._shipped_entries[key]):
            if not isinstance(node, ast.SelectExpression):
                continue
            if not isinstance(node.selector, ast.VariableReference):
                continue
            for variant in node.variants:
                chosen = variant.key
                if isinstance(chosen, ast.NumberLiteral):
                    yield {node.selector.id.name: int(float(chosen.value))}
                elif not counts(node):
                    yield {node.selector.id.name: chosen.name}

    def _try_term(self, key: str, term: ast.Term) -> None:
        """Format a term as if it were called with texts, or with numbers."""
        names = mentions(term).variables
        for sample in ("text", 2):
            try:
                for pattern in (term.value, *variants(term)):
                    self._said(pattern, dict.fromkeys(names, sample))
            except WordingError:
                continue
            return
        raise _Unusable(key, "fails")

    def _numbers(self, key: str) -> frozenset[str]:
        """Return which arguments the shipped message treats as numbers."""
        numbers: set[str] = set()
        for node, _ in nodes_in(self._shipped_entries[key]):
            match node:
                case ast.SelectExpression(selector=ast.VariableReference(id=name)):
                    numbers |= {name.name} if counts(node) else set()
                case ast.FunctionReference():
                    numbers |= mentions(node).variables
                case ast.MessageReference():
                    numbers |= self._numbers(node.id.name)
        return frozenset(numbers)

    def _said(self, pattern: ast.Pattern, args: Mapping[str, str | int]) -> str:
        sample = {_SAMPLE: ast.Message(ast.Identifier(_SAMPLE), pattern)}
        entries = overlaid(cast(dict[str, Entry], sample), self._entries)
        return MessageFormatter(self._locale, entries).format(_SAMPLE, args)


def _seen(text: str) -> bool:
    """Whether there is anything to see: a space of no width is nothing."""
    return any(unicodedata.category(one)[0] not in "CZ" for one in text)


def _with_attributes(entry: Entry, before: Entry | None) -> Entry:
    """A branch that rewords the sentence keeps the shipped attributes it did not reword."""
    if before is None:
        return entry
    own = {attribute.id.name for attribute in entry.attributes}
    kept = [attribute for attribute in before.attributes if attribute.id.name not in own]
    if isinstance(entry, ast.Term):
        return ast.Term(entry.id, entry.value, [*entry.attributes, *kept])
    value = entry.value if entry.value is not None else before.value
    return ast.Message(entry.id, value, [*entry.attributes, *kept])
