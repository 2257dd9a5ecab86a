"""What an admin types to name a feed."""

import pytest

from relay.following.links import feed_address, page_of

FEED = "https://camden.example.org/b/camden/signed.json"


@pytest.mark.parametrize(
    "typed",
    [
        FEED,
        "https://camden.example.org/b/camden",
        "https://camden.example.org/b/camden/",
        "http://camden.example.org/b/camden",
        "http://camden.example.org:80/b/camden",
        "camden.example.org/b/camden",
        "<https://camden.example.org/b/camden>",
        "https://camden.example.org/b/camden/verify",
        "https://camden.example.org/b/camden?from=card#top",
        "HTTPS://Camden.Example.org/b/camden.",
    ],
)
def test_a_page_of_a_branch_names_its_feed(typed: str) -> None:
    assert feed_address(typed) == FEED


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "https://example.org/meetings/b/camden/",
            "https://example.org/meetings/b/camden/signed.json",
        ),
        ("https://example.org:8443/b/camden", "https://example.org:8443/b/camden/signed.json"),
        ("https://example.org/feeds/camden.json", "https://example.org/feeds/camden.json"),
        ("https://127.0.0.1/b/camden", "https://127.0.0.1/b/camden/signed.json"),
    ],
)
def test_pages_elsewhere_are_found_too(typed: str, meant: str) -> None:
    assert feed_address(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "me",
        "me on Tuesday",
        "camden",
        "https://example.org/",
        "https://example.org/news",
        "ftp://example.org/b/camden",
        "javascript:alert(1)",
        "file:///b/camden",
        "https://name:word@example.org/b/camden",
        "https://[/b/camden",
        "https://example.org/b/" + "c" * 3_000,
        "https://example.org/b/camden\nhttps://example.org/b/other",
    ],
)
def test_what_is_none_is_none(typed: str) -> None:
    assert feed_address(typed) is None


def test_the_page_of_a_feed_is_where_people_read_it() -> None:
    assert page_of(FEED) == "https://camden.example.org/b/camden"
