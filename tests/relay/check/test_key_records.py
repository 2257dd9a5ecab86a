"""`relay check` asks a real DNS server which key a branch signs with."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from dns.asyncresolver import Resolver
from dnslib import QTYPE, RCODE, RR, TXT, DNSRecord
from dnslib.server import DNSHandler, DNSServer

from relay.check.findings import Finding, Outcome, Report
from relay.check.key_records import check_key_records
from relay.language.words import Words
from relay.settings import Branch, Settings
from relay.signed_feed.dns import keys_of, record_of
from relay.signed_feed.keys import PublicKey, SigningKey

KEY = SigningKey.make().public
OTHER = SigningKey.make().public


class Zone:
    """A name server that knows the TXT records of one name, or is broken."""

    def __init__(self, *records: str | tuple[str, ...], broken: int | None = None) -> None:
        self.records = records
        self.broken = broken
        self.asked: list[str] = []

    def resolve(self, request: DNSRecord, handler: DNSHandler) -> DNSRecord:
        reply = request.reply()
        name = str(request.q.qname)
        self.asked.append(name)
        if self.broken is not None:
            reply.header.rcode = self.broken
        elif name != "_branch-relay.hackney.example.org." or not self.records:
            reply.header.rcode = RCODE.NXDOMAIN
        else:
            for one in self.records:
                parts = [one] if isinstance(one, str) else list(one)
                reply.add_answer(RR(name, QTYPE.TXT, rdata=TXT([part.encode() for part in parts])))
        return reply


@contextmanager
def serving(zone: Zone) -> Iterator[Resolver]:
    server = DNSServer(zone, address="127.0.0.1", port=0)
    server.start_thread()
    resolver = Resolver(configure=False)
    resolver.nameservers = ["127.0.0.1"]
    resolver.port = server.server.server_address[1]
    resolver.timeout = 1.0
    try:
        yield resolver
    finally:
        server.stop()
        server.server.server_close()


async def found(
    *records: str | tuple[str, ...],
    broken: int | None = None,
    url: str = "https://hackney.example.org",
) -> list[Finding]:
    settings = Settings(
        signal={"number": "+447700900000"},
        web={"public_url": url},
        branches=(Branch(slug="hackney", name="Hackney branch"),),
        webhook_token="token",
        store_key="ab" * 32,
    )
    with serving(Zone(*records, broken=broken)) as resolver:
        report, keys = Report(Words()), {"hackney": KEY}
        return [one async for one in check_key_records(report, settings, keys, resolver)]


async def test_the_right_key_is_found_among_other_records() -> None:
    right = record_of("hackney", KEY)
    others = ("v=spf1 -all", record_of("lambeth", OTHER), "v=branch-relay1; b=hackney; k=nonsense")
    (finding,) = await found(*others, right)
    assert finding.outcome is Outcome.OK
    assert KEY.fingerprint in finding.what


async def test_a_record_in_pieces_is_one() -> None:
    right = record_of("hackney", KEY)
    (finding,) = await found((right[:20], right[20:]))
    assert finding.outcome is Outcome.OK


async def test_a_missing_record_is_told_with_the_line_to_add() -> None:
    (finding,) = await found()
    assert finding.outcome is Outcome.NOTE
    assert f'_branch-relay.hackney.example.org. TXT "{record_of("hackney", KEY)}"' in finding.todo


@pytest.mark.parametrize("more", [(), (record_of("hackney", KEY),)])
async def test_another_key_is_a_problem(more: tuple[str, ...]) -> None:
    (finding,) = await found(record_of("hackney", OTHER), *more)
    assert finding.outcome is Outcome.PROBLEM


async def test_a_server_that_cannot_say_is_not_taken_for_one_that_says_no() -> None:
    (finding,) = await found(record_of("hackney", OTHER), broken=RCODE.SERVFAIL)
    assert finding.outcome is Outcome.NOTE
    assert "could not be looked up" in finding.what


@pytest.mark.parametrize("url", ["http://192.0.2.1:8080", "http://[2001:db8::1]"])
async def test_an_address_has_no_records(url: str) -> None:
    assert await found(record_of("hackney", OTHER), url=url) == []


def test_hostile_records_are_passed_over() -> None:
    records = ["", ";" * 5000, "=", "v=branch-relay1", "v=branch-relay1;b=hackney;k=" + "A" * 5000]
    assert keys_of(records, "hackney") == []
    assert keys_of([f" v = branch-relay1 ;b=hackney;k={KEY.base64}"], "hackney") == [KEY]


def test_a_key_is_named_as_people_write_it() -> None:
    key = PublicKey(bytes(range(32)))
    plain = key.fingerprint.replace(" ", "")
    assert len(plain) == 20
    for typed in (key.fingerprint, plain.lower(), "-".join(key.fingerprint.split()), key.base64):
        assert key.is_named_by(typed)
    for looks_alike in (plain.replace("O", "0").replace("I", "1").replace("B", "8"), plain):
        assert key.is_named_by(looks_alike)
    for wrong in ("", plain[:-1], plain + "A", OTHER.fingerprint, "🧡" * 20):
        assert not key.is_named_by(wrong)
