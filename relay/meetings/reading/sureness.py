"""How sure a reading is: what else in a text might be the place, the time or the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from relay.meetings.reading.layout import Layout
from relay.meetings.reading.lines import POSTCODE
from relay.meetings.reading.masks import HIDDEN, mask
from relay.meetings.reading.pieces import Pieces
from relay.meetings.reading.reading import Ask, Moment
from relay.meetings.reading.titles import is_saying
from relay.meetings.reading.vocabulary import Vocabulary

_AROUND = 60
"""Characters beside a place that are looked at."""

_LONGEST = 120
"""Characters of a place that is no sentence."""

_RIGHT_BEFORE = 3
_MOST_RIVALS = 3
_FEWEST = 2
_MOST_OCCASIONS = 2
_MOST_WORDS = 6
_CLEAR = 3
"""The score of words that clearly speak of a place."""

_LEFT_OUT = ("access", "other", "online", "papers", "agenda", "head", "sign-off")
_EDGE = " ,;:–—-•|()!?.\"'" + HIDDEN
_NAME = r"(?-i:[A-Z][\w’'&.-]*|\d{1,3}[a-z]?\s[A-Z]\w+)"
_At = tuple[int, int]


@cache
def _regex(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    sure, places = words.tables["sureness"], words.tables["places"]
    calendar = rf"{words.any_of('months')}|{words.any_of('days')}"
    venue = rf"(?:[\w’'&-]{{1,30}}\s){{0,3}}(?:{places['venue']})(?!\w)"
    never = rf"(?!(?:the|{calendar}|{places['no_place']}|{sure['no_rival']})(?!\w))"
    article = rf"(?:(?:{sure['article']})\s)?"
    return {
        name: re.compile(pattern, re.IGNORECASE)
        for name, pattern in {
            "rival": rf"(?<![\w-])(?:{sure['towards']})\s{article}{never}"
            rf"(?P<place>(?:{_NAME}|{venue})(?:[^,.;()\n{HIDDEN}]{{0,40}}))",
            "in_title": rf"(?<![\w-])(?:{sure['towards_in_title']})\s(?:the\s)?{never}"
            rf"(?P<place>{_NAME}.{{0,40}})",
            "landmark": rf"(?:{sure['landmark']})\s",
            "afterwards": rf"(?<!\w)(?:{sure['afterwards']})(?!\w)",
            "withheld": rf"(?<!\w)(?:{sure['withheld']})(?!\w)",
            "saying": rf"(?<!\w)(?:{sure['saying']})(?!\w)",
            "time": rf"(?<![\w£€$.])(?:{sure['time']})(?!\w)",
            "day": rf"(?<![\w£€$.])(?:{sure['day']})(?!\w)",
            "other_rule": rf"(?<!\w)(?:{sure['other_rule']})(?!\w)",
            "again": rf"(?<!\w)(?:{sure['again']})(?!\w)",
            "either": rf"(?<!\w)(?:{sure['either']})(?!\w)",
            "aside": rf"(?<!\w)(?:{sure['afterwards']}|{sure['aside']})(?!\w)",
            "bounds": rf"(?<!\w)(?:{sure['bounds']}|in (?:{words.any_of('months')}))(?!\w)",
            "occasion": rf"(?<![\w-])(?:{sure['before_event']})\s"
            rf"(?P<name>(?:[\w’'&-]{{1,30}}\s){{0,3}}(?:{places['event']}))(?!\w)",
            "before": rf"(?P<name>\w[\w’'&-]*)\)?\s(?:{sure['towards']})\s{article}$",
            "led": rf"(?<!\w)(?:{sure['towards']})\s(?:(?:{sure['article']}|the)\s)?$",
            "surely": rf"(?<!\w)(?:{sure['surely']})\s(?:(?:{sure['article']}|the)\s)?$",
            "leads": rf"(?<!\w)(?:{sure['towards']})\s{article}{_NAME}",
            "last": rf"(?P<name>\w[\w’'&-]*)[ \t](?:(?:{sure['article']}|the)\s)?$",
            "beside": rf"(?P<name>[^,.;:()\n{HIDDEN}]{{2,40}})[,(]\s?{article}$",
            "behind": rf"\s?[,(]\s?(?P<name>[^,.;:()\n{HIDDEN}]{{2,40}})",
            "street": rf"(?-i:[A-Z])[\w’' -]{{1,30}}\s(?:{places['street']})",
            "venue": rf"(?<!\w)(?:{places['venue']})(?!\w)",
            "lead": rf"(?:.*\s)?(?:{places['lead']}|{places['lead_inside']}|{sure['leading']})\W*",
            "event": rf"(?<!\w)(?:{places['event']})(?!\w)",
        }.items()
    }


@dataclass(frozen=True)
class Sureness:
    """Judges what was read by what was left over.

    Attributes:
        text: in which moments and links are masked.
        layout: its lines.
        words: the vocabulary.
        taken: title, place and what else went into something, half-open.
    """

    text: str
    layout: Layout
    words: Vocabulary
    taken: tuple[_At, ...]

    @property
    def _left(self) -> str:
        lines = (line.at for line in self.layout.lines if line.kind in _LEFT_OUT)
        return mask(self.text, *self.taken, *lines)

    def rivals(self) -> tuple[str, ...]:
        """Return the words that might be the place as well, as written."""
        found, left = [], self._left
        regex = _regex(self.words)
        for match in regex["rival"].finditer(left):
            end = left.find("\n", match.end())
            rest = left[match.start() : len(left) if end < 0 else end]
            if regex["afterwards"].search(re.split(r"[.!?]\s", rest)[0][:_AROUND]):
                continue
            before = re.split(r"[.!?\n]", left[max(0, match.start() - _AROUND) : match.start()])[-1]
            landmark = before.rstrip(" ,(").endswith(HIDDEN) and regex["landmark"].match(rest)
            if landmark or regex["aside"].search(before):
                continue
            found.append(" ".join(match["place"].split()).strip(_EDGE))
        found += self._other_pieces(left)
        known = " ".join(self.text[slice(*at)] for at in self.taken).casefold()
        fresh = (one for one in dict.fromkeys(found) if one.casefold() not in known)
        return tuple(fresh)[:_MOST_RIVALS]

    def _other_pieces(self, left: str) -> list[str]:
        """What stands between separators elsewhere and speaks clearly of a place."""
        pieces, regex, found = Pieces(left, self.layout, self.words), _regex(self.words), []
        for piece in pieces.all():
            content = pieces.words(piece.at)
            place, occasion = pieces.score(piece)
            clear = place >= _CLEAR or pieces.is_street(content)
            if not clear or occasion or len(content.split()) > _MOST_WORDS:
                continue
            before = re.split(r"[.!?\n]", left[max(0, piece.at[0] - _AROUND) : piece.at[0]])[-1]
            if any(regex[one].search(content) for one in ("saying", "aside", "withheld")):
                continue
            if regex["aside"].search(before):
                continue
            if pieces.is_calendar(content):
                continue
            if content.isupper() and self.words.regex("places", "body").search(content):
                # Who invites: "BAKERS' UNION".
                continue
            if pieces.is_joined(content):
                continue
            if not (pieces.is_noise(content) or pieces.is_sentence(piece)):
                found.append(content)
        return found

    def is_kept_back(self, parts: Sequence[_At]) -> bool:
        """Whether what is left says that the place is told elsewhere, but for right before it."""
        found = _regex(self.words)["withheld"].finditer(self._left)
        return any(not 0 <= parts[0][0] - match.end() <= _RIGHT_BEFORE for match in found)

    def is_named(self, parts: Sequence[_At]) -> bool:
        """Whether more than a capital letter speaks of a place."""
        regex, (start, end) = _regex(self.words), (parts[0][0], parts[-1][1])
        content = self.text[start:end]
        if regex["event"].search(content) and not regex["venue"].search(content):
            return False
        numbered = POSTCODE.search(content) or re.search(r"\d", content)
        led = regex["led"].search(self.text[max(0, start - _AROUND) : start])
        named = re.match(r"the\s[A-Z]", content)
        return bool(numbered or led or named or regex["venue"].search(content))

    def is_whole(self, parts: Sequence[_At]) -> bool:
        """Whether a place reads like one, and nothing that speaks of one was left out beside it."""
        regex, left = _regex(self.words), self._left
        start, end = parts[0][0], parts[-1][1]
        bare = re.sub(r"^\W+|\W+$", "", self.text[start:end].replace(HIDDEN, " "))
        if len(bare) > _LONGEST or self._says(bare) or regex["either"].search(bare):
            return False
        named = regex["venue"].search(bare) or POSTCODE.search(bare) or re.search(r"\b[A-Z]", bare)
        named = named or regex["surely"].search(left[max(0, start - _AROUND) : start])
        if not named or re.search(r"//|[^\w\s,.;:'’‘\"&()/@#+–—|•·-]", bare):
            return False
        last = regex["last"].search(left[max(0, start - _AROUND) : start])
        if last is not None and not regex["lead"].fullmatch(last["name"]):
            return False
        before, behind = left[max(0, start - _AROUND) : start], left[end : end + _AROUND]
        return not (
            self._names(regex["before"].search(before))
            or self._names(regex["beside"].search(before))
            or self._names(regex["behind"].match(behind))
        )

    def _says(self, bare: str) -> bool:
        """Whether a place goes on with a sentence: "bring a chair", but not "Bull Ring"."""
        found = _regex(self.words)["saying"].finditer(bare)
        return any(
            bare.isupper() or not (one.start() and one.group()[0].isupper()) for one in found
        )

    def _is_spoken_of_aside(self, start: int) -> bool:
        """Whether the words before a place say what it is for instead: "then coffee in"."""
        before = re.split(r"[.!?:\n]\s", self._left[max(0, start - _AROUND) : start])[-1]
        clause = re.split(rf"[,;(]|{HIDDEN}", before)[-1] if HIDDEN in before else before
        said = re.split(rf"[.!?:,;(\n{HIDDEN}]", self.text[max(0, start - _AROUND) : start])[-1]
        if _regex(self.words)["afterwards"].match(said.strip()):
            return True
        return _regex(self.words)["aside"].search(clause) is not None

    def _names(self, match: re.Match[str] | None) -> bool:
        """Whether some words beside a place speak of one, too."""
        if match is None:
            return False
        regex, name = _regex(self.words), match["name"].strip(_EDGE)
        if regex["landmark"].match(name):
            return False
        if regex["street"].fullmatch(name):
            return True
        if not name or any(regex[one].search(name) for one in ("event", "saying", "withheld")):
            return False
        if regex["lead"].fullmatch(name) or self.words.regex("text", "access").search(name):
            return False
        return bool(
            regex["venue"].search(name)
            or regex["leads"].search(name)
            or re.match(r"[A-Z][a-z]", name)
        )

    def about_place(self, parts: Sequence[_At], place: str, title: _At | None) -> Ask | None:
        """Return the question about a place that no label names, None where it is sure.

        Args:
            parts: where it stands.
            place: as it would be taken.
            title: where the title stands; without one the place may be it.
        """
        rivals = self.rivals()
        if title is not None and not title[0] <= parts[0][0] < title[1]:
            within = _regex(self.words)["in_title"].search(self.text[slice(*title)])
            rivals = (*rivals, within["place"]) if within else rivals
        if (named := self._with_name_before(parts, place, title)) is not None:
            return Ask("which-place", at=parts[0], names=(named, place))
        whole = (
            not self._is_spoken_of_aside(parts[0][0])
            and self.is_whole(parts)
            and not self.is_kept_back(parts)
        )
        if whole and not rivals and (title is not None or self.is_named(parts)):
            return None
        names = (place, *(one for one in rivals if one != place))
        return Ask("which-place", at=parts[0], names=names)

    def _with_name_before(self, parts: Sequence[_At], place: str, title: _At | None) -> str | None:
        """A place with the name before it, which may be its own: "Mechanics, upstairs bar"."""
        if title is None or title[1] > parts[0][0]:
            return None
        name, between = self.text[slice(*title)], self.text[title[1] : parts[0][0]]
        capitals = all(word[:1].isupper() for word in name.split())
        short = len(name.split()) <= _FEWEST and capitals and not name.isupper()
        if between.strip() != "," or not short or _regex(self.words)["event"].search(name):
            return None
        before = self.text[max(0, title[0] - _RIGHT_BEFORE) : title[0]]
        return f"{name}, {place}" if HIDDEN in before else None

    def about_moment(self, moment: Moment) -> Ask | None:
        """Return the question about a start that was read, None where it is sure."""
        if moment.start is None or any(ask.reason != "am-pm" for ask in moment.asks):
            return None
        unread = "bounds" if moment.rule else "again"
        left, regex = self._left, _regex(self.words)
        found = regex["day"].search(left) or regex[unread].search(self.text)
        if moment.rule:
            found = found or regex["other_rule"].search(left)
        if not moment.all_day:
            found = found or regex["time"].search(left)
        return None if found is None else Ask("moment", (moment.start,))

    def about_title(self, title: _At | None) -> Ask | None:
        """Return the question about a title that no label names, None where it is sure.

        Args:
            title: where it stands, None where none was found: then what the text calls an
                occasion on its way is offered.
        """
        at, content = title or (0, 0), ""
        if title is not None:
            content = " ".join(self.text[slice(*title)].replace(HIDDEN, " ").split())
            event = _regex(self.words)["event"].search(content)
            single = len(content.split()) < _FEWEST and event is None
            first = not content[:1].islower() and not self.text[: title[0]].strip(_EDGE)
            joined = self.words.leading("places", "joined").match(content)
            named = first or (not single and not joined) or content.isupper()
            if named and not is_saying(content, self.words):
                return None
            content = "" if single else content
        others = islice(_regex(self.words)["occasion"].finditer(self.text), _MOST_OCCASIONS)
        names = [match["name"] for match in others if not is_saying(match["name"], self.words)]
        names += [content] if content else []
        return Ask("which-title", at=at, names=tuple(dict.fromkeys(names)))
