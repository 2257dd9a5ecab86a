"""A talk with moderators and a report of harm, by one person: neither gets what is the other's."""

from datetime import timedelta

import pytest
from harness.running import from_bot, team
from harness.talking import Talking

from practice.phones import Phone
from relay.conduct.decisions.decision import Step
from relay.settings import SafeguardingSettings

HARM = "He follows me home after each meeting, and I am afraid of him."


@pytest.fixture
def una(talking: Talking) -> Phone:
    """An officer, so that there is somebody to report to."""
    una = talking.stage.signal.new_phone("Una Officer")
    teams = (team("hackney", (una, "Welfare officer")),)
    talking.stage.safeguarding = SafeguardingSettings(teams=teams)
    return una


async def test_what_is_written_into_a_report_goes_to_no_moderator(
    talking: Talking, una: Phone
) -> None:
    async with talking.open():
        number = await talking.begin()
        await talking.say(talking.mo, "report")
        await talking.say(talking.mo, HARM)
        await talking.say(talking.mo, f"talk {number} and this is a part of it")
        read = await talking.say(talking.bea, f"talk {number}")
        assert "follows" not in read
        assert "part of it" not in read
        services = talking.stage.relay.services
        found = services.talks.get(number)
        assert found is not None
        assert len(services.talks.lines(found)) == 1


async def test_nothing_of_a_talk_comes_into_a_hidden_chat_until_they_ask(
    talking: Talking, una: Phone
) -> None:
    async with talking.open():
        number = talking.matter()
        await talking.say(talking.mo, "report")
        await talking.say(talking.mo, HARM)
        await talking.say(talking.mo, "hide")
        heard = len(from_bot(talking.mo))
        await talking.say(talking.bea, f"talk {number} Hello there")
        await talking.say(talking.bea, "yes")
        await talking.say(talking.bea, f"talk {number} And again")
        await talking.say(talking.bea, f"talk {number} close")
        assert len(from_bot(talking.mo)) == heard
        read = await talking.say(talking.mo, "talk")
        assert "Hello there" in read
        assert "And again" in read


async def test_an_officer_finds_nothing_of_conduct(talking: Talking, una: Phone) -> None:
    async with talking.open():
        number = await talking.begin()
        for typed in (f"talk {number}", f"appeal {number}", "decisions", "appeals"):
            said = await talking.say(una, typed)
            assert "Tuesday" not in said
            assert "Moderators," not in said


async def test_the_days_to_appeal_do_not_run_while_the_notice_waits_for_a_hidden_chat(
    talking: Talking, una: Phone
) -> None:
    async with talking.open():
        await talking.say(talking.mo, "report")
        await talking.say(talking.mo, HARM)
        await talking.say(talking.mo, "hide")
        number = talking.decide(Step.NOTE).matter
        await talking.stage.wait(timedelta(days=20))
        assert "is in" in await talking.say(talking.mo, f"appeal {number} I was quoting")
