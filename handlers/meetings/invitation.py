"""Reading an invitation that somebody pasted: what of it is certain, and nothing more.

What is taken here is shown before it is posted, and what is not is asked for.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from handlers.meetings.typed import links_in
from relay.meetings.days import MONTH

_DAY = r"(?:mon|tues?|weds?|wednes|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
_CLOCK = r"\d{1,2}(?:[:.][0-5]\d)?(?:[ap]\.?m\.?)?"
_STRONG = re.compile(
    rf"{_DAY}|{MONTH}|20\d\d|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}[:.][0-5]\d(?:[ap]\.?m\.?)?|\d{{1,2}}[ap]\.?m\.?|{_CLOCK}[-–—]{_CLOCK}"
    r"|[ap]\.?m\.?|\d{1,2}(?:st|nd|rd|th)|noon|midday|midnight|today|tomorrow|tonight|months?"
    r"|monthly|weekly|fortnight(?:ly)?|week|o'clock|evening|morning|afternoon"
)
_WEAK = re.compile(
    r"\d{1,2}|this|next|coming|every|each|other|first|second|third|fourth|last|of|the|a|in|at|on"
    r"|from|to|until|till|and|half|past|quarter|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|[-–—]"
)
_NAMES_DAY = re.compile(
    rf"\b(?:{_DAY}|{MONTH}|today|tomorrow|tonight|daily|every day|weekdays?)\b"
    r"|\d[/-]\d|\d(?:st|nd|rd|th)\b"
)
_NO_START = frozenset({"at", "on", "of", "the", "to", "from", "and", "in", "a", "-", "–", "—"})
_EXCEPTIONS = re.compile(
    r"\b(?:except|excluding|cancelled|canceled|postponed|instead|unless|moved|rather than)\b", re.I
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*?|__?|~)(?=\S)([^*_~\n]+?)(?<=\S)\1(?![\w*])")
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening))\b"
    r"[^,.!:\n]{0,40}[,.!:]*\s*",
    re.I,
)
_SIGN_OFF = re.compile(
    r"(?:in |yours in )?(?:solidarity|unity)\b|(?:best|kind|warm) (?:wishes|regards)\b|regards\b"
    r"|(?:many )?thanks\b|cheers\b|yours\b|all the best\b|see you (?:there|then)\b|love\b|--$",
    re.I,
)
_LONGEST_SIGN_OFF = 40
_LONGEST_TITLE = 80
_LONGEST_SENTENCE = 600
_MOST_TITLE_WORDS = 9
_LEAD_IN = re.compile(
    r"(?:(?:just )?a (?:quick |friendly |gentle )?reminder(?: that|:)?|reminder:?"
    r"|please note(?: that)?|(?:please )?(?:join us|come along|come"
    r"|you are invited|you're invited)(?: for| at| to)?"
    r"|(?:our|the|your|a|an|this month's|next|monthly|weekly|regular|upcoming))\s+",
    re.I,
)
_LEAD_OUT = re.compile(
    r"(?:\s*(?:[,:;@–—-]|\b(?:is|are|will|be|being|taking|take|takes|place|held|happening|on|at|this"
    r"|the|for|every|again)))+\s*$",
    re.I,
)
_SENTENCE_WORDS = re.compile(r"\b(?:we|we'll|is|are|will|please|you|there|see|dear)\b", re.I)
_BEFORE_PLACE = re.compile(
    r"\s*[,:;@–—-]?\s*(?P<prep>(?:at|in|@|on|via|over|At|In|On)\s+(?:the\s+)?)?"
)
_VENUE = re.compile(
    r"\b(?:hall|house|centre|room(?: \w+)?|church|library|school|college|arms|street|road|lane"
    r"|avenue|square|caf[eé]|building)(?:,|$)",
    re.I,
)
_END_OF_PLACE = re.compile(r"[.!?](?=\s|$)|\s\(")
_ACCESS = re.compile(
    r"\bstep.?free\b|\bhearing loop\b|\bwheelchair|\blifts?\b|\bcr[eè]che\b|\bchildcare\b|\bcaption"
    r"|\bBSL\b|\bquiet room\b|\baccessib|\bentry\b|£\s?\d|\bunwaged\b|\bfree entry\b",
    re.I,
)
_JOINS = re.compile(r"zoom|teams|jitsi|meet\.|whereby|webex|bigbluebutton|\bjoin\b", re.I)
_POINT = re.compile(r"^(?:[-•*–]|\d{1,2}[.)])\s*\S")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")

Moment = Callable[[str], bool]
"""Whether words are a moment, with a day and a time."""


def tidied(text: str) -> str:
    """Return an invitation without a greeting, a sign-off and marks for bold and italics."""
    lines = [_EMPHASIS.sub(r"\2", line).strip() for line in text.splitlines()]
    while lines and (not lines[0] or (len(lines) > 1 and _GREETING.fullmatch(lines[0]))):
        del lines[0]
    for place, line in enumerate(lines):
        if place and len(line) <= _LONGEST_SIGN_OFF and _SIGN_OFF.match(line):
            lines = lines[:place]
            break
    return "\n".join(lines).strip()


def moment_in(text: str, is_moment: Moment) -> tuple[str, str, str] | None:
    """Find the only moment in a sentence: what stands before it, itself, and what follows.

    None where there is none, where there are several, or where the sentence speaks of exceptions.
    """
    if len(text) > _LONGEST_SENTENCE or _EXCEPTIONS.search(text):
        return None
    tokens = list(re.finditer(r"\S+", text))
    found = []
    for first, last in _runs(tokens):
        words = text[tokens[first].start() : tokens[last].end()].strip(" ,.;:!")
        plain = re.sub(r"\s+[-–—]\s+", " ", words)
        if _NAMES_DAY.search(words.casefold()):
            reading = next((one for one in (words, plain) if is_moment(one)), None)
            if reading is not None:
                found.append((tokens[first].start(), reading, tokens[last].end()))
    if len(found) != 1:
        return None
    [(start, words, end)] = found
    kept = text[end - 1] if text[end - 1] in ".!;" and not words.endswith(text[end - 1]) else ""
    return text[:start], words, kept + text[end:]


def free_words(text: str, is_moment: Moment) -> dict[str, str]:
    """Return what an invitation in free words says, by question.

    Args:
        text: `tidied`.
        is_moment: tells a day with a time.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = [_GREETING.sub("", lines[0], count=1) if _GREETING.match(lines[0]) else lines[0]]
    found: dict[str, list[str]] = {}
    spare: dict[str, str] = {}
    lines = _take_moment(lines, is_moment, found, spare)
    if len(lines) == 1 and "when" not in found:
        lines = [one.strip() for one in re.split(r"\s*[,;]\s+", lines[0]) if one.strip()]
        lines = _take_moment(lines, is_moment, found, spare)
    for line in lines:
        _sort_in(line, found)
    for name, value in spare.items():
        found.setdefault(name, [value])
    return {name: "\n".join(pieces) for name, pieces in found.items() if name != "rest"}


