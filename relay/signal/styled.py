"""Styles in the one form in which signal-cli-rest-api takes them: marks in the text.

`text_mode: styled` knows `*`, `**`, `~`, two bars and a backtick, each keeping its sign behind a
backslash (`src/utils/textstyleparser.go` of bbernhard/signal-cli-rest-api). Its faults:

- Up to 0.100 three asterisks are two and one, so what is bold and slanted at once is never closed;
  after it they are one mark, so that bold right before slanted becomes a third thing.
- A backslash before a sign always keeps the sign: none can stand in front of a mark.
- A backslash keeps a whole mark, not one sign: after a kept `*` no `**` can begin.
- A mark closes only what was opened last; anything else opens it once more, and nothing is said.

So a text with marks is read here as each release reads it before it goes out. A style that one of
them would lose is left out; where words would not arrive as they are, all styles are.
"""

from collections.abc import Sequence

from relay.formatting import Style, StyledText, StyleRange
from relay.formatting.styles import Span, joined

_MARKS = {
    Style.SPOILER: "||",
    Style.BOLD: "**",
    Style.MONOSPACE: "`",
    Style.STRIKETHROUGH: "~",
    Style.ITALIC: "*",
}
"""In the order in which they matter: a lost cover shows what somebody meant to hide."""

_IMPORTANCE = list(_MARKS)
_SIGNS = frozenset("*`|~")
_AWKWARD = frozenset("\\*|")
"""Signs beside which a mark may be read as something else."""

_LONGEST_RUNS = (2, 3)
"""How many asterisks are one mark at most: up to 0.100, and after it."""


def with_marks(styled: StyledText) -> str | None:
    """Return a text as `text_mode: styled` takes it; None where it is to go without any style."""
    spans = _kept(styled)
    return _marked(styled.text, spans) if spans else None


def arriving(styled: StyledText) -> tuple[StyleRange, ...]:
    """Return the styles that people will see of those a text has."""
    return StyledText.of_spans(styled.text, _kept(styled)).styles


def lost_styles(styled: StyledText) -> frozenset[Style]:
    """Return the styles that some words of a text should have and will not."""
    arrived = _by_character(_kept(styled))
    wanted = [one for one in (_trimmed(styled.text, span) for span in styled.spans) if one]
    return frozenset(
        style for place, style in _by_character(wanted) - arrived if styled.text[place].isalnum()
    )


def _kept(styled: StyledText) -> list[Span]:
    """The styles that every release takes as they are meant."""
    text = styled.text
    wanted = [one for one in (_trimmed(text, span) for span in styled.spans) if one]
    kept: list[Span] = []
    for group in _groups(wanted):
        kept += _fitting(text, group)
    if not _arrives(text, kept):
        kept = [one for one in kept if one.style is Style.SPOILER]
    return kept if _arrives(text, kept) else []


def _trimmed(text: str, span: Span) -> Span | None:
    """A span without the blanks at its ends, where nobody sees the style."""
    if span.style not in (Style.BOLD, Style.ITALIC):
        return span
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Span(start, end, span.style) if start < end else None


def _groups(spans: Sequence[Span]) -> list[list[Span]]:
    """Spans that overlap or touch, together: what stands apart is read apart."""
    groups: list[list[Span]] = []
    reach = -1
    for span in spans:
        if groups and span.start <= reach:
            groups[-1].append(span)
        else:
            groups.append([span])
            reach = span.end
        reach = max(reach, span.end)
    return groups


def _fitting(text: str, group: Sequence[Span]) -> list[Span]:
    """As many of a group as are read as they are meant, the most important first."""
    start = max(min(one.start for one in group) - 2, 0)
    end = max(one.end for one in group) + 2
    part = text[start:end]
    here = [Span(one.start - start, one.end - start, one.style) for one in group]
    if _arrives(part, here):
        return list(group)
    chosen: list[Span] = []
    for span in sorted(here, key=lambda one: (_IMPORTANCE.index(one.style), one.start)):
        for variant in _variants(part, span):
            if _arrives(part, joined([*chosen, variant])):
                chosen.append(variant)
                break
    return [Span(one.start + start, one.end + start, one.style) for one in chosen]


