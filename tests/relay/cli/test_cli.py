"""The command line says what it can do and what went wrong."""

import sys
from pathlib import Path
from subprocess import run

from click.testing import CliRunner

from relay import __version__
from relay.cli import main

EXAMPLE = Path(__file__).parents[3] / "config" / "relay.example.toml"


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.output) == (0, f"relay, version {__version__}\n")


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert "check" in result.output


def test_an_unknown_command_is_an_error() -> None:
    assert CliRunner().invoke(main, ["chek"]).exit_code == 2


def test_a_problem_is_exit_code_one_and_one_line_each() -> None:
    result = CliRunner().invoke(main, ["check", "--config", str(EXAMPLE)], env={})
    lines = result.output.splitlines()
    assert result.exit_code == 1
    assert lines[0].startswith("problem  RELAY_WEBHOOK_TOKEN: This secret is missing")
    assert all(line.split()[0] in {"ok", "note", "problem"} for line in lines)


def test_checking_does_not_load_what_only_running_needs() -> None:
    code = "import sys, relay.cli.check; print(*sorted(sys.modules), sep='\\n')"
    loaded = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"atproto", "signalbot", "dateparser", "PIL", "pikepdf", "apscheduler"}
    assert heavy & set(loaded.stdout.split()) == set()
