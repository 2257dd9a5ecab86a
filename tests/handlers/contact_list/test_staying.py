"""Once a year somebody is asked whether they want to stay; without an answer their entry goes."""

from harness.contacts import ContactStage
from harness.running import branch, from_bot
from reporting import with_teams

from relay.contact_list.tables import EntryTable


def entries(contacts: ContactStage) -> int:
    return len(contacts.stage.store[EntryTable].of_branch("hackney"))


async def test_whoever_says_yes_stays_for_another_year(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        await contacts.days(364)
        assert "Do you want to stay?" not in contacts.last(contacts.mo)
        await contacts.days(1.1)
        assert "Do you want to stay? yes or no" in contacts.last(contacts.mo)
        assert "You stay on the contact list" in await contacts.say(contacts.mo, "yes")
        await contacts.days(100)
        assert entries(contacts) == 1
        assert sum("Do you want to stay?" in one.text for one in from_bot(contacts.mo)) == 1


async def test_whoever_says_no_or_nothing_is_off_it(contacts: ContactStage) -> None:
    [cai] = contacts.people(1)
    async with contacts.open(answer_days=14):
        await contacts.enter(contacts.mo)
        await contacts.enter(cai)
        await contacts.days(365.1)
        await contacts.days(0.01)
        assert "what you gave is destroyed" in await contacts.say(contacts.mo, "no")
        assert entries(contacts) == 1
        await contacts.days(13)
        assert entries(contacts) == 1
        await contacts.days(1.1)
        assert entries(contacts) == 0
        assert "You did not answer" in contacts.last(cai)


async def test_the_command_says_it_too(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        await contacts.days(365.1)
        assert "deleted on" in await contacts.say(contacts.mo, "contact list")
        assert "You stay" in await contacts.say(contacts.mo, "contact list stay")


async def test_nobody_is_asked_at_night(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        await contacts.days(365.5)
        assert "Do you want to stay?" not in contacts.last(contacts.mo)
        await contacts.days(0.4)
        assert "Do you want to stay?" in contacts.last(contacts.mo)


async def test_nothing_comes_into_a_hidden_chat_and_the_entry_goes_all_the_same(
    contacts: ContactStage,
) -> None:
    with_teams(contacts.stage)
    async with contacts.open(ask_days=90):
        await contacts.enter(contacts.mo)
        before = await contacts.hides(contacts.mo)
        await contacts.days(90.1)
        await contacts.days(0.01)
        assert entries(contacts) == 1
        await contacts.days(31)
        assert entries(contacts) == 0
        assert not any("contact list" in one.text for one in from_bot(contacts.mo)[before:])


async def test_a_yes_to_something_else_is_none_to_this(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        answer = await contacts.say(contacts.mo, "yes")
        assert "You stay" not in answer


async def test_a_branch_that_gives_its_list_up_destroys_it(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
    async with contacts.stage.running(branch("hackney", contacts.stage.alex)):
        await contacts.stage.settle()
        assert entries(contacts) == 0
        assert "has no contact list any more" in contacts.last(contacts.mo)
