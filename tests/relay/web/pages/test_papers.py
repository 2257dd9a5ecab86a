"""Papers on the web: which ones, under which name, and that a browser does nothing else with it."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from catalogues import full_meeting
from lxml import html
from servedpages import Served

from relay.meetings.meeting import Paper
from relay.web.pages.disposition import disposition

PATH = "/m/12/papers/1"


async def test_a_paper_is_a_file_of_its_own(served: Served) -> None:
    page = html.fromstring((await served.text("/m/12")).encode())
    assert page.xpath(f"string(//a[@href='{PATH}'])") == "Minutes of October.pdf"
    answer = await served.client.get(PATH)
    assert await answer.read() == b"%PDF-1.7 minutes"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    named = answer.headers["Content-Disposition"]
    assert named == 'attachment; filename="Minutes of October.pdf"'
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; sandbox;")
    assert "img-src" not in policy
    again = await served.client.get(PATH, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status == 304
    assert "sandbox" in again.headers["Content-Security-Policy"]
    head = await served.client.head(PATH)
    assert head.headers["Content-Length"] == str(len(b"%PDF-1.7 minutes"))


@pytest.mark.parametrize(
    "path",
    ["/m/12/papers/2", "/m/12/papers/3", "/m/12/papers/0", "/m/99/papers/1", "/m/12/papers/1.pdf"],
)
async def test_what_is_no_file_of_a_published_meeting_does_not_exist(
    served: Served, path: str
) -> None:
    assert (await served.client.get(path)).status == 404


async def test_a_paper_that_is_gone_is_no_fault(served: Served) -> None:
    served.catalogue.files.clear()
    assert (await served.client.get(PATH)).status == 404


async def test_a_name_with_other_letters_arrives_whole(served: Served) -> None:
    name = "Cofnodion – ‘Tŷ’ 50% الفرع.pdf"
    old = full_meeting()
    papers = (Paper(1, name, "application/pdf", file=3),)
    served.catalogue.known[12] = replace(old, papers=papers)
    value = (await served.client.get(PATH)).headers["Content-Disposition"]
    plain, _, encoded = value.partition("; filename*=UTF-8''")
    assert plain == 'attachment; filename="Cofnodion Ty 50_ .pdf"'
    assert unquote(encoded) == "Cofnodion – ‘Tŷ’ 50_ الفرع.pdf"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a.pdf", 'inline; filename="a.pdf"'),
        ('a"; filename="b.exe', "inline; filename=\"a filenameb.exe\"; filename*=UTF-8''"),
        ("a\r\nSet-Cookie: b=c", "inline; filename=\"aSet-Cookie bc\"; filename*=UTF-8''"),
        ("\\..\\a.pdf", "inline; filename=\"file..a.pdf\"; filename*=UTF-8''"),
        ("\ud800.pdf", "inline; filename=\"file.pdf\"; filename*=UTF-8''"),
        ("", 'inline; filename="file"'),
    ],
)
def test_a_name_is_never_anything_but_a_name(name: str, value: str) -> None:
    told = disposition("inline", name)
    assert told.startswith(value)
    assert told.isascii()
    assert told.isprintable()
    assert "\\" not in told
    assert told.count('"') == 2
