"""What is said in public is signed in the moment in which it is said."""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from harness.restoring import restored
from harness.running import KEY, branch, relay_harness
from harness.signing import SigningStage
from opened import opened
from sqlcipher3.dbapi2 import IntegrityError

from relay.signed_feed.entry import Kind, Origin
from relay.signed_feed.feed import KEPT
from relay.signed_feed.reading import FeedBroken
from relay.signed_feed.tables import SignedFeeds
from relay.signed_feed.verifying import verify
from relay.store.copies import partition, snapshot


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[SigningStage]:
    async with relay_harness(tmp_path) as play:
        yield SigningStage(play)


async def test_posting_correcting_and_retracting_are_entries(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce The hall costs £5.")
        assert stage.said == [("post", "The hall costs £5.")]
        await stage.agree("edit 1 The hall costs £6.")
        assert stage.said == [("post", None), ("correction", "The hall costs £6.")]
        await stage.agree("retract 1")
        assert stage.said == [("post", None), ("correction", None), ("retraction", None)]
        assert {one.entry.about for one in stage.entries} == {1}
        assert len(verify(stage.pages()).entries) == 3


async def test_a_branch_without_a_page_signs_nothing(stage: SigningStage) -> None:
    stage.play.more_settings = {}
    async with stage.running():
        await stage.agree("announce For the groups alone.")
        assert stage.entries == ()


async def test_what_the_page_does_not_have_is_not_in_the_feed(stage: SigningStage) -> None:
    async with stage.running(page_announcements="none"):
        await stage.agree("announce For the groups alone.", "edit 1 Still for them.", "retract 1")
        assert stage.entries == ()


async def test_a_meeting_is_signed_as_the_public_reads_it(stage: SigningStage) -> None:
    async with stage.running():
        facts = "When: Thursday 7pm\nWhere: https://meet.example.net/secret-1\nAccess: step-free"
        asked = await stage.play.ask(stage.alex, f"meeting What: Planning\n{facts}")
        while "Type yes to post it" not in asked:
            asked = await stage.play.ask(stage.alex, "skip")
        await stage.play.say(stage.alex, "yes")
        ((kind, text),) = stage.said
        assert kind == "post"
        assert text is not None
        assert "Planning" in text
        assert "secret-1" not in text
        await stage.agree("move 1 to Friday 8pm")
        assert [kind for kind, _ in stage.said] == ["post", "correction"]
        assert "Friday" in str(stage.said[1][1])
        await stage.agree("where 1 https://meet.example.net/secret-2")
        assert "secret-2" not in str(stage.said)
        await stage.agree("retract 1")
        assert stage.said[-1] == ("retraction", None)
        assert {text for _, text in stage.said} == {None}


async def test_what_stood_before_the_feed_is_signed_once_and_in_order(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce One.", "announce Two.", "announce Three.", "retract 2")
    async with stage.play.running(branch("lambeth", stage.alex)):
        # As if the feed had not been there: what an older release left.
        with stage.play.store.transaction():
            stage.play.store[SignedFeeds].end(stage.entries[0].entry.feed, stage.play.clock.now())
    async with stage.running():
        assert stage.said == [("post", "One."), ("post", "Three.")]
        first = stage.entries
    async with stage.running():
        assert stage.entries == first


async def test_what_settings_take_off_the_page_is_taken_back(
    stage: SigningStage,
) -> None:
    async with stage.running():
        await stage.agree("announce One.")
    async with stage.running(page_announcements="none"):
        assert stage.said == [("post", None), ("retraction", None)]
    async with stage.running():
        assert stage.said[-1] == ("post", "One.")
        verify(stage.pages())


async def test_a_branch_says_first_that_it_came_back_from_a_backup(
    stage: SigningStage,
) -> None:
    async with stage.running():
        await stage.agree("announce One.")
        pinned = stage.feed.key("hackney")
        known = verify(stage.pages()).known
    restored(stage.play)
    async with stage.running():
        assert [kind for kind, _ in stage.said] == ["post", "restart"]
        assert verify(stage.pages(), pinned, known).restarted is None
        await stage.agree("announce Two.")
    async with stage.running():
        assert [kind for kind, _ in stage.said] == ["post", "restart", "post"]


async def test_an_older_file_that_is_put_back_by_hand_is_noticed(stage: SigningStage) -> None:
    store = stage.play.folder / "relay.db"
    async with stage.running():
        await stage.agree("announce One.")
    kept = store.read_bytes()
    async with stage.running():
        await stage.agree("announce Two.", "announce Three.")
        known, pinned = verify(stage.pages()).known, stage.feed.key("hackney")
    store.write_bytes(kept)
    async with stage.running():
        assert stage.said == [("post", "One."), ("restart", None)]
        await stage.agree("announce Four.")
        held = verify(stage.pages(), pinned, known)
        assert held.restarted == 2
        assert [one.entry.kind for one in held.entries] == ["restart", "post"]
    async with stage.running():
        assert [kind for kind, _ in stage.said] == ["post", "restart", "post"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"a": 1}', b'{"a": ["x", 1]}', b"\xff"])
async def test_a_damaged_note_stops_nothing(stage: SigningStage, damage: bytes) -> None:
    async with stage.running():
        await stage.agree("announce One.")
    (stage.play.folder / "relay.db.feeds").write_bytes(damage)
    async with stage.running():
        assert stage.said == [("post", "One.")]


async def test_words_are_gone_from_store_and_backups_once_corrected_or_retracted(
    stage: SigningStage,
) -> None:
    async with stage.running():
        await stage.agree("announce Ask for Marguerite at the door.", "announce Quokka evening.")
        await stage.agree("edit 1 Ask at the door.", "retract 2")
        words = [row[0] for row in stage.play.store._db.execute("SELECT text FROM signed_contents")]
        assert words == ["Ask at the door."]
        with stage.play.store.transaction():
            stage.play.store.announcements.rewrite(2, "")
        await stage.play.relay.tidy()
        stage.play.store.shredder.work(stage.play.clock.now())
    for place, held in parted(stage.play.folder):
        assert b"Ask at the door" in held or place != "dated"
        assert b"Marguerite" not in held, place
        assert b"Quokka" not in held, place


def parted(folder: Path) -> Iterator[tuple[str, bytes]]:
    """What is in the store and in a new backup, byte for byte, opened."""
    snapshot(folder / "relay.db", KEY, folder / "copy", lambda: False)
    dated, confidential = folder / "dated", folder / "confidential"
    yield "store", opened(folder / "copy", KEY)
    partition(folder / "copy", KEY, dated=dated, confidential=confidential)
    yield "dated", opened(dated, KEY)
    yield "confidential", opened(confidential, KEY)


async def test_words_go_after_a_year_and_the_chain_holds(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce One.")
        number = warn(stage, "A false email asks for your PIN.")
        stage.play.clock.move(KEPT + timedelta(days=1))
        await stage.play.relay.tidy()
        assert stage.said == [("post", None), ("false", "A false email asks for your PIN.")]
        assert len(verify(stage.pages()).entries) == 2
        assert number == 2
    async with stage.running():
        assert len(stage.said) == 2


def warn(stage: SigningStage, text: str) -> int:
    with stage.play.store.transaction():
        return stage.feed.warn("hackney", text)


async def test_a_warning_stands_until_it_is_withdrawn(stage: SigningStage) -> None:
    async with stage.running():
        number = warn(stage, "This email is not ours: pay.example.net")
        assert [one.entry.kind for one in stage.feed.current("hackney")] == [Kind.FALSE]
        with stage.play.store.transaction():
            stage.feed.withdraw("hackney", number)
            stage.feed.withdraw("hackney", number)
            stage.feed.withdraw("hackney", 99)
        assert stage.said == [("false", None), ("withdrawn", None)]


async def test_another_key_signs_after_a_rotation(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce One.")
        old = stage.feed.key("hackney")
        with stage.play.store.transaction():
            new = stage.feed.rotate("hackney")
        await stage.agree("announce Two.")
        held = verify(stage.pages(), old)
        assert held.key == new == stage.feed.key("hackney")
        assert [one.key for one in held.entries] == [old, old, new]


async def test_a_lost_key_begins_another_feed_with_what_stands(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce One.", "announce Two.", "retract 1")
        number = warn(stage, "A false email.")
        old = stage.feed.key("hackney")
        known = verify(stage.pages()).known
        with stage.play.store.transaction():
            stage.feed.replace("hackney")
        assert stage.said == [("post", "Two."), ("false", "A false email.")]
        verify(stage.pages())
        with pytest.raises(FeedBroken, match="key-unvouched"):
            verify(stage.pages(), old)
        with pytest.raises(FeedBroken, match="another-feed"):
            verify(stage.pages(), None, known)
        with stage.play.store.transaction():
            stage.feed.withdraw("hackney", number)
        assert stage.said[-1] == ("withdrawn", None)
        assert warn(stage, "Another one.") > number


async def test_an_entry_is_never_changed_or_taken_out(stage: SigningStage) -> None:
    async with stage.running():
        await stage.agree("announce One.")
        for statement in ("UPDATE signed_entries SET kind = 'key'", "DELETE FROM signed_entries"):
            with pytest.raises(IntegrityError, match="only grows"):
                stage.play.store._db.execute(statement)


async def test_no_secret_key_shows_anywhere(stage: SigningStage) -> None:
    async with stage.running():
        table = stage.play.store[SignedFeeds]
        row = table.of_branch("hackney")
        assert row is not None
        key = table.key(row.feed)
        shown = repr(key) + repr(stage.feed.published("hackney"))
        assert key.secret.hex() not in shown
        assert repr(key.secret) not in shown


async def test_whose_words_they_are_stays_said_in_another_feed(stage: SigningStage) -> None:
    origin = Origin("a" * 64, 4, "Camden branch")
    async with stage.running():
        stage.feed.origin_of = lambda _: origin
        await stage.agree("announce From Camden.")
        stage.feed.origin_of = lambda _: None
        await stage.agree("edit 1 From Camden branch.", "announce Our own.")
        with stage.play.store.transaction():
            stage.feed.replace("hackney")
        assert [one.entry.origin for one in stage.entries] == [origin, None]


@pytest.mark.parametrize("name", ["", "x" * 1000])
async def test_a_name_that_no_feed_may_have_breaks_none(stage: SigningStage, name: str) -> None:
    async with stage.running():
        stage.feed.origin_of = lambda _: Origin("a" * 64, 4, name)
        await stage.agree("announce From Camden.")
        (entry,) = verify(stage.pages()).entries
        assert entry.entry.origin is not None
