"""`card`: an admin gets the card to print."""

import pypdfium2
from harness.running import RelayHarness, branch, from_bot

LINK = "https://signal.me/#eu/" + "a" * 64


async def test_an_admin_gets_it_for_two_sizes_and_in_another_language(
    on_stage: RelayHarness,
) -> None:
    on_stage.link = LINK
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for asked, title in (
            ("card", "Write to us in Signal"),
            ("Card polski", "Napisz do nas w Signalu"),
            ("poster pl", "Napisz do nas w Signalu"),
        ):
            answer = await on_stage.ask(on_stage.alex, asked)
            assert "for A5 and A4" in answer
            files = from_bot(on_stage.alex)[-1].attachments
            assert [one.content_type for one in files] == ["application/pdf"] * 2
            for file, width in zip(files, (420, 595), strict=True):
                page = pypdfium2.PdfDocument(file.data)[0]
                assert round(page.get_size()[0]) == width
                assert title in page.get_textpage().get_text_range()


async def test_without_a_link_they_read_whom_to_ask(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.alex, "card")
        assert "Please ask the person who runs this bot" in answer
        assert from_bot(on_stage.alex)[-1].attachments == ()


async def test_other_words_and_other_people_get_none(on_stage: RelayHarness) -> None:
    on_stage.link = LINK
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for phone, text in ((on_stage.alex, "card payments are taken"), (on_stage.mo, "card")):
            await on_stage.ask(phone, text)
            assert from_bot(phone)[-1].attachments == ()
