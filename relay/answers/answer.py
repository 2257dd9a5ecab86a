"""One question with its answer, as a file of `config/answers/<locale>/` has it.

The first paragraph of an answer stands alone on the leaflet, so it is short. What is wrong with a
file is an id of the wording (`check-answers-…`), so that whoever wrote it reads what to mend.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from relay.language.graphemes import is_within

LONGEST_QUESTION = 120
LONGEST_ANSWER = 1_500
LONGEST_SHORT = 300
"""Characters of the first paragraph."""
LONGEST_LINE = 200
MOST_LINES = 8
MOST_ASKED = 80
MOST_SOURCES = 12
_LONGEST_LINK = 300
_GAP = re.compile(r"\n[^\S\n]*\n\s*")


def _within(most: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        said = value.strip()
        if not said:
            raise PydanticCustomError("empty", "nothing is said")
        if not is_within(said, most):
            raise PydanticCustomError("long", "too long", {"most": most})
        return said

    return check


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise PydanticCustomError("lines", "more than one line")
    return value


def _web(value: str) -> str:
    try:
        parts = urlsplit(value)
        fine = parts.scheme == "https" and bool(parts.hostname) and len(value) <= _LONGEST_LINK
    except ValueError:
        fine = False
    if not fine or not value.isprintable() or " " in value:
        raise PydanticCustomError("link", "no address of a page")
    return value


def _line(most: int) -> tuple[AfterValidator, AfterValidator]:
    return AfterValidator(_one_line), AfterValidator(_within(most))


_Question = Annotated[str, *_line(LONGEST_QUESTION)]
_Line = Annotated[str, *_line(LONGEST_LINE)]
_Lines = Annotated[tuple[_Line, ...], Field(max_length=MOST_LINES)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, hide_input_in_errors=True)


class Source(_Entry):
    """Where a claim comes from.

    Attributes:
        name: whose page it is, and what it is called.
        link: its address, with https.
        read: the day it was read.
        published: the day that stands on it; one of the two has to be there.
    """

    name: _Line
    link: Annotated[str, AfterValidator(_web)]
    read: date | None = None
    published: date | None = None

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.read is None and self.published is None:
            raise PydanticCustomError("undated", "no date")
        return self


class Answer(_Entry):
    """A question and its answer.

    Attributes:
        slug: the file's name; also part of the address on the public page.
        order: small numbers stand first; equal ones in the order of their names.
        question: as it is shown.
        asked: how people type it; see `relay.answers.asked`.
        answer: paragraphs with an empty line between them.
        replaces: what it takes the place of, a line each.
        does_not: what it does not do, a line each.
        sources: where its claims come from.
        leaflet: whether it is on the leaflet.
    """

    slug: str
    order: int = Field(default=500, ge=0, le=9_999)
    question: _Question
    asked: Annotated[tuple[_Line, ...], Field(min_length=1, max_length=MOST_ASKED)]
    answer: Annotated[str, AfterValidator(_within(LONGEST_ANSWER))]
    replaces: _Lines = ()
    does_not: _Lines = ()
    sources: Annotated[tuple[Source, ...], Field(max_length=MOST_SOURCES)] = ()
    leaflet: bool = True

    @model_validator(mode="after")
    def _begins_shortly(self) -> Self:
        if self.leaflet and not is_within(self.short, LONGEST_SHORT):
            raise PydanticCustomError("short", "too long", {"most": LONGEST_SHORT})
        return self

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The answer, paragraph by paragraph."""
        return tuple(_GAP.split(self.answer))

    @property
    def short(self) -> str:
        """The short answer, in one line."""
        return " ".join(self.paragraphs[0].split())
