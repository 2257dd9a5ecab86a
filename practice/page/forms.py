"""What the page sends, checked."""

from typing import Literal, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

_Form = TypeVar("_Form", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextForm(_Strict):
    """A text, and which message it quotes."""

    text: str
    quote: str | None = None


class EditForm(_Strict):
    """A new text for one's own message."""

    message: str
    text: str


class DeletionForm(_Strict):
    """A message to delete for everybody."""

    message: str


class ReactionForm(_Strict):
    """A reaction to a message; None takes it off."""

    message: str
    emoji: str | None = Field(default=None, min_length=1, max_length=40)


class VoteForm(_Strict):
    """What somebody chooses in a poll, counted from 0."""

    message: str
    options: list[int]


class TimerForm(_Strict):
    """After how many seconds new messages disappear; 0 is never."""

    seconds: int = Field(ge=0, le=4 * 7 * 24 * 3600)


class GroupForm(_Strict):
    """What somebody changes in a group by hand; None leaves it."""

    name: str | None = Field(default=None, min_length=1, max_length=32)
    posts: Literal["every-member", "only-admins"] | None = None


class JoiningForm(_Strict):
    """Whether somebody comes in, by an invitation or the group's link, or declines it."""

    do: Literal["join", "decline"]


class EmptyForm(_Strict):
    """Nothing."""


class TourForm(_Strict):
    """What to do with the tour."""

    do: Literal["play", "pause", "step", "restart"]
    pace: Literal["reading", "fast"] | None = None


class TimeForm(_Strict):
    """How much later it becomes."""

    hours: int = Field(ge=1, le=24 * 366)


class FaultsForm(_Strict):
    """What goes wrong, or works again."""

    captcha: bool | None = None
    bluesky: Literal["up", "down"] | None = None
    relay: Literal["kill", "start", "stop"] | None = None


async def read(request: web.Request, form: type[_Form]) -> _Form:
    """Read a form from a request's JSON.

    Raises:
        pydantic.ValidationError: it is something else.
    """
    return form.model_validate_json(await request.read() or b"{}")
