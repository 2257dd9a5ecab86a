"""What admins read of the contact list, and nobody else does."""

import io
import zipfile

from harness.contacts import ContactStage
from harness.running import branch, from_bot, team

from practice.phones import Phone
from relay.settings import SafeguardingSettings


def csv_of(contacts: ContactStage, phone: Phone) -> str:
    [file] = [one for message in from_bot(phone) for one in message.attachments]
    archive = zipfile.ZipFile(io.BytesIO(contacts.opened(file.data)))
    assert archive.namelist() == ["contacts.csv"]
    return archive.read("contacts.csv").decode("utf-8-sig")


async def test_counts_are_told_in_fives_and_few_are_not_told_apart(contacts: ContactStage) -> None:
    people = contacts.people(6)
    async with contacts.open():
        for index, phone in enumerate(people):
            area = "Clapton" if index < 5 else "Stamford Hill"
            await contacts.enter(phone, ("skip", area, "housing", "skip", "skip"))
        answer = await contacts.say(contacts.stage.alex, "contacts")
        assert "Hackney branch: at least 5." in answer
        assert "Clapton: at least 5" in answer
        assert "housing: at least 5" in answer
        assert "Stamford" not in answer
        assert "others: fewer than 5 each" in answer
        assert "6" not in answer


async def test_what_the_settings_list_is_told_of_by_name(contacts: ContactStage) -> None:
    async with contacts.open(areas=("Clapton", "Dalston")):
        await contacts.enter(contacts.mo, ("skip", "2", "skip", "skip", "skip"))
        answer = await contacts.say(contacts.stage.alex, "contacts")
        assert "Dalston: fewer than 5" in answer
        assert "Clapton" not in answer


async def test_the_export_is_a_locked_file_and_the_other_admins_are_told(
    contacts: ContactStage,
) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        assert "locked file" in await contacts.say(contacts.stage.alex, "contacts export")
        table = csv_of(contacts, contacts.stage.alex)
        assert '"Ana","Clapton","housing, leaflets","Polish","only through the bot"' in table
        assert contacts.mo.aci not in table
        assert "Another admin has taken out" in contacts.last(contacts.stage.bea)
        audit = str(contacts.stage.store._db.execute("SELECT * FROM audit").fetchall())
        assert "contacts-exported" in audit


async def test_a_way_to_be_reached_is_in_it_only_if_it_was_given(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo, ("=1+1", "skip", "skip", "skip", "+44 7700 900123"))
        await contacts.say(contacts.stage.alex, "contacts export")
        table = csv_of(contacts, contacts.stage.alex)
        assert '"\'=1+1"' in table
        assert '"\'+44 7700 900123"' in table


async def test_without_a_key_nothing_is_taken_out(contacts: ContactStage) -> None:
    async with contacts.open(export_key=None):
        await contacts.enter(contacts.mo)
        answer = await contacts.say(contacts.stage.alex, "contacts export")
        assert "Nothing was taken out" in answer


async def test_nobody_but_an_admin_of_the_branch_has_it(contacts: ContactStage) -> None:
    stage = contacts.stage
    officer, moderator = contacts.people(2)
    stage.safeguarding = SafeguardingSettings(teams=(team("hackney", (officer, "Officer")),))
    hackney = contacts.declaration().model_copy(update={"moderators": (moderator.aci,)})
    async with stage.running(hackney, branch("leeds", stage.signal.new_phone("Lee Admin"))):
        await contacts.enter(contacts.mo)
        for phone in (contacts.mo, officer, moderator):
            for text in ("contacts", "contacts export", "members"):
                answer = await contacts.say(phone, text)
                assert "at least" not in answer
                assert "fewer than" not in answer
                assert "locked file" not in answer
        assert not any(one.attachments for one in from_bot(officer) + from_bot(moderator))


async def test_an_admin_with_a_new_phone_gets_no_export(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        await contacts.stage.watch()
        contacts.stage.alex.change_safety_number()
        await contacts.stage.watch()
        await contacts.say(contacts.stage.alex, "contacts export")
        await contacts.say(contacts.stage.alex, "contacts")
        assert not any(one.attachments for one in from_bot(contacts.stage.alex))
        assert "at least" not in contacts.last(contacts.stage.alex)
        await contacts.say(contacts.stage.bea, "contacts export")
        assert "Another admin" not in contacts.last(contacts.stage.alex)


async def test_whoever_leaves_is_in_no_later_file(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        await contacts.say(contacts.mo, "contact list off")
        answer = await contacts.say(contacts.stage.alex, "contacts export")
        assert "Nobody is on the contact list" in answer
