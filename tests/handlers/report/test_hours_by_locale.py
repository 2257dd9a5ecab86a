"""Two times of day, as people of each language write them when they are asked for their hours."""

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
        *(("en-simple", said) for said in ("9 to 15", "9am to 3pm", "from 9h to 15h")),
    ],
)
def test_hours_are_understood_as_they_are_written(locale: str, answer: str) -> None:
    assert report_words(locale).contact.hours(answer) == DAY


@pytest.mark.parametrize("answer", ["9x to 15x", "9h", "h to h", "de 9 a 15"])
def test_what_is_no_time_stays_none(answer: str) -> None:
    assert report_words("en-GB").contact.hours(answer) is None
