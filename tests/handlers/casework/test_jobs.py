"""What happens to cases by itself."""

from datetime import timedelta

import pytest
from harness.cases import CaseHarness, report, seen, write_on
from harness.running import branch

HOURS = timedelta(hours=1)


async def test_the_team_is_reminded_once_after_a_day(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.stage.wait(23 * HOURS)
    assert len(seen(cast.ada)) == 2
    await cast.stage.wait(2 * HOURS)
    for officer in (cast.ada, cast.ben):
        assert (
            f"{name} has been waiting for an answer since Sunday 22 November at 1 pm"
            in seen(officer)[-1]
        )
        assert "shouted" not in seen(officer)[-1]
    await cast.stage.wait(HOURS)
    assert len(seen(cast.ada)) == 3
    assert seen(cast.cy) == []


async def test_reminders_keep_to_the_quiet_hours_and_new_reports_do_not(cast: CaseHarness) -> None:
    await cast.stage.wait(10 * HOURS)
    await report(cast.stage, cast.mo, "Somebody shouted at me.")
    assert len(seen(cast.ada)) == 2
    await cast.stage.wait(25 * HOURS)
    assert len(seen(cast.ada)) == 2
    await cast.stage.wait(9 * HOURS)
    assert "waiting for an answer" in seen(cast.ada)[-1]


async def test_an_answer_ends_the_waiting_and_another_part_begins_it_again(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Thank you.")
    await cast.stage.wait(80 * HOURS)
    assert not [text for text in seen(cast.ada) if "waits for" in text]
    assert seen(cast.cy) == []
    await write_on(cast.stage, cast.mo, "It happened again.")
    await cast.stage.wait(36 * HOURS)
    assert "waiting for an answer" in seen(cast.ada)[-1]


async def test_after_three_days_the_next_team_hears_that_a_case_waits_and_nothing_else(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.stage.wait(74 * HOURS)
    (notice,) = seen(cast.cy)
    assert "A case has waited for an answer for a long time." in notice
    assert "It is read by: Lead, Deputy. Please ask one of them" in notice
    assert "team" not in notice
    assert name not in notice
    assert "shouted" not in notice
    told = seen(cast.mo)[-1]
    assert f"About {name}: what you wrote is still waiting for an answer, and I am sorry" in told
    assert "I am telling the next in line" in told
    await cast.stage.wait(2 * HOURS)
    assert len(seen(cast.cy)) == 1
    assert "know no case of yours" in await cast.ask(cast.cy, f"case {name}")


async def test_where_no_team_follows_whoever_wrote_is_told_so(cast: CaseHarness) -> None:
    await report(cast.stage, cast.mo, "Somebody shouted at me.", to="region")
    await cast.stage.wait(74 * HOURS)
    assert "There is nobody further" in seen(cast.mo)[-1]


async def test_what_is_over_is_destroyed_by_itself(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"close {name} resolved")
    await cast.stage.wait(timedelta(days=31))
    shown = await cast.ask(cast.ada, f"case {name}")
    assert "I no longer know who wrote it" in shown
    await cast.ask(cast.ada, f"reopen {name}")
    assert "I no longer know who wrote" in await cast.ask(cast.ada, f"reply {name} Hello there")
    await cast.ask(cast.ada, f"close {name} resolved")
    await cast.stage.wait(timedelta(days=91))
    assert "know no case of yours" in await cast.ask(cast.ada, f"case {name}")


async def test_a_held_case_is_kept(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"hold {name} The police ask for it")
    await cast.ask(cast.ada, f"close {name} referred")
    await cast.stage.wait(timedelta(days=200))
    assert "It is held" in await cast.ask(cast.ada, f"case {name}")


async def test_words_that_wait_too_long_are_not_sent(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.ask(cast.ada, f"reply {name} Ring Sam.")
    await cast.stage.wait(HOURS)
    assert "has not been sent" in seen(cast.ada)[-1]
    await cast.ask(cast.ada, "yes")
    assert seen(cast.mo) == []


async def test_an_officer_who_joins_the_team_is_handed_the_case(at_rest: CaseHarness) -> None:
    cast = at_rest
    cast.use(without=cast.ben)
    async with cast.stage.running(branch("hackney", cast.alex)):
        name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    cast.use()
    async with cast.stage.running(branch("hackney", cast.alex)):
        await cast.stage.settle()
        assert seen(cast.ben) == []
        assert "1. Deputy" in await cast.ask(cast.ada, f"handover {name}")
        await cast.ask(cast.ada, f"handover {name} deputy I am leaving")
        assert f"You can read {name} from now on" in seen(cast.ben)[0]
        assert seen(cast.ben)[1].endswith("Somebody shouted at me.")
        assert "nobody new" in await cast.ask(cast.ada, f"handover {name}")


async def test_a_case_whose_readers_have_all_left_goes_on(at_rest: CaseHarness) -> None:
    cast = at_rest
    async with cast.stage.running(branch("hackney", cast.alex)):
        name = await report(cast.stage, cast.mo, "Ben shouted at me.", without=["Deputy"])
    cast.use(without=cast.ada)
    async with cast.stage.running(branch("hackney", cast.alex)):
        await cast.stage.settle()
        assert seen(cast.ben) == []
        assert f"You can read {name} from now on" in seen(cast.cy)[0]
        assert seen(cast.cy)[1].endswith("Ben shouted at me.")


async def _until_signal_gives_up(cast: CaseHarness) -> None:
    await cast.stage.wait(25 * HOURS)
    await cast.stage.wait(timedelta(minutes=1))


async def test_whom_signal_does_not_reach_is_told_to_the_others(cast: CaseHarness) -> None:
    cast.stage.signal.world.leave_signal(cast.ben.person)
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await _until_signal_gives_up(cast)
    told = [text for text in seen(cast.ada) if "did not reach Deputy" in text]
    assert told == [f"{name}: a message did not reach Deputy. Please see that they know."]


async def test_a_report_that_reaches_nobody_is_tried_again_and_said_so(cast: CaseHarness) -> None:
    for officer in (cast.ada, cast.ben):
        cast.stage.signal.world.leave_signal(officer.person)
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await _until_signal_gives_up(cast)
    assert f"About {name}: what you sent has not reached anybody yet" in seen(cast.mo)[-1]
    for officer in (cast.ada, cast.ben):
        officer.person.registered = True
        cast.stage.signal.world.troubled.discard(officer.aci)
    await cast.stage.wait(2 * HOURS)
    for officer in (cast.ada, cast.ben):
        assert [text for text in seen(officer) if text.endswith("Somebody shouted at me.")]
    assert len([text for text in seen(cast.mo) if "has not reached" in text]) == 1


@pytest.mark.parametrize("rounds", [1, 5])
async def test_going_round_again_changes_nothing(cast: CaseHarness, rounds: int) -> None:
    await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await cast.stage.wait(100 * HOURS)
    before = [seen(phone) for phone in (cast.ada, cast.ben, cast.cy, cast.mo)]
    for _ in range(rounds):
        await cast.stage.settle()
    assert [seen(phone) for phone in (cast.ada, cast.ben, cast.cy, cast.mo)] == before


async def test_an_answer_is_called_sent_once_signal_has_taken_it(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    assert (await cast.ask(cast.ada, f"reply {name} We are here.")).startswith("Sent to whoever")
    cast.stage.signal.signal_cli.tuning.release = "0.100"
    cast.stage.signal.world.leave_signal(cast.mo.person)
    assert await cast.say(cast.ada, f"reply {name} Are you safe?") == []
    before = len(seen(cast.ada))
    await cast.stage.wait(timedelta(minutes=2))
    (late,) = seen(cast.ada)[before:]
    assert "Signal has not taken it yet" in late
    for _ in range(15):
        await cast.stage.wait(timedelta(minutes=10))
    assert ["did not reach" in text for text in seen(cast.ada)[before + 1 :]] == [True]
