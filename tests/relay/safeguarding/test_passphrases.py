"""Passphrases: only the words count, guessing is slow, and tries are few."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from harness.vault import WRITER, VaultHarness, person, team

from relay.safeguarding import Act, PhraseVerdict, ReporterCase, Resumed
from relay.safeguarding.passphrases import fits, hash_phrase, judge, spoken

Build = Callable[..., VaultHarness]
PHRASE = "my gran's blue kitchen"


@pytest.mark.parametrize(
    "typed",
    ["My gran’s blue kitchen!", "  my  GRANS blue-kitchen ", "my grán's\nblue kitchen."],
)
def test_it_is_what_is_heard_that_counts(typed: str) -> None:
    assert spoken(typed) == "my grans blue kitchen"


def test_the_hash_is_memory_hard_and_salted() -> None:
    one, two = hash_phrase(PHRASE), hash_phrase(PHRASE)
    assert one.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert one != two
    assert "kitchen" not in one
    assert fits("MY GRANS BLUE KITCHEN", one)
    assert not fits("my grans red kitchen", one)
    assert not fits(PHRASE, None)
    assert not fits(PHRASE, "no hash")


@pytest.mark.parametrize(
    ("phrase", "verdict"),
    [
        ("my gran's blue kitchen", PhraseVerdict.OK),
        ("", PhraseVerdict.TOO_SHORT),
        ("password", PhraseVerdict.TOO_SHORT),
        ("blue kitchen", PhraseVerdict.TOO_SHORT),
        ("a b c d e", PhraseVerdict.TOO_SHORT),
        ("kitchen kitchen kitchen", PhraseVerdict.TOO_EASY),
        ("lantern meadow 42 lantern", PhraseVerdict.TOO_EASY),
        ("1234 5678 9012", PhraseVerdict.TOO_EASY),
    ],
)
def test_what_is_good_enough(phrase: str, verdict: PhraseVerdict) -> None:
    assert judge(phrase, "lantern meadow 42") is verdict


def sent(house: VaultHarness) -> ReporterCase:
    case = house.report("text")
    assert case is not None
    with house.at_work() as vault:
        assert vault.reports.set_phrase(WRITER, case.id, PHRASE) is PhraseVerdict.OK
    return case


class TestChanging:
    @pytest.fixture
    def house(self, build: Build) -> VaultHarness:
        return build(team("hackney", 1))

    def test_only_who_knows_the_old_one_sets_another(self, house: VaultHarness) -> None:
        case, other = sent(house), "seven green lamps walking"
        with house.at_work() as vault:
            reports = vault.reports
            assert reports.set_phrase(WRITER, case.id, other) is PhraseVerdict.SET_ALREADY
            guess = [("one two three four", other)]
            assert reports.change_phrase(WRITER, case.id, guess) is PhraseVerdict.WRONG
            assert reports.change_phrase(WRITER, case.id, [(PHRASE, "x")]) is (
                PhraseVerdict.TOO_SHORT
            )
            known = [("my gran's", "x"), (PHRASE, other)]
            assert reports.change_phrase(WRITER, case.id, known) is PhraseVerdict.OK
            assert vault.reports.resume(person(950), case.name, PHRASE) is PhraseVerdict.WRONG
            assert isinstance(vault.reports.resume(person(951), case.name, other), Resumed)

    def test_its_tries_are_those_of_resuming(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            for _ in range(5):
                vault.reports.change_phrase(WRITER, case.id, [("x", "y")])
            told = vault.reports.change_phrase(WRITER, case.id, [(PHRASE, "a b c d e f")])
            assert told is PhraseVerdict.LOCKED

    def test_nobody_else_changes_it(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            told = vault.reports.change_phrase(person(950), case.id, [(PHRASE, "one more phrase")])
            assert told is PhraseVerdict.WRONG


class TestResuming:
    @pytest.fixture
    def house(self, build: Build) -> VaultHarness:
        return build(team("hackney", 1, 2))

    def test_it_moves_the_case_to_the_new_account(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            found = vault.reports.resume(person(950), case.name.upper(), "My grans blue kitchen")
            assert isinstance(found, Resumed)
            assert (found.case.id, found.moved) == (case.id, True)
            vault.post.to_reporter(case.id, "an answer")
        assert house.vault.reports.cases_of(WRITER) == ()
        assert [c.id for c in house.vault.reports.cases_of(person(950))] == [case.id]
        letters = house.carry()
        assert [x.target for x in letters if x.text == "an answer"] == [person(950)]
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        assert desk.records(mine)[-1].act is Act.RESUMED

    def test_a_wrong_phrase_and_a_case_there_is_not_are_told_alike(
        self, house: VaultHarness
    ) -> None:
        case = sent(house)
        with house.at_work() as vault:
            for name in (case.name, "pelican tulip 30"):
                told = vault.reports.resume(person(950), name, "my gran's red kitchen")
                assert told is PhraseVerdict.WRONG

    def test_nobody_else_can_set_one(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            told = vault.reports.set_phrase(person(950), case.id, "another fine long phrase")
            assert told is PhraseVerdict.WRONG

    def test_one_person_has_five_tries_a_day(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            for _ in range(5):
                assert vault.reports.resume(person(950), case.name, "x") is PhraseVerdict.WRONG
            assert vault.reports.resume(person(950), case.name, PHRASE) is PhraseVerdict.LOCKED
        house.clock.move(timedelta(days=1, minutes=1))
        with house.at_work() as vault:
            assert isinstance(vault.reports.resume(person(950), case.name, PHRASE), Resumed)

    def test_to_begin_a_report_and_stop_gives_no_new_tries(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            for _ in range(5):
                vault.reports.resume(person(950), case.name, "x")
            vault.reports.begin(person(950))
            vault.reports.stop(person(950))
            assert vault.reports.resume(person(950), case.name, PHRASE) is PhraseVerdict.LOCKED

    def test_one_name_has_ten_whoever_tries(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            for number in range(10):
                vault.reports.resume(person(950 + number), case.name, "x")
            assert vault.reports.resume(person(999), case.name, PHRASE) is PhraseVerdict.LOCKED

    def test_a_name_there_is_not_locks_just_the_same(self, house: VaultHarness) -> None:
        with house.at_work() as vault:
            for number in range(10):
                vault.reports.resume(person(950 + number), "pelican tulip 30", "x")
            told = vault.reports.resume(person(999), "pelican tulip 30", PHRASE)
            assert told is PhraseVerdict.LOCKED

    def test_an_officer_who_moves_their_own_case_is_still_not_its_reader(
        self, build: Build
    ) -> None:
        house = build(team("hackney", 1, 2, next="national"), team("national", 3))
        case = house.report("text", by=person(3))
        assert case is not None
        with house.at_work() as vault:
            vault.reports.set_phrase(person(3), case.id, PHRASE)
            vault.reports.resume(person(950), case.name, PHRASE)
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work():
            assert desk.escalate(mine, "national", "help").added == 0
