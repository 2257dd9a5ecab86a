"""How announcements behave, and when people sleep."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from pydantic import Field

from relay.schema.parts import Part
from relay.settings.safeguarding import TimeOfDay
from relay.time.quiet import is_quiet


class AnnouncementSettings(Part):
    """How announcements behave.

    Attributes:
        draft_minutes: how long a preview waits for its yes.
        night_from, night_until: what is posted in between is asked about first, in the branch's
            time zone; the same time twice for never.
        morning: when it is posted that waits for the morning.
        draft_days: how long a draft is kept that an admin wants for later.
    """

    draft_minutes: int = Field(default=30, ge=1, le=24 * 60)
    night_from: TimeOfDay = time(22, 0)
    night_until: TimeOfDay = time(7, 0)
    morning: TimeOfDay = time(8, 0)
    draft_days: int = Field(default=60, ge=1, le=365)

    def is_night(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Return whether people sleep at a moment.

        Args:
            moment: aware.
            zone: the branch's.
        """
        return is_quiet(moment, zone, self.night_from, self.night_until)
