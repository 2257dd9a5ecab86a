"""Once something of a case has got there, no row says to whom; the vault still finds it back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from harness.vault import KEY, WRITER, VaultHarness, person, team
from opened import opened

from relay.safeguarding import Hidden, NewText, Outcome, PhraseVerdict, ReporterCase

Build = Callable[..., VaultHarness]
PHRASE = "lantern meadow otter nineteen"


@pytest.fixture
def house(build: Build) -> VaultHarness:
    return build(team("hackney", 1, 2))


def answered(house: VaultHarness) -> ReporterCase:
    """A case that both sides have written to, with nothing on its way."""
    case = house.report("He waited outside my door")
    assert case is not None
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    with house.at_work() as vault:
        vault.post.answer(WRITER, case.id, "I am passing it on.")
        vault.post.offer_timer(WRITER, case.id, 3600)
        mine = desk.case(case.name)
        assert mine is not None
        number = desk.answer(mine, "Are you safe?").number
        vault.post.to_reporter(case.id, "Are you safe?", entry=number)
    house.carry()
    return case


def rows(house: VaultHarness, where: str = "") -> list[tuple[str, str]]:
    found = house.store._db.execute(f"SELECT target, state FROM outbox {where} ORDER BY id")  # noqa: S608
    return [(str(target), str(state)) for target, state in found.fetchall()]


def test_a_case_that_goes_on_says_nowhere_who_writes_it(house: VaultHarness) -> None:
    case = answered(house)
    house.shred()
    assert WRITER.encode() not in opened(house.path, KEY)
    # Its readers are in the settings, and in the case.
    assert person(1).encode() in opened(house.path, KEY)
    assert {state for _, state in rows(house)} == {"delivered"}
    with house.at_work() as vault:
        assert vault.post.to_reporter(case.id, "We are still here.")
    assert [letter.target for letter in house.carry()] == [WRITER]
    house.shred()
    assert WRITER.encode() not in opened(house.path, KEY)


def test_nor_does_what_did_not_reach_them(house: VaultHarness) -> None:
    case = answered(house)
    house.unreachable.add(WRITER)
    with house.at_work() as vault:
        assert vault.post.to_reporter(case.id, "Are you there?", entry=2)
    house.carry()
    assert rows(house)[-1][1] == "failed"
    house.shred()
    assert WRITER.encode() not in opened(house.path, KEY)


def test_only_its_own_key_tells_whose_messages_they_are(house: VaultHarness, build: Build) -> None:
    alias = house.vault._internals.writers.alias
    case = answered(house)
    mine = alias(case.id, WRITER)
    assert mine is not None
    assert {target for target, _ in rows(house)} == {mine, ""}
    assert alias(case.id, person(901)) is None
    other = house.report("Another one", by=person(901))
    assert other is not None
    assert alias(other.id, WRITER) is None

    elsewhere = build(team("hackney", 1, 2))
    same = answered(elsewhere)
    assert elsewhere.vault._internals.writers.alias(same.id, WRITER) != mine


def test_hiding_finds_all_that_was_said_and_what_is_about_to_be(house: VaultHarness) -> None:
    case = answered(house)
    said = {letter.timestamp for letter in house.letters_to(WRITER) if letter.action == "send"}
    with house.at_work() as vault:
        vault.post.answer(WRITER, case.id, "One more.")
        vault.post.answer(WRITER, case.id, "And another.")
    on_its_way = house.next_letter()
    assert on_its_way is not None
    with house.at_work() as vault:
        vault.hiding.clean(WRITER)
        vault.hiding.clean(person(901))
    # What had left by then is deleted as soon as it has got there; the rest does not go at all.
    late = house.deliver(on_its_way)
    assert late is not None
    letters = house.carry()
    assert {(letter.target, letter.action) for letter in letters} == {(WRITER, "delete")}
    deleted = [letter.payload["earlier"]["timestamp"] for letter in letters]
    assert sorted(deleted) == sorted({*said, late.timestamp})
    with house.at_work() as vault:
        vault.hiding.clean(WRITER)
    assert house.carry() == []
    house.shred()
    assert WRITER.encode() not in opened(house.path, KEY)


def test_who_picks_up_their_own_case_can_still_hide_it(house: VaultHarness) -> None:
    case = answered(house)
    said = len([x for x in house.letters_to(WRITER) if x.action == "send"])
    with house.at_work() as vault:
        assert vault.reports.set_phrase(WRITER, case.id, PHRASE) is PhraseVerdict.OK
        assert not isinstance(vault.reports.resume(WRITER, case.name, PHRASE), PhraseVerdict)
        vault.hiding.clean(WRITER)
    assert len(house.carry()) == said


def test_who_picks_it_up_from_elsewhere_deletes_nothing_of_the_first(house: VaultHarness) -> None:
    case = answered(house)
    before = {target for target, _ in rows(house)}
    with house.at_work() as vault:
        assert vault.reports.set_phrase(WRITER, case.id, PHRASE) is PhraseVerdict.OK
        # Something is still on its way to the first account.
        vault.post.answer(WRITER, case.id, "That is set.")
    on_its_way = house.next_letter()
    assert on_its_way is not None
    with house.at_work() as vault:
        assert not isinstance(vault.reports.resume(person(950), case.name, PHRASE), PhraseVerdict)
    house.deliver(on_its_way)
    assert {target for target, _ in rows(house)} == {""} < before
    with house.at_work() as vault:
        vault.hiding.clean(person(950))
    assert house.carry() == []
    house.shred()
    assert WRITER.encode() not in opened(house.path, KEY)


def test_what_a_reader_got_is_still_found_when_it_changes(house: VaultHarness) -> None:
    case = answered(house)
    part = house.vault.reports.parts(case.id)[0]
    with house.at_work() as vault:
        changed = NewText(fresh="Changed", deleted="Changed", late="Changed")
        assert vault.post.relayed.replace(case.id, part.number, changed) == Hidden(2, 0)
    letters = house.carry()
    assert sorted((x.target, x.action) for x in letters) == [
        *((person(1), "delete"), (person(1), "send")),
        *((person(2), "delete"), (person(2), "send")),
    ]


def test_with_the_link_ends_what_it_told(house: VaultHarness) -> None:
    case = answered(house)
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    mine = desk.case(case.name)
    assert mine is not None
    with house.at_work():
        desk.close(mine, Outcome.RESOLVED, "done")
    house.clock.move(timedelta(days=30))
    with house.at_work() as vault:
        assert vault.timetable.sweep().links == 1
    assert {target for target, _ in rows(house)} == {""}
    results = house.store._db.execute("SELECT count(*) FROM outbox WHERE result IS NOT NULL")
    # Only what its readers got.
    assert results.fetchone()[0] == 2
