"""When a hostile server wants to be asked again."""

from datetime import UTC, datetime

import pytest

from relay.fetching.retry_after import LONGEST_WAIT, retry_after

NOW = datetime(2026, 11, 28, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    "said",
    [
        "Mon, 01 Jan 2024 00:00:00 +9999999999999999999999",
        "Mon, 01 Jan 2024 99999999999:00:00 GMT",
        "Mon, 01 Jan 99999999999999 00:00:00 GMT",
        "tomorrow",
        "",
        "\0",
    ],
)
def test_what_is_no_moment_is_none(said: str) -> None:
    assert retry_after(said, NOW) is None


@pytest.mark.parametrize("said", ["9" * 12, "9" * 5_000])
def test_a_number_of_any_length_is_no_more_than_a_day(said: str) -> None:
    assert retry_after(said, NOW) == NOW + LONGEST_WAIT
