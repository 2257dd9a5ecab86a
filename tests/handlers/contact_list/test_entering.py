"""Somebody puts themself on the contact list, changes it, and takes themself off."""

from harness.contacts import ContactStage
from harness.running import branch, from_bot

from relay.contact_list.tables import ContactKeys, EntryTable


def keys(contacts: ContactStage) -> int:
    table = contacts.stage.store[ContactKeys]
    return int(table._db.execute("SELECT count(*) FROM contact_keys").fetchone()[0])


async def test_it_is_said_what_for_before_anything_is_asked(contacts: ContactStage) -> None:
    async with contacts.open():
        answer = await contacts.say(contacts.mo, "Contact list")
        assert "Who can see it:" in answer
        assert "Why:" in answer
        assert "Until when:" in answer
        assert "contact list off" in answer
        assert "What should Hackney branch call you?" in answer


async def test_one_thing_is_asked_at_a_time_and_nothing_is_kept_before_a_yes(
    contacts: ContactStage,
) -> None:
    async with contacts.open():
        await contacts.say(contacts.mo, "contact list")
        assert "Which part of the area" in await contacts.say(contacts.mo, "Ana")
        assert "What would you like to do" in await contacts.say(contacts.mo, "Clapton")
        assert "Which language" in await contacts.say(contacts.mo, "housing, leaflets")
        assert "another way" in await contacts.say(contacts.mo, "skip")
        preview = await contacts.say(contacts.mo, "skip")
        assert "Name: Ana" in preview
        assert "Area: Clapton" in preview
        assert "Interests: housing, leaflets" in preview
        assert "Language: nothing" in preview
        assert "Nothing is kept yet" in preview
        assert contacts.stage.store[EntryTable].of_branch("hackney") == []
        assert "You are on the contact list" in await contacts.say(contacts.mo, "yes")
        assert len(contacts.stage.store[EntryTable].of_branch("hackney")) == 1


