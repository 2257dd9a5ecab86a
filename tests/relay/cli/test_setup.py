"""`relay setup` says what it needs before it asks anything."""

from pathlib import Path

from click.testing import CliRunner

from relay.cli import main
from relay.language.words import Words
from relay.setup import steps

LONGEST_DESCRIPTION = 480
"""Letters of a Signal group's description."""
LONGEST_LINE = 140
"""Letters of the line about an account."""


def test_help_names_every_step() -> None:
    result = CliRunner().invoke(main, ["setup", "--help"])
    assert result.exit_code == 0
    assert all(step.name in result.output for step in steps())


def test_without_a_terminal_it_asks_for_answers(tmp_path: Path) -> None:
    config = tmp_path / "relay.toml"
    result = CliRunner().invoke(main, ["setup", "--config", str(config)])
    assert result.exit_code == 1
    assert "--answers" in result.output
    assert not config.exists()


def test_an_unknown_step_is_an_error() -> None:
    assert CliRunner().invoke(main, ["setup", "--step", "moon"]).exit_code == 2


def test_what_it_writes_into_signal_fits_there() -> None:
    words, branch = Words(), "Newcastle upon Tyne and Gateshead branch"
    description = words.say("setup-group-description", branch=branch)
    assert len(description) <= LONGEST_DESCRIPTION
    assert len(words.say("setup-profile-line-usual", branch=branch)) <= LONGEST_LINE


def test_a_step_only_needs_steps_before_it() -> None:
    names = [step.name for step in steps()]
    for place, step in enumerate(steps()):
        assert set(step.needs) <= set(names[:place])
