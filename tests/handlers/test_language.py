"""In which language each person is answered and understood."""

from pathlib import Path

import pytest
from harness.running import RelayHarness, branch, from_bot
from invented import LOCALE, MARK, NAME, speak_it, word

from relay.language.languages import ChosenLanguages


@pytest.fixture(autouse=True)
def _second_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speak_it(tmp_path, monkeypatch)


def _is_theirs(text: str) -> bool:
    return text.startswith(MARK)


async def test_whoever_chooses_a_language_is_answered_and_understood_in_it(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[on_stage.group("B")])):
        choices = await on_stage.ask(on_stage.mo, "language")
        assert "1 – English" in choices
        assert f"2 – {NAME}" in choices
        assert _is_theirs(await on_stage.ask(on_stage.mo, "language 2"))
        assert _is_theirs(await on_stage.ask(on_stage.mo, word("help")))
        assert not _is_theirs(await on_stage.ask(on_stage.alex, "help"))


@pytest.mark.parametrize("answer", [NAME, NAME.upper(), LOCALE])
async def test_a_language_is_known_by_its_own_name(on_stage: RelayHarness, answer: str) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert _is_theirs(await on_stage.ask(on_stage.mo, f"language {answer}"))


async def test_the_way_back_is_understood_in_every_language_and_leaves_nothing(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.ask(on_stage.mo, f"{word('language')} 2")
        kept = on_stage.store[ChosenLanguages]
        assert kept.of(on_stage.mo.aci) == LOCALE
        assert not _is_theirs(await on_stage.ask(on_stage.mo, "language English"))
        assert kept.of(on_stage.mo.aci) is None


async def test_a_language_that_there_is_not_is_asked_again(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for answer in ("language 3", "language 0", "language Klingon"):
            assert "1 – English" in await on_stage.ask(on_stage.mo, answer)


async def test_two_admins_read_the_same_proposal_each_in_their_language(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    both = branch("hackney", on_stage.alex, on_stage.bea, groups=[board], approvals=2)
    async with on_stage.running(both):
        await on_stage.ask(on_stage.bea, "language 2")
        await on_stage.ask(on_stage.alex, "announce The hall is open.")
        before = len(from_bot(on_stage.bea))
        assert not _is_theirs((await on_stage.say(on_stage.alex, "yes"))[0])
        (asked,) = from_bot(on_stage.bea)[before:]
        assert _is_theirs(asked.text)

        await on_stage.say(on_stage.bea, f"{word('agree')} 1")
        await on_stage.ask(on_stage.alex, "edit 1 The hall is shut.")
        before = len(from_bot(on_stage.bea))
        await on_stage.say(on_stage.alex, "yes")
        assert _is_theirs(from_bot(on_stage.bea)[before].text)


async def test_groups_read_the_installation_s_language(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "language 2")
        await on_stage.ask(on_stage.alex, f"{word('announce')} The hall is open.")
        await on_stage.say(on_stage.alex, word("yes"))
        await on_stage.ask(on_stage.alex, f"{word('edit')} 1 The hall is shut.")
        await on_stage.say(on_stage.alex, word("yes"))
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is shut."]
        assert all(_is_theirs(m.text) for m in from_bot(on_stage.alex)[2:])
