"""The helplines of `config/helplines.toml`, which a branch may replace by its own list."""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import structlog
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    RootModel,
    StringConstraints,
    ValidationError,
)

from relay.language.words import shipped_config

FILE = "helplines.toml"

Topic = Literal[
    "domestic-abuse", "sexual-violence", "lgbt", "men", "young-people", "bullying", "listening"
]

M = TypeVar("M", bound=BaseModel)

log = structlog.get_logger(__name__)


class HelplinesUnreadable(Exception):
    """The file is not TOML, or not as `config/helplines.toml` describes it.

    The text names the entry and the key that are wrong.
    """

    safe_to_log = True


def _dialled(value: str) -> str:
    if not re.fullmatch(r"\d(?: ?\d){1,18}", value):
        raise ValueError("a number is written with digits and spaces")
    return value


Number = Annotated[str, AfterValidator(_dialled)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\n]*$")]


Maybe = Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\n]*$")]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Emergency(_Entry):
    """The emergency number, and what to press on a mobile phone when one cannot speak.

    `bsl` is where it is reached in British Sign Language, `text_first` what has to be texted to it
    before it takes texts from a phone; empty where there is no such thing.
    """

    number: Number
    silent: Number
    source: Line
    checked: date
    bsl: Maybe = ""
    text_first: Maybe = ""


class Way(_Entry):
    """Another way to a helpline than its telephone: a number for texts, or an address."""

    kind: Literal["text", "chat", "email", "bsl"]
    at: Line
    source: Annotated[
        str, StringConstraints(min_length=1, max_length=300, pattern=r"^https://\S+$")
    ]
    checked: date


class Helpline(_Entry):
    """One helpline. `discreet` stands for it on a phone that somebody else may look at.

    `hours` is empty where nobody is certain of them; `checked` is when the number was last compared
    with `source`.
    """

    name: Line
    number: Number
    hours: Maybe
    about: Line
    tracks: tuple[Literal["safeguarding", "conduct"], ...] = Field(min_length=1)
    topic: Topic
    discreet: Line
    source: Line
    checked: date
    ways: tuple[Way, ...] = ()


class Told(_Entry):
    """What a helpline is told of in another language; what is not given stays as it is."""

    about: Line | None = None
    hours: Maybe | None = None
    discreet: Line | None = None


class Helplines(_Entry):
    """The whole file."""

    emergency: Emergency
    helplines: tuple[Helpline, ...] = Field(min_length=1)
    _folder: Path | None = PrivateAttr(default=None)
    _told: dict[str, Mapping[str, Told]] = PrivateAttr(default_factory=dict)

    def told_in(self, locale: str) -> tuple[Helpline, ...]:
        """Return the helplines as they are told of in a language, by their numbers.

        That one takes calls in it is said by none: no source was found for it.
        """
        told = self._told_of(locale)
        return tuple(
            line.model_copy(update=told[line.number].model_dump(exclude_none=True))
            if line.number in told
            else line
            for line in self.helplines
        )

    def untold_in(self, locale: str) -> tuple[Helpline, ...]:
        """Return those that are told of in a language in the words of this list alone."""
        told = self._told_of(locale)
        return tuple(line for line in self.helplines if not _is_told(line, told.get(line.number)))

    def _told_of(self, locale: str) -> Mapping[str, Told]:
        """What is told in a language, read when it is first asked for."""
        if locale not in self._told:
            self._told[locale] = _told(locale, self._folder)
        return self._told[locale]

    def danger(self, say: Callable[..., str]) -> str:
        """Return the one line that says what to do in danger.

        Args:
            say: returns a message of the wording by its id and arguments.
        """
        number, silent = self.emergency.number, self.emergency.silent
        return say("report-danger", number=number, silent=silent)


def _is_told(line: Helpline, told: Told | None) -> bool:
    if told is None or told.about is None or told.discreet is None:
        return False
    return told.hours is not None or not line.hours


def read_helplines(path: Path) -> Helplines:
    """Read one file.

    Raises:
        HelplinesUnreadable: it is missing, not TOML, or says something that is not understood.
    """
    return _read(path, Helplines)


def load_helplines(folder: Path | None) -> Helplines:
    """Return a branch's own helplines if it has any that can be read, or those that are shipped.

    Args:
        folder: the branch's wording folder, or None.
    """
    own = None if folder is None else folder / FILE
    found = None
    if own is not None and own.is_file():
        try:
            found = read_helplines(own)
        except HelplinesUnreadable as error:
            # Somebody who needs a number now must get one, if only the shipped ones.
            log.warning("helplines_not_used", reason=str(error))
    found = found or read_helplines(shipped_config() / FILE)
    if folder is not None and any(folder.glob(f"*/{FILE}")):
        found._folder = folder
    return found


def read_told(path: Path) -> Mapping[str, Told]:
    """Read how helplines are told of in a language, by number.

    Raises:
        HelplinesUnreadable: it is not TOML, or says something that is not understood.
    """
    return _read(path, RootModel[dict[Number, Told]]).root


def _read(path: Path, model: type[M]) -> M:
    content: Mapping[str, object] = {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return model.model_validate(content)
    except (OSError, UnicodeDecodeError) as error:
        raise HelplinesUnreadable(f"{path.name} cannot be read") from error
    except tomllib.TOMLDecodeError as error:
        raise HelplinesUnreadable(f"{path.name} is not TOML: {error}") from None
    except ValidationError as error:
        raise HelplinesUnreadable(f"{path.name}: {_first_fault(error, content)}") from None


def _told(locale: str, folder: Path | None) -> Mapping[str, Told]:
    """The shipped texts of a locale, and those of the branch in their place."""
    folders = [shipped_config() / "wording" / locale]
    folders += [] if folder is None else [folder / locale]
    told: dict[str, Told] = {}
    for path in (one / FILE for one in folders):
        if not path.is_file():
            continue
        try:
            told |= read_told(path)
        except HelplinesUnreadable as error:
            log.warning("helplines_not_used", reason=str(error))
    return told


def _first_fault(error: ValidationError, content: Mapping[str, object]) -> str:
    fault = error.errors(include_url=False, include_input=False)[0]
    place = [str(step + 1) if isinstance(step, int) else step for step in fault["loc"]]
    return f"{' '.join(place)}: {fault['msg']}"
