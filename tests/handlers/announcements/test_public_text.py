"""`public: …`: what everybody reads may be shorter than what the groups get, wherever it goes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from behaviour.public_place import PublicPlace
from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group

LONG = "The hall is open. " * 30
SHORT = "The hall is open, details in the groups."


def board_of(stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(stage.mo, board) if not m.deleted]


@asynccontextmanager
async def on_bluesky(
    stage: RelayHarness, board: Group, **more: object
) -> AsyncIterator[PublicPlace]:
    stage.more_settings = {"bluesky": {"hackney": "secret-secret"}}
    place = PublicPlace(stage.clock)
    hackney = branch(
        "hackney",
        stage.alex,
        stage.bea,
        groups=[board],
        bluesky={"handle": "hackney.example.org", "service": "https://pds.example.org"},
        **more,
    )
    async with stage.running(hackney, destinations={"hackney": {"bluesky:hackney": place}}):
        yield place


async def test_a_long_text_may_have_a_short_one(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_bluesky(on_stage, board) as place:
        shown = await on_stage.ask(alex, f"announce {LONG}")
        assert "That is long for Bluesky" in shown
        assert "Bluesky: 2 posts" in shown
        both = await on_stage.ask(alex, f"public: {SHORT}")
        assert "Bluesky: 1 post\n" in both
        assert SHORT in both
        assert LONG.strip() in both
        assert "type public: same" in both
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == [LONG.strip()]
        assert place.done == [("posts", SHORT)]


@pytest.mark.parametrize("answer", ["public: same", "public", "Public: the same."])
async def test_it_is_taken_away_again(on_stage: RelayHarness, answer: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_bluesky(on_stage, board) as place:
        with_both = await on_stage.ask(alex, f"announce Tea at four.\nPublic: {SHORT}")
        assert "———\nTea at four.\n———" in with_both
        assert SHORT in with_both
        assert SHORT not in await on_stage.ask(alex, answer)
        await on_stage.say(alex, "yes")
        assert place.done == [("posts", "Tea at four.")]


async def test_a_correction_carries_it_on(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_bluesky(on_stage, board) as place:
        await on_stage.say(alex, f"announce {LONG}\npublic: {SHORT}")
        await on_stage.say(alex, "yes")
        place.done.clear()
        shown = await on_stage.ask(alex, "edit 1 The hall is shut.")
        assert "outside the groups stays as it is" in shown
        assert SHORT in shown
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["The hall is shut."]
        assert place.done == []
        # Only what everybody reads.
        assert "The hall is shut." in await on_stage.ask(alex, "edit 1 public: Shut today.")
        await on_stage.say(alex, "yes")
        assert place.done == [("replaces", "Shut today.")]
        assert board_of(on_stage, board) == ["The hall is shut."]
        # Both, the public one as an answer to what is shown; then one text again.
        await on_stage.say(alex, "edit 1 The hall is on fire.")
        assert "Fire today." in await on_stage.ask(alex, "public: Fire today.")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["The hall is on fire."]
        assert place.done[-1] == ("replaces", "Fire today.")
        await on_stage.say(alex, "edit 1 All is well.")
        await on_stage.say(alex, "public: same")
        await on_stage.say(alex, "yes")
        assert place.done[-1] == ("replaces", "All is well.")
        # And again, as it stands.
        await on_stage.say(alex, "edit 1 public: Well.")
        await on_stage.say(alex, "yes")
        await on_stage.say(alex, "again 1")
        await on_stage.say(alex, "yes")
        assert place.done[-1] == ("posts", "Well.")


async def test_two_agree_to_both_texts(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_bluesky(on_stage, board, approvals=2) as place:
        await on_stage.say(alex, f"announce {LONG}\npublic: {SHORT}")
        await on_stage.say(alex, "yes")
        shown = from_bot(bea)[-1].text
        assert LONG.strip() in shown
        assert SHORT in shown
        await on_stage.say(bea, "agree 1")
        assert place.done == [("posts", SHORT)]
        await on_stage.say(alex, "edit 1 public: Shut today.")
        await on_stage.say(alex, "yes")
        assert "Shut today." in from_bot(bea)[-1].text
        assert place.done == [("posts", SHORT)]
        await on_stage.say(bea, "agree 1 2")
        await on_stage.say(bea, "agree 1")
        assert place.done[-1] == ("replaces", "Shut today.")


async def test_what_waits_and_what_is_kept(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_bluesky(on_stage, board) as place:
        await on_stage.say(alex, f"draft {LONG}\npublic: {SHORT}")
        assert SHORT in await on_stage.ask(alex, "post draft 1 tomorrow 9am")
        await on_stage.say(alex, "yes")
        assert "Open." in await on_stage.ask(alex, "edit 1 public: Open.")
        assert "Quite open." in await on_stage.ask(alex, "public: Quite open.")
        await on_stage.say(alex, "yes")
        await on_stage.say(alex, "now 1")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == [LONG.strip()]
        assert place.done == [("posts", "Quite open.")]


async def test_a_branch_that_posts_in_groups_only(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        # There it is a text like any other.
        shown = await on_stage.ask(alex, "announce Open day.\nPublic: welcome!")
        assert "———\nOpen day.\nPublic: welcome!\n———" in shown
        assert "posts in groups only" in await on_stage.ask(alex, "public: Welcome!")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Open day.\nPublic: welcome!"]
