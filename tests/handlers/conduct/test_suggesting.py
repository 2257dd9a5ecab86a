"""The standards of a branch: shown to anybody, suggested by members, agreed to by two admins."""

from datetime import timedelta

import pytest
from harness.mandates import Mandating

from relay.conduct.standards import BranchStandards
from relay.settings.groups import GroupKind, GroupSettings

NEW = "suggest standard Late posts: Writing in the chat after eleven at night."


def _standards(mandating: Mandating) -> BranchStandards:
    return mandating.stage.relay.services.standards


async def test_anybody_reads_them_and_that_they_have_not_agreed_yet(mandating: Mandating) -> None:
    sam = mandating.stage.signal.new_phone("Sam Stranger")
    async with mandating.open():
        shown = await mandating.say(sam, "standards")
        assert "1. Off topic: Coming back again and again" in shown
        assert "7. Pretending" in shown
        assert "Version 1." in shown
        assert "You are asked to agree when you join" in shown


async def test_two_admins_agree_to_the_exact_text_and_it_is_a_new_version(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        assert "I have asked the admins" in await mandating.say(mandating.mo, NEW)
        assert "“Late posts: Writing in the chat after eleven at night.”" in mandating.read(
            mandating.alex
        )
        number = mandating.number(mandating.alex)
        await mandating.say(mandating.alex, f"agree {number}")
        assert _standards(mandating).version("hackney") == 1
        said = await mandating.say(mandating.bea, f"agree {number}")
        assert "it counts from now on" in said
        standard = _standards(mandating).get("hackney", 8)
        assert standard is not None
        assert (standard.title, standard.version) == ("Late posts", 2)
        assert "is agreed to: Late posts" in mandating.read(mandating.mo)
        assert "Version 2, since" in await mandating.say(mandating.ned, "standards")


async def test_an_admins_own_suggestion_is_one_of_the_two(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.say(mandating.alex, NEW)
        number = mandating.number(mandating.bea)
        assert "You have said yes" in await mandating.say(mandating.alex, f"agree {number}")
        assert _standards(mandating).version("hackney") == 1
        await mandating.say(mandating.bea, f"agree {number}")
        assert _standards(mandating).version("hackney") == 2


async def test_other_words_and_taking_one_away_keep_every_number(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.say(mandating.mo, "suggest standard 3 Mocking anybody for who they are.")
        assert "Now it says: “Excluding: Mocking people" in mandating.read(mandating.alex)
        for admin in (mandating.alex, mandating.bea):
            await mandating.say(admin, f"agree {mandating.number(mandating.alex)}")
        await mandating.say(mandating.mo, "suggest standard 2 away")
        assert "takes standard 2 away" in mandating.read(mandating.alex)
        for admin in (mandating.alex, mandating.bea):
            await mandating.say(admin, f"agree {mandating.number(mandating.alex)}")
        known = _standards(mandating)
        assert [one.id for one in known.list("hackney")] == [1, 3, 4, 5, 6, 7]
        changed = known.get("hackney", 3)
        assert changed is not None
        assert changed.text == "Mocking anybody for who they are."
        before = known.at("hackney", 3, 1)
        assert before is not None
        assert before.text.startswith("Mocking people")
        gone = known.at("hackney", 2, 2)
        assert gone is not None
        assert gone.title == "Bad faith"
        await mandating.say(mandating.mo, NEW)
        for admin in (mandating.alex, mandating.bea):
            await mandating.say(admin, f"agree {mandating.number(mandating.alex)}")
        assert known.list("hackney")[-1].id == 8


async def test_what_has_changed_meanwhile_is_not_carried_out(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.say(mandating.mo, "suggest standard 3 First words.")
        first = mandating.number(mandating.alex)
        await mandating.say(mandating.ned, "suggest standard 3 Second words.")
        second = mandating.number(mandating.alex)
        assert first != second
        for admin in (mandating.alex, mandating.bea):
            await mandating.say(admin, f"agree {first}")
        await mandating.say(mandating.alex, f"agree {second}")
        said = await mandating.say(mandating.bea, f"agree {second}")
        assert "has changed meanwhile" in said
        kept = _standards(mandating).get("hackney", 3)
        assert kept is not None
        assert kept.text == "First words."


async def test_who_suggested_hears_a_no_and_that_nobody_answered(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.say(mandating.mo, NEW)
        assert "You have suggested one already" in await mandating.say(mandating.mo, NEW)
        await mandating.say(mandating.alex, f"refuse {mandating.number(mandating.alex)}")
        assert "would rather leave the standards" in mandating.read(mandating.mo)
        await mandating.say(mandating.mo, NEW)
        await mandating.stage.wait(timedelta(days=15))
        assert "nobody has answered what you suggested" in mandating.read(mandating.mo)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("suggest standard", "A new one: suggest standard"),
        ("suggest standard 9 x", "no standard with that number"),
        (f"suggest standard {'T' * 41}: text", "make it shorter"),
        (f"suggest standard Title: {'x' * 301}", "make it shorter"),
        ("suggest standard Admin.example.org: text", "A new one: suggest standard"),
    ],
)
async def test_clumsy_suggestions_are_answered(
    mandating: Mandating, typed: str, answer: str
) -> None:
    async with mandating.open():
        assert answer in await mandating.say(mandating.mo, typed)


async def test_strangers_suggest_nothing(mandating: Mandating) -> None:
    sam = mandating.stage.signal.new_phone("Sam Stranger")
    async with mandating.open():
        assert "suggested by people who are in a group" in await mandating.say(sam, NEW)


async def test_a_link_in_a_suggestion_cannot_be_tapped(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.say(mandating.mo, "suggest standard Spam: See https://evil.example now.")
        assert "evil" not in mandating.read(mandating.alex)


async def test_a_cry_for_help_is_heard_in_a_suggestion(mandating: Mandating) -> None:
    async with mandating.open():
        said = await mandating.say(mandating.mo, "suggest standard help me")
        assert "999" in said


async def _asked(mandating: Mandating, *answers: str) -> str:
    """Let the members be asked about a suggestion, and answer; return its number."""
    await mandating.say(mandating.mo, NEW)
    number = mandating.number(mandating.alex)
    await mandating.say(mandating.alex, f"ballot {number}")
    await mandating.say(mandating.alex, "Wednesday 6pm")
    shown = await mandating.say(mandating.alex, "Hackney chat")
    assert f"(suggestion {number})" in shown
    assert "“Late posts: Writing in the chat after eleven at night.”" in shown
    await mandating.say(mandating.alex, "yes")
    await mandating.stage.wait(timedelta(minutes=10))
    people = (mandating.mo, mandating.ned, mandating.bea, mandating.cai)
    for person, answer in zip(people, answers, strict=False):
        await mandating.say(person, f"vote {answer}")
    return number


@pytest.mark.parametrize(("answers", "version"), [("112", 2), ("122", 1), ("12", 1)])
async def test_the_members_decide_where_an_admin_asks_them(
    mandating: Mandating, answers: str, version: int
) -> None:
    group = GroupSettings(id=mandating.group.api_id, kind=GroupKind.CHAT, name="Hackney chat")
    declared = mandating.declaration(mandating.alex).model_copy(update={"groups": (group,)})
    async with mandating.stage.running(declared):
        await mandating.stage.settle()
        number = await _asked(mandating, *answers)
        await mandating.stage.wait(timedelta(days=4))
        assert _standards(mandating).version("hackney") == version
        outcome = "have agreed to" if version > 1 else "have not agreed to"
        assert f"The members {outcome} {number}" in mandating.read(mandating.alex)
        if version > 1:
            assert "is agreed to: Late posts" in mandating.read(mandating.mo)
        await mandating.say(mandating.alex, f"agree {number}")
        assert _standards(mandating).version("hackney") == version
