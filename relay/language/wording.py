"""The files that the words people read stand in: Project Fluent, read when they are asked for."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

Entry = ast.Message | ast.Term

_PLURALS = frozenset({"zero", "one", "two", "few", "many"})

# Where an entry or a comment begins: everything else of it is indented, or closes a choice.
# (FluentParser goes on at such a line too, after something that it could not read.)
_BEGINNING = re.compile(r"^(?=[A-Za-z#-])", re.MULTILINE)


class WordingError(Exception):
    """A message does not exist, lacks an argument, or a shipped file cannot be read."""

    safe_to_log = True


class ShippedFolder(Mapping[str, Entry]):
    """The messages and terms of a shipped folder by key, each read when it is first asked for.

    Reading all of them takes a quarter of a second and 6 MB, at every start of every command;
    a relay says a tenth of them in a day.

    Raises:
        WordingError: two have one key; where one is asked for, that it cannot be read, or refers
            to something that does not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._pieces: dict[str, tuple[Path, str]] = {}
        self._read: dict[str, Entry] = {}
        for file in sorted(folder.glob("*.ftl")):
            for piece in _BEGINNING.split(file.read_text(encoding="utf-8")):
                if piece.startswith("#") or not piece.strip():
                    continue
                key = piece.partition("=")[0].strip()
                if key in self._pieces:
                    raise WordingError(f"{file}: {key} is defined twice")
                self._pieces[key] = (file, piece)

    def __getitem__(self, key: str) -> Entry:
        if key not in self._read:
            file, piece = self._pieces[key]
            entry = _parsed(piece)[0]
            if isinstance(entry, ast.Junk):
                raise WordingError(f"{file}:{line_of(file, entry)}: not valid Fluent")
            unknown = mentions(entry).references - self.keys()
            if unknown:
                missing = ", ".join(sorted(unknown))
                raise WordingError(f"{key} refers to {missing}: no such thing")
            self._read[key] = entry
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def __contains__(self, key: object) -> bool:
        return key in self._pieces

    def __len__(self) -> int:
        return len(self._pieces)


class Mentions(Visitor):
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
def shipped_folder(folder: Path) -> ShippedFolder:
    """Return a shipped folder, which is the same for everybody and never changes.

    Raises:
        WordingError: see `ShippedFolder`.
    """
    return ShippedFolder(folder)


def entries_in(folder: Path) -> Iterator[tuple[Path, ast.Message | ast.Term | ast.Junk]]:
    """Yield what stands in a folder's files; a file or a piece that cannot be read is junk."""
    for file in sorted(folder.glob("*.ftl")):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            yield file, ast.Junk()
            continue
        try:
            entries = _parsed(text)
        except RecursionError:
            # Only the piece that goes too deep is lost.
            entries = [entry for piece in _BEGINNING.split(text) for entry in _of_piece(piece)]
        for entry in entries:
            yield file, entry


def _of_piece(piece: str) -> list[ast.Message | ast.Term | ast.Junk]:
    try:
        return _parsed(piece)
    except RecursionError:
        return [ast.Junk(content=piece)]


def nodes_in(root: ast.BaseNode) -> Iterator[tuple[ast.BaseNode, int]]:
    """Yield every node of a piece, and in how many placeables it is: of any depth, unlike Visitor.

    Args:
        root: yielded too, with 0.
    """
    waiting: list[tuple[object, int]] = [(root, 0)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, list):
            waiting += [(inner, depth) for inner in one]
        elif isinstance(one, ast.BaseNode):
            yield one, depth
            inside = depth + isinstance(one, ast.Placeable)
            waiting += [(inner, inside) for inner in vars(one).values()]


def _parsed(text: str) -> list[ast.Message | ast.Term | ast.Junk]:
    # Spans take a third of the memory, and only an error needs them.
    body = FluentParser(with_spans=False).parse(text).body
    return [entry for entry in body if isinstance(entry, ast.Message | ast.Term | ast.Junk)]


def key_of(entry: ast.Message | ast.Term) -> str:
    """Return an entry's id, for a term with its hyphen."""
    return entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"


def line_of(file: Path, junk: ast.Junk) -> int:
    """Return in which line of its file a piece begins that could not be read."""
    if junk.content is None:
        return 1
    text = file.read_text(encoding="utf-8")
    return text.count("\n", 0, max(text.find(junk.content), 0)) + 1


def patterns_of(message: ast.Message) -> Iterator[tuple[str, ast.Pattern]]:
    """Yield what a message says and what its attributes say, each with its id."""
    if message.value is not None:
        yield message.id.name, message.value
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}", attribute.value


def mentions(node: ast.BaseNode) -> Mentions:
    """Return what a piece mentions itself, not through what it refers to."""
    found = Mentions()
    found.visit(node)
    return found


def referred(node: ast.MessageReference | ast.TermReference) -> str:
    """Return the key of what a message or a term refers to."""
    return f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name


def counts(choice: ast.SelectExpression) -> bool:
    """Return whether a choice is made by a number."""
    keys = [variant.key for variant in choice.variants]
    return any(isinstance(key, ast.NumberLiteral) or key.name in _PLURALS for key in keys)


def variants(node: ast.BaseNode) -> Iterator[ast.Pattern]:
    """Return each variant of each choice."""
    return (one.value for one, _ in nodes_in(node) if isinstance(one, ast.Variant))
