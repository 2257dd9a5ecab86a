"""Who knows a name and no role leaves out whom they mean, and never somebody else instead."""

import pytest
from harness.running import RelayHarness, branch
from reporting import last, shown

from handlers.report.naming import read_people
from handlers.report.parsing import report_words
from practice.phones import Phone
from relay.safeguarding import OfficerChoice
from relay.settings import Officer, SafeguardingSettings, SafeguardingTeam

WORDS = report_words("en-GB")
CHAIR, WELFARE, LEAD = "Chair", "Welfare officer", "National lead"
LISTED = (OfficerChoice(CHAIR), OfficerChoice(WELFARE))
NAMED = (
    OfficerChoice(CHAIR, "Vic Stone"),
    OfficerChoice(WELFARE, "Una O’Brien"),
    OfficerChoice(LEAD, "Zoë Anne-Marie Stone"),
)


def read(text: str) -> tuple[list[str | None], bool] | None:
    meant = read_people(WORDS, text, LISTED, NAMED)
    return None if meant is None else ([one.name or one.role for one in meant.people], meant.sure)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        *((text, ["Vic Stone"]) for text in ("vic", "Vic.", "VIC STONE", "it’s Vic", "about vic")),
        *((text, ["Una O’Brien"]) for text in ("una", "obrien", "O'Brien", "not Una please")),
        *(
            (text, ["Zoë Anne-Marie Stone"])
            for text in ("zoe", "Zoë Stone", "anne-marie", "Annemarie")
        ),
        ("vic and una", ["Vic Stone", "Una O’Brien"]),
        ("Vic, Una", ["Vic Stone", "Una O’Brien"]),
        ("0", []),
        ("2", [WELFARE]),
        ("the chair", [CHAIR]),
    ],
)
def test_a_name_is_an_answer(text: str, people: list[str]) -> None:
    # One word for two names is heard as spelt, too; "Annemarie" is a slip.
    found = read(text)
    assert found is not None
    assert found[0] == people
    assert found[1] is (text != "Annemarie")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("stone", ["Vic Stone", "Zoë Anne-Marie Stone"]),
        *((text, ["Una O’Brien"]) for text in ("uma", "Ina", "O’Brian", "una from leeds")),
        ("vick", ["Vic Stone"]),
        ("my boss vic", ["Vic Stone"]),
        ("the chair and una", [CHAIR, "Una O’Brien"]),
        ("last night in the park una came up to me", ["Una O’Brien"]),
    ],
)
def test_what_is_not_certain_is_asked_about(text: str, people: list[str]) -> None:
    assert read(text) == (people, False)


@pytest.mark.parametrize(
    "text", ["dave", "him", "my ex", "yes", "9", "", "\U0001f600", "he is here", "I want to die"]
)
def test_who_is_not_known_is_nobody(text: str) -> None:
    assert read(text) is None


def turned(text: str) -> tuple[list[str | None], bool, bool] | None:
    meant = read_people(WORDS, text, LISTED, NAMED)
    if meant is None:
        return None
    return [one.name or one.role for one in meant.people], meant.whole, meant.turned


@pytest.mark.parametrize(
    ("text", "people", "sure"),
    [
        *((text, [CHAIR, WELFARE], True) for text in ("1 an 2", "1,2", "1 & 2", "1st, 2nd")),
        *((text, [CHAIR, WELFARE], False) for text in ("1-2", "1–2", "1 - 2 please", "2..1")),
        *((text, [WELFARE], True) for text in ("number two", "2 please", "no. 2", "two thanks")),
        *(
            (text, [WELFARE], False)
            for text in ("the welfare one", "welfare", "the welfare person")
        ),
        *(
            (text, [], True)
            for text in ("none of them please", "nobody thanks", "no thanks", "0 pls")
        ),
        ("1,2 and zoe", ["Zoë Anne-Marie Stone", CHAIR, WELFARE], True),
        ("vic or una", ["Vic Stone", "Una O’Brien"], True),
        ("vic, unna", ["Vic Stone", "Una O’Brien"], False),
        ("all of them please", [CHAIR, WELFARE], True),
        ("everyone, also zoe", [CHAIR, WELFARE, "Zoë Anne-Marie Stone"], False),
        ("not the chair", [CHAIR], False),
    ],
)
def test_an_answer_of_several_kinds_leaves_out_no_fewer(
    text: str, people: list[str], sure: bool
) -> None:
    found = read(text)
    assert found is not None
    assert (sorted(map(str, found[0])), found[1]) == (sorted(people), sure)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        *(
            (text, ["Una O’Brien"])
            for text in ("everyone except una", "all but una please", "only una")
        ),
        *(
            (text, ["Una O’Brien"])
            for text in ("nobody but una", "everybody apart from una", "just una")
        ),
        *(
            (text, [WELFARE])
            for text in ("all but 2", "everyone bar 2", "only 2", "none but number two")
        ),
        ("all except the chair", [CHAIR]),
    ],
)
def test_what_may_be_meant_the_other_way_round_is_asked_about(text: str, people: list[str]) -> None:
    assert turned(text) == (people, True, True)


