"""Somebody is in danger, in any words, in any language: what the bot says, and what it keeps."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Unpack

import pytest
from harness.running import Beside, RelayHarness, branch, from_bot, team
from PIL import ImageFont
from reporting import TELLING, hours, last, send, shown, with_teams, write

import relay.cards
from practice.attachments import Attachment
from practice.phones import Phone
from relay.language.vocabulary import bare, vocabulary
from relay.language.words import Words, shipped_locales
from relay.people.reply_limits import NOT_UNDERSTOOD, SAID_AGAIN
from relay.settings import SafeguardingSettings

DANGER = (
    "If you are in danger now, call 999."
    " If you cannot speak, call from a mobile, listen, and press 55 when asked."
)
WORDS = (
    "I want to die",
    "he is here",
    "he hit me",
    "hes at teh dor",
    "999",
    "I am 12 and scared",
    "now he is here",
    "next door he is shouting",
    "help he is here",
    "hello i need to talk to somebody he hit me",
    "stop him please",
    "meetings scare me",
    "where is he now",
    "there is a man in my house",
    "language like that frightens me",
    "\N{LOUDLY CRYING FACE}",
    "وہ یہاں ہے",  # Urdu: he is here
    "او اینجاست",  # Persian: he is here
    "boję się, on tu jest",  # Polish: I am afraid, he is here
    "أريد أن أموت",  # Arabic: I want to die
    "mae e yma, dwi'n ofnus",  # Welsh: he is here, I am scared
)
LOCALES = shipped_locales()
VOICE = Attachment(b"\x1aE\xdf\xa3" * 20, "audio/aac", "voice.aac")
PICTURE = Attachment(b"\xff\xd8\xff\xe0" * 20, "image/jpeg", "a.jpg")


def language_of(answer: str) -> str | None:
    """Return in which language an answer begins with what to do in danger, if it does."""
    lines = {one: Words(one).say("report-danger", number="999", silent="55") for one in LOCALES}
    return next((one for one, line in lines.items() if answer.startswith(line)), None)


def reaches(answer: str) -> bool:
    """Whether an answer begins with what to do in danger, and says how to reach the team.

    It is short but for its end, which offers the other languages.
    """
    locale = language_of(answer)
    if locale is None:
        return False
    text, _, end = answer.rpartition("\n\n")
    short = text if end.endswith(": language") else answer
    word = bare(vocabulary(locale).name("report"))
    return word in bare(short).split() and len(short) < (500 if locale == "en-GB" else 600)


@pytest.mark.parametrize("words", WORDS)
async def test_whatever_is_no_command_begins_with_what_to_do_in_danger(
    on_stage: RelayHarness, words: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for somebody in (on_stage.mo, on_stage.alex, cast.una):
            answer = await on_stage.ask(somebody, words)
            assert reaches(answer), answer


@pytest.mark.parametrize(
    "words", ["meeting him was a mistake", "post he hit me", "meeting he is here"]
)
async def test_so_does_what_only_admins_may_do(on_stage: RelayHarness, words: str) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert (await on_stage.ask(on_stage.mo, words)).startswith(DANGER)


@pytest.mark.parametrize("file", [VOICE, PICTURE])
async def test_a_voice_note_or_a_picture_alone_does_too(
    on_stage: RelayHarness, file: Attachment
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.mo, "", attachments=[file])
        assert reaches(answer)
        assert "nobody has that" in answer
        assert reaches(await on_stage.ask(cast.una, "", attachments=[file]))
        # An admin's picture may be for an announcement; one that cannot be read is not.
        assert (await on_stage.ask(on_stage.alex, "", attachments=[VOICE])).startswith(DANGER)


async def test_where_nobody_reads_reports_it_says_whom_to_talk_to(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.mo, "he is here")
        assert answer.startswith(DANGER)
        assert "type helplines" in answer
        assert "type report" not in answer


async def test_a_pause_never_takes_its_place(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    mo = on_stage.mo
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for _ in range(NOT_UNDERSTOOD + 1):
            assert (await on_stage.ask(mo, "he is here")).startswith(DANGER)
        assert "pause here" in last(mo)
        assert await on_stage.say(mo, "he is here") == []
        for _ in range(3):
            await on_stage.wait(SAID_AGAIN)
            assert (await on_stage.ask(mo, "he is here")).startswith(DANGER)


async def test_nor_does_having_written_too_much_to_the_team(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, messages_per_hour=5)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "One.", "Two.", "Three.", "Four.")
        told = await on_stage.ask(cast.rio, "he is here")
        assert told.startswith(DANGER)
        assert "could not take the last message" in told
        assert await on_stage.say(cast.rio, "he is here") == []
        await on_stage.wait(SAID_AGAIN)
        assert (await on_stage.ask(cast.rio, "he is here")).startswith(DANGER)


async def words_kept(
    on_stage: RelayHarness, rio: Phone, words: str, **more: Unpack[Beside]
) -> list[str]:
    """Say something that is no answer; return what the bot says to it."""
    answers = await on_stage.say(rio, words, **more)
    found = {one: locale for one in answers if (locale := language_of(one)) is not None}
    assert any(Words(locale).say("report-kept") in one for one, locale in found.items())
    return answers


@pytest.mark.parametrize(
    "words",
    [
        "he raped me last night",
        "he is here",
        "help he is here",
        "him again",
        "I am 12 and scared",
        "وہ یہاں ہے",
        "boję się",
        "the chair raped me",
        "the Welfare officer hit me yesterday in the hall, and then again",
    ],
)
async def test_words_at_any_question_are_the_beginning_of_the_report(
    on_stage: RelayHarness, words: str
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(rio, "report")
        first, *_, again = await words_kept(on_stage, rio, words)
        here = Words(language_of(first) or "")
        assert again == here.say("report-ask-track-again")
        assert "Hackney team" in await on_stage.ask(rio, "2")
        await words_kept(on_stage, rio, words)
        assert "Chair" in await on_stage.ask(rio, "1")
        await words_kept(on_stage, rio, words)
        await on_stage.say(rio, "0")
        assert here.say("report-summary", parts=3, files=0) in await on_stage.ask(rio, "done")
        await on_stage.say(rio, "send")
        assert shown(cast.una).count(f"\n\n{words}") == 3


async def test_so_are_a_recording_and_a_slip_and_a_try_is_not(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(rio, "report")
        for tried in ("4", "ok", "0 or 7", "report"):
            assert "1, 2 or 3" in await on_stage.ask(rio, tried)
        assert "If you meant stop" in (await on_stage.say(rio, "stpo"))[0]
        await on_stage.say(rio, "1")
        await on_stage.say(rio, "0")
        assert "one message" in await on_stage.ask(rio, "done")


async def test_a_cry_that_is_a_number_or_a_command_begins_with_what_to_do_in_danger(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for cry in ("HELP", "help!!", "Help!"):
            assert (await on_stage.ask(on_stage.mo, cry)).startswith(DANGER), cry
        assert not (await on_stage.ask(on_stage.mo, "Help")).startswith(DANGER)
        for answer in ("report", "1"):
            await on_stage.say(cast.rio, answer)
            for cry in ("999", "999 999!", "112", "help me", "HELP", "help!"):
                said = await on_stage.say(cast.rio, cry)
                assert said[0].startswith(DANGER), cry
            # Neither was an answer, nor a part of it.
            draft = on_stage.relay.services.vault.reports.draft_of(cast.rio.aci)
            assert draft is not None
            assert draft.parts == 0
        for leaving in ("cancel", "never mind", "stop it", "delete everything"):
            assert "If you meant stop" in (await on_stage.say(cast.rio, leaving))[0], leaving


async def test_who_begins_with_the_word_and_a_story_keeps_it(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        *_, opening, kept, question = await on_stage.say(cast.rio, "report he raped me last night")
        assert opening.startswith(DANGER)
        assert "kept what you wrote" in kept
        assert "What is it about?" in question


async def test_who_has_sent_a_report_reads_it_before_every_question_and_every_part(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, rio)
        assert (await on_stage.ask(rio, "he is here")).startswith(DANGER)
        assert (await on_stage.ask(rio, "he is at the door")).startswith(DANGER)
        assert (await on_stage.ask(rio, "yes")).startswith(DANGER)
        taken = await on_stage.ask(rio, "he is gone")
        assert taken.startswith(DANGER)
        assert "Nobody reads it at once" in taken


async def test_in_a_discreet_chat_nothing_of_it_tells(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword="garden party")
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, rio, word="garden party")
        for said in ("he is here", "yes", "he is gone", "meetngs", "hdie"):
            await on_stage.say(rio, said)
        told = shown(rio)
        assert "three-digit number you know" in told
        for telling in ("danger", "999", "report", "helpline", "hurt"):
            assert telling not in told.casefold(), telling


FONT = Path(relay.cards.__file__).parent / "fonts" / "NotoSans-Regular.ttf"
"""Wider than Roboto, so what fits in it fits in that."""

BODY, LINE = 16, 22
"""Of a message's text: `conversation_item_body_text_size` in Signal-Android's
`app/src/main/res/values/dimens.xml`, and Material's line height for text of that size."""

