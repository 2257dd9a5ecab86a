"""Settings of how a branch looks after conduct in its groups."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part

LONGEST_TERM_MONTHS = 12


class ConductSettings(Part):
    """Who moderates, and for how long.

    Attributes:
        term_months: for how long somebody moderates where the admins say nothing else.
        longest_term_months: for how long at most, until they are named again.
    """

    term_months: int = Field(default=6, ge=1, le=LONGEST_TERM_MONTHS)
    longest_term_months: int = Field(default=12, ge=1, le=LONGEST_TERM_MONTHS)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.term_months > self.longest_term_months:
            raise PydanticCustomError("settings-conduct-term", "longer than the longest term")
        return self
