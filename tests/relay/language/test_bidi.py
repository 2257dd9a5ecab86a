"""No text can turn the sentence around it the other way."""

from hypothesis import given
from hypothesis import strategies as st

from relay.language.bidi import isolate

FSI, PDI, RLO, RLI = "\u2068", "\u2069", "\u202e", "\u2067"


def test_left_to_right_text_stays_as_it_is() -> None:
    assert isolate("Hackney café – 6 pm\nBring a friend 🌹") == (
        "Hackney café – 6 pm\nBring a friend 🌹"
    )


def test_an_arabic_name_is_isolated() -> None:
    assert isolate("هاكني") == f"{FSI}هاكني{PDI}"


def test_an_override_ends_with_the_name_it_was_typed_in() -> None:
    assert isolate(f"a{RLO}b") == f"{FSI}a{RLO}b{PDI}"


def test_only_the_line_that_needs_it_is_isolated() -> None:
    assert isolate("one\nשתיים\nthree\n") == f"one\n{FSI}שתיים{PDI}\nthree\n"


def test_an_isolate_left_open_is_closed_and_a_stray_closing_dropped() -> None:
    assert isolate(f"a{RLI}b") == f"{FSI}a{RLI}b{PDI}{PDI}"
    assert isolate(f"a{PDI}b{RLO}c") == f"{FSI}ab{RLO}c{PDI}"


@given(st.text(st.sampled_from(["a", "ש", "\n", FSI, RLI, PDI, RLO, "\u202c"])))
def test_every_line_opens_as_many_isolates_as_it_closes_and_never_fewer(text: str) -> None:
    for line in isolate(text).splitlines():
        depth = 0
        for character in line:
            depth += (character in "\u2066\u2067\u2068") - (character == PDI)
            assert depth >= 0
        assert depth == 0
        if RLO in line:
            assert line.startswith(FSI)
            assert line.endswith(PDI)
