"""The doctor reads a branch's own helplines, in each language there is."""

from pathlib import Path

import pytest

from relay.check.findings import Finding, Outcome, Report
from relay.check.helplines import check_helplines
from relay.language.languages import language_name
from relay.language.words import SOURCE, Words, shipped_config, shipped_locales

LIST = (shipped_config() / "helplines.toml").read_text(encoding="utf-8")
OWN = LIST.replace("0808 2000 247", "020 7946 0000")
TOLD = '["020 7946 0000"]\nabout = "kobiety"\nhours = "zawsze"\ndiscreet = "Dom"\n'
OTHERS = len(shipped_locales()) - 1


def found(folder: Path | None) -> list[Finding]:
    return list(check_helplines(Report(Words()), SOURCE, folder))


def test_nothing_is_said_where_there_is_no_list_of_the_branch(tmp_path: Path) -> None:
    assert found(None) == found(tmp_path) == found(tmp_path / "missing") == []


def test_a_list_with_the_shipped_numbers_has_texts_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "helplines.toml").write_text(LIST, encoding="utf-8")
    assert found(tmp_path) == []


@pytest.mark.parametrize("left_out", ["", "about", "hours", "discreet"])
def test_a_line_without_a_text_is_named_in_each_language(tmp_path: Path, left_out: str) -> None:
    (tmp_path / "helplines.toml").write_text(OWN, encoding="utf-8")
    notes = found(tmp_path)
    assert len(notes) == OTHERS
    for note in notes:
        assert note.outcome is Outcome.NOTE
        assert "National Domestic Abuse Helpline, run by Refuge (020 7946 0000)" in note.what
        assert "0800 027 1234" not in note.what
    # Told of whole in one of them, it is named in the others alone.
    (tmp_path / "pl").mkdir()
    lines = [x for x in TOLD.splitlines() if not left_out or not x.startswith(left_out)]
    (tmp_path / "pl" / "helplines.toml").write_text("\n".join(lines), encoding="utf-8")
    in_polish = [note for note in found(tmp_path) if f"In {language_name('pl')}," in note.what]
    assert len(found(tmp_path)) == OTHERS - (not left_out)
    assert bool(in_polish) is bool(left_out)


@pytest.mark.parametrize("place", [".", "pl"])
def test_a_list_that_cannot_be_read_is_a_problem(tmp_path: Path, place: str) -> None:
    (tmp_path / "pl").mkdir()
    (tmp_path / place / "helplines.toml").write_text("[oops", encoding="utf-8")
    (problem,) = found(tmp_path)
    assert problem.outcome is Outcome.PROBLEM
    assert "is not TOML" in problem.what
