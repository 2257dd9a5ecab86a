"""Does the domain name system have the key that each branch signs with?"""

from collections.abc import AsyncIterator, Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from dns.asyncresolver import Resolver
from dns.exception import DNSException
from dns.rdatatype import TXT
from dns.resolver import NXDOMAIN, NoAnswer, NoResolverConfiguration

from relay.check.findings import Finding, Report
from relay.settings import Settings
from relay.signed_feed.dns import keys_of, record_name, record_of
from relay.signed_feed.keys import PublicKey

WHERE = "web.public_url"
_SECONDS = 10.0


async def check_key_records(
    report: Report,
    settings: Settings,
    keys: Mapping[str, PublicKey],
    resolver: Resolver | None = None,
) -> AsyncIterator[Finding]:
    """Look the keys up, one finding for each branch that has one.

    Args:
        report: makes the findings.
        settings: complete and valid.
        keys: those that sign now, by slug.
        resolver: whom to ask; whom this computer asks if not given.
    """
    host = urlsplit(settings.web.public_url or "").hostname
    if host is None or not keys or _is_address(host):
        return
    records = await _records(record_name(host), resolver)
    for slug, key in keys.items():
        where = f"branches[{slug}]"
        record = f'{record_name(host)}. TXT "{record_of(slug, key)}"'
        if records is None:
            yield report.note(where, "check-key-record-unseen")
            continue
        found = keys_of(records, slug)
        if not found:
            yield report.note(where, "check-key-record-none", record=record)
        elif found == [key]:
            yield report.ok(where, "check-key-record-fine", fingerprint=key.fingerprint)
        else:
            yield report.problem(where, "check-key-record-other", record=record)


async def _records(name: str, resolver: Resolver | None) -> list[str] | None:
    """The texts at a name; None where nobody could say."""
    try:
        answer = await (resolver or Resolver()).resolve(name, TXT, lifetime=_SECONDS, search=False)
    except (NXDOMAIN, NoAnswer):
        return []
    except (DNSException, NoResolverConfiguration, OSError, UnicodeError):
        return None
    return [b"".join(one.strings).decode("utf-8", "replace") for one in answer]


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
