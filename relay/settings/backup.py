"""Settings of the backups."""

from datetime import time
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from relay.schema.parts import Part
from relay.schema.secret import DrawnSecret
from relay.settings.safeguarding import AgeRecipient, TimeOfDay


class BackupSettings(Part):
    """Where backups go and who can open them; without a folder there are none.

    Attributes:
        folder: a folder of this computer; what is in it is to be carried elsewhere.
        recipient: an age public key. Its other half is not on the server, so that the server
            cannot open what it has written.
        at: when one is made each day, in the branch's time zone.
        keep_days: of how many days the newest is kept.
        keep_weeks: of how many weeks the newest is kept.
        signal_folder: signal-cli's own data, if it can be read from here.
        signing_key: what the key that signs is drawn from instead of the store's, where somebody
            else knows that one.
    """

    folder: Path | None = None
    recipient: AgeRecipient | None = None
    at: TimeOfDay = time(3, 30)
    keep_days: int = Field(default=14, ge=1, le=366)
    keep_weeks: int = Field(default=8, ge=0, le=520)
    signal_folder: Path | None = None
    signing_key: DrawnSecret | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.folder is not None and self.recipient is None:
            raise PydanticCustomError("settings-backup-recipient", "nobody could open it")
        return self
