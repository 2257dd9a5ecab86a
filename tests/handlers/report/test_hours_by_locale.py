"""Hours and numbers, as people of each language write them when they are asked for them."""

from datetime import time

import pytest

from handlers.report.parsing import report_words

DAY = (time(9), time(15))


@pytest.mark.parametrize(
    ("locale", "answer"),
    [
        *(("pl", said) for said in ("od 9 do 15", "między 9 a 15", "9-15", "w godz. 9 do 15")),
        *(
            ("es", said)
            for said in ("de 9 a 15", "entre las 9 y las 15", "de 9h a 15h", "9 h a 15 h")
        ),
        *(
            ("pt", said)
            for said in ("das 9 às 15", "9h às 15h", "das 9h as 15h", "entre as 9 e as 15")
        ),
        *(("cy", said) for said in ("9 i 15", "rhwng 9 a 15", "o 9 tan 3 yp")),
        *(("tr", said) for said in ("9 ile 15", "9'dan 15’e kadar", "sabah 9, öğleden sonra 3")),
        *(("ar", said) for said in ("من 9 إلى 15", "بين ٩ و١٥", "9 صباحا حتى 3 مساء")),
        *(("ur", said) for said in ("۹ سے ۱۵ تک", "صبح 9 بجے سے دوپہر 3 بجے", "9 se 15 baje")),
        *(("bn", said) for said in ("৯ থেকে ১৫", "সকাল ৯টা থেকে বিকাল ৩টা পর্যন্ত", "9 theke 15")),
        *(("en-simple", said) for said in ("9 to 15", "9am to 3pm", "from 9h to 15h")),
    ],
)
def test_hours_are_understood_as_they_are_written(locale: str, answer: str) -> None:
    assert report_words(locale).contact.hours(answer) == DAY


@pytest.mark.parametrize("answer", ["9x to 15x", "9h", "h to h", "de 9 a 15"])
def test_what_is_no_time_stays_none(answer: str) -> None:
    assert report_words("en-GB").contact.hours(answer) is None


@pytest.mark.parametrize(
    ("locale", "answer", "hours"),
    [
        ("en-GB", "from 2pm to 5", (time(14), time(17))),
        ("en-GB", "10pm to 6", (time(22), time(6))),
        ("en-GB", "9am to 12", (time(9), time(12))),
        ("tr", "öğleden sonra 2 ile 5", (time(14), time(17))),
        ("bn", "বিকাল ২টা থেকে ৫টা", (time(14), time(17))),
    ],
)
def test_an_afternoon_that_is_named_once_is_for_both(
    locale: str, answer: str, hours: tuple[time, time]
) -> None:
    assert report_words(locale).contact.hours(answer) == hours


@pytest.mark.parametrize(
    ("locale", "answer"),
    [
        *(("ar", said) for said in ("1 و3", "١، ٣", "واحد وثلاثة", "الأول والثالث")),
        *(("ur", said) for said in ("۱ اور ۳", "1، 3", "ek aur teen")),
        *(("bn", said) for said in ("১ আর ৩", "১, ৩", "এক ও তিন")),
        *(("tr", said) for said in ("1 ve 3", "bir, üç", "1 ile 3")),
    ],
)
def test_numbers_of_a_list_are_understood_in_any_digits_and_in_words(
    locale: str, answer: str
) -> None:
    roles = ("Chair", "Treasurer", "Welfare officer")
    assert report_words(locale).people(answer, roles) == (roles[0], roles[2])


@pytest.mark.parametrize(
    ("locale", "answer"),
    [("ar", "٠"), ("ur", "۰"), ("bn", "০"), ("tr", "hiçbiri"), ("ar", "لا أحد")],
)
def test_nobody_is_understood_in_any_digits(locale: str, answer: str) -> None:
    assert report_words(locale).people(answer, ("Chair", "Treasurer")) == ()
