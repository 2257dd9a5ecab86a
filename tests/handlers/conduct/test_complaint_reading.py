"""Moderators and whoever complained, through the bot; what nobody deals with; what is over."""

import re
from datetime import timedelta

from harness.complaints import Chat


async def test_a_question_and_its_answer_go_through_the_bot(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        said = await chat.say(chat.bea, f"ask {number} When was that?")
        assert "Your question is on its way" in said
        asked = chat.heard(chat.mo)[-1]
        assert "“When was that?”" in asked
        assert "Bea" not in asked
        await chat.say(chat.mo, f"complaint {number} On Tuesday")
        for moderator in (chat.bea, chat.cai):
            assert chat.heard(moderator)[-1].startswith(f"There is more to complaint {number}.")
            assert "answer: “On Tuesday”" in await chat.say(moderator, f"complaint {number}")


async def test_a_closed_complaint_opens_when_its_writer_adds_something(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        assert "Why is" in await chat.say(chat.bea, f"close {number}")
        await chat.say(chat.bea, f"close {number} They have talked it over.")
        assert "“They have talked it over.”" in chat.heard(chat.mo)[-1]
        assert "A moderator has closed" in chat.heard(chat.cai)[-1]
        assert f"{number} (Hackney branch): closed" in await chat.say(chat.cai, "complaints")
        await chat.say(chat.mo, f"complaint {number} He does it again")
        assert f"{number} (Hackney branch): waits" in await chat.say(chat.cai, "complaints")


async def test_a_complaint_that_is_taken_back_is_destroyed_everywhere(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.say(chat.bea, f"complaint {number}")
        assert "Do that? yes or no" in await chat.say(chat.mo, f"complaint {number} take it back")
        assert "is destroyed" in await chat.say(chat.mo, "yes")
        assert "rats" not in "\n".join(one.text for one in chat.shown(chat.bea))
        assert "I know no complaint" in await chat.say(chat.bea, f"complaint {number}")
        rows = chat.stage.store._db.execute("SELECT count(*) FROM conduct_keys").fetchone()
        assert rows[0] == 0


async def test_both_sides_hear_when_nobody_deals_with_it(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.stage.wait(timedelta(hours=47))
        assert "for 2 days" not in "\n".join(chat.heard(chat.mo))
        await chat.stage.wait(timedelta(hours=2))
        for phone in (chat.mo, chat.bea, chat.cai):
            assert f"Nobody has dealt with complaint {number} for 2 days" in chat.heard(phone)[-1]
        await chat.stage.wait(timedelta(days=5))
        assert f"complaint {number} for 7 days" in chat.heard(chat.mo)[-1]
        told = len(chat.heard(chat.mo))
        await chat.stage.wait(timedelta(days=20))
        assert len(chat.heard(chat.mo)) == told


async def test_nobody_is_reminded_of_what_was_dealt_with(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.say(chat.bea, f"ask {number} When was that?")
        told = len(chat.heard(chat.mo))
        await chat.stage.wait(timedelta(days=10))
        assert len(chat.heard(chat.mo)) == told


async def test_a_moderator_whose_term_is_over_sees_no_complaint_any_more(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
    async with chat.open(moderators=(chat.cai.aci,)):
        said = await chat.say(chat.bea, f"complaint {number}")
        assert "I know no complaint" in said
        await chat.say(chat.bea, f"close {number} It is nothing")
        assert "closed" not in chat.heard(chat.mo)[-1]
        assert "About: Ned" in await chat.say(chat.cai, f"complaint {number}")


async def test_where_nobody_moderates_any_more_its_writer_hears_and_is_offered_another_way(
    chat: Chat,
) -> None:
    async with chat.open():
        number = await chat.complain()
    async with chat.open(moderators=()):
        await chat.stage.wait(timedelta(hours=2))
        await chat.stage.wait(timedelta(hours=2))
        assert "nobody moderates Hackney branch" in chat.heard(chat.mo)[-1]
        assert f"complaint {number} move" in chat.heard(chat.mo)[-1]
        assert "Do that? yes or no" in await chat.say(chat.mo, f"complaint {number} move")


async def test_fifty_complaints_about_one_person_are_told_of_together(chat: Chat) -> None:
    async with chat.open():
        puppets = [chat.stage.signal.new_phone(f"Puppet {n}") for n in range(12)]
        world = chat.stage.signal.world
        for puppet in puppets:
            world.join(world.group_chat(chat.group.internal_id), puppet.aci)
        await chat.stage.relay.directory.refresh()
        chat.ned.say("You lot are rats", to=chat.group)
        await chat.stage.settle()
        for puppet in puppets:
            await chat.play(puppet, "complain", "You lot are rats", "4", "skip", "no", "yes")
        assert len([one for one in chat.heard(chat.bea) if "come in" in one]) == 1
        await chat.stage.wait(timedelta(minutes=11))
        told = [one for one in chat.heard(chat.bea) if "come in" in one]
        assert len(told) == 2
        assert told[-1].startswith("11 complaints have come in")
        number = re.findall(r"\d{3,}", told[-1])[0]
        shown = await chat.say(chat.bea, f"complaint {number}")
        assert "Other complaints about the same person: 11" in shown
        assert "about the same person as" in await chat.say(chat.bea, "complaints")


async def test_after_its_time_everything_of_a_complaint_is_destroyed(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.say(chat.bea, f"close {number} They have talked it over.")
        await chat.stage.wait(timedelta(days=61))
        links = chat.stage.store._db.execute("SELECT count(*) FROM conduct_links").fetchone()
        assert links[0] == 0
        assert "You lot are rats" in await chat.say(chat.bea, f"complaint {number}")
        await chat.stage.wait(timedelta(days=310))
        assert "I know no complaint" in await chat.say(chat.bea, f"complaint {number}")
        for table in ("conduct_keys", "conduct_entries", "conduct_copies"):
            rows = chat.stage.store._db.execute(
                f"SELECT count(*) FROM {table}"  # noqa: S608 -- one of these
            ).fetchone()
            assert rows[0] == 0, table
