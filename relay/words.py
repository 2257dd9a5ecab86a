"""The words people read: Project Fluent files, by locale, which a branch may replace one by one.

The shipped files are `config/wording/<locale>/*.ftl`. A branch's own folder (setting
`[wording] folder`) is laid over them: a message there replaces the shipped one with the same id.
A faulty message of a branch is left out, the shipped one stays, and `Words.check` names it, so that
a slip in a wording file never silences the relay.

Two things differ from plain fluent.runtime. Texts given as arguments may be of any length (its own
limit is 2,500 characters, an announcement can be longer), and instead of isolating every argument,
only those that need it are (`relay.bidi`).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from relay.bidi import isolate
from relay.wording import Entry, entries_in, key_of, line_of, mentions, patterns_of, shipped_folder
from relay.wording import WordingError as WordingError

_HERE = Path(__file__).parent
# Noncharacters: Unicode reserves them for a program's own use, they stand for nothing in any text.
_SLOT = re.compile("\ufdd0([^\ufdd1]+)\ufdd1")


@dataclass(frozen=True)
class WordingProblem:
    """What is wrong with one message of a branch's own wording.

    Attributes:
        file: the file's path.
        message: the id it concerns, empty where it could not be read.
        reason: `syntax`, `unknown-id`, `unknown-variable`, `unknown-reference` or `no-folder`.
        detail: the piece that is wrong (a variable's name, a line number).
    """

    file: str
    message: str
    reason: str
    detail: str = ""


def shipped_config() -> Path:
    """The folder `config/` as shipped: inside the wheel, or beside the package in the source."""
    packed = _HERE / "_config"
    return packed if packed.is_dir() else _HERE.parent / "config"


def shipped_locales() -> tuple[str, ...]:
    """The locales there is wording for, such as `("en-GB",)`."""
    folders = (shipped_config() / "wording").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir()))


class Words:
    """The wording of one locale. Knows no conversation and formats no dates (see `relay.clock`).

    Args:
        locale: one of `shipped_locales()`.
        folder: a branch's own `.ftl` files, or None.

    Raises:
        WordingError: there is no such locale, or a shipped file is faulty.
    """

    def __init__(self, locale: str = "en-GB", folder: Path | None = None) -> None:
        shipped = shipped_config() / "wording" / locale
        if not shipped.is_dir():
            raise WordingError(f"no wording is shipped for the locale {locale!r}")
        self.locale = locale
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._problems: list[WordingProblem] = []
        self._shipped = shipped_folder(shipped)
        self._own: dict[str, Entry] = {}
        self._needs: dict[str, frozenset[str]] = {}
        self._sayable: set[str] = set()
        if folder is not None:
            self._overlay(folder)

    def say(self, message_id: str, /, **args: str | int) -> str:
        """One message, ready to be sent.

        Args:
            message_id: a message's id, or `id.attribute`.
            **args: everything the message mentions. Texts are put in unchanged apart from
                direction isolates; whole numbers are written the locale's way (1,204), so a
                number that is a name ("announcement 1204") goes in as text.

        Raises:
            WordingError: no such message, or an argument it needs was not given.
        """
        missing = self.needs(message_id) - args.keys()
        if missing:
            raise WordingError(f"{message_id} needs {', '.join(sorted(missing))}")
        name, _, attribute = message_id.partition(".")
        self._make_sayable(name)
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None  # noqa: S101 - `needs` has seen that it exists
        given = {
            key: _Text(key, value) if isinstance(value, str) else value
            for key, value in args.items()
        }
        formatted, errors = self._bundle.format_pattern(pattern, given)
        if errors:
            # Only the kind of error: its text could quote an argument.
            kinds = ", ".join(sorted({type(error).__name__ for error in errors}))
            raise WordingError(f"{message_id} cannot be formatted: {kinds}")
        return _SLOT.sub(lambda slot: isolate(str(args[slot.group(1)])), str(formatted))

    def needs(self, message_id: str) -> frozenset[str]:
        """The names of all arguments a message mentions, in any of its variants.

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
        """Whether there is such a message, or such an attribute of one."""
        return self._pattern(message_id) is not None

    def ids(self) -> frozenset[str]:
        """All ids, attributes included (`meeting-added`, `settings-timezone.fix`).

        Reads every message of the locale, which nothing else does.
        """
        entries = (self._entry(key) for key in self._shipped)
        return frozenset(
            name
            for entry in entries
            if isinstance(entry, ast.Message)
            for name, _ in patterns_of(entry)
        )

    def check(self) -> tuple[WordingProblem, ...]:
        """What is wrong in the branch's own wording; empty when all is well."""
        return tuple(self._problems)

    def _overlay(self, folder: Path) -> None:
        if not folder.is_dir():
            self._problems.append(WordingProblem(str(folder), "", "no-folder"))
            return
        own: dict[str, Entry] = {}
        found = list(entries_in(folder))
        known = set(self._shipped)
        known |= {key_of(entry) for _, entry in found if isinstance(entry, ast.Term)}
        for file, entry in found:
            problem = self._fault(file, entry, known)
            if problem:
                self._problems.append(problem)
            elif not isinstance(entry, ast.Junk):
                key = key_of(entry)
                before = own.get(key) or (self._entry(key) if key in self._shipped else None)
                own[key] = _with_attributes(entry, before)
        self._own = own
        self._needs.clear()

    def _fault(
        self, file: Path, entry: ast.Message | ast.Term | ast.Junk, known: set[str]
    ) -> WordingProblem | None:
        if isinstance(entry, ast.Junk):
            return WordingProblem(str(file), "", "syntax", str(line_of(file, entry)))
        key = key_of(entry)
        if key not in known:
            return WordingProblem(str(file), key, "unknown-id")
        references = sorted(mentions(entry).references - known)
        if references:
            return WordingProblem(str(file), key, "unknown-reference", references[0])
        if isinstance(entry, ast.Term):
            return None
        for name, pattern in patterns_of(entry):
            if not self.has(name):
                return WordingProblem(str(file), name, "unknown-id")
            unknown = sorted(mentions(pattern).variables - self.needs(name))
            if unknown:
                return WordingProblem(str(file), name, "unknown-variable", unknown[0])
        return None

    def _entry(self, key: str) -> Entry:
        return self._own[key] if key in self._own else self._shipped[key]

    def _pattern(self, message_id: str) -> ast.Pattern | None:
        name, _, _ = message_id.partition(".")
        if name.startswith("-") or (name not in self._shipped and name not in self._own):
            return None
        entry = self._entry(name)
        assert isinstance(entry, ast.Message)  # noqa: S101 - terms begin with a hyphen
        return dict(patterns_of(entry)).get(message_id)

    def _mentioned(self, node: ast.BaseNode, seen: frozenset[str]) -> set[str]:
        """What a piece mentions, by itself or through the messages it refers to."""
        found = mentions(node)
        # A term sees only what is written in its call, never the message's own arguments.
        inner = (key for key in found.references - seen if not key.startswith("-"))
        through = (self._mentioned(self._entry(key), seen | {key}) for key in inner)
        return found.variables.union(*through)

    def _make_sayable(self, key: str) -> None:
        """Put a message, and what it refers to, where it is formatted from."""
        if key in self._sayable:
            return
        self._sayable.add(key)
        entry = self._entry(key)
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


def _with_attributes(
    entry: ast.Message | ast.Term, shipped: ast.Message | ast.Term | None
) -> ast.Message | ast.Term:
    """A branch that rewords the sentence keeps the shipped attributes it did not reword."""
    if shipped is None:
        return entry
    own = {attribute.id.name for attribute in entry.attributes}
    kept = [attribute for attribute in shipped.attributes if attribute.id.name not in own]
    if isinstance(entry, ast.Term):
        return ast.Term(entry.id, entry.value, [*entry.attributes, *kept])
    value = entry.value if entry.value is not None else shipped.value
    return ast.Message(entry.id, value, [*entry.attributes, *kept])
