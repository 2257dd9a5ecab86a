"""The record on the disk: one file a state, one line a message, and every sentence once.

    yes | announcements.DraftAnswer | Alex: #03231f92 “Number 11 is on its way. I will…” | Board: …

A sentence is named by what it says (`sentences.txt` has it whole): if a word of it changes, so does
every line on which it is said.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from behaviour.noticed import Sentences
from behaviour.playing import Tried
from behaviour.states import STATES

FOLDER = Path(__file__).with_name("recorded")
_SENTENCES = "sentences.txt"
_BAR = " | "


def read() -> dict[Tried, str]:
    """Return what is recorded: handler and outcome by state and message."""
    found = {}
    for state in STATES:
        path = FOLDER / _file_of(state.name)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for line in lines:
            if not line.startswith("## "):
                message, _, rest = line.partition(_BAR)
                found[state.name, message] = rest
    return found


def read_sentences() -> Sentences:
    """Return the recorded sentences by name."""
    path = FOLDER / _SENTENCES
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return Sentences(
        {name: json.loads(text) for name, text in (line.split(" ", 1) for line in lines)}
    )


def write(outcomes: Mapping[Tried, str], sentences: Mapping[str, str]) -> None:
    """Write the whole record in place of the one before, with just the sentences that are in it."""
    named = {name for rest in outcomes.values() for name in re.findall(r"#([0-9a-f]{8}) “", rest)}
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for state in STATES:
        lines = [f"## {state.name} ({state.who})"]
        lines += [_BAR.join((m, rest)) for (s, m), rest in outcomes.items() if s == state.name]
        (FOLDER / _file_of(state.name)).write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = (
        f"{name} {json.dumps(text, ensure_ascii=False)}"
        for name, text in sorted(sentences.items())
        if name in named
    )
    (FOLDER / _SENTENCES).write_text("\n".join(said) + "\n", encoding="utf-8")


def differences(
    was: Mapping[Tried, str], now: Mapping[Tried, str], sentences: Mapping[str, str]
) -> list[str]:
    """Return each combination that is not as it was, to read; then who took the place of whom.

    Args:
        was, now: combinations that are only in one of them count as well.
        sentences: the texts by name, old and new.
    """
    changed = [one for one in {**was, **now} if was.get(one) != now.get(one)]
    lines, renamed = [], Counter[tuple[str, str]]()
    for state, message in changed:
        before, after = was.get((state, message), ""), now.get((state, message), "")
        lines.append(f"{state}{_BAR}{message}")
        lines += [f"  - {part}" for part in _only(before, after, sentences)]
        lines += [f"  + {part}" for part in _only(after, before, sentences)]
        handlers = (before.partition(_BAR)[0], after.partition(_BAR)[0])
        if handlers[0] != handlers[1]:
            renamed[handlers] += 1
    lines += [
        f"{count} x {old or 'new'} -> {new or 'gone'}" for (old, new), count in renamed.items()
    ]
    return lines


def _only(one: str, other: str, sentences: Mapping[str, str]) -> Iterable[str]:
    rest = Counter(other.split(_BAR))
    for part in filter(None, one.split(_BAR)):
        if rest[part]:
            rest[part] -= 1
        else:
            yield re.sub(r"#([0-9a-f]{8}) “[^”]*”", lambda m: _whole(m, sentences), part)


def _whole(found: re.Match[str], sentences: Mapping[str, str]) -> str:
    text = sentences.get(found[1])
    return found[0] if text is None else json.dumps(text, ensure_ascii=False)


def _file_of(state: str) -> str:
    return re.sub(r"\W+", "-", state.lower()).strip("-") + ".txt"
