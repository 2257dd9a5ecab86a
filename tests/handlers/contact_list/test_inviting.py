"""People of an imported list are asked once, slowly, and nothing of them stays."""

from datetime import timedelta

import pytest
from canaries import leaks
from harness.contacts import ContactStage
from harness.running import KEY, RelayHarness, from_bot
from opened import opened
from reporting import with_teams

from practice.people import NumberSharing
from practice.phones import Phone
from relay.contact_list.tables import InvitationTable

ASKED = "do you want to be on its contact list?"


def someone(contacts: ContactStage, number: str, **more: NumberSharing) -> Phone:
    return contacts.stage.signal.new_phone("Sam", number=number, **more)


def times_asked(phone: Phone) -> int:
    return sum(ASKED in one.text for one in from_bot(phone))


def outcomes(contacts: ContactStage) -> dict[str, int]:
    return contacts.stage.store[InvitationTable].outcomes("hackney")


async def test_everybody_is_asked_once_and_one_at_a_time(contacts: ContactStage) -> None:
    people = [someone(contacts, f"+4477009001{index:02}") for index in range(3)]
    async with contacts.open(invitations_a_day=50):
        contacts.take(*(f"+4477009001{index:02}" for index in range(3)))
        await contacts.stage.settle()
        assert [times_asked(one) for one in people] == [1, 0, 0]
        for _ in range(4):
            await contacts.stage.wait(timedelta(minutes=16))
        assert [times_asked(one) for one in people] == [1, 1, 1]
        contacts.take(*(f"+4477009001{index:02}" for index in range(3)))
        await contacts.days(2)
        assert [times_asked(one) for one in people] == [1, 1, 1]
        assert outcomes(contacts) == {"asked": 3}


async def test_no_more_are_asked_in_a_day_than_the_host_says(contacts: ContactStage) -> None:
    people = [someone(contacts, f"+4477009001{index:02}") for index in range(5)]
    async with contacts.open(invitations_a_day=2):
        contacts.take(*(f"+4477009001{index:02}" for index in range(5)))
        for _ in range(20):
            await contacts.stage.wait(timedelta(hours=1))
        assert sum(map(times_asked, people)) == 2
        for _ in range(100):
            await contacts.stage.wait(timedelta(hours=1))
        assert sum(map(times_asked, people)) == 5


async def test_by_default_nobody_is(contacts: ContactStage) -> None:
    sam = someone(contacts, "+447700900123")
    async with contacts.open():
        contacts.take("+447700900123")
        await contacts.days(1)
        assert times_asked(sam) == 0
        await contacts.stage.relay.tidy()
        assert contacts.stage.store[InvitationTable].waiting("hackney") == 0


async def test_nobody_is_asked_at_night(contacts: ContactStage) -> None:
    sam = someone(contacts, "+447700900123")
    async with contacts.open(invitations_a_day=5):
        contacts.stage.clock.move(timedelta(hours=10))
        contacts.take("+447700900123")
        await contacts.stage.settle()
        assert times_asked(sam) == 0
        await contacts.stage.wait(timedelta(hours=10))
        assert times_asked(sam) == 1


async def test_a_yes_begins_and_the_person_says_themself_what_they_give(
    contacts: ContactStage,
) -> None:
    sam = someone(contacts, "+447700900123", sharing=NumberSharing.SHOWN)
    async with contacts.open(invitations_a_day=5):
        contacts.take("+447700900123")
        await contacts.stage.settle()
        assert "What should Hackney branch call you?" in await contacts.say(sam, "Yes please")
        for _ in range(5):
            await contacts.say(sam, "skip")
        assert "You are on the contact list" in await contacts.say(sam, "yes")


async def test_whose_number_does_not_show_types_the_command(contacts: ContactStage) -> None:
    sam = someone(contacts, "+447700900123")
    async with contacts.open(invitations_a_day=5):
        contacts.take("+447700900123")
        await contacts.stage.settle()
        assert "please write: contact list" in contacts.last(sam)
        assert "call you?" in await contacts.say(sam, "contact list")


