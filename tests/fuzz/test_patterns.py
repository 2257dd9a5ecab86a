"""No pattern that reads what people typed takes long over a text that was made for it to."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

import handlers
import relay
from relay.language.vocabulary import vocabulary

LENGTH = 1_000
"""Characters. The time of a pattern that tries everything grows with the cube of them."""

SECONDS = 0.5
"""For one text, several times what any takes."""

PIECES = (
    *("a", " ", "1", "1 ", "a ", "1.", "1-", "a-", "a.", "+1", "\n", "(", "#", "@a", "http://a"),
    *("mon ", "1st ", "on ", "until ", "every ", "7pm ", ", ", "é\u0301", "%2B", "eyJa.", "Aa. "),
)
ENDS = ("", "!", "\0")


OURS = (
    *("practice", "relay.logs", "relay.settings", "relay.setup", "relay.signal.error_mapping"),
    "handlers.report.recovery",
)
"""What reads settings, or what the API server says, and not what strangers wrote; and what cuts its
text short because of the time it takes."""


def _patterns(value: Any, depth: int = 0) -> Iterator[Any]:
    if type(value).__name__ == "Pattern":
        yield value
    elif depth < 3 and isinstance(value, dict):
        for inner in value.values():
            yield from _patterns(inner, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple):
        for inner in value:
            yield from _patterns(inner, depth + 1)


def _all() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for root in (relay, handlers):
        for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            if module.name.startswith(OURS):
                continue
            names = vars(importlib.import_module(module.name)).values()
            if patterns := [one for value in names for one in _patterns(value)]:
                found[module.name] = patterns
    words = vocabulary("en-GB")
    alone = (name for name in words.phrases if name != "recurrence")
    forms = words.forms("recurrence", after="before_recurrence")
    return {**found, "vocabulary": [*(words.phrase(name) for name in alone), *forms]}


ALL = _all()


@pytest.mark.parametrize("module", ALL)
def test_its_patterns_end_soon_whatever_they_read(module: str) -> None:
    for pattern in ALL[module]:
        if isinstance(pattern.pattern, bytes):
            continue
        for piece in PIECES:
            for end in ENDS:
                text = (piece * LENGTH)[:LENGTH] + end
                began = time.process_time()
                for _ in pattern.finditer(text):
                    pass
                pattern.fullmatch(text)
                assert time.process_time() - began < SECONDS, (pattern.pattern, piece, end)


def test_there_are_patterns_to_try() -> None:
    assert sum(len(patterns) for patterns in ALL.values()) > 50
    assert all(isinstance(one, re.Pattern) or one.pattern for one in ALL["handlers.parsing"])
    assert len(ALL["vocabulary"]) > 50
