"""Which release it talks to, and what does not work with it."""

import pytest

from relay.check.findings import Outcome, Report
from relay.check.versions import check_release
from relay.language.words import Words


@pytest.mark.parametrize(
    ("version", "problems", "notes"),
    [
        ("0.96", ["was never tried"], []),
        (
            "0.97",
            ["made when they failed", "stays cut off", "who may write in a group"],
            ["does not say whom"],
        ),
        ("0.98", ["made when they failed"], ["does not say whom"]),
        ("0.99", [], ["does not say whom"]),
        ("0.100", [], ["does not say whom"]),
        ("0.101-dev", [], []),
        ("0.102", [], []),
        ("unset", [], []),
    ],
)
def test_each_release_has_its_limits(version: str, problems: list[str], notes: list[str]) -> None:
    found = list(check_release(Report(Words()), version))
    for outcome, texts in ((Outcome.PROBLEM, problems), (Outcome.NOTE, notes)):
        said = [one.what for one in found if one.outcome is outcome]
        assert len(said) == len(texts)
        assert all(text in what for text, what in zip(texts, said, strict=True))
    for one in found:
        assert version in one.what
        assert one.todo
    assert all("0.99" in one.todo for one in found if one.outcome is Outcome.PROBLEM)
