"""Who must not get in, does not; and nothing goes where it was not meant to."""

import pytest
from harness.cases import CaseHarness, message_with, report, seen, write_on
from harness.running import Beside, branch

from handlers.casework.commands import commands
from practice.phones import Phone

_COMMANDS = sorted(command.id for command in commands.declared())
_REASONS = {"close": "resolved", "escalate": "region", "handover": "1", "cases": ""}


def _command(word: str, name: str) -> str:
    rest = _REASONS.get(word, "because")
    return f"{word} {name} {rest}" if word not in ("cases", "missed") else word


def _forged(phone: Phone, other: Phone, words: str) -> Beside:
    """A quote of a message that another phone has got."""
    return {"quote": message_with(other, words)}


@pytest.mark.parametrize("word", sorted(set(_COMMANDS) - {"status"}))
async def test_an_admin_who_is_no_officer_has_no_command(cast: CaseHarness, word: str) -> None:
    nonsense = await cast.say(cast.alex, f"the xyzzy{_command(word, 'amber river 12')}")
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    before = seen(cast.ada), seen(cast.mo)
    assert await cast.say(cast.alex, _command(word, name)) == nonsense
    assert (seen(cast.ada), seen(cast.mo)) == before


async def test_an_admins_status_is_about_announcements(cast: CaseHarness) -> None:
    other = await cast.say(cast.alex, "status amber river 12 soon")
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    assert await cast.say(cast.alex, f"status {name} soon") == other


@pytest.mark.parametrize("word", _COMMANDS)
async def test_an_officer_of_another_team_knows_of_nothing(cast: CaseHarness, word: str) -> None:
    unknown = await cast.say(cast.cy, _command(word, "amber river 12"))
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    before = seen(cast.ada), seen(cast.mo)
    assert await cast.say(cast.cy, _command(word, name)) == unknown
    assert (seen(cast.ada), seen(cast.mo)) == before


@pytest.mark.parametrize("word", _COMMANDS)
async def test_an_excluded_officer_knows_of_nothing(cast: CaseHarness, word: str) -> None:
    unknown = await cast.say(cast.ben, _command(word, "amber river 12"))
    name = await report(cast.stage, cast.mo, "Ben shouted at me.", without=["Deputy"])
    assert seen(cast.ben) == unknown
    before = seen(cast.ada), seen(cast.mo)
    assert await cast.say(cast.ben, _command(word, name)) == unknown
    assert (seen(cast.ada), seen(cast.mo)) == before


async def test_a_quote_of_what_somebody_else_got_opens_nothing(cast: CaseHarness) -> None:
    await report(cast.stage, cast.mo, "Ben shouted at me.", without=["Deputy"])
    for stranger in (cast.ben, cast.cy, cast.alex):
        before = seen(cast.mo)
        answers = await cast.say(stranger, "Who are you?", **_forged(stranger, cast.ada, "shouted"))
        assert "Sent" not in "".join(answers)
        assert seen(cast.mo) == before


async def test_a_quote_of_nothing_and_one_of_a_hidden_case_are_answered_alike(
    cast: CaseHarness,
) -> None:
    await cast.ask(cast.ada, "help")
    nothing = await cast.say(cast.ben, "Hello?", **_forged(cast.ben, cast.ada, "You read reports"))
    await report(cast.stage, cast.mo, "Ben shouted at me.", without=["Deputy"])
    hidden = await cast.say(cast.ben, "Hello?", **_forged(cast.ben, cast.ada, "shouted"))
    assert hidden == nothing


