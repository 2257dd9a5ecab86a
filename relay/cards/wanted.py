"""Making text drawable: what a person typed, less what no picture can show."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from relay.cards.faces import Weight, face_for

MOST = 500
"""Letters that are looked at. Far fewer fit at the smallest size."""

# Direction comes from the letters: marks that a stranger typed must not turn a card round.
_INVISIBLE = regex.compile(
    r"[\p{Cc}\p{Cf}\p{Co}\p{Cs}--[\u200c\u200d\U000e0020-\U000e007f\s]]", regex.VERSION1
)
_NEEDLESS = regex.compile(r"[\ufe00-\ufe0f\u20e3\U000e0000-\U000e0fff]")
_PILED_MARKS = regex.compile(r"(\p{Mn}{3})\p{Mn}+")
# Not the spaces that keep words together: the wording puts them into dates.
_SPACES = regex.compile(r"[^\S\u00a0\u202f]+")
_LINE_END = regex.compile(r"[\r\n\u2028\u2029]")
_PAUSES = (",", "،", ";")
_CLUSTER = regex.compile(r"\X")
_PICTOGRAPH = regex.compile(r"(?!\p{Emoji_Component})\p{Extended_Pictographic}")
_MADE_FLAG = regex.compile(r"[\U0001f3f3\U0001f3f4]\ufe0f?[\u200d\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Text in one line as the shipped fonts can draw it.

    Attributes:
        left_out: what no font has, as people see it, each once, in the order it came.
        shortened: whether it went on beyond `MOST`.
    """

    text: str
    left_out: tuple[str, ...] = ()
    shortened: bool = False

    @property
    def lacks_letters(self) -> bool:
        """Whether letters or digits are missing, and not only emoji and signs."""
        return any(unicodedata.category(one)[0] in "LN" for text in self.left_out for one in text)


def clusters(text: str) -> list[str]:
    """Cut into what people see as one letter (UAX #29, extended grapheme clusters)."""
    found: list[str] = _CLUSTER.findall(text)
    return found


def drawable(text: str) -> Wanted:
    """Return `text` in one line as the shipped fonts can draw it.

    Letters are composed (w and a circumflex become ŵ). An emoji made of several is drawn as its
    first, since the shipped font has one shape and one colour each; flags made of several are left
    out, because a plain flag says something else.
    """
    line = _in_one_line(unicodedata.normalize("NFC", text))
    line = _PILED_MARKS.sub(r"\1", _INVISIBLE.sub("", line))
    everything = clusters(_SPACES.sub(" ", line))
    kept: list[str] = []
    left_out: dict[str, None] = {}
    for cluster in everything[:MOST]:
        drawn = next((way for way in _ways(cluster) if face_for(way, Weight.BOLD)), "")
        kept.append(drawn)
        if not drawn:
            left_out[cluster] = None
    shown = _SPACES.sub(" ", "".join(kept)).strip()
    return Wanted(shown, tuple(left_out), len(everything) > MOST)


def _in_one_line(text: str) -> str:
    """Lines with commas between them, where they do not end in one already."""
    lines = [line.strip() for line in _LINE_END.split(text)]
    *earlier, last = [line for line in lines if line] or [""]
    return ", ".join((*(_without_pause(line) for line in earlier), last))


def _without_pause(line: str) -> str:
    return line[:-1].rstrip() if line.endswith(_PAUSES) else line


def _ways(cluster: str) -> Iterator[str]:
    """How a cluster can be drawn, the truest first."""
    if _MADE_FLAG.match(cluster):
        return
    if _PICTOGRAPH.match(cluster):
        yield cluster[0]
        return
    plain = _NEEDLESS.sub("", cluster)
    yield plain
    plain = plain.strip("\u200c\u200d")
    if plain:
        yield plain
        yield unicodedata.normalize("NFKC", plain)
        yield plain[0]
