"""What an earlier version wrote is opened by this one, and goes on to its end with nothing lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from behaviour.noticed import Sentences, noticed
from behaviour.play import Play, reacts, say
from harness.running import KEY
from sqlite_utils import Database

from kept.conftest import FOLDERS, Kept
from kept.settings import ENVIRONMENT
from practice.calls import LoggedCall
from relay.backup import restoring
from relay.backup.errors import NoSigner
from relay.meetings.tables import Meetings, Polls
from relay.settings import load_settings
from relay.store import Store
from relay.store.connecting import connect
from relay.store.copies.partition import tables
from relay.store.migrations import MIGRATIONS

_HELD = """
admin_keys announcements audit case_entries case_files case_keys case_links case_names case_readers
case_records case_relays cases conversations files inbox meeting_followers meeting_papers
meeting_poll_places meeting_polls meeting_votes meetings officer_keys operations outbox
planned_posts posts reminders unreadable
""".split()  # noqa: SIM905 -- easier to read

_REPLACED = {"missed_posts": "missed_messages"}
"""Tables whose rows are kept in another one since."""


def test_there_is_a_folder_of_the_schema_before_the_newest_changes() -> None:
    names = [migration.name for migration in MIGRATIONS.pending(Database(memory=True))]
    assert FOLDERS
    assert all(folder.name.partition("_")[2] in names for folder in FOLDERS)


def test_the_settings_are_read_to_their_end(kept: Kept) -> None:
    settings = load_settings(kept.folder / "relay.toml", ENVIRONMENT)
    assert [branch.slug for branch in settings.branches] == ["hackney", "lambeth", "southwark"]
    assert settings.branch("southwark").approvals == 2
    assert settings.branch("hackney").reminders == (
        timedelta(days=7),
        timedelta(days=1),
        timedelta(hours=2),
    )
    assert settings.safeguarding.teams[0].next == "national"
    assert settings.backup.keep_weeks == 8
    assert len(settings.secrets()) == len(ENVIRONMENT)


def test_no_row_is_lost_by_opening(kept: Kept) -> None:
    path = kept.folder / "relay.db"
    with Store(path, KEY):
        connection = connect(path.as_posix(), KEY, uri=False)
        try:
            there = {
                table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
                for table in tables(connection)
            }
        finally:
            connection.close()
    was = kept.facts["rows"]
    there |= {before: there[since] for before, since in _REPLACED.items()}
    assert {table: there.get(table) for table in was if table != "_sqlite_migrations"} == {
        table: count for table, count in was.items() if table != "_sqlite_migrations"
    }


def test_no_meeting_gets_an_end_that_nobody_named(kept: Kept) -> None:
    with Store(kept.folder / "relay.db", KEY) as store:
        long_ago = datetime(2000, 1, 1, tzinfo=UTC)
        meetings = store[Meetings].public(["hackney", "lambeth", "southwark"], long_ago)
    assert meetings
    assert {meeting.length for meeting in meetings} == {None}


def test_each_of_what_can_be_open_is_in_it(kept: Kept) -> None:
    rows = kept.facts["rows"]
    for table in _HELD:
        assert rows[table], table


async def test_what_waited_to_be_sent_is_sent_once(resumed: Play) -> None:
    await resumed.ground.carry()
    await resumed.ground.settle()
    assert _posts(resumed).count("Doors close at nine.") == 1
    assert [text for how, text in resumed.ground.place.done if how == "posts"] == [
        "Doors close at nine."
    ]
    assert "It is number 6" in resumed.of("Pat").shown()[-1].text
    # What had been accepted and not yet answered.
    assert "Branch meeting" in resumed.of("Mo").shown()[-1].text


async def test_a_preview_gets_its_yes_and_is_posted(resumed: Play) -> None:
    await resumed.ground.carry()
    await say(resumed.of("Alex"), "yes")
    assert _posts(resumed).count("Tea at four.") == 1
    assert "It is number 7" in resumed.of("Alex").shown()[-1].text


async def test_a_thumb_on_a_preview_counts(resumed: Play) -> None:
    await resumed.ground.carry()
    await reacts("👍")(resumed.of("Alex"))
    assert _posts(resumed).count("Tea at four.") == 1


async def test_a_picture_is_described_and_posted(resumed: Play) -> None:
    await resumed.ground.carry()
    abe = resumed.of("Abe")
    await say(abe, "The hall with its new roof.", "yes")
    posted = next(call for call in _sent(resumed) if _text(call) == "The new hall.")
    assert len(posted.body["base64_attachments"]) == 1


async def test_a_correction_names_the_newest_version(resumed: Play, kept: Kept) -> None:
    await resumed.ground.carry()
    await say(resumed.of("Bea"), "yes")
    (edit,) = (call for call in _sent(resumed) if call.body.get("edit_timestamp"))
    assert _text(edit) == "The fair is off."
    assert edit.body["edit_timestamp"] == kept.newest_version("Board", "The fair is on Sundy.")
    post = next(m for m in resumed.of("Mo").shown("Board") if m.history[0].endswith("Sundy."))
    assert post.text == "The fair is off."


async def test_a_meeting_that_was_being_entered_is_posted(resumed: Play) -> None:
    await resumed.ground.carry()
    await say(resumed.of("Dee"), "Library", "skip", "skip", "skip", "yes")
    assert any(text.startswith("Quiz") for text in _posts(resumed))


async def test_a_scheduled_announcement_is_posted_at_its_time(resumed: Play) -> None:
    await resumed.wait(hours=19)
    assert "The fair is today." not in _posts(resumed)
    await resumed.wait(hours=1)
    assert _posts(resumed).count("The fair is today.") == 1


async def test_another_admin_agrees(resumed: Play) -> None:
    await resumed.ground.carry()
    await say(resumed.of("Eve"), "agree 5")
    assert _posts(resumed).count("Southwark meets on Monday.") == 1
    assert "It is number 5" in resumed.of("Cal").shown()[-1].text


async def test_votes_go_on_being_counted(resumed: Play) -> None:
    await resumed.ground.carry()
    board = resumed.ground.place_of("Board")
    poll = next(m for m in resumed.of("Mo").shown("Board") if m.question)
    resumed.of("Lee").phone.vote(poll.timestamp, (0,), board)
    resumed.of("Mo").phone.vote(poll.timestamp, (1,), board)
    await resumed.ground.carry()
    # Mo had said yes and Rio no.
    assert resumed.ground.store[Polls].counts(2) == (1, 2, 0)


async def test_groups_and_people_are_reminded_at_the_time(resumed: Play) -> None:
    await resumed.ground.carry()
    mo = resumed.of("Mo")
    # Thursday at 7 pm: the day before.
    await resumed.wait(days=3, hours=5)
    before = len(mo.shown()), len(_reminders(resumed))
    await resumed.wait(hours=1)
    assert (len(mo.shown()), len(_reminders(resumed))) == (before[0] + 1, before[1] + 1)
    assert "Branch meeting" in mo.shown()[-1].text
    await say(mo, "stop")
    told = len(mo.shown())
    await resumed.wait(hours=22)
    assert len(mo.shown()) == told
    assert len(_reminders(resumed)) == before[1] + 2


async def test_a_half_written_report_is_finished_and_reaches_the_officers(resumed: Play) -> None:
    await resumed.ground.carry()
    await say(resumed, "In the hall.", "done", "send")
    una = resumed.of("Una")
    parts = [m for m in una.shown() if "She hit me." in m.text or "In the hall." in m.text]
    assert [m.text.partition("\n\n")[2] for m in parts[-2:]] == ["She hit me.", "In the hall."]
    assert any(len(m.attachments) == 1 for m in una.shown())


async def test_words_that_waited_for_an_officers_yes_go_to_the_reporter(resumed: Play) -> None:
    await resumed.ground.carry()
    await say(resumed.of("Una"), "yes")
    assert resumed.of("Rio").shown()[-1].text.endswith("Ring Sam Example.")


async def test_a_case_is_read_answered_and_erased(resumed: Play) -> None:
    await resumed.ground.carry()
    una, ria = resumed.of("Una"), resumed.of("Ria")
    await say(una, "no", "case {Rio}")
    case = "\n".join(message.text for message in una.shown()[-4:])
    for words in ("She sounds afraid.", "We meet on Thursday.", "You look after it."):
        assert words in case
    await say(una, "reply {Ria} Thank you.")
    assert ria.shown()[-1].text.endswith("Thank you.")
    await say(ria, "And one more thing.", "yes")
    assert una.shown()[-1].text.endswith("And one more thing.")
    await say(ria, "erase", "yes")
    assert "withdrawn" in una.shown()[-1].text
    await say(una, "case {Ria}")
    assert "He shouted at me." not in una.shown()[-1].text


async def test_erasing_that_was_asked_about_is_done_at_the_yes(resumed: Play) -> None:
    await resumed.ground.carry()
    await say(resumed.of("Ruy"), "yes")
    assert "withdrawn" in resumed.of("Una").shown()[-1].text


async def test_a_passphrase_opens_its_case_from_another_phone(resumed: Play) -> None:
    await resumed.ground.carry()
    kim = resumed.of("Kim")
    await say(kim, "resume {Rio} one two three four five", "case")
    assert resumed.ground.names["Rio"] in kim.shown()[-1].text
    await say(resumed.of("Una"), "no", "reply {Rio} Are you safe?")
    assert kim.shown()[-1].text.endswith("Are you safe?")


async def test_rights_that_waited_wait_until_somebody_confirms(resumed: Play) -> None:
    await resumed.ground.carry()
    fay, gus, alex = resumed.of("Fay"), resumed.of("Gus"), resumed.of("Alex")
    await say(fay, "announce Hello")
    assert "waits for you just now" in fay.shown()[-1].text
    await say(gus, "case {Rio}")
    assert "He shouted at me." not in gus.shown()[-1].text
    waiting = gus.shown()[-1].text
    await say(alex, "no", "confirm admin 1")
    await say(fay, "announce Hello")
    assert "waits for you just now" not in fay.shown()[-1].text
    await say(alex, "confirm officer 1")
    await say(gus, "case {Rio}")
    assert gus.shown()[-1].text != waiting
    assert "a safeguarding report" in gus.shown()[-1].text


async def test_everything_that_expires_does_and_is_said(resumed: Play) -> None:
    await resumed.ground.carry()
    await resumed.wait(hours=1)
    assert "expired" in resumed.of("Alex").shown()[-1].text
    assert "Nothing has changed" in resumed.of("Bea").shown()[-1].text
    assert resumed.ground.store.announcements.get(7) is None


@pytest.mark.parametrize("with_people", [True, False])
async def test_a_backup_is_restored_and_goes_on(kept: Kept, *, with_people: bool) -> None:
    request = restoring.RestoreRequest(
        file=kept.backup,
        confidential=kept.folder / "confidential.backup" if with_people else None,
        identity=kept.folder / "backup-key.txt",
        now=kept.at,
        reason="restored",
        # It is older than signatures.
        proof=restoring.Proof.NONE,
    )
    assert restoring.verify(request).returned.announcements
    with pytest.raises(NoSigner):
        restoring.verify(replace(request, proof=restoring.Proof.SIGNATURE))
    done = restoring.restore(request, kept.folder / "restored", lambda _: True)
    assert (done.returned.meetings, done.returned.cases) == (2, 5 if with_people else 0)
    assert done.settings is not None
    load_settings(done.settings, {"RELAY_SECRETS_DIR": str(kept.folder / "restored" / "secrets")})
    store = kept.folder / "restored" / "var" / "relay.db"
    async with kept.resumed(store) as play:
        await play.ground.settle()
        play.ground.signal.calls.clear()
        await say(play.of("Alex"), "meetings", "status 1")
        assert "Number 1 was posted" in play.of("Alex").shown()[-1].text
        await say(play.of("Una"), "cases")
        assert (play.ground.names["Rio"] in play.of("Una").shown()[-1].text) is with_people
        assert "Doors close at nine." not in [*noticed(play.ground, Sentences())]


def _sent(play: Play) -> list[LoggedCall]:
    return [call for call in play.ground.signal.calls if call.path == "/v2/send"]


def _text(call: LoggedCall) -> str:
    return str(call.body.get("message") or "")


def _posts(play: Play) -> list[str]:
    """What the bot has put into groups since the relay of today began."""
    return [
        _text(call) for call in _sent(play) if play.ground.name_of(call.recipients[0]) in GROUPS
    ]


def _reminders(play: Play) -> list[str]:
    return [text for text in _posts(play) if "Branch meeting\n" in text]


GROUPS = ("Board", "Forum", "Hall")