def without_ways_in(agenda: str) -> tuple[str, str]:
    """Return an agenda without the lines that say how to join online, and those lines."""
    lines = agenda.splitlines()
    ways = [line for line in lines if links_in(line) and _JOINS.search(line)]
    kept = "\n".join(line for line in lines if line not in ways).strip()
    return (kept, "\n".join(ways)) if kept else (agenda, "")


def _take_moment(
    lines: list[str], is_moment: Moment, found: dict[str, list[str]], spare: dict[str, str]
) -> list[str]:
    """Take the first line that is a moment, or two that are one together, or a sentence's."""
    for place, line in enumerate(lines):
        if _NAMES_DAY.search(line.casefold()) and is_moment(line):
            found["when"] = [line]
            return lines[:place] + lines[place + 1 :]
    for place, (one, other) in enumerate(pairwise(lines)):
        both = f"{one} {other}"
        if _NAMES_DAY.search(one.casefold()) and is_moment(both):
            found["when"] = [both]
            return lines[:place] + lines[place + 2 :]
    within = [(place, moment_in(line, is_moment)) for place, line in enumerate(lines)]
    sure = [(place, parts) for place, parts in within if parts is not None]
    if len(sure) != 1:
        return lines
    [(place, (before, words, after))] = sure
    found["when"] = [words]
    if title := _title(before):
        spare["title"] = title
    where, rest = _place(after)
    if where:
        spare["where"] = where
    if _ACCESS.search(rest):
        spare["access"] = rest[:1].upper() + rest[1:]
    return lines[:place] + lines[place + 1 :]


