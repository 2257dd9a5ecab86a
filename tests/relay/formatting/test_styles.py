"""Styles stay on their words when a text is cut, or quoted in a longer one."""

from hypothesis import given
from hypothesis import strategies as st

from relay.formatting import Style, StyledText, StyleRange
from relay.formatting.styles import Span, known_styles
from relay.language.bidi import isolate

STYLES = st.sampled_from(list(Style))


def words(styled: StyledText) -> list[tuple[str, str]]:
    return [(styled.text[one.start : one.end], one.style.value) for one in styled.spans]


def test_what_is_cut_out_keeps_its_styles() -> None:
    whole = StyledText(
        "announce 👋 Free hall", (StyleRange(0, 8, Style.BOLD), StyleRange(12, 4, Style.ITALIC))
    )
    assert words(whole.taken("👋 Free hall")) == [("Free", "ITALIC")]
    lost = StyledText("Rally \ufffc  on Friday", (StyleRange(9, 9, Style.BOLD),))
    assert words(lost.taken("Rally on Friday")) == [("on Friday", "BOLD")]


def test_what_is_quoted_keeps_its_styles() -> None:
    styled = StyledText("👋 Free", (StyleRange(3, 4, Style.BOLD),))
    assert words(styled.within("Correction of this:\n👋 Free")) == [("Free", "BOLD")]
    assert words(styled.within("something else")) == []


def test_marks_of_direction_move_nothing() -> None:
    styled = StyledText(
        "Free\nמפגש 👋 now\nend", (StyleRange(5, 4, Style.BOLD), StyleRange(13, 3, Style.ITALIC))
    )
    assert words(styled.within(f"See:\n{isolate(styled.text)}")) == [
        ("מפגש", "BOLD"),
        ("now", "ITALIC"),
    ]


def test_what_is_not_known_or_points_nowhere_is_left_out() -> None:
    assert (
        known_styles(
            [(0, 1, "NONE"), (0, 0, "BOLD"), (None, 1, "BOLD"), (-1, 2, "BOLD"), (0, 1, "NEW")]
        )
        == []
    )
    assert words(
        StyledText("ab", (StyleRange(1, 9, Style.BOLD), StyleRange(5, 1, Style.BOLD)))
    ) == [("b", "BOLD")]


def test_half_a_character_means_all_of_it() -> None:
    assert words(StyledText("a👋b", (StyleRange(2, 1, Style.BOLD),))) == [("👋", "BOLD")]


@given(
    st.text("ab👋 \n", max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), STYLES)),
)
def test_counting_in_units_and_back_changes_nothing(
    text: str, made: list[tuple[int, int, Style]]
) -> None:
    spans = [Span(min(a, b, len(text)), min(max(a, b), len(text)), style) for a, b, style in made]
    styled = StyledText.of_spans(text, spans)
    assert StyledText.of_spans(text, styled.spans) == styled
    assert words(StyledText.of_spans(text, styled.spans).within(f"¶{text}").taken(text)) == words(
        styled
    )
