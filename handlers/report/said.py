"""What somebody has said after sending, while they are asked whom it is for."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Said(BaseModel):
    """One message that waits to be passed on.

    Attributes:
        moment: Signal's, of the message.
        text: as it reads now.
        edits: the moments of its edits.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    moment: int
    text: str = Field(repr=False)
    edits: tuple[int, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _read_list(cls, value: Any) -> Any:
        """Stores that were written earlier hold `[moment, text, *edits]`."""
        if isinstance(value, list):
            moment, text, *edits = value
            return {"moment": moment, "text": text, "edits": edits}
        return value

    def is_named(self, moment: int) -> bool:
        """Whether a moment is that of any version of it."""
        return moment == self.moment or moment in self.edits

    def edited(self, text: str, moment: int) -> Self:
        """Return its next version."""
        return self.model_copy(update={"text": text, "edits": (*self.edits, moment)})
