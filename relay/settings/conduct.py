"""Settings of how a branch looks after conduct in its groups."""

from datetime import timedelta
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part
from relay.schema.values import Slug, length_of_time
from relay.settings.safeguarding import AgeRecipient

LONGEST_TERM_MONTHS = 12
SHORTEST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(days=1)


def _pause(value: object) -> timedelta:
    pause = length_of_time(value)
    if pause is None or not SHORTEST_PAUSE <= pause <= LONGEST_PAUSE:
        raise PydanticCustomError("settings-flood-pause", "not how long a flood pauses a group")
    return pause


class ConductSettings(Part):
    """Who moderates, for how long, and what they decide.

    Attributes:
        term_months: for how long somebody moderates where the admins say nothing else.
        longest_term_months: for how long at most, until they are named again.
        second: how many other moderators have to agree to a removal, or to a step that leaves out
            one before it.
        decision_days: for how many days a proposal waits for them.
        longest_timeout_days: for how many days somebody can be taken out of groups at most.
        removal_days: after how many days somebody who was removed may ask to be let in again.
        helped_by: slug of the branch whose moderators deal with what nobody of this one may.
        helps: slugs of the branches for which those of this one do so.
        flood_pause: for how long groups are paused that one account floods; None lets nothing be
            paused by itself. Counts alone decide, never words.
        flood_groups: in how many groups one account has written the same within a minute where that
            is a flood.
        flood_messages: how many messages of one account within a minute, in all groups of the
            branch together, are a flood.
        appeal_days: for how many days somebody can appeal against what was decided about them.
        appeal_answer_days: within how many days an appeal is to be answered.
        appeals_to: slugs of the branches whose moderators answer appeals that nobody of this one
            may answer, or has; only those whose settings name this branch in turn.
        appeals_beyond: to whom people can turn besides, as they read it; empty for the branch's
            next meeting.
        record_days: how long complaints, and what was decided, are kept after they have ended.
        export_key: an age recipient (`age1…`) that the record is encrypted to for a meeting.
    """

    term_months: int = Field(default=6, ge=1, le=LONGEST_TERM_MONTHS)
    longest_term_months: int = Field(default=12, ge=1, le=LONGEST_TERM_MONTHS)
    appeal_days: int = Field(default=14, ge=7, le=90)
    appeal_answer_days: int = Field(default=7, ge=2, le=30)
    appeals_to: tuple[Slug, ...] = ()
    appeals_beyond: str = Field(default="", max_length=200)
    record_days: int = Field(default=365, ge=30, le=1095)
    export_key: AgeRecipient | None = None

    second: int = Field(default=1, ge=1, le=3)
    decision_days: int = Field(default=7, ge=1, le=60)
    longest_timeout_days: int = Field(default=90, ge=1, le=365)
    removal_days: int = Field(default=365, ge=30, le=1095)
    helped_by: Slug | None = None
    helps: tuple[Slug, ...] = ()

    flood_pause: Annotated[timedelta, BeforeValidator(_pause)] | None = None
    flood_groups: int = Field(default=3, ge=2, le=50)
    flood_messages: int = Field(default=20, ge=5, le=1_000)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.term_months > self.longest_term_months:
            raise PydanticCustomError("settings-conduct-term", "longer than the longest term")
        return self
