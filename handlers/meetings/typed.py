"""Reading what people type about meetings: the commands, small slips included, and the answers."""

import difflib
import re

from handlers.typed import Typed, clean, read_command

MEETING = frozenset({"meeting", "event"})
MEETINGS = frozenset({"meetings", "events", "diary"})
NEXT = frozenset({"next"})
_SKIP = frozenset(
    {"skip", "skip it", "skip this", "pass", "later", "none", "nothing", "not yet", "dont know"}
    | {"i dont know", "no idea", "-", "n/a", "na", "not known", "unknown", "tbc", "tba"}
)
_DONE = frozenset({"done", "finished", "thats all", "that is all", "thats it", "ready", "end"})
_ALL = frozenset({"all", "all of them", "cancel all", "yes all", "all dates", "every one"})
_REMIND = frozenset({"remind me", "reminder", "reminders", "remind", "remind me please"})
_STOP = frozenset(
    {"stop", "stop reminding me", "stop reminders", "stop reminding", "stop remind", "unsubscribe"}
)
_TYPO = 0.85
_SHORTEST_TYPO = 5
_BECAUSE = re.compile(r"^(?:because of|because|since|as|reason:?)\s+", re.IGNORECASE)
_TO = re.compile(r"^(?:it\s+)?(?:to|is|on|:)\s*(?=\S)", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]", re.IGNORECASE)


def read_meeting_command(text: str | None) -> Typed:
    """Split a message; a slip in `meeting` or `meetings` counts as the word."""
    typed = read_command(text)
    word = typed.command
    if len(word) >= _SHORTEST_TYPO and word not in MEETING | MEETINGS:
        close = difflib.get_close_matches(word, ("meeting", "meetings"), n=1, cutoff=_TYPO)
        if close and word[0] == "m":
            return Typed(close[0], typed.rest)
    return typed


def is_skip(text: str | None) -> bool:
    """Whether a whole message means "I have no answer to this"."""
    return _bare(text) in _SKIP


def is_done(text: str | None) -> bool:
    """Whether a whole message means that nothing more comes."""
    return _bare(text) in _DONE


def is_all(text: str | None) -> bool:
    """Whether a whole message means every date of a meeting."""
    return _bare(text) in _ALL


def asks_for_reminders(text: str | None) -> bool:
    """Whether a message, but for a number at its end, asks for personal reminders."""
    return re.sub(r"\s*#?\d+$", "", _bare(text)) in _REMIND


def ends_reminders(text: str | None) -> bool:
    """Whether a whole message asks to be left alone."""
    return _bare(text) in _STOP


def without_because(text: str) -> str:
    """Return a reason as it can follow "Why:"; the first letter is made a capital."""
    reason = _BECAUSE.sub("", clean(text)).strip()
    return reason[:1].upper() + reason[1:]


def without_to(text: str) -> str:
    """Return what follows "to" in `move 12 to Friday 7pm`."""
    return _TO.sub("", clean(text)).strip()


def links_in(text: str | None) -> tuple[str, ...]:
    """Return the web links in a text, in order, each once."""
    return tuple(dict.fromkeys(_LINK.findall(text or "")))


def _bare(text: str | None) -> str:
    lowered = clean(text).casefold().replace("’", "").replace("'", "")
    return " ".join(lowered.strip(" .,!").split())
