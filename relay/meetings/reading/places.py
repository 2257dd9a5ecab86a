"""Where it is: the words that are left when moments and links are taken out."""

import re
from collections.abc import Set

from relay.meetings.reading.layout import Layout
from relay.meetings.reading.lines import POSTCODE, Line
from relay.meetings.reading.masks import HIDDEN
from relay.meetings.reading.pieces import Piece, Pieces, rows_of
from relay.meetings.reading.vocabulary import Vocabulary

_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")
_MOST_WORDS = 6
_LONGEST = 300
"""Characters of a labelled place."""

_WITHHELD = 5
"""As sure as a place with a postcode."""

_NEUTRAL = frozenset((HIDDEN, ",", "@", "–", "-", "(", "•", "|", "—"))
"""Behind what a place may stand that only its being there makes one."""

_BETWEEN_SENTENCES = frozenset((".", "!", "?", ";", "\n", HIDDEN))
_NAMED = 2
"""From which score on some words speak of a place."""

_At = tuple[int, int]


class PlaceFinder:
    """Finds the place in a text whose moments, links and agenda are masked.

    Args:
        text: the masked text.
        layout: its lines.
        words: the vocabulary.
        moments: the parts that say when it is.
        online: the link to take part, or None.
    """

    def __init__(
        self,
        text: str,
        layout: Layout,
        words: Vocabulary,
        moments: tuple[_At, ...],
        online: _At | None,
    ) -> None:
        self._online, self._layout, self._moments = online, layout, moments
        self._words = words
        self._pieces = Pieces(text, layout, words)
        self._text = self._pieces.text
        self._beside_online = words.regex("places", "beside_online").search(text) is not None
        self._asked_for = words.regex("places", "asked_for").search(text) is not None
        self._is_untitled = False
        """Whether what stands before a place has to be the title, as nothing else can be."""
        rows = {line.row for line in layout.lines}
        self._rows = rows & rows_of(self._text, moments)
        """The lines that say when it is."""

    def place(self) -> tuple[_At, ...]:
        """Return where it is, half-open parts; none where the text does not say it."""
        labelled = [line for line in self._layout.of("where") if self._pieces.words(line.at)]
        if labelled:
            return self._labelled(labelled)
        loose = None if self._layout.is_left_empty("where") else self._loose()
        if loose is not None and self._is_asked_for(loose):
            return ()
        return () if loose is None or self._pieces.is_withheld(loose) else (loose,)

    def _is_asked_for(self, place: _At) -> bool:
        """Whether the text says who tells the address, and what was found has no number."""
        return self._asked_for and not re.search(r"\d", self._text[slice(*place)])

    def _labelled(self, lines: list[Line]) -> tuple[_At, ...]:
        found = []
        for line in lines:
            if self._pieces.is_withheld(line.at) or self._is_asked_for(line.at):
                continue
            if self._pieces.is_only_online(self._pieces.words(line.at)[:_LONGEST]):
                continue
            start, end = line.at[0], min(line.at[1], line.at[0] + _LONGEST)
            tail = _SENTENCE_END.search(self._text[start:end])
            if tail and len(self._text[start : start + tail.start()].split()) > 1:
                short = self._pieces.abbreviates(start + tail.start())
                end = end if short else start + tail.start()
            found.append(self._pieces.clean((start, end)))
        rows = sorted({line.row for line in lines})
        if found and rows[-1] - rows[0] >= len(rows) + 3:
            # Far apart: the second is about something else.
            return tuple(found[:1])
        return tuple(found)

    # --- without a label

    def _loose(self) -> _At | None:
        pieces = self._pieces.all()
        if not pieces:
            return None
        anchored = [piece for piece in pieces if piece.row in self._rows]
        after = [piece for piece in anchored if self._follows(piece)]
        early = [piece for piece in anchored if piece not in after]
        last = max(self._rows, default=len(self._layout.lines))
        next_rows = [piece for piece in pieces if last < piece.row <= last + 2]
        others = [piece for piece in pieces if piece.row not in self._rows]
        groups = ((after, 2), (next_rows, 1), (early, 1), (others, 0))
        titled = self._is_titled(pieces, early)
        named = any(self._pieces.score(one)[1] > 1 for one in pieces if one not in after[:2])
        self._is_untitled = not (titled or named)
        ranked = []
        for order, (group, bonus) in enumerate(groups):
            found = self._best(group) if not titled else self._first(group)
            if found is not None:
                ranked.append((found[0] + bonus, -order, found[1], group))
        if ranked:
            _, _, piece, group = max(ranked, key=lambda one: one[:2])
            if group is others and (self._is_heading(piece, pieces) or self._is_body(piece)):
                below = self._neutral(next_rows, _NEUTRAL | {"\n"})
                if below is not None:
                    piece, group = below, next_rows
            return self._extend(piece, group)
        if titled and self._online is None:
            for group, _ in groups:
                neutral = self._neutral(group)
                if neutral is not None:
                    return self._extend(neutral, group)
        return None

    def _is_heading(self, piece: Piece, pieces: list[Piece]) -> bool:
        """Whether a piece is all that stands before the moment: "Winter School" is its title."""
        first = min(self._rows, default=0)
        return all(piece.at[0] <= one.at[0] < piece.at[1] for one in pieces if one.row < first)

    def _is_body(self, piece: Piece) -> bool:
        """Whether a piece in the first lines may be who invites: "Bakers' Union", "Youth Club"."""
        if piece.row > min(line.row for line in self._layout.lines) + 1:
            return False
        content = self._pieces.words(piece.at)
        return self._words.regex("places", "body").search(content) is not None

    def _is_titled(self, pieces: list[Piece], early: list[Piece]) -> bool:
        """Whether something before the moment is the title, so that what follows need not be."""
        if early or self._layout.subject is not None:
            return True
        first = min(self._rows, default=0)
        labelled = any(line.label for line in self._layout.of("title"))
        return labelled or any(piece.row < first for piece in pieces)

    def _follows(self, piece: Piece) -> bool:
        row = self._text.rfind("\n", 0, piece.at[0]) + 1
        return any(row <= at[0] and at[1] <= piece.at[0] for at in self._moments)

    def _best(self, pieces: list[Piece]) -> tuple[int, Piece] | None:
        """The piece that speaks most of a place; of several that do so clearly, the first."""
        strong = self._strong(pieces)
        if not strong:
            return None
        score, _, piece = max(strong, key=lambda one: (min(one[0], 4), one[1]))
        return score, piece

    def _first(self, pieces: list[Piece]) -> tuple[int, Piece] | None:
        """The first piece that speaks of a place."""
        strong = self._strong(pieces)
        return (strong[0][0], strong[0][2]) if strong else None

    def _strong(self, pieces: list[Piece]) -> list[tuple[int, int, Piece]]:
        ranked = []
        for number, piece in enumerate(pieces):
            content = self._pieces.words(piece.at)
            follows = pieces[number + 1].before if number + 1 < len(pieces) else ""
            if (
                self._pieces.says_withheld(content)
                and not self._pieces.is_timing(content)
                and follows not in ("(", ":")
            ):
                ranked.append((_WITHHELD, -number, piece))
            elif self._begins_condition(piece) or (
                number and self._is_subtitle(pieces[number - 1], piece)
            ):
                continue
            elif not (self._is_else(content) or self._pieces.is_sentence(piece)):
                score, better = self._scored(piece)
                ranked.append((score, -number, better))
            elif (inner := self._pieces.inside(piece)) and self._pieces.says_we(content):
                # "We meet at the Fleece".
                part = Piece(inner, " ", piece.row)
                ranked.append((self._pieces.score(part)[0], -number, part))
        least = 2 if self._online and not self._beside_online else 1
        good = [one for one in ranked if one[0] >= least]
        return [one for one in good if one[0] >= 3] or good

    def _is_subtitle(self, piece: Piece, second: Piece) -> bool:
        """Whether the second goes on with a title: "Public meeting: The Future of Our Parks"."""
        if second.before != ":" or piece.row != second.row or not self._pieces.score(piece)[1]:
            return False
        content = self._pieces.words(second.at)
        named = self._words.regex("places", "venue").search(content) or POSTCODE.search(content)
        return named is None and not content[:1].isdigit()

    def _begins_condition(self, piece: Piece) -> bool:
        """Whether a sentence begins that says what to do in some case: "If you get stuck"."""
        return piece.before in _BETWEEN_SENTENCES and self._pieces.says_if(
            self._pieces.words(piece.at)
        )

    def _is_else(self, content: str) -> bool:
        pieces = self._pieces
        return (
            pieces.is_noise(content)
            or pieces.is_only_online(content)
            or pieces.is_calendar(content)
        )

    def _scored(self, piece: Piece) -> tuple[int, Piece]:
        """How much a piece, or the part of it after "at", speaks of a place."""
        inner = self._pieces.inside(piece)
        if inner is not None and inner[0] > piece.at[0]:
            part = Piece(inner, " ", piece.row)
            place, occasion = self._pieces.score(part)
            if place >= 2 or (place >= 1 and occasion == 0):
                return place + 2 - occasion, part
        place, occasion = self._pieces.score(piece)
        return place - occasion, piece

    def _neutral(self, pieces: list[Piece], behind: Set[str] = _NEUTRAL) -> Piece | None:
        """A piece that nothing speaks against, where everything else has a name already."""
        for piece in pieces:
            content = self._pieces.words(piece.at)
            if piece.before not in behind:
                continue
            if len(content) < 3 or len(content.split()) > _MOST_WORDS:
                continue
            occasion = self._pieces.score(piece)[1]
            if not (occasion or self._is_else(content) or self._pieces.is_joined(content)):
                return piece
        return None

    def _extend(self, first: Piece, pieces: list[Piece]) -> _At:
        """The whole place, which commas may divide: "Room 2, Town Hall, Mare Street"."""
        _, end = self._pieces.clean(first.at)
        cut = end < first.at[1]
        start = self._above(first, self._earlier(first, pieces))
        later = [piece for piece in pieces if piece.at[0] >= first.at[1]]
        for piece in later:
            if cut or not self._goes_on(piece, first):
                break
            new = self._pieces.clean(piece.at)[1]
            cut, end = new < piece.at[1], new
        withheld = self._pieces.words(first.at)
        if self._pieces.says_withheld(withheld):
            if end <= first.at[1] or self._pieces.score(later[0])[0] < _NAMED:
                return first.at
            if self._pieces.says_same(withheld):
                # "Same place, Castle Café": there it is named after all.
                start = self._pieces.clean(later[0].at)[0]
        return start, self._down(first, end)

    def _above(self, first: Piece, start: int) -> int:
        """Where a place begins whose name stands in the line above its street."""
        if first.before != "\n" or not self._pieces.is_street(self._pieces.words(first.at)):
            return start
        above = [piece for piece in self._pieces.all() if piece.row == first.row - 1]
        if len(above) != 1 or above[0].row <= max(self._rows, default=above[0].row):
            return start
        name = self._neutral(above, {"\n"})
        return start if name is None else self._pieces.clean(name.at)[0]

    def _down(self, first: Piece, end: int) -> int:
        """Where a place ends whose street stands in the line below: "Village Hall", "Mill Lane"."""
        row = first.row
        rest = [piece for piece in self._pieces.all() if piece.at[0] >= end]
        for number, piece in enumerate(rest):
            content = self._pieces.words(piece.at)
            follows = piece.before == "\n" and piece.row == row + 1
            goes_on = piece.before in (",", "·", "•", "|") and piece.row == row > first.row
            town = goes_on and self._pieces.score(piece)[0] >= 1
            below = rest[number + 1] if number + 1 < len(rest) else None
            if follows and below is not None and below.row == piece.row + 1:
                named = re.fullmatch(r"[A-Z]\w+(?: [A-Z]\w+)?", content) is not None
                town = named and POSTCODE.search(self._pieces.words(below.at)) is not None
            if not town and not (follows and self._pieces.is_street(content)):
                break
            row, end = piece.row, self._pieces.clean(piece.at)[1]
        return end

    def _goes_on(self, piece: Piece, first: Piece) -> bool:
        content = self._pieces.words(piece.at)
        if piece.row != first.row or piece.before not in (",", "(", " ", "", "•", "·", "|"):
            return False
        if self._words.regex("places", "town").fullmatch(content):
            return True
        if self._pieces.is_noise(content) or self._pieces.ends_place(content):
            return False
        place, occasion = self._pieces.score(piece)
        named = self._pieces.words(first.at)
        if place < 1 and content.islower() and not (named.islower() or named.isupper()):
            return False
        return occasion <= place and not (place < 2 and (occasion or piece.before == "("))

    def _earlier(self, first: Piece, pieces: list[Piece]) -> int:
        """Where a place begins that is joined by commas: "Room 2, Town Hall"."""
        start = self._pieces.clean(first.at)[0]
        here = next((number for number, one in enumerate(pieces) if one.at == first.at), 0)
        while here and pieces[here].before in (",", "(") and pieces[here - 1].row == first.row:
            earlier = pieces[here - 1]
            content = self._pieces.words(earlier.at)
            place, occasion = self._pieces.score(earlier)
            if (inner := self._short_within(earlier)) is not None:
                # "A coffee morning at number 9, Orchard Close".
                return inner[0]
            if occasion >= max(place, 1) or self._pieces.is_noise(content):
                break
            if self._pieces.says_withheld(content):
                break
            if len(content.split()) > _MOST_WORDS:
                break
            if place < 1 and earlier.before not in (HIDDEN, "\n"):
                break
            if place < _NAMED and self._is_untitled:
                break
            here -= 1
            start = self._pieces.clean(earlier.at)[0]
        return start

    def _short_within(self, piece: Piece) -> _At | None:
        """The part of a piece after the last "at" or "in" of it, where that names something."""
        inner = self._pieces.inside(piece)
        if inner is None or inner[0] <= piece.at[0]:
            return None
        if self._is_short(inner):
            return inner
        return self._short_within(Piece(inner, " ", piece.row))

    def _is_short(self, at: _At) -> bool:
        """Whether a part names something in a few words, and no occasion."""
        content = self._pieces.words(at)
        if not content or len(content.split()) > _MOST_WORDS or self._is_else(content):
            return False
        numbered = re.search(r"\d", content) is not None
        place, occasion = self._pieces.score(Piece(at, " ", 0))
        return (numbered or place > 0) and occasion == 0