ROOM = 360 - 2 * 16 - 32 - 2 * 12
"""Width of a message's text on the narrowest phones that are sold, 360 dp: less both gutters
(`conversation_individual_left_gutter`, `…_right_gutter`), `message_bubble_edge_margin`, and the
padding within (`message_bubble_horizontal_padding`)."""

AROUND = 6 + 8 + 16 + 8
"""Height round a message's text: `message_bubble_top_padding`, `message_bubble_bottom_padding`, the
line with the time, `conversation_vertical_message_spacing_default`."""

SCREEN = 560
"""Height for messages, in dp: 800 of the screen, less the status bar, the title, the field to write
in and the buttons below (24 + 64 + 56 + 48), and some for phones that show less."""


def lines_of(text: str, font: ImageFont.FreeTypeFont) -> int:
    """Return how many lines a text takes on a phone."""
    count = 0
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            tried = f"{line} {word}".strip()
            if line and font.getlength(tried) > ROOM:
                count, line = count + 1, word
            else:
                line = tried
        count += 1
    return count


def height_of(*texts: str) -> int:
    """Return how high some messages are on a phone, in dp."""
    font = ImageFont.truetype(str(FONT), BODY)
    return sum(lines_of(text, font) * LINE + AROUND for text in texts)


@pytest.mark.parametrize("codeword", [None, "garden party"])
async def test_the_opening_and_its_question_fit_on_one_screen(
    on_stage: RelayHarness, codeword: str | None
) -> None:
    cast = with_teams(on_stage, codeword=codeword)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        *_, opening, question = await on_stage.say(cast.rio, codeword or "report")
        assert "1." in question
        assert height_of(opening, question) <= SCREEN


