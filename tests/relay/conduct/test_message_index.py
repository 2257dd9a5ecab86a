"""A message is found by its words, as they are forwarded or pasted, and by nothing else."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from harness.running import KEY, START

from relay.conduct.hearing.message_index import KEPT_FOR, PERIOD, MessageIndex
from relay.conduct.hearing.watched_groups import WatchedGroup
from relay.language.same_text import folded
from relay.signal.envelope import FileTraits
from relay.signal.notification import SaidInGroup
from relay.store import Store
from relay.store.connecting import connect
from relay.time.clock import StillClock

CHAT, AREA = WatchedGroup(1, "hackney", "group.chat"), WatchedGroup(2, "hackney", "group.area")
SAM, KIM = (str(UUID(int=one)) for one in (11, 12))
NOW_MS = int(START.timestamp() * 1000)
TEXT = "You are not welcome here, go away!"


class Chat:
    """An index, and people who write."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = StillClock(START)
        self.store = Store(path, KEY)
        self.index = MessageIndex(self.store, self.clock)
        self.sent = NOW_MS

    def say(
        self,
        person: str,
        text: str,
        group: WatchedGroup = CHAT,
        *,
        edits: int | None = None,
        files: tuple[FileTraits, ...] = (),
    ) -> int:
        self.sent += 1
        said = SaidInGroup(person, f"internal-{group.number}", text, self.sent, edits, "", files)
        self.index.note(said, group, folded(text))
        return self.sent

    def authors(self, text: str, groups: tuple[int, ...] = (1, 2)) -> list[str]:
        return [one.author for one in self.index.find(text, groups)]

    def restart(self) -> None:
        self.store.close()
        self.store = Store(self.path, KEY)
        self.index = MessageIndex(self.store, self.clock)

    def wait(self, by: timedelta) -> None:
        self.clock.move(by)
        self.index.work()


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    found = Chat(tmp_path / "relay.db")
    yield found
    found.store.close()


@pytest.mark.parametrize(
    "as_pasted",
    [
        TEXT,
        "  You are not welcome here,\r\ngo away!  ",
        "you are NOT welcome here go away",
        "You are not welcome here, go away! 😡",
        "“You are not welcome here, go away!”",
        "Sam wrote: “You are not welcome here, go away!” and that hurt me",
        "Look at this:\n\nYou are not welcome here, go away!\n\nIt was in the chat.",
        "Y\u200bou are not\u00a0welcome here, go away\ufe0f!",
    ],
)
def test_a_message_is_found_however_it_was_copied(chat: Chat, as_pasted: str) -> None:
    timestamp = chat.say(SAM, TEXT)
    chat.say(KIM, "Good morning")
    chat.index.work()
    [found] = chat.index.find(as_pasted, {1, 2})
    assert (found.group, found.author, found.timestamp) == (1, SAM, timestamp)
    assert found.exact
    assert found.edits is None


def test_a_message_is_found_before_it_is_written_and_after_a_restart(chat: Chat) -> None:
    chat.say(SAM, TEXT)
    assert chat.authors(TEXT) == [SAM]
    chat.index.work()
    assert chat.authors(TEXT) == [SAM]
    chat.restart()
    assert chat.authors(TEXT) == [SAM]


def test_after_a_crash_what_came_in_the_last_round_is_not_found_and_the_rest_is(chat: Chat) -> None:
    chat.say(SAM, TEXT)
    chat.index.work()
    chat.say(KIM, "Only just written")
    chat.restart()
    assert chat.authors(TEXT) == [SAM]
    assert chat.authors("Only just written") == []
    chat.say(KIM, "And on it goes")
    chat.index.work()
    assert chat.authors("And on it goes") == [KIM]


def test_the_same_text_of_several_people_is_found_of_all_the_newest_first(chat: Chat) -> None:
    chat.say(SAM, TEXT)
    chat.say(KIM, TEXT)
    chat.say(SAM, TEXT, AREA)
    chat.index.work()
    found = chat.index.find(TEXT, {1, 2})
    assert [(one.author, one.group) for one in found] == [(SAM, 2), (KIM, 1), (SAM, 1)]
    assert [one.author for one in chat.index.find(TEXT, {2})] == [SAM]


def test_an_envelope_that_comes_twice_is_one_message(chat: Chat) -> None:
    said = SaidInGroup(SAM, "internal-1", TEXT, NOW_MS)
    for _ in range(2):
        chat.index.note(said, CHAT, folded(TEXT))
        chat.index.work()
    assert len(chat.index.find(TEXT, {1})) == 1


