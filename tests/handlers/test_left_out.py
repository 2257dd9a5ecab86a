"""What does not go along is said before the yes; who is mentioned stays in the words."""

from typing import TypedDict

from harness.running import RelayHarness, branch, from_bot
from reporting import last, send, shown, with_teams, write
from stage_picture import jpeg

from practice import traffic
from practice.attachments import Attachment
from practice.messages import Content, Mention, Preview, TextStyle

NOBODY = "e5e5e5e5-0000-4000-8000-0000000000e5"


class _Said(TypedDict):
    text: str
    mentions: tuple[Mention, ...]


def _said(text: str, *people: str) -> _Said:
    """A text with a mention of each of these people where it has a placeholder."""
    units = text.encode("utf-16-le")
    places = [at for at in range(len(units) // 2) if units[2 * at : 2 * at + 2] == b"\xfc\xff"]
    return {
        "text": text,
        "mentions": tuple(Mention(at, 1, who) for at, who in zip(places, people, strict=True)),
    }


async def test_a_mention_in_an_announcement_is_the_name_that_the_admin_saw(
    on_stage: RelayHarness,
) -> None:
    cy = on_stage.signal.new_phone("Cy Example")
    board = on_stage.group("Board", on_stage.mo, on_stage.alex, cy)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(
            on_stage.alex, **_said("announce 🌻 Thanks to \ufffc and \ufffc!", cy.aci, NOBODY)
        )
        await on_stage.say(on_stage.alex, "yes")
        assert "Thanks to @Cy Example and !" in preview
        assert "The alert that an @mention gives" in preview
        assert "The name of somebody you mentioned with @, because I do not know it" in preview
        assert from_bot(on_stage.mo, board)[0].text == "🌻 Thanks to @Cy Example and !"
        edited = await on_stage.ask(on_stage.alex, **_said("edit 1 No thanks to \ufffc", NOBODY))
        assert "The name of somebody you mentioned" in edited


async def test_what_is_no_text_is_said_to_be_left_out(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce Rally \ufffc on Friday\n\n\ufffc")
        assert "Rally on Friday" in preview
        assert "Something in your text that was not text" in preview
        assert "mentioned" not in preview


async def test_previews_and_view_once_are_said_to_be_left_out(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        on_stage.alex.send(
            Content(
                "announce Read https://example.org and look",
                attachments=(Attachment(jpeg(), "image/jpeg"),),
                styles=(TextStyle(9, 4, "SPOILER"), TextStyle(9, 4, "BOLD")),
                previews=(Preview("https://example.org", "Example"),),
                view_once=True,
            )
        )
        await on_stage.settle()
        preview = await on_stage.ask(on_stage.alex, "A bee on a flower.")
        assert "The preview that Signal" in preview
        assert "“View once”" in preview
        # Formatting goes along.
        assert "The cover over hidden words" not in preview
        assert "Bold, italics" not in preview


async def test_a_description_is_whole_or_asked_for_again(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    long = "Two people hold a banner. " * 51
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.say(
            on_stage.alex, "announce Look", attachments=[Attachment(jpeg(), "image/jpeg")]
        )
        answer = await on_stage.ask(on_stage.alex, "Banner " * 300)
        assert "2,099 characters, and the most is 2,000" in answer
        assert long.strip() in await on_stage.ask(on_stage.alex, long)
        stored = on_stage.store.announcements.get(1)
        assert stored is not None
        assert stored.pictures[0].description == long.strip()


async def test_who_is_mentioned_in_a_report_is_read_by_name(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    cy = on_stage.signal.new_phone("Cy Accused")
    on_stage.group("Board", cast.rio, cy)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        await on_stage.say(cast.rio, **_said("It was \ufffc.", cy.aci))
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "It was @Cy Accused." in shown(cast.una)
        assert "\ufffc" not in shown(cast.una)


async def test_a_name_that_nobody_knows_is_asked_for(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        answers = await on_stage.say(cast.rio, **_said("\ufffc", NOBODY))
        assert any("cannot see which name you saw" in answer for answer in answers)
        await on_stage.say(cast.rio, "I mean Cy.")
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "[somebody was mentioned here with @; the name did not come along]" in shown(
            cast.una
        )


async def test_nobody_is_named_whose_name_their_sender_may_not_see(on_stage: RelayHarness) -> None:
    """An altered app can mention any account: it learns neither a name nor who wrote here."""
    cast = with_teams(on_stage)
    board = on_stage.group("Board", on_stage.mo, on_stage.alex)
    elsewhere = on_stage.group("Elsewhere", cast.nia, cast.una)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board, elsewhere])):
        # Rio is in no group, and has written to the bot: it knows the name.
        case = await send(on_stage, cast.rio)
        for person in (cast.rio.aci, cast.nia.aci, NOBODY):
            preview = await on_stage.ask(on_stage.alex, **_said("announce Ask \ufffc.", person))
            assert "The name of somebody you mentioned with @, because I do not know it" in preview
            assert "Rio" not in preview
            assert "Nia" not in preview
            await on_stage.say(on_stage.alex, "no")
            answer = await on_stage.ask(cast.una, **_said(f"reply {case} Ask \ufffc", cast.rio.aci))
            assert "I cannot see who you mentioned" in answer, last(cast.rio)
        await on_stage.say(cast.una, **_said(f"reply {case} Ask \ufffc", cast.nia.aci))
        assert "Ask @Nia National" in last(cast.rio)


async def test_who_writes_and_mentions_themselves_is_not_named(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    on_stage.group("Board", cast.rio, cast.una)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        await on_stage.say(cast.rio, **_said("It was me, \ufffc.", cast.rio.aci))
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "It was me, [somebody was mentioned here" in shown(cast.una)
        assert "Rio" not in shown(cast.una)


async def test_a_mention_in_an_edit_of_what_was_sent_is_read_by_name(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    cy = on_stage.signal.new_phone("Cy Accused")
    on_stage.group("Board", cast.rio, cy)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        at = cast.rio.say("It was somebody.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        content = Content("It was \ufffc.", mentions=(Mention(7, 1, cy.aci),))
        traffic.edit(cast.rio.world, cast.rio.person, cast.rio.chat(None), at, content)
        await on_stage.settle()
        assert "It was @Cy Accused." in shown(cast.una)


async def test_an_officer_who_mentions_somebody_unknown_sends_nothing(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        case = await send(on_stage, cast.rio)
        answer = await on_stage.ask(cast.una, **_said(f"reply {case} Ask \ufffc please", NOBODY))
        assert "I cannot see who you mentioned" in answer
        assert "Ask" not in last(cast.rio)
        count = "SELECT count(*) FROM case_record_bodies"
        before = on_stage.store._db.execute(count).fetchall()
        for command in ("note {} It was \ufffc", "decide {} Talk to \ufffc.", "escalate {} \ufffc"):
            answer = await on_stage.ask(cast.una, **_said(command.format(case), NOBODY))
            assert answer.startswith("I cannot see who you mentioned"), command
        assert on_stage.store._db.execute(count).fetchall() == before
        await on_stage.say(cast.una, f"note {case} It was somebody")
        assert on_stage.store._db.execute(count).fetchall() != before


async def test_a_mention_in_a_meeting_is_said_where_it_is_lost(on_stage: RelayHarness) -> None:
    cy = on_stage.signal.new_phone("Cy Example")
    board = on_stage.group("Board", on_stage.mo, on_stage.alex, cy)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        said = _said(
            "meeting Title: Talk by \ufffc\nWhen: Thursday 7pm\nWhere: Hall\n"
            "Agenda: Rents with \ufffc\nPapers: none\nAccess: none",
            cy.aci,
            NOBODY,
        )
        preview = await on_stage.ask(on_stage.alex, **said)
        assert "Talk by @Cy Example" in preview
        assert "The name of somebody you mentioned with @" in preview
