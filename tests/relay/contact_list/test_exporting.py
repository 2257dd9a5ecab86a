"""The file that is taken out runs nothing in a spreadsheet."""

import csv
import io
from datetime import UTC, datetime

import pytest

from relay.contact_list.entries import Entry, Given
from relay.contact_list.exporting import FIELDS, as_text, contacts_csv

HEADINGS = {one: one.title() for one in (*FIELDS, "through-bot")}
THEN = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize("cell", ["=1+1", "+44 7700", "-1", "@SUM", "\t=1", " =1", "=1", "|cmd"])
def test_what_begins_like_a_formula_is_text(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Ana", "", "O'Neil", "a=b", "Clapton-on-Sea"])
def test_other_words_are_as_they_are(cell: str) -> None:
    assert as_text(cell) == cell


def test_whatever_people_write_stays_in_its_cell() -> None:
    given = Given("aci", 'A "n", a\r\n=1', "Clapton", ("=a", "b"), "", "")
    data = contacts_csv([Entry(1, "hackney", given, THEN, THEN, None)], HEADINGS, UTC)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == [one.title() for one in FIELDS]
    assert rows[1] == ['A "n", a\r\n=1', "Clapton", "'=a, b", "", "Through-Bot", "2026-11-22"]
    assert "aci" not in data.decode()