async def test_a_reporter_who_pretends_to_be_an_officer_only_writes_a_part(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    for text in (f"close {name} resolved", f"reply {name} All is well.", f"mute {name}"):
        await cast.say(cast.mo, text)
    assert "waiting for an answer" in await cast.ask(cast.ada, "cases")
    assert "All is well" not in "".join(m for m in seen(cast.mo) if m.startswith("From the team"))


async def test_a_reporter_who_quotes_relayed_text_answers_nobody(cast: CaseHarness) -> None:
    await report(cast.stage, cast.mo, "Somebody shouted at me.")
    other = cast.stage.signal.new_phone("Rio Reporter")
    await report(cast.stage, other, "Another thing.")
    before = seen(other)
    await cast.say(cast.mo, "We close this.", **_forged(cast.mo, cast.ada, "Another thing"))
    assert seen(other) == before


async def test_a_quote_of_one_case_and_the_name_of_another_is_a_slip(cast: CaseHarness) -> None:
    first = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    other = cast.stage.signal.new_phone("Rio Reporter")
    second = await report(cast.stage, other, "Another thing.")
    quote = message_with(cast.ada, "shouted")
    for text in (f"reply {second} Thank you", f"{second} Thank you", f"close {second} resolved"):
        answer = await cast.ask(cast.ada, text, quote=quote)
        assert f"You quoted {first}, but named {second}" in answer
    assert seen(cast.mo) == seen(other) == []


async def test_a_command_word_with_a_quote_is_asked_about(cast: CaseHarness) -> None:
    await report(cast.stage, cast.mo, "Somebody shouted at me.")
    quote = message_with(cast.ada, "shouted")
    asked = await cast.ask(cast.ada, "note she sounds afraid", quote=quote)
    assert "Nothing has been sent yet" in asked
    assert seen(cast.mo) == []


async def test_an_edit_of_what_was_done_changes_nothing(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Thank you.")
    mine = [m for m in cast.ada.messages() if m.sender == cast.ada.aci][-1]
    before = seen(cast.mo)
    cast.ada.edit(mine.timestamp, f"reply {name} No thanks.")
    await cast.stage.settle()
    assert "what I did with it stands" in seen(cast.ada)[-1]
    assert seen(cast.mo) == before


async def test_two_officers_at_once_see_each_others_answers(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    cast.ada.say(f"reply {name} We meet today.")
    cast.ben.say(f"reply {name} We meet tomorrow.")
    await cast.stage.settle()
    assert f"{name}, part 2, answer by Lead\n\nWe meet today." in seen(cast.ben)
    assert f"{name}, part 3, answer by Deputy\n\nWe meet tomorrow." in seen(cast.ada)
    assert len(seen(cast.mo)) == 2


async def test_an_officer_who_left_the_settings_is_anybody(at_rest: CaseHarness) -> None:
    cast = at_rest
    async with cast.stage.running(branch("hackney", cast.alex)):
        name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
        await cast.ask(cast.ben, f"reply {name} Ring Sam.")
    cast.use(without=cast.ben)
    async with cast.stage.running(branch("hackney", cast.alex)):
        quote = message_with(cast.ben, "shouted")
        nonsense = await cast.say(cast.ben, "xyzzy")
        assert await cast.say(cast.ben, f"close {name} resolved") == nonsense
        assert await cast.say(cast.ben, "Who wrote that?", quote=quote) == nonsense
        before = seen(cast.mo)
        await cast.say(cast.ben, "yes")
        assert seen(cast.mo) == before
        await write_on(cast.stage, cast.mo, "Are you there?")
        assert "Are you there?" not in "".join(seen(cast.ben))
        assert seen(cast.ada)[-1].endswith("Are you there?")


async def test_an_officers_own_report_takes_what_looks_like_a_command(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    vault = cast.stage.relay.services.vault
    with cast.stage.store.transaction():
        vault.reports.begin(cast.ada.aci)
    await cast.say(cast.ada, f"close {name} resolved, which was wrong of us")
    assert "waiting for an answer" in await cast.ask(cast.ben, "cases")
    busy = await cast.ask(cast.ada, "We believe you", quote=message_with(cast.ada, "shouted"))
    assert "You are in the middle of something" in busy
    assert seen(cast.mo) == []


async def test_an_answer_never_lands_in_an_announcement(at_rest: CaseHarness) -> None:
    cast = at_rest
    async with cast.stage.running(branch("hackney", cast.ada, groups=[cast.stage.group("Board")])):
        name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
        await cast.ask(cast.ada, "announce")
        await cast.ask(cast.ada, "We believe you", quote=message_with(cast.ada, "shouted"))
        await cast.ask(cast.ada, f"reply {name} And we act.")
        assert [text.splitlines()[-1] for text in seen(cast.mo)] == [
            "We believe you",
            "And we act.",
        ]


async def test_what_was_answered_after_an_erasure_goes_nowhere(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Ring Sam.")
    vault, store = cast.stage.relay.services.vault, cast.stage.store
    with store.transaction():
        (case,) = vault.reports.cases_of(cast.mo.aci)
        vault.reports.erase(cast.mo.aci, case.id)
    before = seen(cast.mo)
    assert "not there any more" in await cast.ask(cast.ada, "yes")
    assert seen(cast.mo) == before
