"""Settings of how a branch looks after conduct in its groups."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part

LONGEST_TERM_MONTHS = 12


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
    """

    term_months: int = Field(default=6, ge=1, le=LONGEST_TERM_MONTHS)
    longest_term_months: int = Field(default=12, ge=1, le=LONGEST_TERM_MONTHS)

    second: int = Field(default=1, ge=1, le=3)
    decision_days: int = Field(default=7, ge=1, le=60)
    longest_timeout_days: int = Field(default=90, ge=1, le=365)
    removal_days: int = Field(default=365, ge=30, le=1095)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.term_months > self.longest_term_months:
            raise PydanticCustomError("settings-conduct-term", "longer than the longest term")
        return self
