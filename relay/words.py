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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from relay.bidi import isolate

_Entry = ast.Message | ast.Term

_HERE = Path(__file__).parent
# Noncharacters: Unicode reserves them for a program's own use, they stand for nothing in any text.
_SLOT = re.compile("\ufdd0([^\ufdd1]+)\ufdd1")


class WordingError(Exception):
    """A message does not exist, lacks an argument, or a shipped file cannot be read."""

    safe_to_log = True


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
        self._entries, self._needs = _shipped(shipped)
        self._bundle.add_resource(ast.Resource(list(self._entries.values())))
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
        try:
            return self._needs[message_id]
        except KeyError:
            raise WordingError(f"there is no wording called {message_id!r}") from None

    def ids(self) -> frozenset[str]:
        """All ids, attributes included (`meeting-added`, `settings-timezone.fix`)."""
        return frozenset(self._needs)

    def check(self) -> tuple[WordingProblem, ...]:
        """What is wrong in the branch's own wording; empty when all is well."""
        return tuple(self._problems)

    def _overlay(self, folder: Path) -> None:
        if not folder.is_dir():
            self._problems.append(WordingProblem(str(folder), "", "no-folder"))
            return
        found = list(_entries(folder))
        entries = dict(self._entries)
        known = entries.keys() | {_key(entry) for _, entry in found if isinstance(entry, ast.Term)}
        for file, entry in found:
            problem = self._fault(file, entry, known)
            if problem:
                self._problems.append(problem)
            elif not isinstance(entry, ast.Junk):
                entries[_key(entry)] = _with_attributes(entry, entries.get(_key(entry)))
        self._bundle.add_resource(ast.Resource(list(entries.values())), allow_overrides=True)
        self._entries, self._needs = entries, _all_needs(entries)

    def _fault(
        self, file: Path, entry: ast.Message | ast.Term | ast.Junk, known: set[str]
    ) -> WordingProblem | None:
        if isinstance(entry, ast.Junk):
            return WordingProblem(str(file), "", "syntax", str(_line(file, entry)))
        key = _key(entry)
        if key not in known:
            return WordingProblem(str(file), key, "unknown-id")
        references = sorted(_references(entry) - known)
        if references:
            return WordingProblem(str(file), key, "unknown-reference", references[0])
        if isinstance(entry, ast.Term):
            return None
        for name, pattern in _patterns(entry):
            if name not in self._needs:
                return WordingProblem(str(file), name, "unknown-id")
            unknown = sorted(_variables(pattern) - self._needs[name])
            if unknown:
                return WordingProblem(str(file), name, "unknown-variable", unknown[0])
        return None


class _Text(str, FluentType):
    """A text argument: compares as itself in a choice, is formatted as a slot to be filled."""

    _slot: str

    def __new__(cls, key: str, value: str) -> "_Text":
        text = super().__new__(cls, value)
        text._slot = f"\ufdd0{key}\ufdd1"
        return text

    def format(self, locale: object) -> str:  # type: ignore[override]
        return self._slot


class _Found(Visitor):
    """Collects what a piece of Fluent mentions: variables, other messages and terms."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.references.add(f"-{node.id.name}")


@cache
def _shipped(folder: Path) -> tuple[Mapping[str, _Entry], Mapping[str, frozenset[str]]]:
    """Read a shipped folder once: it costs a tenth of a second and megabytes, and never changes."""
    entries: dict[str, _Entry] = {}
    for file, entry in _entries(folder):
        if isinstance(entry, ast.Junk):
            raise WordingError(f"{file}:{_line(file, entry)}: not valid Fluent")
        if _key(entry) in entries:
            raise WordingError(f"{file}: {_key(entry)} is defined twice")
        entries[_key(entry)] = entry
    for key, entry in entries.items():
        unknown = _references(entry) - entries.keys()
        if unknown:
            raise WordingError(f"{key} refers to {', '.join(sorted(unknown))}: no such thing")
    return entries, _all_needs(entries)


def _entries(folder: Path) -> Iterator[tuple[Path, ast.Message | ast.Term | ast.Junk]]:
    for file in sorted(folder.glob("*.ftl")):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            yield file, ast.Junk()
            continue
        # Spans take a third of the memory, and only an error needs them.
        for entry in FluentParser(with_spans=False).parse(text).body:
            if isinstance(entry, ast.Message | ast.Term | ast.Junk):
                yield file, entry


def _key(entry: ast.Message | ast.Term) -> str:
    return entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"


def _line(file: Path, junk: ast.Junk) -> int:
    if junk.content is None:
        return 1
    text = file.read_text(encoding="utf-8")
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk) and entry.content == junk.content and entry.span:
            return text.count("\n", 0, entry.span.start) + 1
    return 1


def _patterns(message: ast.Message) -> Iterator[tuple[str, ast.Pattern]]:
    if message.value is not None:
        yield message.id.name, message.value
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}", attribute.value


def _found(node: ast.BaseNode) -> _Found:
    found = _Found()
    found.visit(node)
    return found


def _references(entry: ast.BaseNode) -> set[str]:
    return _found(entry).references


def _variables(pattern: ast.Pattern) -> set[str]:
    return _found(pattern).variables


def _all_needs(entries: Mapping[str, ast.Message | ast.Term]) -> dict[str, frozenset[str]]:
    """What each message mentions, by itself or through the messages it refers to."""

    def variables(node: ast.BaseNode, seen: frozenset[str]) -> set[str]:
        found = _found(node)
        # A term sees only what is written in its call, never the message's own arguments.
        inner = (key for key in found.references - seen if not key.startswith("-"))
        through = (variables(entries[key], seen | {key}) for key in inner)
        return found.variables.union(*through)

    return {
        name: frozenset(variables(pattern, frozenset({key})))
        for key, entry in entries.items()
        if isinstance(entry, ast.Message)
        for name, pattern in _patterns(entry)
    }


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