async def test_where_the_first_question_is_who_must_not_read_it_each_fits_on_one(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    welfare = (cast.una, "Welfare officer")
    teams = (team("hackney", welfare, tracks=("safeguarding",)),)
    on_stage.safeguarding = SafeguardingSettings(teams=teams)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for said in await on_stage.say(cast.rio, "report"):
            assert height_of(said) <= SCREEN


async def test_a_late_word_is_answered_like_an_early_one(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(on_stage.mo, "report")
        await on_stage.wait(hours(25) + timedelta(minutes=1))
        before = len(from_bot(on_stage.mo))
        assert reaches(await on_stage.ask(on_stage.mo, "he is here"))
        assert len(from_bot(on_stage.mo)) == before + 1


SCRIPTS = {
    "ar": "NotoSansArabic-Regular",
    "ur": "NotoSansArabic-Regular",
    "bn": "NotoSansBengali-Bold",
}


@pytest.mark.parametrize("locale", [one for one in shipped_locales() if one != "en-GB"])
async def test_the_opening_fits_on_one_screen_in_every_language(
    on_stage: RelayHarness, locale: str
) -> None:
    """The line that offers the others is above it, in a message of its own."""
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, f"language {locale}")
        opening, question = await on_stage.say(cast.rio, "report")
        assert Words(locale).say("report-opening") in opening
        name = SCRIPTS.get(locale, "NotoSans-Regular")
        font = ImageFont.truetype(str(FONT.with_name(f"{name}.ttf")), BODY)
        high = sum(lines_of(one, font) * LINE + AROUND for one in (opening, question))
        assert high <= SCREEN


NOW = (
    *("I want to die", "he is here", "hes at my door", "my ex is outside my flat right now"),
    *("she's got a knife", "he will kill me tonight", "I took all my pills", "ive overdosed"),
    *("I am going to jump", "can someone call police", "Someone is trying to get into my room"),
)
LATER = (
    *("He hit me last night.", "It was outside my house.", "I called the police in May."),
    *("I took all my leaflets home.", "He is going to hit me up about the rota."),
    *("He said he beat them to it.", "She came back much later with the minutes of the meeting."),
)


@pytest.mark.parametrize("ends", [(), ("Something.", "done")])
async def test_who_writes_a_report_reads_it_as_soon_as_they_tell_of_now(
    on_stage: RelayHarness, ends: tuple[str, ...]
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, *ends)
        for words in NOW:
            said = await on_stage.say(cast.rio, words)
            assert said, words
            assert said[0].startswith("If you are in danger now, call 999"), words
            await on_stage.wait(hours(0.2))
        for words in LATER:
            assert "call 999" not in "\n".join(await on_stage.say(cast.rio, words)), words
            await on_stage.wait(hours(0.2))
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert all(words in shown(cast.una) for words in (*NOW, *LATER))


async def test_in_a_discreet_report_nothing_of_it_tells(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword="garden party")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, word="garden party")
        for words in NOW:
            said = await on_stage.say(cast.rio, words)
            assert said[0].startswith("The three-digit number you know"), words
            assert not TELLING.search("\n".join(said)), words


async def test_who_calls_out_is_answered_though_nobody_could_look_at_the_groups(
    on_stage: RelayHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relay.app.assembly.FIRST_LOOK_SECONDS", 0.05)
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        relay = on_stage.relay
        assert not relay.directory.looked.is_set()
        cast.rio.say("he is here")
        await on_stage.signal.signal_cli.drained()
        dispatching = asyncio.create_task(relay._dispatch())
        async with asyncio.timeout(5):
            while not from_bot(cast.rio):
                await asyncio.sleep(0)
                for lane in relay.lanes:
                    await lane.step()
        dispatching.cancel()
        assert last(cast.rio).startswith(DANGER)
