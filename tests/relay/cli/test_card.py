"""`relay card` writes a card to print."""

from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from relay.cli import main

SETTINGS = """
[signal]
number = "+447700900000"
{link}
[[branches]]
slug = "hackney"
name = "Hackney branch"
"""
LINK = f'link = "https://signal.me/#eu/{"a" * 64}"'


def run(folder: Path, *arguments: str, link: str = LINK) -> Result:
    config = folder / "relay.toml"
    config.write_text(SETTINGS.format(link=link))
    environ = {"RELAY_WEBHOOK_TOKEN": "a" * 64, "RELAY_STORE_KEY": "b" * 64}
    return CliRunner().invoke(main, ["card", *arguments, "--config", str(config)], env=environ)


@pytest.mark.parametrize(("size", "width"), [("a5", 420), ("A4", 595)])
def test_it_is_as_large_and_in_the_language_that_was_asked_for(
    tmp_path: Path, size: str, width: int
) -> None:
    file = tmp_path / "card.pdf"
    result = run(tmp_path, "hackney", str(file), "--size", size, "--language", "pl")
    assert result.exit_code == 0, result.output
    assert f"The card is in {file}." in result.output
    page = pypdfium2.PdfDocument(file)[0]
    assert round(page.get_size()[0]) == width
    assert "Napisz do nas w Signalu" in page.get_textpage().get_text_range()


def test_it_goes_to_standard_output_alone(tmp_path: Path) -> None:
    result = run(tmp_path, "hackney", "-")
    assert result.stdout_bytes.startswith(b"%PDF-")
    assert result.stdout_bytes.rstrip().endswith(b"%%EOF")


def test_it_says_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    assert "relay setup --step privacy" in run(tmp_path, "hackney", str(file), link="").output
    assert "Did you mean hackney?" in run(tmp_path, "hackny", str(file)).output
    assert "could not write" in run(tmp_path, "hackney", str(tmp_path / "no" / "a.pdf")).output
    assert not file.exists()
