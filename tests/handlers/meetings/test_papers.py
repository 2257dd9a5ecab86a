"""Papers that are files: taken while a meeting is entered, added later, sent when asked for."""

import io
from typing import Any

import pikepdf
from harness.running import RelayHarness, branch, from_bot
from reporting import with_teams

from practice.attachments import Attachment


def paper(name: str) -> Attachment:
    document = pikepdf.new()
    document.add_blank_page()
    encoded = io.BytesIO()
    document.save(encoded)
    return Attachment(encoded.getvalue(), "application/pdf", name)


def kinds(message: Any) -> list[str]:
    return [file.content_type for file in message.attachments]


async def test_papers_go_with_the_post_and_are_sent_when_asked_for(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await stage.ask(alex, "meeting Title: Branch meeting\nWhen: Thursday 7pm\nWhere: Town Hall")
    await stage.ask(alex, "skip")
    assert "I have 1 paper" in await stage.ask(alex, "", attachments=[paper("Rents.pdf")])
    assert "I have 2 papers" in await stage.ask(alex, "https://example.org/a.pdf")
    assert "found no PDF" in await stage.ask(alex, "hm")
    assert "who can come" in await stage.ask(alex, "done")
    assert "and 1 paper." in await stage.ask(alex, "skip")
    alex.react(from_bot(alex)[-1].timestamp, "👍")
    await stage.settle()
    await hackney.settle()
    [post] = from_bot(stage.mo, hackney.board)
    assert kinds(post) == ["image/png", "text/calendar", "application/pdf"]

    await stage.ask(stage.mo, "papers")
    assert kinds(from_bot(stage.mo)[-1]) == ["application/pdf", "text/calendar"]

    question = await stage.ask(alex, "papers 1", attachments=[paper("More.pdf")])
    assert "would get this paper" in question
    await stage.relay.tidy()
    alex.react(from_bot(alex)[-1].timestamp, "👍")
    await stage.settle()
    await stage.ask(stage.mo, "papers 1")
    assert kinds(from_bot(stage.mo)[-1]) == ["application/pdf", "application/pdf", "text/calendar"]
    # Phones take no file from an edit: what is new comes with the notice.
    post, notice = from_bot(stage.mo, hackney.board)
    assert kinds(post).count("application/pdf") == 1
    assert kinds(notice) == ["application/pdf", "text/calendar"]


async def test_what_is_no_paper_is_refused_in_words(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await hackney.put_up()
    text = Attachment(b"hello", "text/plain", "notes.txt")
    assert "copy its words" in await stage.ask(alex, "papers 1", attachments=[text])
    answer = await stage.ask(alex, "papers 1", attachments=[text, paper("Rents.pdf")])
    assert "copy its words" in answer
    assert "Rents.pdf" in answer
    await stage.ask(alex, "no")
    assert "no PDF and no link" in await stage.ask(alex, "papers 1 soon")


async def test_another_admin_sees_the_papers_that_would_be_added(hackney_of_two: Any) -> None:
    stage = hackney_of_two.stage
    await hackney_of_two.put_up()
    await stage.say(stage.bea, "agree 1")
    await stage.ask(stage.alex, "papers 1", attachments=[paper("More.pdf")])
    await stage.say(stage.alex, "yes")
    assert kinds(from_bot(stage.bea)[-1]) == ["application/pdf"]
    assert "More.pdf" in from_bot(stage.bea)[-1].text


async def test_a_report_begun_in_the_middle_drops_it_without_a_word(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[on_stage.group("B")])):
        alex = on_stage.alex
        await on_stage.ask(alex, "meeting Title: Secret\nWhen: Thursday 7pm\nWhere: A\nAgenda: B")
        await on_stage.ask(alex, "here", attachments=[paper("Rents.pdf")])
        draft = on_stage.store.announcements.get(1)
        assert draft is not None
        assert len(draft.files) == 1
        said = "".join(await on_stage.say(alex, "report"))
        assert "meeting" not in said.casefold()
        assert on_stage.store.announcements.get(1) is None


async def test_what_is_no_paper_is_said_at_once(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await stage.ask(alex, "meeting Title: A\nWhen: Thursday 7pm\nWhere: B\nAgenda: C")
    word = Attachment(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 words", "application/msword", "rents.doc")
    answer = await stage.ask(alex, "", attachments=[word, paper("Rents.pdf")])
    assert "Please save it as a PDF" in answer
    assert "I have 1 paper" in answer
