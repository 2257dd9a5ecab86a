"""`relay restore`: a folder from which the relay can be started, made of a backup."""

import sys
from pathlib import Path

import click

from relay.backup.errors import BackupError
from relay.backup.retention import CONFIDENTIAL
from relay.cli._settings import WORDS
from relay.cli.backup import (
    aged_text,
    broken_text,
    confidential_option,
    identity_option,
    in_charge_text,
    proof,
    spoken,
    unproven_option,
)
from relay.language.vocabulary import vocabulary
from relay.time.clock import SystemClock


@click.command(help=WORDS.say("restore-help"))
@click.argument("file", type=click.Path(path_type=Path))
@identity_option
@click.option(
    "--to", required=True, type=click.Path(path_type=Path), help=WORDS.say("restore-help-to")
)
@confidential_option
@click.option(
    "--without-confidential",
    "left_out",
    is_flag=True,
    help=WORDS.say("restore-help-without-confidential"),
)
@unproven_option
@click.option("--older", is_flag=True, help=WORDS.say("restore-help-older"))
def command(
    file: Path,
    identity: Path,
    to: Path,
    confidential: Path | None,
    left_out: bool,
    unproven: bool,
    older: bool,
) -> None:
    """See the wording `restore-help`."""
    from relay.backup import restoring

    clock = SystemClock()
    beside = confidential or file.with_name(CONFIDENTIAL)
    request = restoring.RestoreRequest(
        file=file,
        confidential=None if left_out else beside,
        identity=identity,
        now=clock.now(),
        reason=WORDS.say("restored-reason"),
        proof=proof(unproven=unproven),
    )

    def agrees(found: restoring.Restoration) -> bool:
        """Show what it is and who would be in charge, and ask, unless it is outdated."""
        click.echo(aged_text(found, clock))
        click.echo(WORDS.say("backup-unproven" if unproven else "backup-proven"))
        click.echo(in_charge_text(found.in_charge))
        if found.is_outdated and not older:
            click.echo(WORDS.say("restore-older-refused"))
            return False
        try:
            answer = click.prompt(WORDS.say("restore-agree"), default="", show_default=False)
        except click.Abort:
            return False
        return vocabulary(WORDS.locale).answers_with("yes", answer)

    try:
        done = restoring.restore(request, to, agrees)
    except BackupError as error:
        sys.exit(WORDS.say(error.wording, path=error.path))
    say, found, secrets = WORDS.say, done.returned, str(to.absolute() / "secrets")
    paragraphs = [
        say(
            "restore-done",
            path=str(to),
            when=spoken(done.made_at, clock),
            announcements=found.announcements,
            meetings=found.meetings,
            cases=found.cases,
        ),
        *([] if done.broken is None else [broken_text(done.broken)]),
        say("restore-not-twice", stopped=found.stopped, held=len(found.held)),
        say("restore-one-only"),
        say("restore-signal-data", path=str(done.signal))
        if done.signal
        else say("restore-signal-anew"),
        say("restore-start", config=str(done.settings), secrets=secrets)
        if done.settings
        else say("restore-no-settings", secrets=secrets),
    ]
    click.echo("\n\n".join(paragraphs))
