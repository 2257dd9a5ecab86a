"""`relay setup`: see `relay.setup`."""

import os
import sys
import tomllib
from pathlib import Path

import click

from relay.cli._settings import WORDS
from relay.logs import crashes_logged, logging_to
from relay.settings import LogSettings
from relay.setup import FromAnswers, InTerminal, SetupStopped, in_lines, set_up, steps
from relay.setup.answers import check_keys
from relay.setup.checks import BadAnswer

_LOGS = LogSettings(level="error", format="console")
_STOPPED = 1
_INTERRUPTED = 130


@click.command(help=WORDS.say("setup-help"))
@click.option(
    "--config",
    default="relay.toml",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help=WORDS.say("setup-help-config"),
)
@click.option(
    "--step",
    type=click.Choice([step.name for step in steps()]),
    help=WORDS.say("setup-help-step"),
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False),
    help=WORDS.say("setup-help-answers"),
)
def command(config: Path, step: str | None, answers: Path | None) -> None:
    """See the wording `setup-help`."""
    if answers is None and not sys.stdin.isatty():
        sys.exit(WORDS.say("setup-no-terminal"))
    if _would_lock_out(config):
        sys.exit(WORDS.say("setup-not-as-root"))
    with logging_to(sys.stderr, _LOGS, secrets=()), crashes_logged():
        try:
            talk = InTerminal(WORDS) if answers is None else _from(answers)
            set_up(talk, config, os.environ, step)
        except SetupStopped as stopped:
            click.echo(in_lines(f"{stopped}\n\n{WORDS.say('setup-go-on')}"), err=True)
            sys.exit(_STOPPED)
        except (click.Abort, KeyboardInterrupt):
            click.echo(in_lines(f"\n\n{WORDS.say('setup-go-on')}"), err=True)
            sys.exit(_INTERRUPTED)


def _from(file: Path) -> FromAnswers:
    try:
        answers = tomllib.loads(file.read_text(encoding="utf-8"))
        check_keys(answers)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        sys.exit(WORDS.say("setup-answers-unreadable", file=str(file)))
    except BadAnswer as bad:
        sys.exit(bad.sentence(WORDS))
    return FromAnswers(WORDS, answers, file.parent)


def _would_lock_out(config: Path) -> bool:
    """Whether root would make files in a folder of somebody else, who could not read them."""
    folder = config.absolute().parent
    return os.geteuid() == 0 and folder.is_dir() and folder.stat().st_uid != 0