@pytest.mark.parametrize(
    "text", ["una or sam", "una hit me", "una, he hit me twice", "1 and dave", "una and dave"]
)
def test_whoever_is_not_known_is_said_not_to_be(text: str) -> None:
    found = turned(text)
    assert found is not None
    assert found[1:] == (False, False)


@pytest.mark.parametrize("text", ["he hit me 2 times tonight", "2 men followed me"])
def test_a_number_in_a_story_is_nobody(text: str) -> None:
    assert read(text) is None


def with_names(
    stage: RelayHarness, *, unnamed: bool = False, alone: bool = False, **more: object
) -> dict[str, Phone]:
    """Put two welfare officers, a chair and a national lead on stage, with names."""
    people = {
        "vic": ("Vic Stone", CHAIR, "hackney"),
        "una": ("Una Okafor", WELFARE, "hackney"),
        "sam": ("Sam Hill", WELFARE, "hackney"),
        "nia": ("Nia Rees", LEAD, "national"),
    }
    if alone:
        people = {"una": people["una"]}
    phones = {who: stage.signal.new_phone(name) for who, (name, _, _) in people.items()}
    teams = []
    for slug in dict.fromkeys(team for _, _, team in people.values()):
        officers = tuple(
            Officer(id=phones[who].aci, role=role, name=None if unnamed and who == "sam" else name)
            for who, (name, role, team) in people.items()
            if team == slug
        )
        following = "national" if slug == "hackney" and not alone else None
        teams.append(
            SafeguardingTeam(slug=slug, name=f"{slug} team", officers=officers, next=following)
        )
    stage.safeguarding = SafeguardingSettings(teams=tuple(teams), **more)
    phones["rio"] = stage.signal.new_phone("Rio")
    return phones


async def asked(stage: RelayHarness, rio: Phone) -> str:
    """Come to the question who must not read it; return it."""
    for text in ("report", "1", "1"):
        await stage.say(rio, text)
    return last(rio)


async def sent(stage: RelayHarness, rio: Phone) -> str:
    """Write and send what is begun; return the summary."""
    await stage.say(rio, "It happened.")
    summary = await stage.ask(rio, "done")
    await stage.say(rio, "send")
    return summary


async def test_a_first_name_leaves_one_of_two_with_the_same_role_out(
    on_stage: RelayHarness,
) -> None:
    phones = with_names(on_stage)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        question = await asked(on_stage, rio)
        assert "You can type a name, too." in question
        assert "Okafor" not in question
        answers = await on_stage.say(rio, "una")
        assert answers[0] == f"{WELFARE} (the one you named) will not get it or hear of it from me."
        assert "2 people would read it (Chair and one more person)." in answers[1]
        assert f"{WELFARE} (the one you named) will not get it" in await sent(on_stage, rio)
        assert "It happened." in shown(phones["sam"])
        assert shown(phones["una"]) == ""
        # Whom she would be taken for is not named to the others.
        (line,) = [t for t in shown(phones["vic"]).split("\n") if t.startswith("A new report")]
        name = line.partition("come: ")[2].partition(".")[0]
        assert "It is also read by: one person." in await on_stage.ask(
            phones["vic"], f"case {name}"
        )
        assert "Okafor" not in shown(rio)


async def test_names_are_shown_where_the_branch_wants_it(on_stage: RelayHarness) -> None:
    phones = with_names(on_stage, show_names=True)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        question = await asked(on_stage, rio)
        assert "2. Welfare officer (Una Okafor)\n3. Welfare officer (Sam Hill)" in question
        answers = await on_stage.say(rio, "2")
        assert answers[0].startswith("Welfare officer (Una Okafor) will not get it")
        assert "2 people would read it (Chair, Sam Hill)." in answers[1]
        await sent(on_stage, rio)
        assert shown(phones["una"]) == ""
        assert "It happened." in shown(phones["sam"])


