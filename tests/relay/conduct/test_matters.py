"""Who may know of a matter, and what is left of one."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from relay.conduct.mandates.moderators import Moderators
from relay.conduct.matters.matter import Contents, EntryKind, MatterState, Origin, ReportedMessage
from relay.conduct.matters.matters import NUMBER_RESTS, Matters
from relay.conduct.matters.numbers import draw_number
from relay.conduct.matters.sealing import MatterGone
from relay.settings import Branch, Settings
from relay.store import Store
from relay.time.clock import StillClock

BEA, CAI, MO, NED, ALEX, DEE = (f"8ea1479a-4b7c-4600-8074-128d7d2e826{n}" for n in "123456")

NAMES = {BEA: "Bea Moss", CAI: "Cai"}


class _Told:
    """Who was told what."""

    def __init__(self) -> None:
        self.said: list[tuple[str, int, str]] = []

    def tell(self, person: str, matter: int, message: str, /, **args: Any) -> None:
        self.said.append((person, matter, message))


def _branch(slug: str, *moderators: str) -> Branch:
    return Branch(slug=slug, name=slug.title(), admins=(ALEX,), moderators=moderators)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime(2026, 11, 22, 13, tzinfo=UTC))


@pytest.fixture
def matters(store: Store, clock: StillClock) -> Matters:
    settings = Settings.model_construct(
        timezone=ZoneInfo("Europe/London"),
        branches=(_branch("hackney", BEA, CAI), _branch("camden", DEE), _branch("ealing")),
    )
    nobody = {"is_officer": lambda _: False, "waits": lambda _: False}
    moderators = Moderators(store, clock, settings, **nobody)
    moderators.take_settings()
    made = Matters(store, clock, moderators, {"hackney": "camden"}, lambda one: NAMES.get(one, ""))
    made.notifier = _Told()
    return made


def _open(matters: Matters, **more: Any) -> int:
    settled: dict[str, Any] = {
        "origin": Origin.COMPLAINT,
        "groups": (3,),
        "subject": NED,
        "message": ReportedMessage("group.abc=", NED, 1764100000000, "You lot are rats"),
        "about": "Harassing somebody",
        "words": "I cannot sleep",
        "complainer": MO,
        **more,
    }
    return matters.open("hackney", **settled).number


def test_a_moderator_reads_the_message_and_the_words(matters: Matters) -> None:
    number = _open(matters)
    seen = matters.matter(BEA, number)
    assert seen is not None
    assert seen.message is not None
    assert (seen.message.text, seen.words, seen.subject) == (
        "You lot are rats",
        "I cannot sleep",
        NED,
    )
    assert [view.number for view in matters.visible_to(CAI)] == [number]


@pytest.mark.parametrize(
    ("who", "more"),
    [
        (ALEX, {}),
        (DEE, {}),
        (NED, {}),
        (MO, {}),
        (BEA, {"subject": BEA}),
        (BEA, {"complainer": BEA}),
        (BEA, {"excluded": (BEA,)}),
    ],
)
def test_for_whoever_may_not_know_of_it_there_is_none(
    matters: Matters, who: str, more: dict[str, Any]
) -> None:
    number = _open(matters, **more)
    assert matters.matter(who, number) is None
    assert matters.visible_to(who) == []
    assert who not in matters.readers(number)


def test_what_nobody_of_a_branch_may_read_goes_to_the_branch_that_helps(matters: Matters) -> None:
    number = _open(matters, subject=BEA, excluded=(CAI,))
    assert matters.readers(number) == (DEE,)
    assert matters.matter(DEE, number) is not None
    assert matters.matter(ALEX, number) is None


def test_a_moderator_who_says_that_it_concerns_them_knows_of_it_no_more(matters: Matters) -> None:
    number = _open(matters)
    matters.exclude(number, CAI)
    assert matters.readers(number) == (BEA,)


def test_who_may_be_meant_by_a_name_does_not_know_of_it(matters: Matters) -> None:
    contents = Contents(words="I cannot sleep", excluded_words=("Bea",))
    with_name = matters.begin("hackney", Origin.COMPLAINT, contents, MO)
    assert matters.readers(with_name) == (CAI,)
    # The name of Camden's only moderator is not known: it may be this one.
    both = Contents(words="I cannot sleep", excluded_words=("Bea", "Cai"))
    assert matters.readers(matters.begin("hackney", Origin.COMPLAINT, both, MO)) == ()


def test_nothing_of_a_matter_is_in_the_store_in_the_clear(matters: Matters, store: Store) -> None:
    number = _open(matters)
    matters.add_entry(number, EntryKind.ADDED, "And again today")
    found = [
        str(cell)
        for (table,) in store._db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'conduct_*'"
        )
        for row in store._db.execute(f"SELECT * FROM {table}")  # noqa: S608
        for cell in row
    ]
    everything = "\n".join(found)
    for secret in (MO, NED, BEA, "rats", "sleep", "again", "group.abc", "Harassing"):
        assert secret not in everything
    assert [entry.text for entry in matters.entries(number)] == ["And again today"]


def test_the_answer_to_a_complaint_reaches_its_writer_and_nobody_sees_who_that_is(
    matters: Matters,
) -> None:
    number = _open(matters)
    assert matters.tell_complainer(number, "conduct-asked")
    told = matters.notifier
    assert isinstance(told, _Told)
    assert told.said == [(MO, number, "conduct-asked")]
    assert MO not in repr(matters.matter(BEA, number))


def test_of_an_erased_matter_nothing_opens_and_its_number_rests(
    matters: Matters, store: Store, clock: StillClock
) -> None:
    number = _open(matters)
    matters.add_entry(number, EntryKind.ADDED, "And again today")
    with store.transaction():
        matters.erase(number)
    assert matters.matter(BEA, number) is None
    assert matters.visible_to(BEA) == []
    assert not matters.tell_complainer(number, "conduct-asked")
    assert matters.entries(number) == []
    with pytest.raises(MatterGone):
        matters.add_entry(number, EntryKind.ADDED, "more")
    row = matters.table.get(number)
    assert row is not None
    assert (row.state, row.branch, row.sealed) == (MatterState.ERASED, "", None)
    matters.tidy()
    assert matters.table.is_known(number)
    clock.move(NUMBER_RESTS * 2)
    matters.tidy()
    assert not matters.table.is_known(number)


def test_numbers_say_nothing_of_how_many_there_are() -> None:
    drawn = [draw_number(0, lambda _: False) for _ in range(200)]
    assert all(100 <= number <= 999 for number in drawn)
    assert drawn != sorted(drawn)
    assert draw_number(301, lambda _: False) >= 1000


def test_no_number_is_one_that_is_rung_in_danger() -> None:
    """`talk 999 …` would be heard as a cry for help."""
    drawn = {draw_number(0, lambda number: False) for _ in range(20_000)}
    assert len(drawn) > 800
    assert drawn.isdisjoint({999, 112, 911, 101})
