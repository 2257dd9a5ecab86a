"""Reading the guides: chats, commands, settings and sentences that they quote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDES = (
    "admin.md",
    "backup.md",
    "host.md",
    "member.md",
    "moderator.md",
    "officer.md",
    "upgrade.md",
    "watch.md",
    "what-if.md",
)

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.S | re.M)
_SPAN = re.compile(r"`([^`\n]+)`")
_TURN = re.compile(r"^(\w+)(?: to (\w+))?: (.*)$")


@dataclass(frozen=True)
class Turn:
    """One message of a chat, by somebody or by the bot to somebody."""

    who: str
    to: str
    text: str


def guide(name: str) -> str:
    """A guide's text."""
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [found[3] for found in _FENCE.finditer(guide(name)) if found[2] == language]


def prose(name: str) -> str:
    """A guide without its fenced blocks."""
    return _FENCE.sub("", guide(name))


def spans(name: str) -> list[str]:
    """What stands in code type outside of blocks."""
    return _SPAN.findall(prose(name))


def typed(name: str) -> list[str]:
    """What the tables tell people to type: the first column, and whole commands beside it."""
    tables = re.findall(r"^\| (?:later )?you type \|.*?(?=^$)", f"{prose(name)}\n", re.S | re.M)
    rows = [row for table in tables for row in re.findall(r"^\| `.*$", table, re.M)]
    first = [_SPAN.findall(row)[0] for row in rows]
    words = {text.split()[0] for text in first}
    beside = [span for row in rows for span in _SPAN.findall(row)[1:] if " " in span]
    return first + [span for span in beside if span.split()[0] in words]


def turns(name: str) -> Iterator[list[Turn]]:
    """The chats of a guide."""
    for block in blocks(name, "chat"):
        chat: list[Turn] = []
        asked = ""
        for line in block.splitlines():
            found = _TURN.match(line)
            if found is None:
                chat[-1] = Turn(chat[-1].who, chat[-1].to, f"{chat[-1].text}\n{line.strip()}")
                continue
            who, to, text = found.groups()
            asked = asked if who == "Bot" else who
            chat.append(Turn(who, to or asked, text))
        yield chat


def quotations(name: str) -> list[str]:
    """What stands in block quotes: sentences that the program says."""
    found = re.findall(r"(?:^> .*\n)+", prose(name) + "\n", re.M)
    return [re.sub(r"^> ", "", quote, flags=re.M) for quote in found]


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def parts(text: str) -> list[str]:
    """What is quoted of a text, in order; `…` stands for what is left out."""
    return [flat(part) for part in text.split("…")]


def holds(text: str, quoted: str) -> bool:
    """Whether a text is what a guide quotes of it, however it is wrapped."""
    pattern = ".*".join(re.escape(part) for part in parts(quoted))
    return re.fullmatch(pattern, flat(text)) is not None
