"""The key of a branch in the domain name system: a TXT record that a host puts there.

`_branch-relay.HOST TXT "v=branch-relay1; b=SLUG; k=KEY"`, one record for each branch.
"""

from collections.abc import Iterable

from relay.signed_feed.keys import KeyUnreadable, PublicKey

_VERSION = "branch-relay1"
_LONGEST = 1000


def record_name(host: str) -> str:
    """Return the name at which the keys of a host's branches stand."""
    return f"_branch-relay.{host}"


def record_of(slug: str, key: PublicKey) -> str:
    """Return what a record says of a branch's key."""
    return f"v={_VERSION}; b={slug}; k={key.base64}"


def keys_of(records: Iterable[str], slug: str) -> list[PublicKey]:
    """Return the keys that records name for a branch; what is something else is passed over.

    Args:
        records: the texts of TXT records, each as one piece.
        slug: of the branch.
    """
    found = []
    for record in records:
        parts = {
            name.strip(): value.strip()
            for name, _, value in (part.partition("=") for part in record[:_LONGEST].split(";"))
        }
        if parts.get("v") != _VERSION or parts.get("b") != slug:
            continue
        try:
            found.append(PublicKey.from_base64(parts.get("k", "")))
        except KeyUnreadable:
            continue
    return found
