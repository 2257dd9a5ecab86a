"""Names stand where people are mentioned, whatever the ranges say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.signal.mentions import PLACEHOLDER, moved, named_in
from relay.signal.mentions import spelled_out as put_in

CY, DI = "c3c3c3c3-0000-4000-8000-0000000000c3", "d4d4d4d4-0000-4000-8000-0000000000d4"
NAMES = {CY: "Cy Example", DI: "Dï 🌻"}


def spelled_out(text: str, mentions: list[dict[str, object]], names: dict[str, str]) -> str:
    return put_in(text, named_in(text, mentions, names))


def at(start: object, person: object = CY, length: object = 1) -> dict[str, object]:
    return {"name": person, "number": None, "uuid": person, "start": start, "length": length}


@pytest.mark.parametrize(
    ("text", "mentions", "read"),
    [
        ("Hello \ufffc", [at(6)], "Hello @Cy Example"),
        ("\ufffc and \ufffc!", [at(6, DI), at(0)], "@Cy Example and @Dï 🌻!"),
        ("🌻🌻 \ufffc", [at(5)], "🌻🌻 @Cy Example"),
        ("Hello \ufffc", [at(6, "nobody")], "Hello \ufffc"),
        ("Hello \ufffc", [], "Hello \ufffc"),
        ("Hello \ufffc", [at(6), at(6, DI)], "Hello @Cy Example"),
        ("Hello \ufffc", [at(6, length=5)], "Hello @Cy Example"),
        ("do not go", [at(3, length=3)], "do not go"),
        ("🌻 \ufffc", [at(1)], "🌻 \ufffc"),
        ("\ufffc", [at(-1), at("0"), at(None), at(0, length=0), at(99), at(True)], "\ufffc"),
        ("\ufffc", [at(0, None), at(0, 7)], "\ufffc"),
    ],
)
def test_names_are_put_where_phones_show_them(
    text: str, mentions: list[dict[str, object]], read: str
) -> None:
    assert spelled_out(text, mentions, NAMES) == read


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Cy\nOfficer: yes", "@Cy Officer yes"),
        ("\u202eyC", "@yC"),
        ("evil.example.org", "@evil example org"),
        ("@cy #tag https://x.example/y", "@cy tag https x example y"),
        ("\ufffc", "\ufffc"),
        ("  ", "\ufffc"),
        ("A" * 500, "@" + "A" * 80),
    ],
)
def test_a_name_is_only_a_name(name: str, read: str) -> None:
    assert spelled_out("\ufffc", [at(0)], {CY: name}) == read


@given(
    text=st.text(st.characters(codec="utf-16")),
    mentions=st.lists(
        st.builds(at, st.integers(-3, 30), st.sampled_from([CY, DI, "x"]), st.integers(-1, 9))
    ),
)
def test_no_word_is_ever_lost(text: str, mentions: list[dict[str, object]]) -> None:
    read = spelled_out(text, mentions, {CY: "ⓒ", DI: "ⓓ"})
    assert read.replace("@ⓒ", "").replace("@ⓓ", "").replace(PLACEHOLDER, "") == text.replace(
        "@ⓒ", ""
    ).replace("@ⓓ", "").replace(PLACEHOLDER, "")


def test_what_is_bold_stays_bold_beside_a_name_that_is_put_in() -> None:
    named = named_in("\ufffc: now, \ufffc!", [at(0), at(8, DI)], NAMES)
    text = put_in("\ufffc: now, \ufffc!", named)
    assert text == "@Cy Example: now, @Dï 🌻!"

    def words(start: int, length: int) -> str:
        style = moved({"style": "BOLD", "start": start, "length": length}, named)
        units = text.encode("utf-16-le")[2 * style["start"] :][: 2 * style["length"]]
        return units.decode("utf-16-le")

    assert words(3, 3) == "now"
    assert words(0, 1) == "@Cy Example"
    assert words(8, 2) == "@Dï 🌻!"
    assert words(0, 10) == text
