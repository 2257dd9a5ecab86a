"""A report that is typed into a group: its writer is told at once, alone, and nothing is kept."""

import pytest
from harness.running import KEY, RelayHarness, branch, from_bot, team
from opened import opened
from reporting import CHAIR, WELFARE, hours, last, send, shown, with_teams, write

from practice.groups import Group
from relay.language.telling import tells
from relay.language.vocabulary import vocabulary
from relay.language.words import Words
from relay.safeguarding import Vault
from relay.settings import SafeguardingSettings

CODEWORD = "garden party"
TOLD = (
    *("he hit me last night", "My partner hit me again", "He's hitting me", "Dave groped me"),
    *(
        "I was raped",
        "I've been sexually assaulted by someone in the branch",
        "somebody followed me",
    ),
    *(
        "She keeps touching me",
        "the chair threatened me",
        "I’m scared of him",
        "they spiked my drink",
    ),
    *("I don't feel safe at home", "I want to make a complaint about the treasurer"),
    *(
        "report: he grabbed me after the meeting",
        "Report I was harassed",
        "I need to report somebody",
    ),
    *("he put his hands round my neck on saturday", "my husband has been beating me for years"),
    *("the secretary keeps sending me dick pics", "someone in here sent me a death threat"),
    *("he forced himself on me", "he tried to kiss me and i said no", "he made me have sex"),
    *("im scared to go home tonight", "my boyfriend wont let me leave", "she would hit me"),
    *(
        "I think I was drugged at the pub",
        "i got beaten up by my ex",
        "how do i report someone here",
    ),
    *("A man from the branch hit me", "he threatened to kill me", "he put his hand on my thigh"),
    *("he grabbed my bum at the social", "my dad is going to hurt me", "Hes been following me"),
    *("he shoved his hand up my skirt", "our organiser pressured me into sex", "i get hit at home"),
    *("the treasurer keeps messaging me at night asking for nudes", "he said he would kill me"),
    *(
        "he threw a bottle at me",
        "a steward pinned me against the wall",
        "he exposed himself at camp",
    ),
    *(
        "On mi grozi",
        "boję się wracać do domu",
        "intentó besarme",
        "il me frappe",
        "tentou beijar-me",
    ),
    *("mein Mann schlägt mich", "beni zorladı", "زوجي يعتدي علي", "আমার গায়ে হাত তুলেছে"),
    *("مجھے تھپڑ مارا", "منو تهدید کرد", "mae e'n fy mwrw"),
    *("Uderzył mnie wczoraj", "me pegó anoche", "ele me ameaçou", "il m'a frappée", "ضربني"),
    *("اس نے مجھے مارا", "منو زد", "আমাকে মেরেছে", "bana vurdu", "wedi fy nharo"),
)
NOT_TOLD = (
    *("It hit me that the hall is booked", "The news hit me hard", "They beat me to it!", "Hi all"),
    *("Report back from conference: 300 people came", "Report on the picket", "report attached"),
    *("Has anybody been harassed at work? Tell your rep.", "If you have been assaulted, report it"),
    *(
        "The strike hit the company",
        "He told me the time",
        "Complaint box is empty",
        "she beat me at chess",
    ),
    *(
        "Can somebody give me a lift?",
        "I want to make a banner",
        "Follow me on Bluesky",
        "I was there",
    ),
    *(
        "A comrade was assaulted by the police",
        "I am scared of spiders",
        "you hurt my feelings lol",
    ),
    *(
        "Safeguarding training is on Monday",
        "We need a safeguarding policy",
        "help me carry the banner",
    ),
)


def is_told(text: str) -> bool:
    return tells(vocabulary("en-GB"), text)


@pytest.mark.parametrize("text", TOLD)
def test_it_is_taken_for_a_report(text: str) -> None:
    assert is_told(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_it_is_not(text: str) -> None:
    assert not is_told(text)


def a_group(stage: RelayHarness) -> Group:
    return stage.group("Big group", stage.mo, stage.bea, only_admins=False)


@pytest.mark.parametrize(
    "text",
    [
        *("he hit me last night", "report", "I want to report something"),
        *("I want to kill myself last night", "cannot sleep since last night, im suicidal"),
    ],
)
async def test_its_writer_is_told_alone_and_nothing_is_kept(
    on_stage: RelayHarness, text: str
) -> None:
    with_teams(on_stage)
    group, mo = a_group(on_stage), on_stage.mo
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        mo.say(f"{text}", to=group)
        await on_stage.settle()
        (told,) = [message.text for message in from_bot(mo)]
        assert "Everybody in the group can read" in told
        assert "Delete for everyone" in told
        assert "Type report" in told
        assert "last night" not in told
        assert from_bot(mo, group) == []
        assert from_bot(on_stage.bea) + from_bot(on_stage.alex) == []
        await on_stage.wait(hours(0.1))
        pages = opened(on_stage.folder / "relay.db", KEY)
        assert b"last night" not in pages
        assert mo.aci.encode() not in pages


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        *(
            ("pl", "Uderzył mnie wczoraj i boję się"),
            ("es", "mi marido me pegó anoche y tengo miedo"),
        ),
        *(
            ("ur", "اس نے مجھے مارا"),
            ("bn", "আমাকে মেরেছে"),
            ("tr", "kocam beni dövüyor"),
            ("pl", "raport"),
        ),
    ],
)
async def test_its_writer_is_told_in_the_language_of_what_they_wrote(
    on_stage: RelayHarness, locale: str, text: str
) -> None:
    with_teams(on_stage)
    group, mo, words = a_group(on_stage), on_stage.mo, Words(locale)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        mo.say(text, to=group)
        await on_stage.settle()
        (told,) = [message.text for message in from_bot(mo)]
        danger = words.say("report-danger", number="999", silent="55")
        assert told.startswith(f"{words.say('report-in-group')}\n\n{danger}\n\n")
        # The others are offered, in one line.
        assert told.endswith(": language")