async def test_a_no_at_any_point_keeps_nothing(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.say(contacts.mo, "contact list")
        await contacts.say(contacts.mo, "Ana")
        assert "kept nothing" in await contacts.say(contacts.mo, "no")
        await contacts.say(contacts.mo, "contact list")
        for answer in ("Ana", "skip", "skip", "skip", "skip"):
            await contacts.say(contacts.mo, answer)
        assert "kept nothing" in await contacts.say(contacts.mo, "no")
        assert "You are not on" in await contacts.say(contacts.mo, "contact list off")


async def test_a_line_of_the_preview_is_changed_by_its_name(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.say(contacts.mo, "contact list")
        for answer in ("Ana", "skip", "skip", "skip", "skip"):
            await contacts.say(contacts.mo, answer)
        assert "Area: Dalston" in await contacts.say(contacts.mo, "area Dalston")
        assert "yes or no" in await contacts.say(contacts.mo, "what do you think")
        assert "You are on" in await contacts.say(contacts.mo, "yes")


async def test_the_same_words_show_ones_own_entry(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        own = await contacts.say(contacts.mo, "contact list")
        assert "Name: Ana" in own
        assert "contact list off" in own
        assert "On Monday 22 November 2027 I ask" in own


async def test_one_thing_is_changed_at_once_or_asked_for(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        assert "Area: Dalston" in await contacts.say(contacts.mo, "contact list area Dalston")
        assert "Which language" in await contacts.say(contacts.mo, "contact list language")
        assert "Language: Turkish" in await contacts.say(contacts.mo, "Turkish")
        assert "Area: nothing" in await contacts.say(contacts.mo, "contact list area skip")
        assert "Name: Ana" in await contacts.say(contacts.mo, "contact list")
        assert keys(contacts) == 1


async def test_off_destroys_it_at_once(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.enter(contacts.mo)
        assert keys(contacts) == 1
        assert "what you gave is destroyed" in await contacts.say(contacts.mo, "contact list off")
        assert keys(contacts) == 0
        assert contacts.stage.store[EntryTable].of_branch("hackney") == []
        assert "Who can see it" in await contacts.say(contacts.mo, "contact list")


async def test_off_ends_what_is_being_entered_too(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.say(contacts.mo, "contact list")
        assert "not on a contact list" in await contacts.say(contacts.mo, "contact list off")
        assert contacts.stage.store.conversations.of(contacts.mo.aci) is None


async def test_a_branch_can_say_what_there_is_to_choose_from(contacts: ContactStage) -> None:
    async with contacts.open(areas=("Clapton", "Dalston"), interests=("Housing", "Leaflets")):
        await contacts.say(contacts.mo, "contact list")
        assert "2. Dalston" in await contacts.say(contacts.mo, "Ana")
        assert "not on the list" in await contacts.say(contacts.mo, "Hoxton")
        assert "1. Housing" in await contacts.say(contacts.mo, "2")
        assert "Which language" in await contacts.say(contacts.mo, "2 1")
        await contacts.say(contacts.mo, "skip")
        preview = await contacts.say(contacts.mo, "skip")
        assert "Area: Dalston" in preview
        assert "Interests: Leaflets, Housing" in preview


async def test_what_is_too_long_or_too_much_is_asked_for_again(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.say(contacts.mo, "contact list")
        assert "Up to 40 characters" in await contacts.say(contacts.mo, "A" * 41)
        await contacts.say(contacts.mo, "👩‍👩‍👧‍👦" * 40)
        await contacts.say(contacts.mo, "skip")
        assert "Up to 5" in await contacts.say(contacts.mo, "a, b, c, d, e, f")


async def test_a_cry_for_help_is_no_name(contacts: ContactStage) -> None:
    async with contacts.open():
        await contacts.say(contacts.mo, "contact list")
        answer = await contacts.say(contacts.mo, "help me")
        assert "999" in answer
        assert "Which part of the area" not in answer


async def test_what_is_a_command_elsewhere_is_no_name(contacts: ContactStage) -> None:
    async with contacts.open():
        for text in ("about me", "forget me", "meetings"):
            await contacts.say(contacts.mo, "contact list")
            answer = await contacts.say(contacts.mo, text)
            assert "Which part of the area" not in answer, text
            await contacts.say(contacts.mo, "no")
            await contacts.say(contacts.mo, "contact list off")


async def test_of_several_branches_one_is_chosen(contacts: ContactStage) -> None:
    stage = contacts.stage
    other = contacts.declaration().model_copy(update={"slug": "camden", "name": "Camden branch"})
    async with stage.running(contacts.declaration(), other, branch("leeds", stage.alex)):
        answer = await contacts.say(contacts.mo, "contact list")
        assert "1. Hackney branch" in answer
        assert "2. Camden branch" in answer
        assert "Leeds" not in answer
        assert "What should Camden branch call you?" in await contacts.say(contacts.mo, "camden")
        await contacts.say(contacts.mo, "no")
        assert "What should Hackney" in await contacts.say(contacts.mo, "contact list 1")


async def test_without_a_list_the_words_mean_nothing(contacts: ContactStage) -> None:
    async with contacts.stage.running(branch("hackney", contacts.stage.alex)):
        assert "Who can see it" not in await contacts.say(contacts.mo, "contact list")


async def test_words_that_only_begin_so_are_no_command(contacts: ContactStage) -> None:
    async with contacts.open():
        answer = await contacts.say(contacts.mo, "contact list of helplines please")
        assert "Who can see it" not in answer


async def test_whoever_hides_the_chat_meanwhile_is_told_nothing_later(
    contacts: ContactStage,
) -> None:
    async with contacts.open():
        await contacts.say(contacts.mo, "contact list")
        await contacts.say(contacts.mo, "Ana")
        await contacts.say(contacts.mo, "hide")
        before = len(from_bot(contacts.mo))
        await contacts.days(2)
        assert len(from_bot(contacts.mo)) == before
        assert contacts.stage.store.conversations.of(contacts.mo.aci) is None


async def test_no_to_what_is_to_be_changed_leaves_it_as_it_was(contacts: ContactStage) -> None:
    async with contacts.open():
        for no in ("no", "cancel"):
            await contacts.enter(contacts.mo)
            assert "Which part" in await contacts.say(contacts.mo, "contact list area")
            assert "stays as it is" in await contacts.say(contacts.mo, no)
            assert "Area: Clapton" in await contacts.say(contacts.mo, "contact list")
            await contacts.say(contacts.mo, "contact list off")


async def test_a_sentence_takes_them_off_it(contacts: ContactStage) -> None:
    async with contacts.open():
        for said in ("Take me off the contact list", "please remove me from the contact list!"):
            await contacts.enter(contacts.mo)
            assert "You are off the contact list" in await contacts.say(contacts.mo, said)
        assert "You are not on" in await contacts.say(contacts.mo, "leave the contact list")
