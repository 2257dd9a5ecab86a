"""`relay backup`: make a backup now, or find out whether one can be restored."""

import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from relay.backup.errors import BackupError
from relay.backup.retention import CONFIDENTIAL
from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.store.chains import BrokenChain
from relay.time.clock import BranchTime, SystemClock

if TYPE_CHECKING:
    from relay.backup.in_charge import InCharge
    from relay.backup.restoring import Proof, Restoration

identity_option = click.option(
    "--identity",
    required=True,
    type=click.Path(path_type=Path),
    help=WORDS.say("restore-help-identity"),
)
confidential_option = click.option(
    "--confidential", type=click.Path(path_type=Path), help=WORDS.say("restore-help-confidential")
)
_WHOSE = {"branch": "restore-in-charge-branch", "team": "restore-in-charge-team"}
unproven_option = click.option("--unproven", is_flag=True, help=WORDS.say("restore-help-unproven"))


@click.group(invoke_without_command=True, help=WORDS.say("backup-help"))
@click.option("--config", type=click.Path(path_type=Path), help=WORDS.say("check-help-config"))
@click.pass_context
def command(context: click.Context, config: Path | None) -> None:
    """See the wording `backup-help`."""
    if context.invoked_subcommand is not None:
        return
    if config is None:
        raise click.UsageError(WORDS.say("backup-no-config"))
    settings = settings_or_exit(config)
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.backup.job import row_of
    from relay.backup.making import BackupRequest, make_whole
    from relay.backup.signing import signer_of
    from relay.store.backups import WITHOUT_SIGNAL
    from relay.store.copies import CopyError, note

    request = BackupRequest(settings, SystemClock().now(), lambda: False)
    key = settings.store_key.get_secret_value()
    try:
        made = make_whole(request)
    except BackupError as error:
        # A store that is not there, or of another version of the relay, remembers nothing.
        with suppress(CopyError):
            note(settings.store.path, key, row_of("whole", request.now, error), None)
        sys.exit(WORDS.say(error.wording, path=error.path))
    with suppress(CopyError):
        note(settings.store.path, key, row_of("whole", request.now, made), made.destroyed)
    size = max(1, made.size // 1024)
    click.echo(WORDS.say("backup-done", path=str(made.file), size=size, beside=CONFIDENTIAL))
    click.echo(WORDS.say("backup-signer", line=signer_of(settings).note))
    if made.outcome == WITHOUT_SIGNAL:
        click.echo(WORDS.say("backup-signal-not-read", path=str(settings.backup.signal_folder)))


@command.command("signer", help=WORDS.say("backup-signer-help"))
@config_option
def signer(config: Path) -> None:
    """See the wording `backup-signer-help`."""
    settings = settings_or_exit(config)
    from relay.backup.signing import signer_of

    click.echo(signer_of(settings).note)


@command.command("verify", help=WORDS.say("backup-verify-help"))
@click.argument("file", type=click.Path(path_type=Path))
@identity_option
@confidential_option
@unproven_option
def verify(file: Path, identity: Path, confidential: Path | None, unproven: bool) -> None:
    """See the wording `backup-verify-help`."""
    from relay.backup import restoring

    clock = SystemClock()
    request = restoring.RestoreRequest(
        file=file,
        confidential=confidential or file.with_name(CONFIDENTIAL),
        identity=identity,
        now=clock.now(),
        reason="",
        proof=proof(unproven=unproven),
    )
    try:
        found = restoring.verify(request)
    except BackupError as error:
        sys.exit(WORDS.say(error.wording, path=error.path))
    click.echo(
        WORDS.say(
            "backup-verified",
            when=spoken(found.made_at, clock),
            days=(clock.now() - found.made_at).days,
            announcements=found.returned.announcements,
            meetings=found.returned.meetings,
            cases=found.returned.cases,
        )
    )
    click.echo(WORDS.say("backup-unproven" if unproven else "backup-proven"))
    click.echo(in_charge_text(found.in_charge))
    if found.broken is not None:
        sys.exit(broken_text(found.broken))


def broken_text(broken: BrokenChain) -> str:
    """Return what a host reads where something other than the relay has changed a store."""
    row = str(broken.row)
    if broken.case is None:
        return WORDS.say("backup-audit-broken", row=row)
    return WORDS.say("backup-records-broken", row=row, case=str(broken.case))


def proof(*, unproven: bool) -> "Proof":
    """Return what has to show who made a backup, as the host asked for it."""
    from relay.backup.restoring import Proof

    return Proof.NONE if unproven else Proof.SIGNATURE


def in_charge_text(found: "InCharge | None") -> str:
    """Return who would decide and read, as a host reads it."""
    say = WORDS.say
    if found is None:
        return say("restore-in-charge-unknown")
    lines = [say("restore-in-charge", number=found.number)]
    for charge in found.charges:
        people = [
            say("restore-in-charge-person", id=person, role=role or "none")
            for person, role in charge.people
        ]
        lines.append(say(_WHOSE[charge.kind], name=charge.name))
        lines += people or [say("restore-in-charge-nobody")]
    lines += [say("restore-in-charge-group", group=group) for group in found.groups]
    lines += [say("restore-in-charge-key", key=key) for key in found.keys]
    return "\n".join(lines)


def aged_text(found: "Restoration", clock: SystemClock) -> str:
    """Return how old a backup is and what it would lose, as a host reads it before a restore."""
    say, made_at = WORDS.say, found.made_at
    days = (clock.now() - made_at).days
    lines = [say("restore-is-from", when=spoken(made_at, clock), days=days)]
    if (at := found.reports_at) is not None:
        lines.append(
            say("restore-reports-from", when=spoken(at, clock), days=(clock.now() - at).days)
        )
    if found.newer:
        lines.append(say("restore-newer-beside", file=found.newer[0]))
    there = found.standing
    if there is not None and there.lacking is None:
        lines.append(say("restore-store-unread", path=str(there.path)))
    elif there is not None and there.lacking is not None and there.is_newer(made_at):
        until = there.lacking.until or made_at
        lines.append(
            say(
                "restore-store-newer",
                path=str(there.path),
                when=spoken(until, clock),
                days=(until - made_at).days,
                announcements=there.lacking.announcements,
                reports=there.lacking.reports,
            )
        )
        if there.lacking.returning:
            lines.append(say("restore-brings-back", reports=there.lacking.returning))
    return "\n".join(lines)


def spoken(moment: datetime, clock: SystemClock) -> str:
    """Return a moment as a host reads it, in UTC: the settings may not be there yet."""
    return BranchTime(ZoneInfo("UTC"), WORDS, clock).spoken(moment)
