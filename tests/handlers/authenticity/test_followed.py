"""What those post, correct, take back and warn of whom a branch follows."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from harness.following import Following, following_on
from harness.running import RelayHarness, from_bot

from relay.signed_feed.entry import Kind

TEXT = "The hall in Camden is open on Friday at seven for everybody who wants to help us."
SCAM = "Dear member, pay 20 pounds at https://camden-portal.info/pay before Monday at noon."


@pytest.fixture
async def following(on_stage: RelayHarness, tmp_path: Path) -> AsyncIterator[Following]:
    async with following_on(on_stage, tmp_path) as scene:
        yield scene


async def asked(following: Following, text: str) -> str:
    return await following.say(f"is this real:\n{text}", following.mo)


async def test_earlier_words_of_theirs_are_known_once_they_are_gone(following: Following) -> None:
    following.feed.post(7, TEXT)
    async with following.open():
        await following.follow()
        assert "Yes, this is real. It is what Camden branch posted" in await asked(following, TEXT)
        later = TEXT.replace("seven", "eight")
        following.feed.correct(7, later)
        await following.pull(minutes=10)
        said = await asked(following, TEXT)
        assert "no longer holds" in said
        assert later in said
        following.feed.retract(7)
        await following.pull(minutes=10)
        for text in (TEXT, later):
            assert "taken back" in await asked(following, text)


async def test_a_warning_of_theirs_reaches_whoever_has_asked_and_so_does_its_end(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        assert "I do not know this" in await asked(following, SCAM)
        following.feed.say(Kind.FALSE, 1, SCAM)
        await following.pull(minutes=10)
        assert "Camden branch says that this is false" in from_bot(following.mo)[-1].text
        assert "known to be false" in await asked(following, SCAM)
        following.feed.forget(1)
        following.feed.say(Kind.WITHDRAWN, 1)
        await following.pull(minutes=10)
        assert "That warning was wrong" in from_bot(following.mo)[-1].text
        said = [one.text for one in from_bot(following.mo)]
        assert sum("You asked me whether" in one for one in said) == 1
