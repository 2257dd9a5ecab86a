"""An announcement that says when and where something is: it may be meant as a meeting."""

from handlers.services import Services
from relay.meetings.reading import read_invitation
from relay.store.announcements import Announcement

_LONGEST = 2_000
"""Characters of a notice that is plainly about one meeting: what is longer is not read for that."""


def offer_of_meeting(services: Services, announcement: Announcement) -> list[str]:
    """Return the line that offers to make it a meeting; none where it is not plainly one.

    Args:
        services: the wording, the clock and the zone.
        announcement: the draft.
    """
    if len(announcement.text) > _LONGEST:
        return []
    now, zone = services.clock.now(), services.time.zone
    read = read_invitation(announcement.text, now=now, zone=zone)
    if read.start is None or read.asks or read.title is None or not (read.place or read.online):
        return []
    return [services.words.say("announce-like-meeting")]
