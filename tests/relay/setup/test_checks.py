"""What a host types is put right where it can be, and explained where it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from relay.destinations.bluesky.setup import a_handle
from relay.language.words import Words
from relay.setup import checks
from relay.setup.checks import BadAnswer


@pytest.mark.parametrize(
    ("check", "typed", "kept"),
    [
        (checks.a_number, "+44 7700 900-123", "+447700900123"),
        (a_handle, "https://bsky.app/profile/Hackney.example.org/", "hackney.example.org"),
        (a_handle, "@hackney.example.org", "hackney.example.org"),
        (checks.a_public_address, "hackney.example.org/", "https://hackney.example.org"),
        (checks.a_public_address, "", ""),
        (checks.a_code, "123-456", "123456"),
        (checks.a_captcha, "signalcaptcha://abc", "signalcaptcha://abc"),
        (checks.a_username, "hackney_branch.42", "hackney_branch.42"),
        (checks.a_pin, "12 34", "12 34"),
    ],
)
def test_what_is_kept(check: Callable[[str], str], typed: str, kept: str) -> None:
    assert check(typed) == kept


@pytest.mark.parametrize(
    ("check", "typed"),
    [
        (checks.a_number, "07700 900123"),
        (a_handle, "hackney"),
        (checks.a_public_address, "ftp://example.org"),
        (checks.a_code, "12345"),
        (checks.a_captcha, "https://signalcaptchas.org"),
        (checks.a_captcha, "signalcaptcha://a b"),
        (checks.a_captcha, "@/no/such/file"),
        (checks.a_username, "1st"),
        (checks.a_pin, "123"),
        (checks.a_slug, "Tower Hamlets"),
        (checks.a_zone, "London"),
        (checks.an_account_id, "+447700900123"),
        (checks.a_text, "  "),
        (checks.a_profile_name, "x" * 60),
    ],
)
def test_what_is_explained(check: Callable[[str], str], typed: str) -> None:
    with pytest.raises(BadAnswer) as raised:
        check(typed)
    said = raised.value.sentence(Words())
    assert said.endswith((".", "?"))


def test_a_captcha_that_is_too_long_to_paste_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "captcha"
    file.write_text("signalcaptcha://long\n")
    assert checks.a_captcha(f"@{file}") == "signalcaptcha://long"
