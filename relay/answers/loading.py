"""Reading the files: the shipped ones, and a branch's own in their place.

A branch's are in the folder `answers` of its wording folder. A faulty one is left out, the shipped
one of the same name is used, and `relay check` says what is wrong with it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import structlog
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from relay.answers.answer import Answer, Source
from relay.answers.asked import Answers, fault_in
from relay.language.words import SOURCE, shipped_config

FOLDER = "answers"
_LEAVE_OUT = {"leave_out": True}
_LARGEST = 64 * 1024
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,10}")
_LONGEST_NAME = 40

_REASONS = {
    "extra_forbidden": "key",
    "missing": "missing",
    "string_type": "text",
    "tuple_type": "list",
    "bool_parsing": "yes-no",
    "bool_type": "yes-no",
    "too_short": "nothing",
    "too_long": "many",
    "int_parsing": "number",
    "int_type": "number",
    "int_from_float": "number",
    "greater_than_equal": "number",
    "less_than_equal": "number",
    "model_type": "list",
    "model_attributes_type": "list",
}
"""What pydantic calls a fault, and how its message is called here; its own words are for nobody."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class AnswerFault:
    """What is wrong with a file.

    Attributes:
        file: its path.
        reason: the end of the id of the wording that says it, `check-answers-…`.
        where: the line of the file, such as `sources 2 link`; empty for the file itself.
        detail: a limit, the nearest known key, another file: what the message needs besides.
    """

    file: str
    reason: str
    where: str = ""
    detail: str = ""


@dataclass(frozen=True)
class LoadedAnswers:
    """What can be used, and what is wrong with the rest."""

    answers: Answers
    faults: tuple[AnswerFault, ...]


def load_answers(folder: Path | None, locale: str = SOURCE) -> LoadedAnswers:
    """Return the shipped answers with a branch's own in their place.

    Args:
        folder: the branch's wording folder, or None.
        locale: of the installation; English is used where there is nothing in it.

    Raises:
        ValueError: a shipped file is faulty.
    """
    used: dict[str, Answer] = {}
    for path in _files(_shipped(locale)):
        answer, faults = read_answer(path)
        if answer is None:
            raise ValueError(f"{path}: {faults}")
        used[answer.slug] = answer
    found: list[AnswerFault] = []
    own = () if folder is None else _files(folder / FOLDER)
    for path in own:
        if _leaves_out(path):
            if used.pop(path.stem, None) is None:
                found.append(AnswerFault(str(path), "leaves-nothing"))
            continue
        answer, faults = read_answer(path)
        found += faults
        if answer is not None:
            used[answer.slug] = answer
    answers = Answers(used.values())
    for path in own:
        for phrase, other in answers.taken(used[path.stem]) if path.stem in used else ():
            found.append(AnswerFault(str(path), "asked-twice", phrase, other.slug))
    for fault in found:
        log.warning("answer_not_used", file=Path(fault.file).name, reason=fault.reason)
    return LoadedAnswers(answers, tuple(found))


def read_answer(path: Path) -> tuple[Answer | None, list[AnswerFault]]:
    """Read one file: the answer, or None and everything that is wrong with it.

    Args:
        path: of the file, whose name without `.toml` is what the question is called.
    """
    file = str(path)
    if not _NAME.fullmatch(path.stem) or len(path.stem) > _LONGEST_NAME:
        return None, [AnswerFault(file, "name")]
    try:
        if path.stat().st_size > _LARGEST:
            return None, [AnswerFault(file, "large")]
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        return None, [AnswerFault(file, "toml", detail=str(error))]
    except (OSError, UnicodeDecodeError):
        return None, [AnswerFault(file, "unreadable")]
    if "slug" in content:
        return None, [AnswerFault(file, "key", "slug", _nearest("slug", Answer))]
    try:
        answer = Answer.model_validate({**content, "slug": path.stem})
    except ValidationError as error:
        return None, [_fault(file, one) for one in error.errors(include_url=False)]
    faults = [
        AnswerFault(file, reason, phrase)
        for phrase in answer.asked
        if (reason := fault_in(phrase)) is not None
    ]
    return (None if faults else answer), faults


def _shipped(locale: str) -> Path:
    own = shipped_config() / FOLDER / locale
    return own if own.is_dir() else shipped_config() / FOLDER / SOURCE


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.toml"))) if folder.is_dir() else ()


def _leaves_out(path: Path) -> bool:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) == _LEAVE_OUT
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


def _fault(file: str, error: ErrorDetails) -> AnswerFault:
    kind, place = error["type"], error["loc"]
    if kind == "short":
        place = ("answer",)
    reason = _REASONS.get(kind, "date" if kind.startswith(("date", "datetime")) else kind)
    context: Mapping[str, Any] = error.get("ctx", {})
    detail = str(context.get("most", context.get("max_length", "")))
    if reason == "key":
        model = Source if place[0] == "sources" else Answer
        detail = _nearest(str(place[-1]), model)
    return AnswerFault(file, reason, " ".join(_steps(place)), detail)


def _steps(place: tuple[int | str, ...]) -> Iterator[str]:
    for step in place:
        yield str(step + 1) if isinstance(step, int) else step


def _nearest(key: str, model: type[Answer] | type[Source]) -> str:
    known = [name for name in model.model_fields if name != "slug"]
    return next(iter(get_close_matches(key, known, n=1, cutoff=0)), "")
