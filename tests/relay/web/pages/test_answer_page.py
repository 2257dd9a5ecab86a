"""The page of questions that people ask: served, exported, and as machines read it."""

import json
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from catalogues import MemoryCatalogue
from lxml import html
from servedpages import Served

from relay.answers import Answer, Source, load_answers
from relay.language.words import Words
from relay.time.clock import StillClock
from relay.web.pages import add_pages
from relay.web.pages.addresses import ANSWERS, FileLinks, Outside
from relay.web.pages.answer_page import AnswerPage
from relay.web.pages.drawing import Drawing
from relay.web.pages.export import IncrementalExport

SHIPPED = load_answers(None).answers.all


def drawn(answers: tuple[Answer, ...]) -> str:
    outside, words = Outside(None), Words()
    page = AnswerPage(
        answers, words, outside=outside, links=FileLinks(), drawing=Drawing(words, outside)
    )
    assert page.document is not None
    return page.document.body.decode()


async def test_every_question_stands_there_with_its_sources_and_their_dates(
    served: Served,
) -> None:
    page = html.fromstring(await served.text(ANSWERS))
    for answer in SHIPPED:
        (section,) = page.xpath(f"//section[h2[@id='{answer.slug}']]")
        said = " ".join(section.text_content().split())
        assert answer.short in said
        for line in (*answer.replaces, *answer.does_not):
            assert line in said
        links = section.xpath(".//ul[@class='sources']//a/@href")
        assert links == [source.link for source in answer.sources]
        assert len(section.xpath(".//time[@datetime]")) == len(answer.sources)
        assert page.xpath(f"//nav//a[@href='#{answer.slug}']")
    assert page.xpath("//a[@class='skip']")[0].text == "Skip to the questions"


async def test_the_first_page_and_each_branch_lead_to_it(served: Served) -> None:
    for path in ("/", "/b/hackney"):
        page = html.fromstring(await served.text(path))
        assert len(page.xpath("//a[@href='/answers']")) == 1, path


async def test_machines_read_what_people_read_and_nothing_else(served: Served) -> None:
    page = html.fromstring(await served.text(ANSWERS))
    data = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "FAQPage"
    assert data["url"] == "https://meetings.example.org/answers"
    seen = " ".join(page.xpath("//main")[0].text_content().split())
    assert len(data["mainEntity"]) == len(SHIPPED)
    for question in data["mainEntity"]:
        assert question["@type"] == "Question"
        assert question["acceptedAnswer"]["@type"] == "Answer"
        assert question["name"] in seen
        for paragraph in question["acceptedAnswer"]["text"].split("\n\n"):
            assert paragraph in seen


async def test_without_questions_there_is_neither_page_nor_link(clock: StillClock) -> None:
    application = web.Application()
    add_pages(application, MemoryCatalogue(clock), Words(), clock, public_url=None)
    async with TestClient(TestServer(application)) as client:
        assert (await client.get(ANSWERS)).status == 404
        assert "/answers" not in await (await client.get("/")).text()


def test_what_a_branch_wrote_is_text_and_no_markup() -> None:
    odd = Answer(
        slug="odd",
        question="<b>Odd</b> & “quoted”?",
        asked=("odd question",),
        answer="<script>alert(1)</script>\n\nمرحبا بالجميع, see https://example.org/x.",
        replaces=("</ul><img src=x>",),
        sources=(
            Source.model_validate(
                {"name": "A & B", "link": "https://example.org/?a=1&b=2", "read": "2026-11-28"}
            ),
        ),
    )
    page = drawn((odd,))
    read = html.fromstring(page)
    assert [one.get("type") for one in read.xpath("//script")] == ["application/ld+json"]
    assert not read.xpath("//main//img")
    assert "<b>Odd</b>" in read.xpath("//h2[@id='odd']")[0].text_content()
    assert "</script>" not in page.split('ld+json">')[1].split("\n")[0].removesuffix("</script>")
    assert read.xpath("//a[@href='https://example.org/x']")


def test_as_a_file_it_links_to_its_neighbours(tmp_path: Path) -> None:
    export = IncrementalExport(tmp_path / "site")
    export.open()
    export.put(ANSWERS, drawn(SHIPPED).encode())
    page = html.fromstring((tmp_path / "site" / "answers" / "index.html").read_bytes())
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["../style.css"]
    assert page.xpath("//header//a/@href") == ["../"]