async def test_a_slip_is_asked_about_and_a_no_asks_again(on_stage: RelayHarness) -> None:
    phones = with_names(on_stage)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await asked(on_stage, rio)
        assert "Do you mean Welfare officer (the one you named)?" in await on_stage.ask(rio, "Uma")
        assert "any of these people" in await on_stage.ask(rio, "no")
        assert "Do you mean" in await on_stage.ask(rio, "uma")
    # Also after a restart.
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(rio, "yes")
        await sent(on_stage, rio)
        assert shown(phones["una"]) == ""
        assert "It happened." in shown(phones["sam"])


async def test_somebody_of_another_team_is_left_out_there(on_stage: RelayHarness) -> None:
    phones = with_names(on_stage)
    rio, vic = phones["rio"], phones["vic"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await asked(on_stage, rio)
        assert (await on_stage.say(rio, "Nia"))[0].startswith(f"{LEAD} will not get it")
        await sent(on_stage, rio)
        name = shown(vic).partition("has come: ")[2].partition(".")[0]
        assert "nobody else who could read" in await on_stage.ask(vic, f"escalate {name}")
        assert shown(phones["nia"]) == ""


async def test_who_names_no_officer_is_told_how_to_be_on_the_safe_side(
    on_stage: RelayHarness,
) -> None:
    phones = with_names(on_stage, unnamed=True)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "to be on the safe side, leave out everybody it could be" in await asked(
            on_stage, rio
        )
        told = (await on_stage.say(rio, "dave"))[-1]
        assert "leave out everybody it could be" in told
        assert shown(phones["una"]) == ""


async def test_where_all_names_are_known_nobody_else_reads_it(on_stage: RelayHarness) -> None:
    phones = with_names(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await asked(on_stage, phones["rio"])
        told = (await on_stage.say(phones["rio"], "dave"))[-1]
        assert "Only the people in the list would read it." in told


async def test_the_only_officer_is_left_out_by_name_too(on_stage: RelayHarness) -> None:
    phones = with_names(on_stage, alone=True)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("report", "1"):
            await on_stage.say(rio, text)
        assert "nobody here who could read it" in "\n".join(await on_stage.say(rio, "Una"))
        assert shown(phones["una"]) == ""


async def test_a_story_in_which_somebody_is_named_is_kept_and_asked_about(
    on_stage: RelayHarness,
) -> None:
    phones = with_names(on_stage)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await asked(on_stage, rio)
        answers = await on_stage.say(rio, "it was una who followed me home last night")
        assert "I understood Welfare officer (the one you named)" in answers[-1]
        await on_stage.say(rio, "yes")
        await sent(on_stage, rio)
        assert "followed me home" in shown(phones["vic"])
        assert shown(phones["una"]) == ""


async def test_somebody_of_that_name_stays_left_out_with_another_account(
    on_stage: RelayHarness,
) -> None:
    phones = with_names(on_stage)
    rio, vic, new = phones["rio"], phones["vic"], on_stage.signal.new_phone("Una again")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await asked(on_stage, rio)
        await on_stage.say(rio, "una")
        await sent(on_stage, rio)
        name = shown(vic).partition("has come: ")[2].partition(".")[0]
    local, national = on_stage.safeguarding.teams
    una = Officer(id=new.aci, role="Deputy", name="UNA OKAFOR")
    officers = (*local.officers, una)
    changed = local.model_copy(update={"officers": officers})
    on_stage.safeguarding = SafeguardingSettings(teams=(changed, national))
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "nobody new in the team" in await on_stage.ask(vic, f"handover {name}")


async def test_an_answer_that_may_be_turned_round_is_asked_about_first(
    on_stage: RelayHarness,
) -> None:
    phones = with_names(on_stage, show_names=True)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await asked(on_stage, rio)
        told = await on_stage.ask(rio, "everyone except una")
        assert "I have left nobody out yet" in told
        assert "answer with the numbers of the others, 1, 3." in told
        await on_stage.say(rio, "1, 3")
        await sent(on_stage, rio)
        assert "It happened." in shown(phones["una"])
        assert shown(phones["vic"]) + shown(phones["sam"]) == ""


async def test_who_is_not_known_is_asked_about_and_the_words_are_kept(
    on_stage: RelayHarness,
) -> None:
    phones = with_names(on_stage, unnamed=True)
    rio = phones["rio"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await asked(on_stage, rio)
        told = "\n".join(await on_stage.say(rio, "nia or sam"))
        assert f"I understood {LEAD}" in told
        assert "not everything else" in told
        await on_stage.say(rio, "2 and nia")
        await sent(on_stage, rio)
        assert shown(phones["una"]) + shown(phones["sam"]) + shown(phones["nia"]) == ""
        assert "nia or sam" in shown(phones["vic"])
