"""What an admin types to name a feed: its own address, or that of a branch's page."""

import re

from yarl import URL

_PAGE = re.compile(r"^(?P<page>/(?:[^?#]*/)?b/[a-z0-9-]{1,100})(?:/.*)?$")
_FEED = "/signed.json"
_LONGEST = 300
"""Characters: it is shown to people, and stands in what is passed on."""
_HAS_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def feed_address(typed: str) -> str | None:
    """Return the https address of the feed that is meant, or None.

    Args:
        typed: the feed's address, or one on the page of a branch; `https://` may be missing.
    """
    said = typed.strip().strip("<>.,;()")
    if not said or " " in said or "\n" in said or len(said) > _LONGEST:
        return None
    try:
        url = URL(said if _HAS_SCHEME.match(said) else f"https://{said}")
        host = url.host
    except ValueError:
        return None
    if url.scheme not in {"https", "http"} or not host or url.user or url.password:
        return None
    if "." not in host and ":" not in host and host != "localhost":
        return None
    found = _PAGE.match(url.path)
    path = url.path if url.path.endswith(".json") else found and found["page"] + _FEED
    if path is None:
        return None
    port = None if url.scheme == "http" and url.port == 80 else url.explicit_port
    return str(URL.build(scheme="https", host=host, port=port, path=path))


def page_of(address: str) -> str:
    """Return where people read what a feed has: the branch's page."""
    return address.removesuffix(_FEED)