def _sort_in(line: str, found: dict[str, list[str]]) -> None:
    at = line.casefold().startswith("at ")
    if links_in(line) or _POSTCODE.search(line) or at:
        found.setdefault("where", []).append(line[3:] if at else line)
    elif _POINT.match(line):
        found.setdefault("agenda", []).append(line)
    elif _VENUE.search(line) and "where" not in found:
        found["where"] = [line]
    elif _ACCESS.search(line) and "access" not in found and "title" in found:
        found["access"] = [line]
    elif "title" not in found and len(line) <= _LONGEST_TITLE and not re.search(r"[.?] \S", line):
        found["title"] = [line.rstrip(" :-")]
    elif "agenda" in found:
        found["agenda"].append(line)
    else:
        found.setdefault("rest", []).append(line)


def _runs(tokens: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """Where words of a moment stand together, without those that only lead to it."""
    bare = [token.group().casefold().replace("’", "'").strip(" ,.;:!()") for token in tokens]
    strong = [_STRONG.fullmatch(word) is not None for word in bare]
    fits = [
        is_strong or _WEAK.fullmatch(word or "-") is not None
        for word, is_strong in zip(bare, strong, strict=True)
    ]
    runs, first = [], 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and fits[last]:
            last += 1
            if tokens[last - 1].group()[-1] in "!;)":
                break
        end = last - 1
        begin = first
        while begin <= end and bare[begin] in _NO_START:
            begin += 1
        while end >= begin and not (strong[end] or _ends_moment(bare, end)):
            end -= 1
        if begin <= end:
            runs.append((begin, end))
        first = max(last, first + 1)
    return runs


def _ends_moment(bare: Sequence[str], place: int) -> bool:
    """Whether a bare number or word stands where an hour or a day can: "at 7", "December 3"."""
    before = bare[place - 1] if place else ""
    hour = re.fullmatch(r"\d{1,2}|[a-z]+", bare[place]) is not None
    return hour and bare[place] not in _NO_START and before in {"at", "past", "half", "to"}


def _title(before: str) -> str:
    """What a sentence calls the meeting, where it is short enough to be sure of it."""
    pieces = [one for one in re.split(r"[.!?]+(?:\s|$)", before) if re.search(r"\w", one)]
    title = pieces[-1].strip() if pieces else ""
    title = _LEAD_OUT.sub("", title)
    while shorter := _LEAD_IN.match(title + " "):
        title = title[shorter.end() :]
    title = title.strip(" ,:;-–—\"'“”")
    if not re.search(r"\w", title) or title.casefold() in {"meeting", "event", "next meeting"}:
        return ""
    if len(title.split()) > _MOST_TITLE_WORDS or _SENTENCE_WORDS.search(title):
        return ""
    return title[:1].upper() + title[1:]


def _place(after: str) -> tuple[str, str]:
    """Where a sentence says it is, and what follows that."""
    lead = _BEFORE_PLACE.match(after)
    if lead is None or after[:1] in ".!;":
        return "", after.strip(" .!;")
    text = after[lead.end() :]
    end = _END_OF_PLACE.search(text)
    place = (text if end is None else text[: end.start()]).strip(" ,;:-–—")
    rest = "" if end is None else text[end.start() :].strip(" .!?()")
    named = lead["prep"] or place[:1].isupper() or place[:1].isdigit() or links_in(place)
    if not place or not named or len(place) > _LONGEST_TITLE + 70:
        return "", after.strip(" ,.!")
    return place[:1].upper() + place[1:] if not links_in(place) else place, rest
