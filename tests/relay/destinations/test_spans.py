import pytest

from relay.destinations.spans import find_spans


def found(text: str) -> list[tuple[str, str, str]]:
    return [(span.kind, text[span.start : span.end], span.value) for span in find_spans(text)]


@pytest.mark.parametrize(
    ("text", "shown", "address"),
    [
        ("see https://example.org/a.", "https://example.org/a", "https://example.org/a"),
        ("(http://example.org/x)", "http://example.org/x", "http://example.org/x"),
        ("https://example.org/a(b)", "https://example.org/a(b)", "https://example.org/a(b)"),
        ("at example.org/hall, now", "example.org/hall", "https://example.org/hall"),
        ("our www.branch.london page", "www.branch.london", "https://www.branch.london"),
        (
            "Read “https://rally.example.org/t” before Friday",
            "https://rally.example.org/t",
            "https://rally.example.org/t",
        ),
        ("‘https://example.org/t’s", "https://example.org/t’s", "https://example.org/t’s"),
        ("‘https://example.org/t’", "https://example.org/t", "https://example.org/t"),
        ("«https://example.org/t», yes", "https://example.org/t", "https://example.org/t"),
        ("https://example.org/t… more", "https://example.org/t", "https://example.org/t"),
        ("[https://example.org/t]", "https://example.org/t", "https://example.org/t"),
        (
            "(see https://example.org/a_(b))",
            "https://example.org/a_(b)",
            "https://example.org/a_(b)",
        ),
        ("https://example.org/t?!)", "https://example.org/t", "https://example.org/t"),
        ("*https://example.org/t*", "https://example.org/t", "https://example.org/t"),
        ("Ünï https://exämple.org/ü!", "https://exämple.org/ü", "https://exämple.org/ü"),
    ],
)
def test_links_are_found_without_the_punctuation_around_them(
    text: str, shown: str, address: str
) -> None:
    assert found(text) == [("link", shown, address)]


@pytest.mark.parametrize(
    "text",
    [
        *("at 7.30pm", "the hall tonight.No need to book", "v1.2.3", "e.g. this", "a//b", "@", "#"),
        *("the hall is open.it is", "6.30pm.so come", "flyer.zip", "our branch.london page"),
        *("https://", "https://…", "tonight.No/yes"),
    ],
)
def test_what_only_looks_like_a_link_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#rent and #Rent2026!", ["rent", "Rent2026"]),
        ("#2026", []),
        ("# rent", []),
        ("a#rent", []),
        ("#żółć.", ["żółć"]),
        ("#" + "x" * 65, []),
        ("https://example.org/#part", []),
    ],
)
def test_tags(text: str, tags: list[str]) -> None:
    assert [value for kind, _, value in found(text) if kind == "tag"] == tags


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("with @hackney.example.org.", ["hackney.example.org"]),
        ("(@Hackney.Example.org)", ["hackney.example.org"]),
        ("@alice.test!", ["alice.test"]),
        ("@alice", []),
        ("@alice.notatld", []),
        ("mail me@example.org", []),
        ("@a@mastodon.example", []),
    ],
)
def test_mentions(text: str, handles: list[str]) -> None:
    assert [value for kind, _, value in found(text) if kind == "mention"] == handles


def test_an_email_address_stays_whole_but_leads_nowhere() -> None:
    assert found("write to secretary@example.org today") == [
        ("plain", "secretary@example.org", "secretary@example.org")
    ]
