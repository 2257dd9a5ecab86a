import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_cluster_boundaries, grapheme_clusters

from relay.destinations.bluesky.text import MAX_POSTS, TextTooLong, posts_of
from relay.destinations.spans import find_spans
from relay.destinations.tidy import tidied

FAMILY = "👩‍👩‍👧"
SENTENCE = "The branch meets on Friday in the hall on the high street and everybody is welcome. "

words = st.one_of(
    st.text(min_size=1, max_size=12),
    st.sampled_from(
        [
            "meeting",
            "hall.",
            "Bring",
            "a",
            FAMILY,
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "नमस्ते",
            "#rent",
            "#RentStrike!",
            "@hackney.example.org",
            "https://example.org/a(b)?c=d.",
            "(example.org)",
            "someone@example.org,",
            "e\u0301" * 20,
            "x" * 400,
            "z" + "\u0301" * 1600,
        ]
    ),
)
texts = st.lists(st.tuples(words, st.sampled_from([" ", "  ", "\n", "\n\n", ". ", ""]))).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
long_texts = st.tuples(st.integers(1, 8), texts).map(lambda pair: (pair[1] * pair[0])[:3000])
thoroughly = settings(max_examples=40, deadline=None)


def without_numbers(texts: list[str]) -> list[str]:
    if len(texts) == 1:
        return texts
    return [
        text.removesuffix(f" ({place}/{len(texts)})") for place, text in enumerate(texts, start=1)
    ]


@thoroughly
@given(long_texts)
@example("x" * 301)
@example("ß" * 1501)
def test_no_post_is_over_the_limits(text: str) -> None:
    try:
        posts = posts_of(text)
    except TextTooLong:
        return
    for post in posts:
        assert len(list(grapheme_clusters(post.text))) <= 300
        assert len(post.text.encode()) <= 3000


@thoroughly
@given(long_texts)
def test_nothing_but_space_between_posts_is_lost(text: str) -> None:
    try:
        pieces = without_numbers([post.text for post in posts_of(text)])
    except TextTooLong:
        return
    rest = tidied(text)
    for piece in pieces:
        assert rest.startswith(piece)
        rest = rest[len(piece) :].lstrip()
    assert rest == ""


@thoroughly
@given(long_texts)
def test_no_character_as_people_see_it_is_cut(text: str) -> None:
    source = tidied(text)
    boundaries = set(grapheme_cluster_boundaries(source))
    try:
        pieces = without_numbers([post.text for post in posts_of(text)])
    except TextTooLong:
        return
    place = 0
    for piece in pieces:
        place = source.index(piece, place)
        assert place in boundaries
        place += len(piece)


@thoroughly
@given(long_texts)
def test_links_tags_and_mentions_stay_whole_and_marked(text: str) -> None:
    try:
        posts = posts_of(text)
    except TextTooLong:
        return
    expected = [span.value for span in find_spans(tidied(text)) if span.kind != "plain"]
    assert [mark.value for post in posts for mark in post.marks] == expected


@thoroughly
@given(long_texts)
def test_marks_cut_out_of_the_bytes_what_they_stand_for(text: str) -> None:
    try:
        posts = posts_of(text)
    except TextTooLong:
        return
    for post in posts:
        for mark in post.marks:
            shown = post.text.encode()[mark.start : mark.end].decode()
            if mark.kind == "link":
                assert mark.value in (shown, f"https://{shown}")
            elif mark.kind == "tag":
                assert shown[1:] == mark.value
            else:
                assert shown.lower() == f"@{mark.value}"


@thoroughly
@given(texts)
def test_cutting_is_repeatable(text: str) -> None:
    assert posts_of(text) == posts_of(text)


def test_a_short_text_is_one_post_without_a_number() -> None:
    assert [post.text for post in posts_of("  Meeting tonight. \n")] == ["Meeting tonight."]


def test_an_empty_text_makes_no_post() -> None:
    assert posts_of(" \n ") == ()


def test_300_family_emoji_are_one_post() -> None:
    assert len(posts_of(FAMILY[:1] * 300)) == 1
    assert len(posts_of(FAMILY * 150)) == 1
    assert len(posts_of(FAMILY * 200)) == 2, "3,600 bytes"


def test_a_thread_breaks_at_the_ends_of_sentences_and_is_numbered() -> None:
    posts = [post.text for post in posts_of(SENTENCE * 8)]
    assert len(posts) == 3
    for place, text in enumerate(posts, start=1):
        assert re.search(rf"welcome\. \({place}/3\)$", text)


def test_a_sentence_longer_than_a_post_breaks_between_words() -> None:
    posts = [post.text for post in posts_of("solidarity " * 60)]
    assert all(re.fullmatch(r"(solidarity ?)+ \(\d/\d\)", text) for text in posts)


def test_a_short_sentence_before_an_endless_one_does_not_stand_alone() -> None:
    first, *_ = (post.text for post in posts_of("Hello. " + "solidarity " * 60))
    assert len(first) > 250


def test_a_word_longer_than_a_post_breaks_anywhere() -> None:
    posts = [post.text for post in posts_of("x" * 700)]
    assert [len(text) for text in posts] == [300, 300, 118]


def test_lines_of_an_agenda_stay_whole() -> None:
    agenda = "\n".join(f"{n}. Item number {n} of the agenda" for n in range(1, 21))
    for post in posts_of(agenda):
        for line in re.sub(r" \(\d/\d\)$", "", post.text).split("\n"):
            assert re.fullmatch(r"\d+\. Item number \d+ of the agenda", line)


def test_a_link_too_long_for_a_post_is_shown_short_and_leads_to_the_whole_address() -> None:
    link = "https://example.org/join?" + "token=0123456789&" * 30
    (post,) = posts_of(f"Join here: {link}end")
    (mark,) = post.marks
    assert mark.value == f"{link}end"
    assert post.text == f"Join here: {link[:60]}…"
    assert post.text.encode()[mark.start : mark.end].decode() == f"{link[:60]}…"


def test_ten_posts_have_two_digits_and_still_fit() -> None:
    posts = [post.text for post in posts_of(SENTENCE * 30)]
    assert len(posts) == 10
    assert posts[0].endswith(" (1/10)")


def test_a_text_that_needs_too_many_posts_is_refused() -> None:
    assert len(posts_of("x" * 292 * MAX_POSTS)) == MAX_POSTS
    with pytest.raises(TextTooLong):
        posts_of("x" * (292 * MAX_POSTS + 1))
    with pytest.raises(TextTooLong):
        posts_of("x" * 10_000_000)


def test_half_a_surrogate_pair_does_no_harm() -> None:
    (post,) = posts_of("broken \ud83d end")
    assert post.text == "broken � end"


def test_the_dot_of_an_abbreviation_ends_no_sentence() -> None:
    (first, _) = (
        post.text
        for post in posts_of(
            "It is " + "very " * 52 + "near St. Mary's. Near St. Paul's hall, at seven."
        )
    )
    assert not first.endswith("St. (1/2)")
