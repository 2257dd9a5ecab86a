"""A file's name says what it is and hides nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.media import neutral_name, safe_name
from relay.media.names import MAX_STEM

PDF = "application/pdf"


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("Agenda 12 May.pdf", "Agenda 12 May.pdf"),
        ("Agenda 12.05.pdf", "Agenda 12.05.pdf"),
        ("Cofnodion – Mai.PDF", "Cofnodion – Mai.pdf"),
        ("C:\\Users\\someone\\Agenda.pdf", "Agenda.pdf"),
        ("/home/someone/Agenda.pdf", "Agenda.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("Agenda\u202efdp.exe", "Agendafdp.pdf"),
        ("Agenda.pdf.exe", "Agenda.pdf"),
        ("Agenda\n\tfinal\x00.pdf", "Agenda final.pdf"),
        ("a;b,c:d?.pdf", "a_b_c_d_.pdf"),
        ("  . .pdf", "01.pdf"),
        ("", "01.pdf"),
        (".pdf", "01.pdf"),
        ("???", "01.pdf"),
    ],
)
def test_a_name_stays_readable_and_loses_its_tricks(original: str, name: str) -> None:
    assert safe_name(original, PDF) == name


def test_the_ending_is_that_of_the_cleaned_file() -> None:
    assert safe_name("holiday.heic", "image/jpeg") == "holiday.jpg"
    assert safe_name("logo.webp", "image/png") == "logo.png"
    assert safe_name("thing", "application/x-unknown") == "thing.bin"


@given(st.text())
def test_any_name_becomes_a_harmless_one(original: str) -> None:
    name = safe_name(original, PDF)
    assert name.endswith(".pdf")
    assert 5 <= len(name) <= MAX_STEM + 4
    assert not set(name) & set('/\\<>:"|?*;,%\r\n')
    assert not any(unicodedata.category(c).startswith("C") for c in name)
    assert not name.startswith((".", " "))
    assert safe_name(name, PDF) == name


def test_a_neutral_name_says_nothing() -> None:
    assert neutral_name(3, "image/png") == "03.png"
