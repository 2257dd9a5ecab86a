"""What a web page says about itself in its head: title, description, picture.

Read as browsers read it (WHATWG HTML, "determining the character encoding" and "tree
construction"), by a parser of which lxml's libxml2 has the tokens of that standard since 2.14.
What other clients look at, and how far: Signal-Desktop `ts/linkPreviews/linkPreviewFetch.ts` (1 MB,
20 redirects, stops at the end of the head), Mastodon `app/lib/link_details_extractor.rb` (1 MB).
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from lxml.etree import _Element

PRESCAN = 1024
"""Bytes in which a page must name its encoding (HTML, 13.2.3.2)."""
BEYOND = 256 * 1024
"""Bytes that are read of a body for what belongs into the head: one picture in a head, such as a
counter's, ends it, and the rest of its tags stand in the body."""
_MOST_PICTURES = 4
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
# The encodings of the WHATWG Encoding standard, as Python calls them, with what that standard
# really decodes: most labels of narrow encodings mean a wider one. Any other label is no label.
_ENCODINGS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c-5601": "cp949",
    # A page that is read as ASCII so far cannot be in these (13.2.3.2, step 5).
    "utf-16": "utf-8",
    "utf-16-be": "utf-8",
    "utf-16-le": "utf-8",
} | {
    name: name
    for name in (
        *("utf-8", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "big5hkscs"),
        *("gb18030", "euc_jp", "iso2022_jp", "cp932", "cp949", "cp874"),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp{page}" for page in range(1250, 1259)),
    )
}
_TAG = re.compile(rb"<!--.*?(?:-->|$)|<meta[\s/]([^>]*)", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s\"';>]+)", re.IGNORECASE)
_REFRESH = re.compile(r"\s*(\d*)(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
_ASIDE = frozenset({"svg", "math", "template", "noscript"})


@dataclass(frozen=True)
class Head:
    """What stands in the head of a page; texts are in one line.

    Attributes:
        title: empty if there is none.
        description: the same.
        pictures: addresses, made absolute, best first.
        refresh: where the page sends its reader at once, made absolute, or empty.
    """

    title: str = ""
    description: str = ""
    pictures: tuple[str, ...] = ()
    refresh: str = ""


class HeadReader:
    """Reads the head of a page that arrives in pieces.

    Args:
        address: where the page was found, after redirects.
        charset: what the server says, or None.
    """

    def __init__(self, address: str, charset: str | None) -> None:
        self._address = address
        self._charset = charset
        self._first = b""
        self._page: _Page | None = None

    def feed(self, data: bytes) -> bool:
        """Read a piece; return whether all is known that will be, so that no more is needed."""
        if self._page is not None:
            return self._page.read(data)
        self._first += data
        return len(self._first) >= PRESCAN and self._begun().read(self._first)

    def close(self) -> Head:
        """Return what was found."""
        if self._page is None:
            self._begun().read(self._first)
        page = self._begun()
        page.close()
        return page.said.head(self._address)

    def _begun(self) -> "_Page":
        if self._page is None:
            self._page = _Page(encoding_of(self._first, self._charset))
        return self._page


class _Page:
    """A page whose encoding is known."""

    def __init__(self, encoding: str) -> None:
        from lxml.etree import HTMLPullParser

        self.said = _Said()
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._parser = HTMLPullParser(
            events=("start", "end"), encoding="utf-8", no_network=True, remove_comments=True
        )
        self._beyond = 0

    def read(self, data: bytes) -> bool:
        """Read a piece; return whether no more is needed."""
        # Half of a pair, which UTF-16 can hold, cannot be written; NUL would end the parser.
        text = self._decoder.decode(data).replace("\0", "\ufffd")
        self._parser.feed(text.encode("utf-8", "replace"))
        self._take()
        if self.said.in_body:
            self._beyond += len(data)
        return self.said.in_body and (self.said.is_whole or self._beyond > BEYOND)

    def close(self) -> None:
        self._parser.close()
        self._take()

    def _take(self) -> None:
        for event, element in self._parser.read_events():
            self.said.take(event, element)
            if event == "end":
                _let_go(element)


@dataclass
class _Said:
    """What the elements of a page have said so far."""

    named: dict[str, list[str]] = field(default_factory=dict)
    title: str | None = None
    base: str = ""
    refresh: str = ""
    in_body: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all three parts of a card are there."""
        return all(self.named.get(f"og:{part}") for part in ("title", "description", "image"))

    def take(self, event: str, element: "_Element") -> None:
        """Note what an element says."""
        if event == "end":
            self._note(element)
        elif element.tag == "body":
            self.in_body = True

    def _note(self, element: "_Element") -> None:
        match element.tag:
            case "title" if self.title is None and not _is_aside(element):
                self.title = _one_line("".join(str(text) for text in element.itertext()))
            case "base" if not self.base:
                self.base = element.get("href", "").strip()
            case "meta":
                content = element.get("content", "").strip()
                says = element.get("http-equiv", "").strip().lower()
                if says == "refresh" and not _is_aside(element):
                    self.refresh = self.refresh or content
                for key in _keys(element):
                    said = self.named.setdefault(key, [])
                    if content and len(said) < _MOST_PICTURES:
                        said.append(content)

    def head(self, address: str) -> Head:
        base = _joined(address, self.base) or address
        title = self._text("og:title", "twitter:title") or self.title or ""
        keys = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image")
        pictures = (
            _joined(base, picture)
            for key in (*keys, "twitter:image:src")
            for picture in self.named.get(key, ())
        )
        return Head(
            title=title,
            description=self._text("og:description", "twitter:description", "description"),
            pictures=tuple(dict.fromkeys(one for one in pictures if one))[:_MOST_PICTURES],
            refresh=_refreshed(base, self.refresh),
        )

    def _text(self, *keys: str) -> str:
        lines = (_one_line(said) for key in keys for said in self.named.get(key, ()))
        return next((line for line in lines if line), "")


def encoding_of(beginning: bytes, charset: str | None) -> str:
    """Return the encoding of a page, as Python calls it (HTML, 13.2.3.1).

    A byte order mark, then the server's word, then the page's own in its first 1,024 bytes. Where
    none says anything, a page of our day is in UTF-8, and an old one in Windows-1252.

    Args:
        beginning: at least `PRESCAN` bytes of it, or all.
        charset: what the server says.
    """
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else "utf-16"
    said = _known(charset)
    if charset and (charset.strip().lower().startswith("utf-16")) and said:
        return "utf-16-be" if charset.strip().lower() == "utf-16be" else "utf-16-le"
    if said is None:
        said = next((name for label in _declared(beginning) if (name := _known(label))), None)
    if said is not None:
        return said
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _known(label: str | None) -> str | None:
    """What is decoded for a label of an encoding, or None where it names none."""
    try:
        return _ENCODINGS.get(codecs.lookup((label or "").strip().lower()).name)
    except (LookupError, ValueError):
        return None


def _declared(beginning: bytes) -> Iterator[str]:
    """The encodings that `meta` elements name, in `charset` or in `http-equiv`."""
    for tag in _TAG.finditer(beginning[:PRESCAN]):
        found = _CHARSET.search(tag[1] or b"")
        if found:
            yield found[1].decode("ascii", "replace")


def _keys(element: "_Element") -> Iterator[str]:
    """What a `meta` element is about: RDFa's `property` may name several things."""
    for attribute in ("property", "name", "itemprop"):
        yield from dict.fromkeys(element.get(attribute, "").lower().split())


def _is_aside(element: "_Element") -> bool:
    """Whether something is said of a drawing, or of what is shown only without scripts."""
    return any(above.tag in _ASIDE for above in element.iterancestors())


def _let_go(element: "_Element") -> None:
    """Forget what stands before an element: a page of a hundred thousand tags stays small."""
    above = element.getparent()
    if above is not None and element.tag not in ("head", "body"):
        element.clear(keep_tail=True)
        while element.getprevious() is not None:
            del above[0]


def _refreshed(base: str, content: str) -> str:
    """Where a page sends its reader within a second, or nothing (HTML, 4.2.5.3)."""
    found = _REFRESH.match(content)
    if found is None or not found[1] or int(found[1][:4]) > 1:
        return ""
    return _joined(base, found[2])


def _joined(base: str, reference: str) -> str:
    """An address on the web, or nothing."""
    # The URL standard takes these out wherever they stand.
    plain = reference.strip().translate({9: None, 10: None, 13: None})
    try:
        joined = urljoin(base, plain) if plain else ""
    except ValueError:
        return ""
    return joined if joined.lower().startswith(("http://", "https://")) else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
