"""The pieces between commas and dots, and how much each speaks of a place or an occasion."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from relay.meetings.reading.layout import Layout
from relay.meetings.reading.lines import POSTCODE
from relay.meetings.reading.masks import HIDDEN
from relay.meetings.reading.vocabulary import Vocabulary

_SPLIT = re.compile(
    rf"(?:(?<!\s)\s+)?"
    rf"(?:[;|•·→~]|\*+|\.{{2,}}|…|\s//+\s|\s[–—-]\s|[–—]\s|\s[–—]|{HIDDEN}+|[!?](?=\s|$)|\.(?=\s|$)|,|\(|\)|:\s|\n)\s*"
)
_AROUND = " ,.;:–—-•|()\"'!"
_STOPS = ' ,.;:–—-•|(!?"' + HIDDEN
_BEGINS = ' ,.;:–—-•|)!"' + HIDDEN
_ROOM = re.compile(r"[A-Z]{1,2}\.?\d{1,3}(?:\.\d{1,3})?[a-z]?")
"""How a room is numbered: B204, G.04, C2.07."""

_HOUSE = re.compile(r"\d{1,4}[a-z]?(?:[–-]\d{1,4}[a-z]?)?\s(?=[A-Z])")
_NAME = re.compile(r"[A-Z][\w’']+(?:\s[A-Z][\w’']+)?")
"""Behind the number of a house: "12 Stramongate"."""

_AHEAD = 60
_LONGEST = 200
"""Characters of a piece that are looked at: no place is named in more without a comma."""

_SHORTEST = 2
"""Characters of a place: "HQ"."""

_LONGEST_LEAD = 40
_MOST_OF_NAME = 3
_MOST_WORDS = 5
"""Of the part of a place before "at", and of a street."""

_At = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """Some words between two separators.

    Attributes:
        at: where, half-open.
        before: the separator that stands before it.
        row: the number of its line.
    """

    at: _At
    before: str
    row: int


@cache
def _regex(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    table, tbc = words.tables["places"], words.pattern("time", "tbc")
    calendar = rf"{words.any_of('months')}|{words.any_of('days')}|{table['around_days']}"
    patterns = {
        **{name: rf"(?<!\w)(?:{table[name]})(?!\w)" for name in ("venue", "online_words")},
        "event": rf"(?<!\w)(?:{table['event']})(?!\w)(?!\s(?:{table['event_venue']})(?!\w))",
        "noise": rf"\W*(?:{table['noise']})\W*",
        "withheld": rf"\W*(?:{table['withheld']})\W*",
        "lead": rf"^\W{{0,8}}(?:{table['lead']})(?:\s+{table['the']}(?=\s))?\s+",
        "inside": rf"(?<!\w)(?:{table['lead_inside']})\s+(?:{table['the']}\s+)?(?=\S)",
        "upstairs": rf"(?<!\w)(?:{table['upstairs']})\s*$",
        "sentence": rf"\b(?:{table['sentence']})\b",
        "no_place": rf"(?:{table['no_place']})\b",
        "end": rf"\s+(?:{table['end_of_place']})(?!\w)",
        "calendar": rf"(?:\W|\b(?:{calendar})\b)+",
        "tbc": rf"(?<!\w){tbc}(?!\w)",
        "soon_tbc": rf"[\s(,–—-]*(?:(?:{table['hollow']})\s){{0,3}}(?<!time\s){tbc}",
        "later": rf"[\s?.!,(–—-]*(?:{table['later']})\b",
        "negated": rf"(?<!\w)(?:{table['negated']})[^,.;()\n]*",
        "remark": rf"\((?:{table['remark']})\W*\)",
        "elsewhere": rf"(?<!\w)(?:{table['told_elsewhere']})(?!\w)",
        "hollow": rf"(?:\W|\b(?:{table['hollow']})\b)*",
        "numbered": r"(?:\s(?:\d{1,3}[a-z]?|[a-z]\d{0,3}))?",
        "besides": rf"\s?(?:[+&/]|\b(?:{table['plus']})\s)\s?(?:{table['online_words']})(?!\w).*",
        "tail": rf"(?<!\w)(?:{table['tail']})$",
        "no_name": table["no_name"],
        "joint": rf"(?:{table['joint']})\s",
        "house": rf"(?:{table['house']})\.?\s?\d{{1,3}}[a-z]?",
        "side": rf"(?<!\w)(?:{table['side']})\s+(?:{table['the']}\s+)?$",
        "article": rf"{table['the']}\s",
        "street": rf"(?:.*(?<!\w)(?:{table['street']})|(?:{table['street_lead']})\s.*)\W*",
        "with_online": rf"(?<!\w)(?:{table['with_online']})(?!\w)",
    }
    return {name: re.compile(one, re.IGNORECASE) for name, one in patterns.items()}


class Pieces:
    """The pieces of a text whose moments, links and agenda are masked.

    Args:
        text: the masked text.
        layout: its lines.
        words: the vocabulary.
    """

    def __init__(self, text: str, layout: Layout, words: Vocabulary) -> None:
        self._words, self._re = words, _regex(words)
        self._short = re.compile(rf"\b{words.pattern('text', 'abbreviations')}$", re.IGNORECASE)
        for match in self._re["negated"].finditer(text):
            text = text[: match.start()] + HIDDEN * len(match.group()) + text[match.end() :]
        text = "\n".join(
            row.replace(" / ", " | ") if row.count(" / ") > 1 else row for row in text.split("\n")
        )
        for match in self._re["remark"].finditer(text):
            text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
        self.text = text
        self._layout = layout

    def all(self) -> list[Piece]:
        """Return the pieces of the lines that nothing says what they are about."""
        found = []
        for line in self._layout.lines:
            if line.kind not in ("", "when", "title") or line.point:
                continue
            (begin, end), before = line.at, "\n"
            place = begin
            for match in _SPLIT.finditer(self.text[begin:end]):
                at = begin + match.start()
                if at > place:
                    found.append(Piece(_shortened(place, at), before, line.row))
                    before = ""
                before = self._separator(match.group(), at, before)
                place = begin + match.end()
            if place < end:
                found.append(Piece(_shortened(place, end), before, line.row))
        return [piece for piece in found if self.words(piece.at)]

    def _separator(self, said: str, at: int, before: str) -> str:
        mark = said.strip() or " "
        if HIDDEN in mark or before == HIDDEN:
            return HIDDEN
        return "," if mark == "." and self.abbreviates(at) else mark

    def abbreviates(self, at: int) -> bool:
        """Whether a full stop stands behind a word it shortens, such as `St`."""
        return self._short.search(self.text[max(0, at - 5) : at]) is not None

    def words(self, at: _At) -> str:
        """Return a part of the text without what is masked in it and without marks around it."""
        return self.text[slice(*at)].replace(HIDDEN, " ").strip(_AROUND)

    def score(self, piece: Piece) -> tuple[int, int]:
        """Return how much a piece speaks of a place, and how much of an occasion."""
        content = self.words(piece.at)
        bare = self._re["besides"].sub("", self._re["lead"].sub("", content))
        if (stop := self._re["end"].search(bare)) and stop.start() > _SHORTEST:
            bare = bare[: stop.start()]
        venues, events = (list(self._re[name].finditer(bare)) for name in ("venue", "event"))
        place = 2 * bool(venues) + bool(venues and venues[-1].end() >= len(bare) - 3)
        place += 3 * bool(POSTCODE.search(bare)) + bool(self._re["article"].match(content))
        place += bool(re.match(r"\d{1,3}[a-z]?\s[A-Z]", bare))
        place += 3 * bool(_ROOM.fullmatch(bare) or self._re["house"].fullmatch(bare))
        capitals = len(re.findall(r"(?<!\w)[A-Z][a-z]", bare.title() if bare.isupper() else bare))
        inner = piece.before != "\n" and bare.upper() != bare
        led = self._re["lead"].match(self.text[slice(*piece.at)]) is not None
        place += min(2, capitals) if inner else min(1, max(capitals - 1, -1 + led))
        place += 2 * (led and len(bare) > 1)
        occasion = 2 * bool(events) + bool(events and events[-1].end() >= len(bare) - 2)
        return place, occasion

    def is_noise(self, content: str) -> bool:
        """Whether some words name no place: "all welcome", "bring a cup"."""
        if self._words.regex("text", "access").search(content):
            return True
        return self._re["noise"].fullmatch(content) is not None

    def says_we(self, content: str) -> bool:
        """Whether some words tell what people do: "we meet at"."""
        return self._words.leading("places", "telling").match(content) is not None

    def is_calendar(self, content: str) -> bool:
        """Whether some words only speak of days."""
        return self._re["calendar"].fullmatch(content) is not None

    def is_only_online(self, content: str) -> bool:
        """Whether some words only say that it is online."""
        left = self._re["with_online"].sub(" ", self._re["online_words"].sub(" ", content))
        return left != content and not re.search(r"\w{2}", left)

    def is_sentence(self, piece: Piece) -> bool:
        """Whether a piece begins a sentence that says something: "The officer will be there"."""
        content = self.words(piece.at)
        return piece.before == "." and self._re["sentence"].search(content) is not None

    def is_joined(self, content: str) -> bool:
        """Whether some words go on with a sentence instead of naming something."""
        return self._words.leading("places", "joined").match(content) is not None

    def says_if(self, content: str) -> bool:
        """Whether some words begin a sentence with a condition: "If you get stuck"."""
        return self._words.leading("places", "condition").match(content) is not None

    def says_withheld(self, content: str) -> bool:
        """Whether some words say that the place is told elsewhere: "usual place", "see poster"."""
        return self._re["withheld"].fullmatch(content) is not None

    def says_same(self, content: str) -> bool:
        """Whether some words point to where it was before: "same place", "the usual pub"."""
        return self._words.leading("places", "same").match(content) is not None

    def is_timing(self, content: str) -> bool:
        """Whether "to be confirmed" is said of something else than the place."""
        return self._words.leading("places", "timings").match(content) is not None

    def is_withheld(self, at: _At) -> bool:
        """Whether the text says of a place that it is not told, or only later."""
        content = self.words(_shortened(*at))
        rest = re.split(r"[.!?\n(]", self.text[at[0] : at[0] + _LONGEST], maxsplit=1)[0]
        if content and self.says_withheld(rest.replace(HIDDEN, " ").strip()):
            return True
        if self.says_withheld(content) or self._re["tbc"].search(content):
            return True
        told = self._re["elsewhere"].search(content)
        named = content if told is None else content[: told.start()]
        is_named = told is None and self._re["venue"].search(content) is not None
        if not is_named and self._re["hollow"].fullmatch(named):
            return True
        around = self.text[at[1] : at[1] + _AHEAD]
        return bool(self._re["later"].match(around) or self._re["soon_tbc"].match(around))

    def inside(self, piece: Piece) -> _At | None:
        """Return the part of a piece after "at" or "in": the place within a sentence."""
        content = self.text[slice(*piece.at)]
        for match in self._re["inside"].finditer(content):
            if self._re["no_place"].match(content, match.end()):
                continue
            if self.is_calendar(content[match.end() :]):
                continue
            before = content[: match.start()]
            titled = match.group().startswith("@") and piece.before == "\n"
            if (self._is_venue(before) and not titled) or self._is_name(before, match.group()):
                return self.clean(piece.at)[0], piece.at[1]
            above = self._re["upstairs"].search(before)
            start = match.end() if above is None else above.start()
            return piece.at[0] + start, piece.at[1]
        return None

    def _is_name(self, before: str, joint: str) -> bool:
        """Whether a name stands before "in the" or "opposite": "Costa in the Arcade"."""
        if not self._re["joint"].match(joint):
            return False
        bare = self._re["lead"].sub("", before).strip(_AROUND)
        if not bare or len(bare.split()) > _MOST_OF_NAME or self._re["event"].search(bare):
            return False
        if self._re["no_name"].fullmatch(bare):
            return False
        return all(word[0].isupper() for word in bare.split())

    def _is_venue(self, content: str) -> bool:
        """Whether words before "at" are a part of the place: "car park at", "steps in"."""
        bare = self._re["lead"].sub("", content).strip(_AROUND)
        if len(bare.split()) > _MOST_WORDS or self._re["event"].search(bare):
            return False
        found = list(self._re["venue"].finditer(bare))
        return bool(found) and self._re["numbered"].fullmatch(bare, found[-1].end()) is not None

    def is_street(self, content: str) -> bool:
        """Whether some words are the next line of an address: a street or a postcode."""
        numbered = _HOUSE.match(content)
        named = numbered is None and self._re["event"].search(content)
        if len(content.split()) > _MOST_WORDS or named:
            return False
        if numbered and _NAME.fullmatch(content, numbered.end()):
            return self._re["event"].search(content) is None or self._is_street_name(content)
        return self._is_street_name(content) or POSTCODE.search(content) is not None

    def _is_street_name(self, content: str) -> bool:
        return self._re["street"].fullmatch(content) is not None

    def ends_place(self, content: str) -> bool:
        """Whether some words begin another thought than where it is."""
        return self._re["end"].match(" " + content) is not None

    def clean(self, at: _At) -> _At:
        """Return a part without the word that leads to a place, and without what follows it."""
        start, end = at
        while lead := self._re["lead"].match(self.text[start : min(end, start + _LONGEST_LEAD)]):
            if end - start - lead.end() <= 1:
                break
            start += lead.end()
        for name in ("end", "besides"):
            stop = self._re[name].search(self.text[start:end])
            if stop and stop.start() >= _SHORTEST:
                end = start + stop.start()
        end = self._without_tail(start, end)
        while start < end and self.text[start] in _BEGINS:
            start += 1
        return start, end

    def with_side(self, at: _At) -> _At:
        """Return a place with the word for the side of it where to meet: "outside the Fleece"."""
        start = max(0, at[0] - _LONGEST_LEAD)
        side = self._re["side"].search(self.text[start : at[0]])
        return at if side is None else (start + side.start(), at[1])

    def _without_tail(self, start: int, end: int) -> int:
        """Without marks and without "or" and "and" at the end."""
        while end > start:
            end = start + len(self.text[start:end].rstrip(_STOPS + "/&"))
            if end > start and unicodedata.category(self.text[end - 1]) == "So":
                end -= 1
                continue
            word = self._re["tail"].search(self.text[max(start, end - 6) : end])
            if word is None or word.start() == 0:
                return end
            end -= len(word.group())
        return end


def _shortened(start: int, end: int) -> _At:
    return start, min(end, start + _LONGEST)


def rows_of(text: str, parts: Sequence[_At]) -> set[int]:
    """Return the numbers of the lines in which some parts of a text begin."""
    return {text.count("\n", 0, at[0]) for at in parts}
