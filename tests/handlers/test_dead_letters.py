"""A message that no conversation can handle: its sender hears, admins hear a number, a day later.

Somebody may have tried to report harm, and an admin may be who harmed them.
"""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot
from reporting import with_teams, write
from signalbot import DataMessageContext, DataMessageHandler

from practice.phones import Phone

MARK = "quince marmalade behind the stairs"
TROUBLE = "Something went wrong here with a message you sent"


class Broken(DataMessageHandler):
    """A conversation with a fault."""

    async def handle_data_message(self, context: DataMessageContext) -> None:
        raise RuntimeError


def breaks_on_the_mark(stage: RelayHarness) -> None:
    stage.relay.services.bot.register(
        Broken(), f=lambda message: MARK in (getattr(message, "text", "") or ""), priority=1_000
    )


async def give_up(stage: RelayHarness, phone: Phone, text: str) -> None:
    phone.say(text)
    for _ in range(6):
        await stage.wait(timedelta(minutes=1))


async def test_what_a_reporter_wrote_is_not_kept_and_no_admin_hears_of_it_that_day(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        breaks_on_the_mark(on_stage)
        await write(on_stage, cast.rio, "It happened.")
        await give_up(on_stage, cast.rio, MARK)
        assert TROUBLE in from_bot(cast.rio)[-1].text
        assert from_bot(on_stage.alex) == []
        assert on_stage.store.inbox.dead() == 1
        rows = on_stage.store._db.execute("SELECT body, source FROM inbox WHERE state = 'dead'")
        assert rows.fetchall() == [(None, None)]


async def test_the_first_message_of_somebody_unknown_is_not_kept_either(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        breaks_on_the_mark(on_stage)
        await give_up(on_stage, on_stage.mo, f"report {MARK}")
        assert TROUBLE in from_bot(on_stage.mo)[-1].text
        assert from_bot(on_stage.alex) == []
        rows = on_stage.store._db.execute("SELECT body, source FROM inbox WHERE state = 'dead'")
        assert rows.fetchall() == [(None, None)]


async def test_admins_hear_the_day_after_how_many_there_were_and_once(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        breaks_on_the_mark(on_stage)
        await give_up(on_stage, on_stage.mo, MARK)
        await give_up(on_stage, on_stage.bea, MARK)
        await on_stage.wait(timedelta(hours=8))
        assert from_bot(on_stage.alex) == []
        await on_stage.wait(timedelta(hours=12))
        [told] = [message.text for message in from_bot(on_stage.alex)]
        assert told.startswith("2 messages that were sent to me could not be handled")
        for mark in (on_stage.mo.aci, "Mo", "November", "1 pm", MARK):
            assert mark not in told
        await on_stage.wait(timedelta(days=1))
        assert len(from_bot(on_stage.alex)) == 1


async def test_an_admins_own_is_kept_unless_they_report(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        breaks_on_the_mark(on_stage)
        await give_up(on_stage, on_stage.alex, f"announce {MARK}")
        await write(on_stage, on_stage.alex, "It happened.")
        await give_up(on_stage, on_stage.alex, MARK)
        rows = on_stage.store._db.execute("SELECT body FROM inbox WHERE state = 'dead'").fetchall()
        assert [row[0] is None for row in rows] == [False, True]
