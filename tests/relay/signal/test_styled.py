"""Formatted texts reach phones as they are, whichever release reads the marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.releases import RELEASES
from practice.rest.textstyle import parse_styles
from relay.formatting import Style, StyledText, StyleRange, read_marks
from relay.formatting.styles import Span
from relay.signal.styled import arriving, lost_styles, with_marks

SIGNS = "*`|~\\_ab 👋\n"


def sent(styled: StyledText) -> set[tuple[str, tuple[StyleRange, ...]]]:
    """What phones get of a text from each release."""
    marked = with_marks(styled)
    if marked is None:
        return {(styled.text, ())}
    found = set()
    for release in RELEASES:
        text, styles = parse_styles(marked, release)
        ranges = tuple(StyleRange(one.start, one.length, Style(one.style)) for one in styles)
        found.add((text, StyledText.of_spans(text, StyledText(text, ranges).spans).styles))
    return found


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Hall open", [Span(0, 4, Style.BOLD)]),
        ("a *b* c", [Span(3, 4, Style.STRIKETHROUGH), Span(6, 7, Style.ITALIC)]),
        ("one two three", [Span(0, 7, Style.BOLD), Span(4, 13, Style.SPOILER)]),
        ("👋🏾 hid `x` ~20", [Span(3, 6, Style.SPOILER), Span(7, 10, Style.MONOSPACE)]),
        ("5 * 3, a || b, ~20, C:\\* x", [Span(0, 1, Style.STRIKETHROUGH)]),
    ],
)
def test_styles_and_words_arrive_from_every_release(text: str, spans: list[Span]) -> None:
    styled = StyledText.of_spans(text, spans)
    assert sent(styled) == {(text, styled.styles)}
    assert lost_styles(styled) == frozenset()


@given(
    st.text(SIGNS, min_size=1, max_size=24),
    st.lists(
        st.tuples(st.integers(0, 24), st.integers(0, 24), st.sampled_from(list(Style))), max_size=5
    ),
)
def test_the_words_always_arrive_and_no_style_that_was_not_meant(
    text: str, made: list[tuple[int, int, Style]]
) -> None:
    spans = [Span(min(a, b, len(text)), min(max(a, b), len(text)), style) for a, b, style in made]
    styled = StyledText.of_spans(text, spans)
    assert sent(styled) == {(text, arriving(styled))}


@given(st.text(SIGNS, max_size=40))
def test_what_people_type_arrives_without_its_marks_and_with_nothing_else_changed(
    text: str,
) -> None:
    styled = read_marks(StyledText(text))
    assert {words for words, _ in sent(styled)} == {styled.text}


def test_what_no_release_can_show_is_known_before() -> None:
    both = StyledText("both", (StyleRange(0, 4, Style.BOLD), StyleRange(0, 4, Style.ITALIC)))
    assert lost_styles(both) == {Style.ITALIC}
    assert sent(both) == {("both", (StyleRange(0, 4, Style.BOLD),))}


def test_a_cover_matters_most() -> None:
    styled = StyledText("a|b c", (StyleRange(0, 1, Style.BOLD), StyleRange(2, 3, Style.SPOILER)))
    assert Style.SPOILER not in lost_styles(styled)
    assert all(any(style is Style.SPOILER for *_, style in styles) for _, styles in sent(styled))


def test_many_styles_are_put_together_in_no_time() -> None:
    text = "one two " * 1000
    spans = [Span(place, place + 3, Style.BOLD) for place in range(0, len(text), 4)]
    assert lost_styles(StyledText.of_spans(text, spans)) == frozenset()
