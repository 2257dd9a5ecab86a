"""Formatting messages of Project Fluent, each read when it is first said.

Two things differ from plain fluent.runtime. Texts given as arguments may be of any length (its own
limit is 2,500 characters, an announcement can be longer), and instead of isolating every argument,
only those that need it are (`relay.language.bidi`).
"""

import re
from collections.abc import Mapping

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from relay.language.bidi import isolate, isolate_foreign, runs_right_to_left, standing_right
from relay.language.wording import Entry, WordingError, mentions, patterns_of

# Noncharacters: Unicode reserves them for a program's own use, they stand for nothing in any text.
_SLOT = re.compile("\ufdd0([^\ufdd1]+)\ufdd1")


class MessageFormatter:
    """Formats the messages of one locale. It reports what is wrong and never falls back.

    Args:
        locale: how numbers are written, and which plurals there are.
        entries: messages and terms by key; those that are asked for must not change.
    """

    def __init__(self, locale: str, entries: Mapping[str, Entry]) -> None:
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._entries = entries
        self._isolated = isolate_foreign if runs_right_to_left(locale) else isolate
        self._placed = standing_right if runs_right_to_left(locale) else str
        self._needs: dict[str, frozenset[str]] = {}
        self._sayable: set[str] = set()

    def format(self, message_id: str, args: Mapping[str, str | int]) -> str:
        """Return a message with its arguments put in.

        Args:
            message_id: a message's id, or `id.attribute`.
            args: at least what `needs` returns.

        Raises:
            WordingError: no such message, an argument is missing, or it cannot be formatted.
        """
        missing = self.needs(message_id) - args.keys()
        if missing:
            raise WordingError(f"{message_id} needs {', '.join(sorted(missing))}")
        name, _, attribute = message_id.partition(".")
        self._make_sayable(name)
        given = {
            key: _Text(key, value) if isinstance(value, str) else value
            for key, value in args.items()
        }
        try:
            message = self._bundle.get_message(name)
            pattern = message.attributes[attribute] if attribute else message.value
            assert pattern is not None  # noqa: S101 - `needs` has seen that it exists
            formatted, errors = self._bundle.format_pattern(pattern, given)
        except Exception as error:  # noqa: BLE001 - what is written in a message decides that
            formatted, errors = "", [error]
        if errors:
            # Only the kind of error: its text could quote an argument.
            kinds = ", ".join(sorted({type(error).__name__ for error in errors}))
            raise WordingError(f"{message_id} cannot be formatted: {kinds}")
        said = _SLOT.sub(lambda slot: self._isolated(str(args[slot.group(1)])), str(formatted))
        return self._placed(said)

    def needs(self, message_id: str) -> frozenset[str]:
        """Return the names of all arguments a message mentions, in any of its variants.

        Raises:
            WordingError: there is no such message.
        """
        if message_id not in self._needs:
            pattern = self._pattern(message_id)
            if pattern is None:
                raise WordingError(f"there is no wording called {message_id!r}")
            name = message_id.partition(".")[0]
            self._needs[message_id] = frozenset(self._mentioned(pattern, frozenset({name})))
        return self._needs[message_id]

    def has(self, message_id: str) -> bool:
        """Return whether there is such a message, or such an attribute of one."""
        return self._pattern(message_id) is not None

    def ids(self) -> frozenset[str]:
        """Return all ids, attributes included. Reads every message, which nothing else does."""
        return frozenset(
            name
            for entry in self._entries.values()
            if isinstance(entry, ast.Message)
            for name, _ in patterns_of(entry)
        )

    def _pattern(self, message_id: str) -> ast.Pattern | None:
        name, _, _ = message_id.partition(".")
        if name.startswith("-") or name not in self._entries:
            return None
        entry = self._entries[name]
        assert isinstance(entry, ast.Message)  # noqa: S101 - terms begin with a hyphen
        return dict(patterns_of(entry)).get(message_id)

    def _mentioned(self, node: ast.BaseNode, seen: frozenset[str]) -> set[str]:
        """Return what a piece mentions, by itself or through the messages it refers to."""
        found = mentions(node)
        # A term sees only what is written in its call, never the message's own arguments.
        inner = (key for key in found.references - seen if not key.startswith("-"))
        through = (self._mentioned(self._entries[key], seen | {key}) for key in inner)
        return found.variables.union(*through)

    def _make_sayable(self, key: str) -> None:
        """Put a message, and what it refers to, where it is formatted from."""
        if key in self._sayable:
            return
        self._sayable.add(key)
        entry = self._entries[key]
        self._bundle.add_resource(ast.Resource([entry]))
        for reference in mentions(entry).references:
            self._make_sayable(reference)


class _Text(str, FluentType):
    """A text argument: compares as itself in a choice, is formatted as a slot to be filled."""

    _slot: str

    def __new__(cls, key: str, value: str) -> "_Text":
        text = super().__new__(cls, value)
        text._slot = f"\ufdd0{key}\ufdd1"
        return text

    def format(self, locale: object) -> str:  # type: ignore[override]
        return self._slot
