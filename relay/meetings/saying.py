"""What is said of a date of a meeting in the same words wherever it stands."""

from relay.language.words import Words
from relay.meetings.meeting import Occurrence
from relay.time.clock import clock_time


def doors_said(words: Words, occurrence: Occurrence) -> str:
    """Return `Doors open at 6:30 pm`; nothing where nobody said when.

    Args:
        words: the wording.
        occurrence: the date.
    """
    if occurrence.doors is None:
        return ""
    time = clock_time(occurrence.doors, occurrence.meeting.local_zone, words)
    return words.say("meeting-doors", time=time)
