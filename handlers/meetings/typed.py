"""Reading what people type about meetings: the commands, small slips included, and the answers."""

import re

from handlers.typed import Typed, clean, nearest, read_command
from relay.language.links import find_links

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
_WHAT = r"(?:branch |general |union |local |committee |members )?(?:meetings?|events?)"
_TIME = (
    r"(?: (?:today|tonight|tomorrow|now|soon|planned|coming(?: up)?|on|happening"
    r"|(?:this|next|the next|in the next) (?:week|month|weekend|evening|few weeks)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))*"
)
_ASKS_NEXT = re.compile(
    rf"(?:(?:and )?(?:when|what|where|what time|which)(?: is|s| are|re)?|tell me|show me)?"
    rf"(?: about)?(?: (?:the|our|your))? ?next {_WHAT}(?: (?:is|on|at|then|please|held))*"
    rf"|(?:when|where|what time) (?:is|s|are)(?: the| our)? {_WHAT}(?: please)?"
    rf"|when (?:do|does|are|is|will) (?:we|you|the branch|they) (?:meet|meeting)(?: next| again)?"
)
_ASKS_LIST = re.compile(
    rf"(?:is|are|do|does)(?: there| we| you)?(?: have)?(?: a| an| any| the)? ?{_WHAT}{_TIME}"
    rf"|(?:whats|what is|anything|something|any) (?:on|happening|planned|coming up|up){_TIME}"
    rf"|(?:what|which|any) {_WHAT}(?: are| is)?(?: there)?{_TIME}"
    rf"|(?:show|list|give)(?: me)?(?: the| all| all the)? {_WHAT}|upcoming {_WHAT}|calendar"
)
_TYPO = 0.85
_SHORTEST_TYPO = 5
_LONGEST_QUESTION = 80
_BECAUSE = re.compile(r"^(?:because of|because|since|as|reason:?)\s+", re.IGNORECASE)
_TO = re.compile(r"^(?:it\s+)?(?:to|is|on|:)\s*(?=\S)", re.IGNORECASE)
_IN_PERSON = re.compile(
    r"[\s,;.()-]*\b(?:in[- ]person(?: only)?|not online|no longer online)\b[\s.)]*$", re.IGNORECASE
)


def read_meeting_command(text: str | None) -> Typed:
    """Split a message; a slip in `meeting` or `meetings` counts as the word."""
    typed = read_command(text)
    word = typed.command
    if len(word) >= _SHORTEST_TYPO and word not in MEETING | MEETINGS:
        close = nearest(word, ("meeting", "meetings"), _TYPO)
        if close and word[0] == "m":
            return Typed(close, typed.rest)
    return typed


def asks_for_next(text: str | None) -> bool:
    """Whether a whole message asks in free words for the next meeting."""
    return _ASKS_NEXT.fullmatch(_question(text)) is not None


def asks_what_is_on(text: str | None) -> bool:
    """Whether a whole message asks in free words which meetings there are."""
    return _ASKS_LIST.fullmatch(_question(text)) is not None


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


def without_in_person(text: str) -> tuple[str, bool]:
    """Return a place without "in person only" at its end, and whether that was there."""
    place = _IN_PERSON.sub("", text)
    return place.strip(), place != text


def links_in(text: str | None) -> tuple[str, ...]:
    """Return the web links in a text, in order, each once."""
    found = find_links(text or "")
    return tuple(dict.fromkeys(link.address for link in found if link.written_out))


def _question(text: str | None) -> str:
    """A short message without politeness around it; a long one asks for nothing in particular."""
    bare = " ".join(re.sub(r"[?,!.]", " ", _bare(text)).split())[:_LONGEST_QUESTION]
    return re.sub(r"^(?:hi|hello|hey|please|so)\b ?|(?: please| thanks| thank you)$", "", bare)


def _bare(text: str | None) -> str:
    lowered = clean(text).casefold().replace("’", "").replace("'", "")
    return " ".join(lowered.strip(" .,!").split())
