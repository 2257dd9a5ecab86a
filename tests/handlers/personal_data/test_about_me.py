"""`about me`: what is kept of whoever asks, in the chat and as a file."""

from datetime import timedelta

from harness.running import KEY, from_bot
from harness.unseen import Unseen
from opened import opened

from handlers.holders import HOLDERS
from relay.personal_data.register import register


async def test_a_stranger_hears_that_nothing_is_kept_of_them(unseen: Unseen) -> None:
    async with unseen.running():
        said = await unseen.say(unseen.sam, "about me")
        assert said.startswith("Of you in particular I keep nothing now.")
        assert "in the middle of with me, and have not sent or finished, is kept" in said
        assert "or for 30 minutes" in said


async def test_a_subscriber_hears_since_when_why_and_until_when(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        said = await unseen.say(unseen.sam, "What do you know about me?")
        assert "You get everything from Hackney branch by direct message, since Sunday 22" in said
        assert "until you type unsubscribe" in said


async def test_two_people_never_read_anything_of_each_other(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.kim)
        assert "I keep nothing now" in await unseen.say(unseen.sam, "about me")


async def test_words_that_only_begin_so_are_no_command(unseen: Unseen) -> None:
    async with unseen.running():
        for text in (
            *("about me and him", "about mental health", "forget me not", "forget it"),
            *("Privacy: he has put my number into the group", "privacy means nothing to him"),
        ):
            assert "fingerprint" not in await unseen.say(unseen.sam, text), text


async def test_as_a_file_it_says_where_and_on_which_basis(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        await unseen.say(unseen.sam, "about me file")
        [file] = from_bot(unseen.sam)[-1].attachments
        text = file.data.decode()
        assert "You get everything from Hackney branch" in text
        assert "Where: subscribers, mailing_copies. In backups: the newest alone" in text
        assert "Article 6(1)(a)" in text
        assert "Information Commissioner" in text


async def test_of_the_file_nothing_is_left_once_it_is_sent(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        await unseen.say(unseen.sam, "about me file")
        assert not unseen.stage.store._db.execute("SELECT * FROM files").fetchall()
        await unseen.stage.wait(timedelta(minutes=2))
        await unseen.stage.settle()
    pages = opened(unseen.stage.folder / "relay.db", KEY)
    assert b"What this bot keeps of one account" not in pages
    assert b"You get everything from" not in pages


async def test_an_admin_hears_that_they_are_one_and_what_they_did(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.post("Tea at four")
        said = await unseen.say(unseen.alex, "about me")
        assert "You are an admin of Hackney branch." in said
        assert "What you did as an admin, " in said
        assert "There is no end to that yet." in said


def test_what_the_register_says_is_named_is_named_by_some_holder() -> None:
    named = [item for holder in HOLDERS for item in holder.items]
    assert len(named) == len(set(named))
    assert {one.about_me for one in register().tables.values() if one.about_me} == set(named)
