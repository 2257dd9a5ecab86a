"""A web page as somebody hears it who has it read out: its words, line by line."""

from html.parser import HTMLParser

_APART = frozenset(
    {"address", "br", "dd", "div", "dt", "h1", "h2", "h3", "header", "li", "nav", "p"}
)
_UNSEEN = frozenset({"head", "script", "style"})


def words_of(html: str) -> list[str]:
    """Return the lines of a page; a picture is told by its description."""
    reading = _Reading()
    reading.feed(html)
    reading.close()
    lines = (" ".join(line.split()) for line in "".join(reading.pieces).split("\0"))
    return [line for line in lines if line]


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _APART:
            self.pieces.append("\0")
        if tag == "img":
            self.pieces.append(f"[{dict(attrs).get('alt') or ''}]")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        if tag in _APART:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)
