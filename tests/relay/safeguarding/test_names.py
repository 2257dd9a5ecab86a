"""Names of cases: kind words, never twice, understood with a slip and never mistaken."""

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from harness.vault import WRITER, VaultHarness, team
from hypothesis import given
from hypothesis import strategies as st

from relay.language.words import shipped_config
from relay.safeguarding.drafts import Drafts
from relay.safeguarding.names import NameBook, _slips, fold, match, match_start, read_words
from relay.safeguarding.reporter_view import WritingRate

WORDS = read_words(shipped_config() / "casenames" / "en-GB.txt")
Build = Callable[..., VaultHarness]

names = st.builds(
    lambda pair, number: f"{pair[0]} {pair[1]} {number}",
    st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)),
    st.integers(20, 99),
)


class TestWords:
    def test_there_are_enough_and_each_once(self) -> None:
        assert len(WORDS) >= 400
        assert len(set(WORDS)) == len(WORDS)
        assert sorted(WORDS) == WORDS

    def test_each_is_plain(self) -> None:
        for word in WORDS:
            assert word.isascii()
            assert word.isalpha()
            assert word.islower()
            assert 4 <= len(word) <= 11

    def test_no_two_are_taken_for_each_other(self) -> None:
        for one, two in combinations(WORDS, 2):
            assert _slips(one, two, 2) > 2, (one, two)
            assert not two.startswith(one)


class TestDrawing:
    def test_a_name_is_two_words_and_a_number(self) -> None:
        first, second, number = NameBook.shipped("en-GB").draw(lambda name: True).split()
        assert first != second
        assert {first, second} <= set(WORDS)
        assert 20 <= int(number) <= 99

    def test_a_name_there_was_is_drawn_again(self) -> None:
        refused: list[str] = []

        def take(name: str) -> bool:
            refused.append(name)
            return len(refused) == 5

        drawn = NameBook.shipped("en-GB").draw(take)
        assert fold(drawn) == refused[-1]

    def test_not_even_the_name_of_a_case_that_is_long_destroyed_comes_again(
        self, build: Build
    ) -> None:
        house = build(team("hackney", 1))
        case = house.report("text")
        assert case is not None
        with house.at_work() as vault:
            assert vault.reports.erase(WRITER, case.id)
            drafts = Drafts(vault._internals, WritingRate(vault._internals))
            assert not drafts._take_name(fold(case.name))
            assert drafts._take_name(fold("something else 20"))
        kept = [row[0] for row in house.store._db.execute("SELECT hash FROM case_names")]
        assert all(len(digest) == 64 for digest in kept)

    def test_a_passphrase_is_four_words(self) -> None:
        phrase = NameBook.shipped("en-GB").phrase().split()
        assert len(set(phrase)) == 4
        assert set(phrase) <= set(WORDS)


class TestMatching:
    @pytest.mark.parametrize(
        "typed",
        [
            "lantern meadow 42",
            "Lantern Meadow 42",
            "LANTERNMEADOW42",
            " lantern-meadow, 42. ",
            "lantern meadow",
            "lantren meadow 42",
            "lanten medow 42",
            "lantern meadow42",
        ],
    )
    def test_what_is_understood(self, typed: str) -> None:
        assert match(typed, ["lantern meadow 42", "pelican tulip 30"]) == "lantern meadow 42"

    @pytest.mark.parametrize(
        "typed",
        [
            "lantern meadow 43",
            "lantern 42",
            "lantern",
            "42",
            "",
            "pelican meadow 42",
            "lantern tulip 30",
        ],
    )
    def test_what_is_not(self, typed: str) -> None:
        assert match(typed, ["lantern meadow 42", "pelican tulip 30"]) is None

    def test_what_could_be_two_is_neither(self) -> None:
        assert match("lantern meadow", ["lantern meadow 42", "lantern meadow 43"]) is None

    @given(names, st.lists(names, max_size=8), st.integers())
    def test_one_slip_leads_to_the_name_or_nowhere(
        self, name: str, others: list[str], seed: int
    ) -> None:
        chance = random.Random(seed)
        at = chance.randrange(len(name) - 3)
        typed = name[:at] + chance.choice(["", "x", name[at] * 2]) + name[at + 1 :]
        known = list(dict.fromkeys([name, *others]))
        assert match(typed, known) in (name, None)
        assert match(name, known) in (name, None)

    @given(st.text(max_size=40), st.lists(names, max_size=5))
    def test_any_text_is_a_name_or_none(self, typed: str, known: list[str]) -> None:
        found = match(typed, known)
        assert found is None or found in known
        start = match_start(typed, known)
        assert start is None or (start[0] in known and typed.endswith(start[1]))

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("lantern meadow 42 thank you", "thank you"),
            ("Lantern Meadow 42: thank you,\nall of you", "thank you,\nall of you"),
            ("lanternmeadow42 thank you", "thank you"),
            ("lantern meadow thank you", "thank you"),
            ("lantern meadow 42", ""),
            ("lantern meadow 42 17 people came", "17 people came"),
        ],
    )
    def test_a_name_at_the_beginning(self, text: str, rest: str) -> None:
        assert match_start(text, ["lantern meadow 42"]) == ("lantern meadow 42", rest)

    def test_no_name_at_the_beginning(self) -> None:
        assert match_start("thank you lantern meadow 42", ["lantern meadow 42"]) is None
