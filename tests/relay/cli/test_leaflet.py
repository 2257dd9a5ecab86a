"""`relay leaflet` writes the leaflet to print."""

from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from relay.cli import main

SETTINGS = """
[signal]
number = "+447700900000"
{link}
[wording]
folder = "{folder}"
[[branches]]
slug = "hackney"
name = "Hackney branch"
"""
LINK = f'link = "https://signal.me/#eu/{"a" * 64}"'


def run(folder: Path, *arguments: str, link: str = LINK) -> Result:
    config = folder / "relay.toml"
    config.write_text(SETTINGS.format(link=link, folder=folder))
    environ = {"RELAY_WEBHOOK_TOKEN": "a" * 64, "RELAY_STORE_KEY": "b" * 64}
    return CliRunner().invoke(main, ["leaflet", *arguments, "--config", str(config)], env=environ)


@pytest.mark.parametrize(("size", "width"), [("a5", 420), ("A4", 595)])
def test_it_has_the_size_and_what_the_branch_answers(tmp_path: Path, size: str, width: int) -> None:
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "parking.toml").write_text(
        'question = "Where can I park?"\nasked = ["where can I park"]\n'
        'answer = "Behind the hall."\n'
    )
    file = tmp_path / "leaflet.pdf"
    result = run(tmp_path, "hackney", str(file), "--size", size)
    assert result.exit_code == 0, result.output
    assert f"The leaflet is in {file}." in result.output
    pages = pypdfium2.PdfDocument(file)
    assert round(pages[0].get_size()[0]) == width
    said = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "Why not WhatsApp?" in said
    assert "Behind the hall." in said


def test_it_goes_to_standard_output_alone(tmp_path: Path) -> None:
    result = run(tmp_path, "hackney", "-")
    assert result.stdout_bytes.startswith(b"%PDF-")
    assert result.stdout_bytes.rstrip().endswith(b"%%EOF")


def test_it_says_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "leaflet.pdf"
    assert "relay setup --step privacy" in run(tmp_path, "hackney", str(file), link="").output
    assert "Did you mean hackney?" in run(tmp_path, "hackny", str(file)).output
    assert "could not write" in run(tmp_path, "hackney", str(tmp_path / "no" / "a.pdf")).output
    assert not file.exists()
