"""`leaflet`: an admin gets the leaflet to print."""

import pypdfium2
from harness.running import RelayHarness, branch, from_bot

LINK = "https://signal.me/#eu/" + "a" * 64


async def test_an_admin_gets_it_for_two_sizes(on_stage: RelayHarness) -> None:
    on_stage.link = LINK
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "for A5 and A4" in await on_stage.ask(on_stage.alex, "Leaflet")
        files = from_bot(on_stage.alex)[-1].attachments
        assert [one.content_type for one in files] == ["application/pdf"] * 2
        for file, width in zip(files, (420, 595), strict=True):
            pages = pypdfium2.PdfDocument(file.data)
            assert round(pages[0].get_size()[0]) == width
            said = " ".join(page.get_textpage().get_text_range() for page in pages)
            assert "Why not WhatsApp?" in said


async def test_without_a_link_they_read_whom_to_ask(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.alex, "leaflet")
        assert "Please ask the person who runs this bot" in answer
        assert from_bot(on_stage.alex)[-1].attachments == ()


async def test_other_words_and_other_people_get_none(on_stage: RelayHarness) -> None:
    on_stage.link = LINK
    async with on_stage.running(branch("hackney", on_stage.alex)):
        asked = ((on_stage.alex, "leaflet the estate on Sunday"), (on_stage.mo, "leaflet"))
        for phone, text in asked:
            await on_stage.ask(phone, text)
            assert from_bot(phone)[-1].attachments == ()
