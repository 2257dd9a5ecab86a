"""Settings of the safeguarding teams: who reads reports, when they are reminded, what is kept."""

import re
from collections.abc import Iterable
from datetime import time
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part, repeated
from relay.schema.values import Aci, GroupId, Slug, Text

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_AGE_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
# What would start a report by accident, or is already understood as something else.
_TAKEN = frozenset(
    {"help", "report", "complaint", "safeguarding", "stop", "erase", "hide", "case", "cases"}
    | {"yes", "no", "send", "done", "announce", "post", "status", "queue", "whoami", "menu"}
)


def _time_of_day(value: object) -> time:
    if isinstance(value, time):
        return value
    match = _TIME.fullmatch(str(value))
    if not match:
        raise PydanticCustomError("settings-time-of-day", "not HH:MM")
    return time(int(match[1]), int(match[2]))


def _age_recipient(value: str) -> str:
    if value.upper().startswith("AGE-SECRET-KEY"):
        raise PydanticCustomError("settings-export-key-is-secret", "the secret half of a key")
    if not _AGE_RECIPIENT.fullmatch(value):
        raise PydanticCustomError("settings-export-key", "not an age recipient")
    return value


def _codeword(value: str) -> str:
    word = " ".join(value.casefold().split())
    if word in _TAKEN or not re.fullmatch(r"[^\W\d_]{3,}( [^\W\d_]+){0,3}", word):
        raise PydanticCustomError("settings-codeword", "not a usable code word")
    return word


TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]
AgeRecipient = Annotated[str, AfterValidator(_age_recipient)]
Codeword = Annotated[str, AfterValidator(_codeword), StringConstraints(max_length=40)]
TrackName = Literal["safeguarding", "conduct"]


class Officer(Part):
    """A member of a safeguarding team.

    Attributes:
        id: a Signal account id (ACI).
        role: what they are called.
        name: what people know them by, so that who reports can leave them out by it; None where
            the branch does not say.
    """

    id: Aci = Field(repr=False)
    role: Text
    name: Text | None = Field(default=None, repr=False)


class SafeguardingTeam(Part):
    """Who reads the reports of harm that are addressed to this team.

    Attributes:
        slug: short name in commands.
        name: as reporters read it.
        officers: who reads; none of them learns of a report they are excluded from.
        tracks: what the team takes: `safeguarding`, `conduct` or both.
        next: the team that is asked when nobody here may read a report, and told when nobody here
            has answered; None ends the chain.
        group: a Signal group of these officers and nobody else, in the `group.` form; reports are
            sent there instead of to each of them, unless somebody is excluded.
        branches: the slugs of the branches it works for; empty for all.
    """

    slug: Slug
    name: Text
    officers: tuple[Officer, ...] = ()
    tracks: tuple[TrackName, ...] = Field(default=("safeguarding", "conduct"), min_length=1)
    next: Slug | None = None
    group: GroupId | None = Field(default=None, repr=False)
    branches: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if repeated(officer.id for officer in self.officers):
            raise PydanticCustomError("settings-officer-twice", "an officer twice")
        return self


class SafeguardingSettings(Part):
    """The safeguarding teams (none until a branch names them) and how reports are kept.

    Attributes:
        codeword: starts a report in neutral words; None where a branch has none.
        draft_hours: how long a report that was not sent is kept.
        nudge_after_hours: when its writer is reminded of it, once, if they have agreed.
        remind_after_hours: when a team is reminded of a report nobody has answered.
        escalate_after_hours: when the next team is told that one waits.
        quiet_from, quiet_until: no reminders in between, in the branch's time zone.
        keep_link_days: how long after closing the writer can still be answered.
        keep_content_days: how long after closing anything of it is kept.
        export_key: an age recipient (`age1…`) that exported cases are encrypted to.
        messages_per_hour: how many messages of one person are taken.
        strangers_per_hour: how many messages of accounts that the bot does not know are handed on
            at once, all together; what is above that is kept, listed, and follows later.
        show_names: whether who reports is shown the names of officers. Names they type are
            understood all the same.
        watch_names: names and numbers that officers are asked about before they send them.
    """

    teams: tuple[SafeguardingTeam, ...] = ()
    codeword: Codeword | None = Field(default=None, repr=False)
    draft_hours: int = Field(default=24, ge=1, le=24 * 14)
    nudge_after_hours: int = Field(default=6, ge=1, le=24 * 14)
    remind_after_hours: int = Field(default=24, ge=1, le=24 * 14)
    escalate_after_hours: int = Field(default=72, ge=2, le=24 * 30)
    quiet_from: TimeOfDay = time(22, 0)
    quiet_until: TimeOfDay = time(8, 0)
    keep_link_days: int = Field(default=30, ge=0, le=3650)
    keep_content_days: int = Field(default=90, ge=1, le=3650)
    export_key: AgeRecipient | None = None
    messages_per_hour: int = Field(default=60, ge=5, le=1000)
    strangers_per_hour: int = Field(default=120, ge=10, le=10_000)
    show_names: bool = False
    watch_names: tuple[Text, ...] = Field(default=(), repr=False)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.escalate_after_hours <= self.remind_after_hours:
            raise PydanticCustomError(
                "settings-escalate-before-reminder", "the next team hears before this one"
            )
        if self.keep_content_days < self.keep_link_days:
            raise PydanticCustomError(
                "settings-link-outlives-content", "a link to somebody without a case"
            )
        return self

    def check_teams(self, branches: frozenset[str]) -> None:
        """Check what teams say of each other and of the branches.

        Raises:
            PydanticCustomError: `next` leads nowhere or round in a circle, or a branch is unknown.
        """
        chain = {team.slug: team.next for team in self.teams}
        for team in self.teams:
            where = {"where": f"safeguarding.teams[{team.slug}].next"}
            seen = [team.slug]
            while (following := chain[seen[-1]]) is not None:
                if following not in chain:
                    raise PydanticCustomError("settings-next-team", "no such team", where)
                if following in seen:
                    raise PydanticCustomError("settings-next-circle", "a circle of teams", where)
                seen.append(following)
            if _strange(team.branches, branches):
                raise PydanticCustomError(
                    "settings-team-branch",
                    "no such branch",
                    {"where": f"safeguarding.teams[{team.slug}].branches"},
                )


def _strange(named: Iterable[str], known: frozenset[str]) -> bool:
    return any(slug not in known for slug in named)