async def test_the_code_word_is_answered_in_discreet_words(on_stage: RelayHarness) -> None:
    with_teams(on_stage, codeword=CODEWORD)
    group = a_group(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        on_stage.mo.say(CODEWORD, to=group)
        await on_stage.settle()
        assert "You can write it to me here" in last(on_stage.mo)
        assert "report" not in last(on_stage.mo)


async def test_a_story_of_many_lines_is_answered_once_and_the_next_day_again(
    on_stage: RelayHarness,
) -> None:
    with_teams(on_stage)
    group, mo = a_group(on_stage), on_stage.mo
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        moment = mo.say("he hit me", to=group)
        mo.say("he also kicked me", to=group)
        mo.edit(moment, "he hit me twice", to=group)
        await on_stage.settle()
        assert len(from_bot(mo)) == 1
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        mo.say("I was assaulted", to=group)
        await on_stage.settle()
        assert len(from_bot(mo)) == 1
        await on_stage.wait(hours(24))
        mo.say("he hit me again", to=group)
        await on_stage.settle()
        assert len(from_bot(mo)) == 2


async def test_an_edit_that_makes_it_one_is_seen(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    group, mo = a_group(on_stage), on_stage.mo
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        moment = mo.say("Hello everybody", to=group)
        await on_stage.settle()
        assert from_bot(mo) == []
        mo.edit(moment, "he hit me", to=group)
        await on_stage.settle()
        assert len(from_bot(mo)) == 1


async def test_it_begins_no_report_and_breaks_into_none(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    group = on_stage.group("Big group", cast.rio, only_admins=False)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        await write(on_stage, cast.rio, "First.")
        cast.rio.say("he hit me", to=group)
        await on_stage.settle()
        assert "one message from you" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "he hit me" not in shown(cast.una)


async def test_officers_may_talk_in_their_own_group(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    room = on_stage.group("Team room", cast.vic, cast.una, only_admins=False, bot="member")
    on_stage.safeguarding = SafeguardingSettings(
        teams=(team("hackney", (cast.vic, CHAIR), (cast.una, WELFARE), group=room.api_id),)
    )
    async with on_stage.running(branch("hackney", on_stage.alex)):
        cast.una.say("They write: he hit me", to=room)
        await on_stage.settle()
        assert from_bot(cast.una) == []


async def test_where_nobody_reads_nothing_is_said(on_stage: RelayHarness) -> None:
    group = a_group(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        on_stage.mo.say("he hit me", to=group)
        await on_stage.settle()
        assert from_bot(on_stage.mo) == []


async def test_a_fault_in_it_keeps_no_envelope_out(
    on_stage: RelayHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_teams(on_stage)
    group, mo = a_group(on_stage), on_stage.mo
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[group])):
        vault: Vault = on_stage.relay.services.vault
        monkeypatch.setattr(vault.hiding, "warns", lambda *_: 1 / 0)
        mo.say("he hit me", to=group)
        assert "What is it about?" in (await on_stage.say(mo, "report"))[-1]


async def test_an_officer_who_reports_is_told_what_colleagues_could_notice(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        told = "\n".join(await on_stage.say(cast.una, "report"))
        assert "what your colleagues could notice" in told
        await on_stage.say(cast.una, "stop")
        told = "\n".join(await on_stage.say(cast.una, CODEWORD))
        assert "The others could notice" in told
        assert "report" not in told.casefold()
        assert "colleagues" not in "\n".join(await on_stage.say(cast.rio, "report"))
        name = await send(on_stage, on_stage.mo)
        # What is said of it is so: a colleague sees the roles in which a case is read.
        assert WELFARE in await on_stage.ask(cast.vic, f"case {name}")
