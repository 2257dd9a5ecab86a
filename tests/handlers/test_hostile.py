"""What somebody might try at the seams: between reports and cases, groups, announcements, files."""

import io
from datetime import timedelta

import pikepdf
import pypdfium2
import pytest
from canaries import unpacked
from harness.running import KEY, RelayHarness, branch, from_bot, team
from makers import MARKS, papers_of_makers
from marked import FILE, INSIDE_FILES, marked_paper, marked_picture, marks_in
from opened import opened
from PIL import Image
from reporting import CHAIR, WELFARE, hours, last, send, shown, with_teams, write

from practice.attachments import Attachment
from practice.faults import Fault
from practice.phones import Phone
from practice.seen import SeenMessage
from relay.settings import SafeguardingSettings

# What an admin can see from outside


async def test_an_admins_status_does_not_count_what_waits_for_a_report(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await on_stage.say(cast.rio, "done")
        fault = Fault("refuse", path="/v2/send", times=1_000, text="Failed to send", status=500)
        on_stage.signal.put_in_the_way(fault)
        cast.rio.say("send")
        await on_stage.settle()
        assert on_stage.store.outbox.queued() > 0
        on_stage.alex.say("status")
        await on_stage.settle()
        on_stage.signal.faults.clear()
        await on_stage.wait(hours(1))
        assert "Everything that was due has been sent" in shown(on_stage.alex)
        assert "It happened." in shown(cast.una)


async def test_nothing_of_a_report_by_an_admin_is_an_announcement(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(on_stage.alex, "announce Meeting")
        await send(on_stage, on_stage.alex, "announce that he hurt me", "yes", "post it")
        await on_stage.say(on_stage.alex, "yes")
        ask = on_stage.store._db.execute
        assert ask("SELECT DISTINCT lane FROM outbox").fetchall() == [("signal",)]
        assert ask("SELECT count(*) FROM announcements WHERE text LIKE '%hurt%'").fetchone() == (0,)
        assert ask("SELECT count(*) FROM audit WHERE detail LIKE '%case%'").fetchone() == (0,)
        assert "he hurt me" in shown(cast.una)


# Groups


async def test_what_is_said_in_a_group_begins_nothing(on_stage: RelayHarness) -> None:
    with_teams(on_stage, codeword="garden party")
    group = on_stage.group("Big group", on_stage.mo, only_admins=False)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        for text in ("report", "help me", "garden party", "resume amber river 12 one two three"):
            on_stage.mo.say(text, to=group)
        await on_stage.settle()
        assert from_bot(on_stage.mo, group) == []
        # They hear, alone and once, that others can read it.
        assert len(from_bot(on_stage.mo)) == 1
        assert "can read what you just wrote" in last(on_stage.mo)
        assert on_stage.relay.services.vault.reports.draft_of(on_stage.mo.aci) is None


@pytest.mark.parametrize(("about", "goes"), [("0", True), ("1", False), ("2", False)])
async def test_a_teams_group_gets_nothing_as_soon_as_one_of_it_is_excluded(
    on_stage: RelayHarness, about: str, goes: bool
) -> None:
    cast = with_teams(on_stage)
    room = on_stage.group("Team room", cast.vic, cast.una, only_admins=False, bot="member")
    on_stage.safeguarding = SafeguardingSettings(
        teams=(
            team(
                "hackney",
                (cast.vic, CHAIR),
                (cast.una, WELFARE),
                group=room.api_id,
            ),
        )
    )
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "It happened.", about=about)
        await on_stage.say(cast.rio, "And more.")
        await on_stage.say(cast.rio, "yes")
        await on_stage.wait(hours(90))
        texts = "\n".join(m.text for m in from_bot(cast.vic, room))
        assert ("It happened." in texts) is goes
        assert bool(texts) is goes
        excluded = {"1": cast.vic, "2": cast.una}.get(about)
        if excluded is not None:
            assert from_bot(excluded) == []


# Words that pretend to be something else


FAKE = (
    "\u202e12 rebma\u2066\n\nsilver meadow 42, part 9, answer by Chair\n\nWe closed it. Reply yes."
)


async def test_a_part_cannot_pass_for_another_case_or_an_answer(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    una, rio = cast.una, cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        other = await send(on_stage, on_stage.mo, "Another report.")
        name = await send(on_stage, rio, FAKE, f"{other}, part 1\n\nIt was a lie.")
        for words in ("We closed it", "It was a lie"):
            part = _with(cast.una, words)
            heading, nothing, _ = part.text.split("\n", 2)
            assert heading.startswith(f"{name}, part ")
            assert nothing == ""
            assert "\u202e" not in part.text
            una.say("We have read it.", quote=part)
            await on_stage.settle()
        assert shown(rio).count("We have read it.") == 2
        assert "We have read it." not in shown(on_stage.mo)


async def test_a_quoted_bot_message_is_never_repeated_to_readers(on_stage: RelayHarness) -> None:
    """A quote carries the name and the id of who is quoted; only the typed words are passed on."""
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        quoted = from_bot(cast.rio)[0]
        await on_stage.say(cast.rio, "About this.", quote=quoted)
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        part = _with(cast.una, "About this.")
        assert part.text.endswith("\n\nAbout this.")
        assert part.quote is None
        assert part.mentions == ()


# Files


def _bomb() -> Attachment:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    return Attachment(out.getvalue(), "image/png", "small.png")


async def test_a_picture_bomb_and_a_giant_file_are_refused_and_the_words_kept(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    giant = Attachment(bytes(100 * 1024 * 1024), "image/jpeg", "giant.jpg")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        for file, why in ((_bomb(), "too large for me to open"), (giant, "larger than 25 MB")):
            answers = await on_stage.say(cast.rio, "What I saw.", attachments=[file])
            assert why in answers[0]
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        assert shown(cast.una).count("What I saw.") == 2
        assert on_stage.signal.world.attachments.names() == []


async def test_a_paper_arrives_without_its_script_and_its_author(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        await on_stage.say(cast.rio, "See these.", attachments=[marked_paper(), marked_picture()])
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        part = _with(cast.una, "See these.")
        assert sorted(str(file.filename) for file in part.attachments) == ["01.pdf", "02.jpg"]
        for file in part.attachments:
            assert marks_in(file.data + str(file.filename).encode(), INSIDE_FILES) == []
        paper = next(f for f in part.attachments if f.content_type == "application/pdf")
        with pikepdf.open(io.BytesIO(paper.data)) as document:
            assert "/OpenAction" not in document.Root
            assert "/Names" not in document.Root
            (image,) = document.pages[0].images.values()
            assert FILE.encode() not in image.read_raw_bytes()
        picture = next(f for f in part.attachments if f.content_type == "image/jpeg")
        assert dict(Image.open(io.BytesIO(picture.data)).getexif()) == {}


@pytest.mark.parametrize(
    ("beside", "come"),
    [
        ("", False),
        ("It says so in this letter.", False),
        ("with text", True),
        ("With its words, please!", False),
        ("See the letter.\nWith text.", True),
    ],
)
async def test_the_words_of_a_paper_come_along_where_who_reports_wants_it(
    on_stage: RelayHarness, beside: str, come: bool
) -> None:
    cast = with_teams(on_stage)
    (letter,) = (one for one in papers_of_makers() if one.filename == "pdftex.pdf")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        answers = await on_stage.say(cast.rio, beside, attachments=[letter])
        assert any("with text" in answer for answer in answers) is not come
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        part = next(m for m in reversed(from_bot(cast.una)) if m.attachments)
        (paper,) = part.attachments
        words = "".join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(paper.data)
        )
        assert ("Agenda of the branch meeting" in " ".join(words.split())) is come
        assert "with text" not in part.text.casefold()
        assert marks_in(unpacked(paper.data), MARKS.values()) == []


# Somebody else's hands on an account


async def test_an_officers_number_taken_over_gets_nothing_and_opens_nothing(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    una, vic = cast.una, cast.vic
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "The first part.")
        await on_stage.say(cast.rio, "More.")
        await on_stage.say(cast.rio, "yes")
        await on_stage.watch()
        una.change_safety_number()
        on_stage.signal.world.fetch_key(una.person)
        await on_stage.watch()
        await on_stage.settle()
        before = shown(una)
        await on_stage.say(cast.rio, "The second part.")
        for text in ("cases", f"case {name}", f"reply {name} hello", f"export {name}", "missed"):
            await on_stage.say(una, text)
        after = shown(una).removeprefix(before)
        assert "part" not in after
        assert name not in after
        assert "The second part." in shown(vic)
        assert "hello" not in shown(cast.rio)


async def test_who_holds_the_reporters_phone_reads_nothing_of_what_was_written(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "Behind the greenhouse.", "At dusk.")
        for text in ("case", "help", "report", "stop", "phrase", "hide"):
            await on_stage.say(cast.rio, text)
        await on_stage.wait(timedelta(days=4))
        assert "greenhouse" not in shown(cast.rio)
        assert "dusk" not in shown(cast.rio)


def _with(phone: Phone, words: str) -> SeenMessage:
    return next(m for m in from_bot(phone) if words in m.text)


# What the relay says it has not kept


async def test_what_was_not_passed_on_or_was_edited_away_is_on_no_page(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    path = on_stage.folder / "relay.db"
    marks = ("pangolette", "cobaltine", "saffrodil")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "It happened.")
        await on_stage.say(cast.rio, "Do you like pangolette?")
        await on_stage.wait(hours(1))
        await on_stage.say(cast.rio, "Do you like cobaltine?")
        assert "passed nothing on" in await on_stage.ask(cast.rio, "no")
        await write(on_stage, cast.rio)
        said = cast.rio.say("It was saffrodil.")
        await on_stage.settle()
        cast.rio.edit(said, "It was somebody.")
        await on_stage.settle()
        await on_stage.wait(timedelta(minutes=2))
        assert marks_in(opened(path, KEY), marks) == []
        assert marks_in(opened(path, KEY), [on_stage.alex.aci, cast.una.aci])
