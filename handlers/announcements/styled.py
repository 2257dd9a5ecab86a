"""The text of an announcement with its formatting: read from a message, and shown before a yes."""

from signalbot import DataMessage

from handlers.public_places import place_name, places_said
from handlers.services import Services
from relay.announcements import Preview
from relay.announcements.service import MAX_TEXT
from relay.formatting import Style, StyledText, read_marks
from relay.formatting.styles import known_styles
from relay.signal.styled import lost_styles
from relay.store.announcements import Announcement

_LONGEST = 4 * MAX_TEXT
"""Characters: what is longer is too long without its marks, too, and is said to be."""


def styled_from(message: DataMessage, text: str) -> StyledText:
    """Return what was read from a message, with its formatting and without the marks for some.

    Args:
        message: with the styles that Signal knows of it.
        text: what of it is the text.
    """
    ranges = known_styles(
        (style.start, style.length, style.style) for style in message.text_styles or ()
    )
    if len(text) > _LONGEST:
        return StyledText(text)
    styled = read_marks(StyledText(message.text or "", tuple(ranges)).taken(text))
    return styled.taken(styled.text.strip())


def shown(services: Services, announcement: Announcement, whole: str) -> StyledText:
    """Return a message that shows an announcement, formatted where it shows what groups get."""
    block = services.words.say("preview-text", text=announcement.text)
    if not announcement.styles or block not in whole:
        return StyledText(whole)
    return announcement.styled.within(block).within(whole)


def lost_formatting(services: Services, announcement: Announcement, preview: Preview) -> list[str]:
    """Return lines on the formatting that does not arrive in groups, or stands nowhere else."""
    say, styles = services.words.say, {one.style for one in announcement.styles}
    lines = []
    if preview.groups:
        lost = lost_styles(announcement.styled)
        if Style.SPOILER in lost:
            lines.append(say("left-out-spoiler"))
        if lost - {Style.SPOILER}:
            lines.append(say("left-out-formatting-part"))
    lanes = [public.lane for public in preview.public if public.plan.posts]
    if styles and lanes and announcement.public_text is None:
        places = places_said(services, [place_name(services, lane) for lane in lanes])
        if Style.SPOILER in styles:
            lines.append(say("left-out-spoiler-public", places=places))
        if styles - {Style.SPOILER}:
            lines.append(say("left-out-formatting-public", places=places))
    return lines
