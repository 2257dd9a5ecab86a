"""The groups of a branch that are kept as the settings say, and what their kinds stand for."""

from datetime import time, timedelta
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from relay.language.graphemes import is_within
from relay.schema.parts import Part, repeated
from relay.schema.values import Aci, GroupId, Text, length_of_time
from relay.settings.safeguarding import TimeOfDay

LONGEST_NAME = 32
"""Characters as people count them that Signal takes in a group's name, and in its description
(`maxGroupNameGlyphCount`, `maxGroupDescriptionGlyphCount` in GroupManager.swift of Signal-iOS)."""
LONGEST_DESCRIPTION = 480

LONGEST_TIMER = timedelta(weeks=4)
"""What Signal's apps offer at most besides a time of one's own (`ExpireTimerSettings`, Android)."""


class GroupKind(StrEnum):
    """What a group is for."""

    ANNOUNCEMENTS = "announcements"
    CHAT = "chat"
    BOARD = "board"
    AREA = "area"
    CAUCUS = "caucus"
    WORKING = "working"


Whoever = Literal["members", "admins"]
Link = Literal["off", "approval", "open"]
Entry = Literal["open", "asked", "vouched"]
"""How the bot lets people in: at once, as a keeper answers, or as soon as members vouch."""


class Defaults(NamedTuple):
    """What holds in a group of a kind where its own settings say nothing else.

    Attributes:
        posts: who writes there.
        adds: who lets others in from within Signal.
        edits: who changes its name, its description and how long messages stay.
        link: whether it has an invitation link, and whether an admin has to agree.
        entry: how the bot lets people in who ask it.
        listed: whether the directory shows it.
    """

    posts: Whoever
    adds: Whoever
    edits: Whoever
    link: Link
    entry: Entry = "open"
    listed: bool = True


KINDS = {
    GroupKind.ANNOUNCEMENTS: Defaults("admins", "admins", "admins", "approval"),
    GroupKind.CHAT: Defaults("members", "admins", "admins", "approval"),
    GroupKind.BOARD: Defaults("admins", "admins", "admins", "approval"),
    GroupKind.AREA: Defaults("members", "admins", "admins", "approval"),
    GroupKind.CAUCUS: Defaults("members", "admins", "admins", "off", "asked", listed=False),
    GroupKind.WORKING: Defaults("members", "members", "admins", "off", "asked"),
}


def _timer(value: object) -> timedelta:
    timer = length_of_time(value)
    if timer is None or not timedelta(minutes=1) <= timer <= LONGEST_TIMER:
        raise PydanticCustomError("settings-group-timer", "not how long messages stay")
    return timer


def _name(value: str) -> str:
    if not is_within(value, LONGEST_NAME):
        raise PydanticCustomError("settings-group-name", "too long for a group's name")
    return value


class GroupSettings(Part):
    """One group that is kept as it is declared here.

    Attributes:
        id: in the `group.` form.
        kind: what it is for; it decides what is not said here.
        name: as its members see it.
        description: the branch's own words; a disclaimer from the wording follows them.
        posts: who writes there, None as its kind has it; so with `adds`, `edits` and `link`.
        adds: who lets others in from within Signal.
        edits: who changes its name, its description and how long messages stay.
        link: whether it has an invitation link.
        timer: after how long messages vanish; None leaves that to the group. Through the API it can
            be set, and neither be read nor taken away.
        quiet_from: from when on every day only admins write there, on the branch's clocks.
        quiet_until: until when.
        entry: how the bot lets people in who ask it, None as its kind has it; so with `listed`.
        vouches: how many of its members vouch for somebody where `entry` is `vouched`.
        listed: whether the directory shows it. One that is not listed is found by those who know
            its name.
        keepers: account ids (ACI) of those who answer who asks to be let in; nobody for the admins
            of the branch.
    """

    id: GroupId = Field(repr=False)
    kind: GroupKind
    name: Annotated[Text, AfterValidator(_name)]
    description: str = ""
    posts: Whoever | None = None
    adds: Whoever | None = None
    edits: Whoever | None = None
    link: Link | None = None
    timer: Annotated[timedelta, BeforeValidator(_timer)] | None = None
    quiet_from: TimeOfDay | None = None
    quiet_until: TimeOfDay | None = None
    entry: Entry | None = None
    vouches: int = Field(default=2, ge=1, le=5)
    listed: bool | None = None
    keepers: tuple[Aci, ...] = Field(default=(), repr=False)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.quiet_from is None) != (self.quiet_until is None):
            raise PydanticCustomError("settings-group-quiet", "half of the quiet hours")
        if repeated(self.keepers):
            raise PydanticCustomError("settings-keeper-twice", "a keeper twice")
        return self

    @property
    def quiet(self) -> tuple[time, time] | None:
        """From when until when only admins write there; None for no quiet hours."""
        if self.quiet_from is None or self.quiet_until is None:
            return None
        return self.quiet_from, self.quiet_until
