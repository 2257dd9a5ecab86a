"""What a page says of itself is read as browsers and other clients read it."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.destinations.bluesky.pages import BEYOND, Head, HeadReader, encoding_of

ADDRESS = "https://branch.example.org/news/today"


def head(page: bytes | str, charset: str | None = None, step: int = 701) -> Head:
    data = page if isinstance(page, bytes) else page.encode()
    reader = HeadReader(ADDRESS, charset)
    for at in range(0, len(data), step):
        if reader.feed(data[at : at + step]):
            break
    return reader.close()


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<TITLE> Our\n branch </TITLE><p>text", "Our branch"),
        ("<svg><title>Menu</title></svg><title>Our branch</title>", "Our branch"),
        ("<head><title>Our branch</title></head><body><svg><title>Menu</title>", "Our branch"),
        ("<body><svg><title>Menu</title></svg></body>", ""),
        ("<math><title>x</title></math><title>Our branch</title>", "Our branch"),
        ("<template><title>Menu</title></template><title>Our branch</title>", "Our branch"),
        ("<script>var a = '<title>No</title>'</script><title>Our branch</title>", "Our branch"),
        ("<style>/*<title>No</title>*/</style><title>Our branch</title>", "Our branch"),
        ("<!-- <title>No</title> --><title>Our branch</title>", "Our branch"),
        ("<title>Rent &amp; caf&eacute; &#8211; <b>now</b></title>", "Rent & café – <b>now</b>"),
        ("<title>First</title><title>Second</title>", "First"),
        ("<title></title>", ""),
        ("<title>Cut o", "Cut o"),
        ("<meta property=og:title content='Card'><title>Page</title>", "Card"),
        ("<title>Page</title><meta name='og:title' content='Card'>", "Card"),
        ("<title>Page</title><meta property='og:title' content='  '>", "Page"),
        ("<title>Page</title><meta name=twitter:title content='Bird'>", "Bird"),
        ("<META PROPERTY='OG:TITLE' CONTENT='Card'>", "Card"),
        ("<meta property='dc:title og:title' content='Card'>", "Card"),
        ("<meta property='og:title' content=\"It's &quot;on&quot;\">", 'It\'s "on"'),
        ("<head><img src=counter.gif><meta property=og:title content=Card></head>", "Card"),
        ("plain words", ""),
        ("", ""),
        ("\0\0<title>Our\0branch</title>", "Our\ufffdbranch"),
    ],
)
def test_the_title_is_the_one_that_the_page_has(page: str, title: str) -> None:
    for step in (1, 7, 701, 65_536):
        assert head(page, step=step).title == title


def test_what_stands_behind_700_kilobytes_of_script_is_read() -> None:
    script = "<script>" + "var a = '<meta property=og:title content=No>';\n" * 16_000 + "</script>"
    assert len(script) > 700_000
    page = f"<head><title>Page</title>{script}<meta property=og:title content=Card></head><body>"
    assert head(page).title == "Card"


def test_no_more_is_read_than_is_needed() -> None:
    said = "".join(
        f"<meta property=og:{part} content=x>" for part in ("title", "description", "image")
    )
    reader = HeadReader(ADDRESS, None)
    assert not reader.feed(f"<head>{said}".encode() + b" " * 2000)
    assert reader.feed(b"</head><body><p>")
    reader = HeadReader(ADDRESS, None)
    pieces = 0
    while not reader.feed(b"<title>Page</title><body><p>" + b"words " * 10_000):
        pieces += 1
        assert pieces * 60_000 < 2 * BEYOND


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("<title>Café</title>".encode(), None),
        ("<title>Café</title>".encode("cp1252"), None),
        ("<title>Café</title>".encode("utf-8-sig"), "iso-8859-1"),
        ("<title>Café</title>".encode("utf-16"), None),
        ("<title>Café</title>".encode("utf-16-be"), "UTF-16BE"),
        ("<title>Café</title>".encode("latin-1"), "ISO-8859-1"),
        ("<title>Café</title>".encode("latin-1"), " latin1 "),
        ("<meta charset=iso-8859-1><title>Café</title>".encode("latin-1"), None),
        ("<meta charset='windows-1252'><title>Café</title>".encode("latin-1"), None),
        ("<meta charset=utf-8><title>Café</title>".encode("latin-1"), "latin1"),
        ("<meta charset=utf-16><title>Café</title>".encode(), None),
        ("<meta charset=nonsense><title>Café</title>".encode(), None),
        ("<meta charset=zlib><title>Café</title>".encode(), "unicode_escape"),
        ("<!--<meta charset=koi8-r>--><title>Café</title>".encode(), None),
        (
            (
                b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
                b"<title>Caf\xe9</title>"
            ),
            None,
        ),
        (
            (
                b"<meta content='text/html;charset=macintosh' http-equiv=content-type>"
                b"<title>Caf\x8e</title>"
            ),
            None,
        ),
    ],
)
def test_letters_are_read_as_they_were_written(body: bytes, charset: str | None) -> None:
    for step in (1, 65_536):
        assert head(body, charset, step).title == "Café"


def test_an_encoding_named_too_late_is_not_looked_for() -> None:
    late = b"<title>Caf\xc3\xa9</title>" + b" " * 1024 + b"<meta charset=koi8-r>"
    assert head(late).title == "Café"


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("Shift_JIS", "cp932"),
        ("gb2312", "gb18030"),
        ("euc-kr", "cp949"),
        ("big5", "big5hkscs"),
        ("us-ascii", "cp1252"),
        ("koi8-r", "koi8-r"),
        ("windows-1251", "cp1251"),
        ("idna", "utf-8"),
        ("rot13", "utf-8"),
        ("../x", "utf-8"),
    ],
)
def test_labels_mean_what_they_mean_to_browsers(label: str, encoding: str) -> None:
    assert encoding_of(b"<title>x", label) == encoding


@pytest.mark.parametrize(
    ("page", "pictures"),
    [
        ("<meta property=og:image content=/p.png>", ["https://branch.example.org/p.png"]),
        ("<meta property=og:image content='p q.png'>", ["https://branch.example.org/news/p q.png"]),
        ("<meta property=og:image content=//cdn.example.org/p>", ["https://cdn.example.org/p"]),
        (
            "<base href=https://cdn.example.org/x/><meta property=og:image content=p>",
            ["https://cdn.example.org/x/p"],
        ),
        (
            (
                "<meta property=og:image content=/1><meta property=og:image content=/2>"
                "<meta name=twitter:image content=/3>"
            ),
            [f"https://branch.example.org/{number}" for number in (1, 2, 3)],
        ),
        (
            (
                "<meta property=og:image content=http://a.example.org/1>"
                "<meta property=og:image:secure_url content=https://a.example.org/1>"
            ),
            ["https://a.example.org/1", "http://a.example.org/1"],
        ),
        ("<meta name=twitter:image:src content=/4>", ["https://branch.example.org/4"]),
        ("<meta property=og:image content='data:image/png;base64,AA'>", []),
        ("<meta property=og:image content='javascript:x'>", []),
        ("<meta property=og:image content='http://['>", []),
        ("<meta property=og:image content=''>", []),
        ("<link rel=icon href=/favicon.ico>", []),
    ],
)
def test_pictures_are_found_where_the_page_says(page: str, pictures: list[str]) -> None:
    assert list(head(page).pictures) == pictures


def test_a_description_is_taken_from_who_has_one() -> None:
    assert head("<meta name=description content='Plain'>").description == "Plain"
    both = "<meta name=description content='Plain'><meta property=og:description content='Card'>"
    assert head(both).description == "Card"


@pytest.mark.parametrize(
    ("content", "to"),
    [
        ("0; url=/next", "https://branch.example.org/next"),
        ("0;URL='https://example.org/'", "https://example.org/"),
        ("1;/next", "https://branch.example.org/next"),
        ("30; url=/next", ""),
        ("0", ""),
        ("0; url=javascript:alert(1)", ""),
        ("url=/next", ""),
    ],
)
def test_a_page_that_only_sends_on_says_where_to(content: str, to: str) -> None:
    assert head(f'<meta http-equiv="Refresh" content="{content}">').refresh == to
    hidden = f'<noscript><meta http-equiv=refresh content="{content}"></noscript>'
    assert head(hidden).refresh == ""


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000), st.sampled_from([None, "utf-16le", "shift_jis", "x"]))
def test_any_bytes_are_read_without_harm(page: bytes, charset: str | None) -> None:
    assert isinstance(head(page, charset, 97), Head)


def test_broken_tags_are_read_without_harm() -> None:
    dice = random.Random(5)
    pieces = ["<title>", "</title>", "<svg>", "<meta property=og:image content='", "<!--", "-->"]
    pieces += ["<body>", "</head>", "<base href=", "'>", "\0", "&#0;", "&amp", "<table><b>", "]]>"]
    for _ in range(300):
        assert isinstance(head("".join(dice.choices(pieces, k=40)), step=13), Head)


@pytest.mark.parametrize("piece", ["<p>", "<meta name=a content=b>", "<b><i>", "<title>x</title>"])
def test_a_page_of_nothing_but_tags_fills_no_memory(piece: str) -> None:
    code = (
        "import resource, sys; from relay.destinations.bluesky.pages import HeadReader;"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "reader = HeadReader('https://example.org', 'utf-8'); reader.feed(bytes(2000));"
        f"piece = {piece!r}.encode() * (65536 // len({piece!r})); before = peak();"
        "[reader.feed(piece) for _ in range(32)]; reader.close(); print(peak() - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert int(done.stdout) < 40 * 1024