def _variants(text: str, span: Span) -> list[Span]:
    """A span, and the same with its ends moved over a sign beside which no mark can stand.

    What is hidden is rather more than less, but for a sign at the end of a text.
    """
    start, end, style = span
    starts, ends = [start], [end]
    if start and text[start - 1] in _AWKWARD:
        starts.append(start - 1)
    if end > start + 1 and text[end - 1] in _AWKWARD:
        inner = end - 1
        while inner > start and text[inner - 1] in _AWKWARD:
            inner -= 1
        ends += [end + 1, inner] if style is Style.SPOILER else [inner]
    return [Span(one, other, style) for one in starts for other in ends if one < other <= len(text)]


def _arrives(text: str, spans: Sequence[Span]) -> bool:
    """Whether every release would send just this text with just these styles."""
    marked, wanted = _marked(text, spans), _by_character(spans)
    for longest in _LONGEST_RUNS:
        read, found = _read(marked, longest)
        if read != text or _by_character(found) != wanted:
            return False
    return True


def _by_character(spans: Sequence[Span]) -> set[tuple[int, Style]]:
    return {(place, one.style) for one in spans for place in range(one.start, one.end)}


def _marked(text: str, spans: Sequence[Span]) -> str:
    """The text with marks, each closed before what was opened earlier; what crosses is split."""
    beginning: dict[int, list[Span]] = {}
    for one in spans:
        beginning.setdefault(one.start, []).append(one)
    edges = sorted({edge for one in spans for edge in (one.start, one.end)})
    pieces: list[str] = []
    inside: list[Span] = []
    done = 0
    for edge in edges:
        pieces.append(_escaped(text[done:edge]))
        done = edge
        again: list[Span] = []
        while any(one.end == edge for one in inside):
            last = inside.pop()
            pieces.append(_MARKS[last.style])
            if last.end != edge:
                again.append(last)
        begun = [*again, *beginning.get(edge, ())]
        for one in sorted(begun, key=lambda span: (-span.end, _IMPORTANCE.index(span.style))):
            pieces.append(_MARKS[one.style])
            inside.append(one)
    return "".join((*pieces, _escaped(text[done:])))


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in _SIGNS else char for char in text)


def _read(marked: str, longest: int) -> tuple[str, list[Span]]:
    """What a release makes of a text: the words, and the styles on them."""
    words: list[str] = []
    opened: list[tuple[str, int]] = []
    found: list[Span] = []
    at, is_kept = 0, False
    while at < len(marked):
        mark = _mark_at(marked, at, longest)
        if mark and is_kept:
            words += mark
        elif mark and opened and opened[-1][0] == mark:
            start = opened.pop()[1]
            found += [Span(start, len(words), style) for style in _styles_of(mark)]
        elif mark:
            opened.append((mark, len(words)))
        elif marked[at] == "\\" and marked[at + 1 : at + 2] in _SIGNS:
            at, is_kept = at + 1, True
            continue
        else:
            words.append(marked[at])
        at, is_kept = at + len(mark or "."), False
    return "".join(words), found


def _mark_at(marked: str, at: int, longest: int) -> str:
    """The mark that begins at a place; empty for none."""
    if marked[at] == "*":
        run = 1
        while run < longest and marked[at + run : at + run + 1] == "*":
            run += 1
        return "*" * run
    if marked[at] in "~`":
        return marked[at]
    return "||" if marked.startswith("||", at) else ""


def _styles_of(mark: str) -> list[Style]:
    if mark == "***":
        return [Style.BOLD, Style.ITALIC]
    return [style for style, one in _MARKS.items() if one == mark]
