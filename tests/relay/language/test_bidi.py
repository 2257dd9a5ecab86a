"""No text can turn the sentence around it the other way."""

import unicodedata

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from relay.language.bidi import isolate
from relay.language.folding import folded
from relay.language.formatting import MessageFormatter
from relay.language.vocabulary import bare, vocabulary

FSI, PDI, RLO, RLI = "\u2068", "\u2069", "\u202e", "\u2067"
RLM = "\u200f"


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


@pytest.mark.parametrize("locale", ["ar", "ur"])
def test_in_a_language_from_right_to_left_numbers_and_names_stay_in_order(locale: str) -> None:
    text = "danger = اتصل { $number } الآن\nline = { $index }. { $role }\n"
    text += "list =\n    من؟\n    { $lines }\n"
    entries = {
        entry.id.name: entry
        for entry in FluentParser().parse(text).body
        if isinstance(entry, ast.Message)
    }
    say = MessageFormatter(locale, entries).format
    # The groups of a number would change places without an isolate; one group stays as it is.
    number = "0808 2000 247"
    assert say("danger", {"number": number}) == f"اتصل {FSI}{number}{PDI} الآن"
    assert say("danger", {"number": "999"}) == "اتصل 999 الآن"
    # A numbered line begins at the right, whatever the role is written in, and so in a list.
    line = say("line", {"index": 1, "role": "Welfare officer"})
    assert line == f"{RLM}1. {FSI}Welfare officer{PDI}"
    for said in say("list", {"lines": f"{line}\n{line}"}).splitlines():
        strong = (unicodedata.bidirectional(one) for one in outside_isolates(said))
        assert next(kind for kind in strong if kind in ("L", "R", "AL")) in ("R", "AL")


def outside_isolates(line: str) -> str:
    kept, depth = "", 0
    for character in line:
        depth -= character == PDI
        kept += character if depth == 0 else ""
        depth += character in "\u2066\u2067\u2068"
    return kept


def test_a_word_that_was_copied_out_of_a_sentence_is_still_the_command() -> None:
    words = vocabulary("en-GB")
    assert words.read(f"{FSI}send{PDI}").command == "send"
    assert words.read(f"{RLM}send").command == "send"
    assert bare(f"{FSI}stop{PDI}.") == "stop"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("WYSLIJ", "wyślij"), ("BİLDİR", "bildir"), ("BILDIR", "bıldır"), ("gŵyn", "gwyn")),
        *(("إرسال", "ارسال"), ("شكاية", "شکایہ"), ("رَأْي", "رای"), ("\u09af\u09bc", "\u09df")),
    ],
)
def test_what_keyboards_differ_in_is_no_difference(typed: str, meant: str) -> None:
    assert folded(typed) == folded(meant)


def test_vowel_signs_are_no_blanks() -> None:
    assert bare("আমাকে মেরেছে!") == folded("আমাকে মেরেছে")
