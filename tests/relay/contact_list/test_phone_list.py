"""Lists of phone numbers as spreadsheets make them, and as somebody makes them who means harm."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.contact_list.phone_list import (
    MOST_ROWS,
    ListUnusable,
    Passed,
    PhoneList,
    Unusable,
    read_phone_list,
)

AB = ("+447400123456", "+447400123457")


def read(data: str | bytes) -> PhoneList:
    return read_phone_list(data.encode() if isinstance(data, str) else data, "GB")


@pytest.mark.parametrize(
    "data",
    [
        "Name,Mobile\nAna,07400 123456\nBo,07400 123457\n",
        "Name;Mobile\r\nAna;07400123456\r\nBo;+44 7400 123457\r\n",
        "sep=;\r\nName;Mobile\r\nAna;07400123456\r\nBo;+44 7400 123457\r\n",
        "Name\tMobile\nAna\t(07400) 123-456\nBo\t00447400123457",
        "Name,Mobile\nAna,7400123456\nBo,447400123457",
        'Name,Mobile\n"Ana, the one",="07400123456"\nBo,"=""+447400123457"""',
        "Name,Mobile\nAna,'07400123456\nBo,\u202a+44\u00a07400\u00a0123457\u202c",
        "Name,Mobile\nAna,tel:+447400123456\nBo,=07400123457",
        "07400123456\n07400123457",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_files_are_read(data: str, encoding: str) -> None:
    assert read(data.encode(encoding, errors="ignore")).numbers == AB


def test_the_first_column_with_most_mobiles_is_taken_and_said() -> None:
    data = "Name,Home,Mobile,Emergency\nAna,020 7946 0018,07400123456,07400999999\n"
    found = read(data)
    assert (found.numbers, found.column) == (("+447400123456",), 3)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("", Passed.EMPTY),
        ("4.47401E+11", Passed.ROUNDED),
        ("4,47401E+11", Passed.ROUNDED),
        ("020 7946 0018", Passed.LANDLINE),
        ("0300 123 1234", Passed.LANDLINE),
        ("0800 123 4567", Passed.LANDLINE),
        ("07400 123456", Passed.TWICE),
        ("+447400123456", Passed.TWICE),
        ("=HYPERLINK(evil)", Passed.UNREADABLE),
        ("=cmd|' /C calc'!A0", Passed.UNREADABLE),
        ("@SUM(1+1)", Passed.UNREADABLE),
        ("1234567890", Passed.LANDLINE),
        ("999", Passed.UNREADABLE),
        ("07400 123456 / 07400 123457", Passed.UNREADABLE),
        ("9" * 100_000, Passed.UNREADABLE),
        ("mobile", Passed.UNREADABLE),
    ],
)
def test_a_row_that_is_of_no_use_is_counted(cell: str, why: Passed) -> None:
    found = read(f'Mobile\n07400123456\n"{cell}"\n07400123458\n')
    assert found.numbers == ("+447400123456", "+447400123458")
    assert found.passed == {why: 1}


@pytest.mark.parametrize("number", ["+4915123456789", "+353851234567", "+12025550123"])
def test_a_mobile_of_another_country_is_taken_with_its_code(number: str) -> None:
    assert read(f"Mobile\n{number}\n").numbers == (number,)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04" + b"x" * 100, Unusable.SPREADSHEET),
        (b"%PDF-1.7 07400123456", Unusable.SPREADSHEET),
        (b"\x00\x01\x02" * 100, Unusable.UNREADABLE),
        (b"\xff\xfe\x00", Unusable.UNREADABLE),
        (b"", Unusable.NO_NUMBERS),
        (b"Name\nAna\n", Unusable.NO_NUMBERS),
        (b"Home\n02079460018\n", Unusable.NO_NUMBERS),
        (b'"' + b"a," * 200_000, Unusable.UNREADABLE),
        (b"07400123456\n" * (MOST_ROWS + 2), Unusable.TOO_MANY),
        (b"1\n" * 100_000, Unusable.TOO_MANY),
        (b"0" * 3_000_000, Unusable.TOO_LARGE),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_as_a_whole(data: bytes, why: Unusable) -> None:
    with pytest.raises(ListUnusable) as refused:
        read(data)
    assert refused.value.why is why


def test_what_was_read_shows_no_number() -> None:
    assert "7400123456" not in repr(read("07400123456\n"))


# The library of numbers is loaded by the first one.
@settings(deadline=None)
@given(
    st.one_of(
        st.binary(max_size=2_000),
        st.text(alphabet=st.characters(codec="utf-8"), max_size=500).map(str.encode),
        st.text(alphabet="0123456789+=\"',;\t\r\n|aE() -", max_size=500).map(str.encode),
    )
)
def test_any_file_is_read_or_refused(data: bytes) -> None:
    with suppress(ListUnusable):
        found = read(data)
        assert all(one.startswith("+") and one[1:].isdecimal() for one in found.numbers)
        assert len(set(found.numbers)) == len(found.numbers)