@pytest.mark.parametrize("no", ["no", "Stop"])
async def test_whoever_says_no_is_never_asked_again(contacts: ContactStage, no: str) -> None:
    sam = someone(contacts, "+447700900123", sharing=NumberSharing.SHOWN)
    async with contacts.open(invitations_a_day=5):
        contacts.take("+447700900123")
        await contacts.stage.settle()
        assert "I do not ask you again" in await contacts.say(sam, no)
        await contacts.days(800)
        await contacts.stage.relay.tidy()
        contacts.take("+447700900123")
        await contacts.days(1)
        assert times_asked(sam) == 1


async def test_who_is_not_on_signal_is_counted(contacts: ContactStage) -> None:
    async with contacts.open(invitations_a_day=50):
        contacts.take("+447700900199")
        for _ in range(3):
            await contacts.stage.wait(timedelta(hours=1))
        assert outcomes(contacts) == {"not-on-signal": 1}
        answer = await contacts.say(contacts.stage.alex, "contacts")
        assert "Not to be found on Signal by their number: 1." in answer
        _, page = await contacts.stage.read("/metrics")
        line = 'relay_contact_invitations{branch="hackney",outcome="not-on-signal"} 1.0'
        assert line in page.decode()


async def test_nothing_of_a_number_stays(contacts: ContactStage) -> None:
    someone(contacts, "+447700900177")
    async with contacts.open(invitations_a_day=50):
        contacts.take("+447700900177", "+447700900188")
        for _ in range(4):
            await contacts.stage.wait(timedelta(hours=1))
        waiting = contacts.stage.store[InvitationTable].waiting("hackney")
        assert waiting == 0
    pages = opened(contacts.stage.folder / "relay.db", KEY)
    assert leaks(pages, {"asked": "7700900177", "absent": "7700900188"}) == []


async def test_a_hidden_chat_gets_nothing_and_looks_as_if_it_had(contacts: ContactStage) -> None:
    sam = someone(contacts, "+447700900123", sharing=NumberSharing.SHOWN)
    with_teams(contacts.stage)
    async with contacts.open(invitations_a_day=5):
        before = await contacts.hides(sam)
        contacts.take("+447700900123")
        await contacts.days(0.1)
        assert len(from_bot(sam)) == before
        assert outcomes(contacts) == {"asked": 1}


async def test_whoever_wants_nothing_unasked_is_not_asked(contacts: ContactStage) -> None:
    sam = someone(contacts, "+447700900123", sharing=NumberSharing.SHOWN)
    async with contacts.open(invitations_a_day=5):
        await contacts.say(sam, "silence")
        contacts.take("+447700900123")
        await contacts.stage.settle()
        assert times_asked(sam) == 0


async def test_whoever_is_on_the_list_is_not_asked(contacts: ContactStage) -> None:
    sam = someone(contacts, "+447700900123", sharing=NumberSharing.SHOWN)
    async with contacts.open(invitations_a_day=5):
        await contacts.enter(sam)
        contacts.take("+447700900123")
        await contacts.stage.settle()
        assert times_asked(sam) == 0


async def test_nobody_is_asked_while_signal_wants_a_captcha(contacts: ContactStage) -> None:
    sam = someone(contacts, "+447700900123")
    async with contacts.open(invitations_a_day=5):
        now = contacts.stage.clock.now()
        with contacts.stage.store.transaction():
            contacts.stage.store.breakers.block(
                "signal", cause="captcha", reason="", now=now, retry_at=None, challenge_tokens=()
            )
        contacts.take("+447700900123")
        await contacts.stage.settle()
        assert times_asked(sam) == 0
        with contacts.stage.store.transaction():
            contacts.stage.store.breakers.lift("signal")
        await contacts.stage.settle()
        assert times_asked(sam) == 1


async def test_after_a_kill_nobody_is_asked_who_may_have_been(on_stage: RelayHarness) -> None:
    contacts = ContactStage(on_stage)
    sam = someone(contacts, "+447700900123")
    async with contacts.open(invitations_a_day=5):
        contacts.take("+447700900123")
        invitations = contacts.stage.relay.services.invitations
        invitations.go_on()
        row = contacts.stage.store[InvitationTable].under_way()
        assert row is not None
        # The relay dies between Signal's answer and its note of it.
        invitations.try_(row, tried=True)
    async with contacts.open(invitations_a_day=5):
        await contacts.days(1)
        assert times_asked(sam) == 0
        assert outcomes(contacts) == {"asked": 1}
