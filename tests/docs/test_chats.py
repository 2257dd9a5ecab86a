"""Every chat in the guides is played, and all that people are told to type is understood."""

import re
from pathlib import Path

import pytest
from guides import GUIDES, Turn, holds, turns, typed
from harness.running import RelayHarness, branch, from_bot, relay_harness
from reporting import Cast, send, with_teams

from practice.phones import Phone
from relay.settings import Branch
from relay.settings.contact_list import ContactListSettings
from relay.settings.groups import GroupKind, GroupSettings

CASE = "amber river 42"
"""How the guides call every case; the bot draws other names."""
WHO_TYPES = {"admin.md": "Alex", "member.md": "Mo", "officer.md": "Una"}
ONLY_RIO = frozenset({"case", "phrase", "resume", "tidy", "hide", "erase", "contact"})
MEETING = ("meeting When: Thursday 7pm\nWhere: Town Hall", *["skip"] * 4, "yes")
NOT_UNDERSTOOD = ("I did not understand that", "Nothing is waiting for an answer")
CHATS = [name for name in GUIDES if list(turns(name))]


class Played:
    """Everybody in the guides, and the name that the bot drew for the case."""

    def __init__(self, on_stage: RelayHarness, cast: Cast) -> None:
        self._stage = on_stage
        self._case = ""
        self.phones = {
            "Alex": on_stage.alex,
            "Bea": on_stage.bea,
            "Mo": on_stage.mo,
            "Rio": cast.rio,
            "Una": cast.una,
            "Vic": cast.vic,
        }

    async def report(self, text: str) -> None:
        """Have Rio send a report."""
        self._case = await send(self._stage, self.phones["Rio"], text)

    async def type(self, who: str, text: str) -> list[str]:
        """Have somebody type something; return what the bot answers, with the guides' names."""
        answers = await self._stage.say(self.phones[who], text.replace(CASE, self._case or CASE))
        for found in re.finditer(r"I call it (\w+ \w+ \d+)", "\n".join(answers)):
            self._case = found[1]
        return [self._in_guide(answer) for answer in answers]

    def shown(self, phone: Phone) -> list[str]:
        """What the bot has written to somebody."""
        return [self._in_guide(message.text) for message in from_bot(phone)]

    async def play(self, chat: list[Turn]) -> None:
        """Play one chat."""
        waiting: list[str] = []
        for turn in chat:
            if turn.who != "Bot":
                assert waiting == [], f"the guide leaves out {waiting}"
                waiting = await self.type(turn.who, turn.text)
            elif waiting:
                said = waiting.pop(0)
                assert holds(said, turn.text), f"guide:\n{turn.text}\n\nbot:\n{said}"
            else:
                before = self.shown(self.phones[turn.to])
                assert any(holds(text, turn.text) for text in before), (
                    f"guide:\n{turn.text}\n{before}"
                )
        assert waiting == [], f"the guide leaves out {waiting}"

    def _in_guide(self, text: str) -> str:
        return text.replace(self._case, CASE) if self._case else text


def branch_of(on_stage: RelayHarness) -> tuple[Played, Branch]:
    """Put the guides' branch on stage."""
    played = Played(on_stage, with_teams(on_stage))
    announced = on_stage.group("Hackney announcements", on_stage.mo)
    board = on_stage.group("Hackney board", on_stage.mo)
    declared = GroupSettings(id=board.api_id, kind=GroupKind.BOARD, name="Hackney board")
    hackney = branch(
        "hackney",
        on_stage.alex,
        on_stage.bea,
        groups=[announced],
        contact_list=ContactListSettings(),
    )
    # Alex is asked who may come in.
    private = on_stage.group("Hackney carers", on_stage.mo)
    caucus = GroupSettings(id=private.api_id, kind=GroupKind.CAUCUS, name="Hackney carers")
    return played, hackney.model_copy(update={"groups": (declared, caucus)})


@pytest.mark.parametrize("name", CHATS)
async def test_the_bot_says_what_the_guide_says(tmp_path: Path, name: str) -> None:
    async with relay_harness(tmp_path) as on_stage:
        played, hackney = branch_of(on_stage)
        async with on_stage.running(hackney):
            await on_stage.settle()
            if name == "officer.md":
                await played.report("On Friday somebody followed me home.")
            for chat in turns(name):
                await played.play(chat)


@pytest.mark.parametrize("name", WHO_TYPES)
async def test_the_bot_understands_what_the_guide_tells_to_type(tmp_path: Path, name: str) -> None:
    async with relay_harness(tmp_path) as on_stage:
        played, hackney = branch_of(on_stage)
        async with on_stage.running(hackney):
            await on_stage.settle()
            await played.report("It happened.")
            for text in MEETING:
                await played.type("Alex", text)
            wrong = []
            for text in typed(name):
                who = "Rio" if text in ONLY_RIO and name == "member.md" else WHO_TYPES[name]
                # The one thing that is posted here is number 1.
                answers = await played.type(who, re.sub(r" (12|2)\b", " 1", text))
                if not answers or any(one in answers[0] for one in NOT_UNDERSTOOD):
                    wrong.append((text, answers))
                if text == "hide":
                    # Until it is named, nothing of it is spoken of.
                    await played.type(who, CASE)
                if name == "admin.md":
                    await played.type(who, "no")
            assert wrong == []


@pytest.mark.parametrize("name", WHO_TYPES)
def test_there_is_something_to_type(name: str) -> None:
    assert len(typed(name)) > len("some")
