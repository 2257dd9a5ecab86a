"""What each table holds of somebody is named by `about me`, or the register says why not."""

from collections.abc import Iterator

from harness.remembered import Remembered

from handlers.holders import HOLDERS
from handlers.personal_data.texts import held_by_all
from practice.phones import Phone
from relay.personal_data.register import register
from relay.store.copies.partition import tables

NOT_PLAYED = {
    # Of whom copies of a group's message are noted whose phone is new; of whom a reminder was sent.
    *("missed_messages", "outbox"),
    "announcements",
    # Over within minutes: whom a question or a welcome is still to be sent to.
    *("ballot_people", "awaited_welcomes", "hanging_invites", "mailing_copies"),
    # Of whoever was in no group of the branch before.
    "told_once",
    # Of a time-out or a removal; what is asked of admins or waits for an appeal.
    *("conduct_effects", "conduct_marks", "conduct_appeals", "conduct_proposals"),
    # A note needs no second moderator.
    "conduct_votes",
}
"""Tables in which whoever does everything here leaves no row; each has a test of its own below or
where its feature is tested."""


async def test_what_stands_there_with_an_account_id_is_named(remembered: Remembered) -> None:
    async with remembered.running():
        await remembered.do_everything()
        await remembered.report()
        person = remembered.zeb
        named = {one.item for one in held_by_all(remembered.stage.relay.services, person.aci)}
        for name in _with_account_id(remembered, person):
            entry = register().tables[name]
            assert "account id" in entry.kept_as, name
            assert entry.about_me in named or entry.unfound == "alike", name


async def test_every_table_of_which_something_is_named_was_played(remembered: Remembered) -> None:
    async with remembered.running():
        await remembered.do_everything()
        features = {item for holder in HOLDERS for item in holder.items}
        missing = []
        for name, entry in register().tables.items():
            of_officials = set(entry.people) <= {"admins", "officers"}
            if entry.about_me is None or of_officials or name in NOT_PLAYED:
                continue
            assert entry.about_me in features, name
            database = remembered.stage.store._db
            [count] = database.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608
            if not count:
                missing.append(name)
        assert missing == [], "play it in harness/remembered.py, or say why not"


async def test_once_forgotten_no_table_has_their_account_id(remembered: Remembered) -> None:
    async with remembered.running():
        await remembered.do_everything()
        await remembered.report()
        await remembered.play(remembered.zeb, "forget me", "leave")
        await remembered.look()
        assert list(_with_account_id(remembered, remembered.zeb)) == []


def _with_account_id(cast: Remembered, phone: Phone) -> Iterator[str]:
    database = cast.stage.store._db
    for name in tables(database.conn):
        rows = database.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
        if phone.aci in str(rows):
            yield name