def test_an_edited_message_is_found_by_its_old_and_its_new_words(chat: Chat) -> None:
    first = chat.say(SAM, TEXT)
    second = chat.say(SAM, "I am sorry", edits=first)
    [old], [new] = chat.index.find(TEXT, {1}), chat.index.find("i am sorry", {1})
    assert (old.timestamp, old.edits) == (first, None)
    assert (new.timestamp, new.edits) == (second, first)


def test_a_mention_is_spelled_out_in_what_is_forwarded(chat: Chat) -> None:
    chat.say(SAM, "Hey \ufffc, you know what \ufffc did")
    assert chat.authors("Hey @Kim van Dyke, you know what @Lee did") == [SAM]


def test_signs_alone_are_found_too(chat: Chat) -> None:
    chat.say(SAM, "🖕🏽🖕🏽")
    assert chat.authors("🖕🏽 🖕") == [SAM]
    assert chat.authors("🐍") == []


def test_a_very_long_text_is_found_by_its_beginning(chat: Chat) -> None:
    story = "".join(f"Line {number} of a long story about you.\n" for number in range(900))
    chat.say(SAM, story)
    assert chat.index.find(story, {1})[0].exact
    cut = story.encode()[:2_000].decode(errors="ignore")
    [found] = chat.index.find(cut, {1})
    assert found.author == SAM
    assert not found.exact


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0315\u0327" * 30_000,
        "\ufdfa" * 60_000,
        "„" * 60_000,
        "@a " * 20_000,
        '"a' * 30_000,
        "a line of it\n" * 5_000,
    ],
    ids=["accents", "ligatures", "quotes", "mentions", "marks", "lines"],
)
def test_what_is_made_to_be_much_work_is_little_and_found(chat: Chat, text: str) -> None:
    chat.say(SAM, text)
    began = time.process_time()
    assert set(chat.authors(text)) == {SAM}
    assert time.process_time() - began < 2


def test_a_picture_without_words_is_found_where_it_is_forwarded_as_it_was(chat: Chat) -> None:
    picture = FileTraits("image/jpeg", 48_213, 1200, 900)
    timestamp = chat.say(SAM, "", files=(picture,))
    [found] = chat.index.find("", {1}, [picture])
    assert found.timestamp == timestamp
    assert chat.index.find("", {1}, [picture._replace(size=48_214)]) == []
    assert chat.index.find("Something else entirely", {1}, [picture]) == []


def test_a_clock_of_a_strangers_making_breaks_nothing(chat: Chat) -> None:
    said = SaidInGroup(SAM, "internal-1", TEXT, 2**53 - 1)
    chat.index.note(said, CHAT, folded(TEXT))
    [found] = chat.index.find(TEXT, {1})
    assert (found.timestamp, found.at) == (2**53 - 1, START)


def test_what_signal_no_longer_deletes_is_destroyed_with_its_key(chat: Chat) -> None:
    chat.say(SAM, TEXT)
    chat.wait(KEPT_FOR - PERIOD)
    chat.say(KIM, "Still there")
    chat.index.work()
    assert chat.authors(TEXT) == [SAM]
    chat.wait(PERIOD)
    assert chat.authors(TEXT) == []
    assert chat.authors("Still there") == [KIM]
    connection = connect(chat.path.as_posix(), KEY, uri=False)
    for count in ("SELECT count(*) FROM message_keys", "SELECT count(*) FROM message_marks"):
        assert connection.execute(count).fetchone()[0] == 1
    connection.close()
    assert chat.store.shredder.is_due()


def test_a_new_secret_is_used_for_each_part_of_a_day(chat: Chat) -> None:
    for _ in range(12):
        chat.say(SAM, TEXT)
        chat.wait(PERIOD)
    connection = connect(chat.path.as_posix(), KEY, uri=False)
    marks = [row[0] for row in connection.execute("SELECT mark FROM message_marks").fetchall()]
    connection.close()
    assert len(marks) == len(set(marks)) == 11
    assert len(chat.index.find(TEXT, {1})) == 11


def test_neither_words_nor_writers_nor_groups_are_in_the_database(chat: Chat) -> None:
    chat.say(SAM, TEXT)
    chat.index.work()
    connection = connect(chat.path.as_posix(), KEY, uri=False)
    held = b"".join(
        part if isinstance(part, bytes) else str(part).encode()
        for row in connection.execute("SELECT * FROM message_marks").fetchall()
        for part in row
    )
    connection.close()
    for told in (SAM.encode(), UUID(SAM).bytes, folded(TEXT).encode(), str(chat.sent).encode()):
        assert told not in held
