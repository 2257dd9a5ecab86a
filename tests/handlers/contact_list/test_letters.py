"""Admins write to people on the list through the bot, and learn nobody's account."""

from datetime import timedelta

from harness.contacts import ContactStage
from harness.running import from_bot

from practice.phones import Phone
from relay.contact_list.tables import LetterTable

TEXT = "The hall is open on Saturday"


async def five(contacts: ContactStage, area: str = "Clapton") -> list[Phone]:
    people = contacts.people(5)
    for phone in people:
        await contacts.enter(phone, ("skip", area, "housing", "skip", "skip"))
    return people


def got(phone: Phone) -> int:
    return sum(TEXT in one.text for one in from_bot(phone))


async def test_a_letter_goes_to_each_after_a_yes(contacts: ContactStage) -> None:
    async with contacts.open():
        people = await five(contacts)
        await contacts.enter(contacts.mo, ("skip", "Dalston", "skip", "skip", "skip"))
        preview = await contacts.say(contacts.stage.alex, f"contacts write clapton: {TEXT}")
        assert "at least 5, who have named clapton" in preview
        assert "contact list off" in preview
        assert sum(map(got, people)) == 0
        assert "It is on its way" in await contacts.say(contacts.stage.alex, "yes")
        for _ in range(7):
            await contacts.stage.wait(timedelta(seconds=2))
        assert [got(one) for one in people] == [1] * 5
        assert got(contacts.mo) == 0
        assert contacts.stage.store[LetterTable].all() == []
        audit = str(contacts.stage.store._db.execute("SELECT * FROM audit").fetchall())
        assert "contacts-written" in audit


async def test_to_all_and_by_interest(contacts: ContactStage) -> None:
    async with contacts.open():
        people = await five(contacts)
        for audience in ("all", "Housing"):
            await contacts.say(contacts.stage.alex, f"contacts write {audience}: {TEXT}")
            await contacts.say(contacts.stage.alex, "yes")
            for _ in range(7):
                await contacts.stage.wait(timedelta(seconds=2))
        assert [got(one) for one in people] == [2] * 5


async def test_fewer_than_five_are_not_written_to(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        answer = await contacts.say(contacts.stage.alex, f"contacts write Clapton: {TEXT}")
        other = await contacts.say(contacts.stage.alex, f"contacts write Nowhere: {TEXT}")
        assert answer == other
        assert "Fewer than 5" in answer


async def test_whoever_is_off_the_list_by_then_gets_nothing(contacts: ContactStage) -> None:
    async with contacts.open():
        people = await five(contacts)
        await contacts.say(contacts.stage.alex, f"contacts write all: {TEXT}")
        people[4].say("contact list off")
        await contacts.say(contacts.stage.alex, "yes")
        for _ in range(7):
            await contacts.stage.wait(timedelta(seconds=2))
        assert got(people[4]) == 0


async def test_a_second_admin_agrees_where_the_branch_wants_two(contacts: ContactStage) -> None:
    two = contacts.declaration().model_copy(update={"approvals": 2})
    async with contacts.stage.running(two):
        people = await five(contacts)
        await contacts.say(contacts.stage.alex, f"contacts write all: {TEXT}")
        await contacts.say(contacts.stage.alex, "yes")
        await contacts.stage.settle()
        assert sum(map(got, people)) == 0
        assert TEXT in contacts.last(contacts.stage.bea)
        assert "It is on its way" in await contacts.say(contacts.stage.bea, "agree 1")
        for _ in range(7):
            await contacts.stage.wait(timedelta(seconds=2))
        assert sum(map(got, people)) == 5


async def test_a_no_writes_to_nobody(contacts: ContactStage) -> None:
    async with contacts.open():
        people = await five(contacts)
        await contacts.say(contacts.stage.alex, f"contacts write all: {TEXT}")
        assert "nobody gets it" in await contacts.say(contacts.stage.alex, "no")
        await contacts.stage.wait(timedelta(minutes=1))
        assert sum(map(got, people)) == 0


async def test_nobody_else_writes_to_them(contacts: ContactStage) -> None:
    async with contacts.open():
        people = await five(contacts)
        await contacts.say(contacts.mo, f"contacts write all: {TEXT}")
        await contacts.say(contacts.mo, "yes")
        await contacts.stage.wait(timedelta(minutes=1))
        assert sum(map(got, people)) == 0
        assert "To whom, and what?" in await contacts.say(contacts.stage.alex, "contacts write all")
