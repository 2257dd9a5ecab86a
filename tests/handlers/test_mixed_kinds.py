"""Two kinds in one envelope, votes outside of groups, and deletions of what was no part.

Signal's apps send none of the first, but other programs can. Words count for most: they are never
taken for the mark that came with them, and of what else there was it is said that it stays behind.
"""

from typing import Any

import pytest
from harness.running import RelayHarness, branch, from_bot
from posted import come, come_edited
from reporting import hours, last, send, shown, with_teams, write

LOST = "Something in that message was not text, and it did not come along."
NOWHERE = "Something in that message was not text, and has gone nowhere."
BESIDE: dict[str, dict[str, Any]] = {
    "an emoji": {"reaction": {"emoji": "👍", "targetSentTimestamp": 5, "isRemove": False}},
    "a deletion": {"remoteDelete": {"timestamp": 5}},
    "a pin": {"pinMessage": {"targetSentTimestamp": 5}},
    "the end of a poll": {"pollTerminate": {"targetSentTimestamp": 5}},
    "a vote": {"pollVote": {"targetSentTimestamp": 5, "optionIndexes": [0], "voteCount": 1}},
    "a poll": {"pollCreate": {"question": "Who?", "options": ["a", "b"]}},
    "a contact": {"contacts": [{"name": {"display": "Bob"}}]},
    "a sticker": {"sticker": {"packId": "ab", "stickerId": 1}},
    "something new": {"hologram": {"shape": "cube"}},
}
VOTE = BESIDE["a vote"]


async def test_words_are_never_lost_beside_something_else(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        for what, more in BESIDE.items():
            answers = await come(on_stage, cast.rio, message=f"Drafted beside {what}.", **more)
            assert answers[0].startswith(LOST), what
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        name = shown(cast.una).partition("has come: ")[2].partition(".")[0]
        await on_stage.wait(hours(1))
        for what, more in BESIDE.items():
            answers = await come(on_stage, cast.rio, message=f"{name} Beside {what}.", **more)
            assert answers[0].startswith(LOST), what
        for what, more in BESIDE.items():
            for command in ("reply", "note", "status"):
                typed = f"{command} {name} Beside {what}."
                answers = await come(on_stage, cast.una, message=typed, **more)
                assert any(NOWHERE in text for text in answers), (command, what)
        parts = shown(cast.una)
        assert all(f"Drafted beside {what}." in parts for what in BESIDE)
        assert all(f"{name} Beside {what}." in parts for what in BESIDE)
        assert all(f"Beside {what}." in shown(cast.rio) for what in BESIDE)


async def test_an_answer_with_marks_is_no_answer_without_them(on_stage: RelayHarness) -> None:
    """A thumb beside a "no" is no yes."""
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await on_stage.say(cast.rio, "done")
        shown_last = from_bot(cast.rio)[-1].timestamp
        thumb = {"emoji": "👍", "targetSentTimestamp": shown_last, "isRemove": False}
        answers = await come(on_stage, cast.rio, message="no", reaction=thumb)
        assert from_bot(cast.una) == []
        assert "go on" in answers[0].casefold()


async def test_covered_words_are_said_to_be_read(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    covered = {"textStyles": [{"start": 0, "length": 3, "style": "SPOILER"}]}
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        answers = await come(on_stage, cast.rio, message=f"{name} At the mill.", **covered)
        assert answers[0].startswith("You covered some of the words")
        answers = await come(on_stage, cast.una, message=f"reply {name} Stay away.", **covered)
        assert answers[0].startswith("You covered some of the words")


@pytest.mark.parametrize("said", [VOTE, BESIDE["the end of a poll"]], ids=["vote", "closed"])
async def test_whoever_votes_here_is_told_that_nobody_sees_it(
    on_stage: RelayHarness, said: dict[str, Any]
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert await come(on_stage, cast.rio, **said) == []
        await send(on_stage, cast.rio)
        (told,) = await come(on_stage, cast.rio, **said)
        assert "go to nobody" in told
        (told,) = await come(on_stage, cast.una, **said)
        assert told.startswith("Votes and polls in this chat go to nobody.")
        assert "poll" not in "\n".join(m.text for m in from_bot(cast.vic))


async def test_a_newer_version_that_says_nothing_is_said_to_be_unread(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        at = cast.rio.say("It happened.")
        await on_stage.settle()
        (told,) = await come_edited(on_stage, cast.rio, at, message=None)
        assert "something I cannot read" in told


async def test_deleting_the_word_that_sent_it_takes_nothing_back(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword="garden rota")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, word="garden rota")
        sent = [m for m in cast.rio.messages() if m.text == "send"][-1]
        cast.rio.delete(sent.timestamp)
        await on_stage.settle()
        assert last(cast.rio).endswith("To take back what you sent, type erase.")
        assert "report" not in last(cast.rio)
        # Days later it is some other message, and of what is hidden nothing is said.
        await on_stage.wait(hours(30))
        before = len(from_bot(cast.rio))
        cast.rio.delete(cast.rio.say("hello"))
        await on_stage.settle()
        assert not any("take back" in m.text for m in from_bot(cast.rio)[before:])
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "hide")
        before = len(from_bot(cast.rio))
        again = [m for m in cast.rio.messages() if m.text == "send"][-1]
        cast.rio.delete(again.timestamp)
        await on_stage.settle()
        assert from_bot(cast.rio)[before:] == []
