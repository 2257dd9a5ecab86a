"""`relay run`: the relay itself, until it is told to stop."""

import asyncio
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.language.words import Words
from relay.logs import crashes_logged, logging_to
from relay.runtime.listening import Listener
from relay.runtime.systemd import passed_socket
from relay.runtime.waiting import Obstacle, until_gone, watch_files
from relay.schema.restart import moved_settings
from relay.schema.secret import named
from relay.settings import LogSettings, Settings, SettingsError, load_settings
from relay.settings.loading import SECRETS_FOLDER, listen_of
from relay.store import StoreError
from relay.store.disk_space import has_room, ran_out_of_room
from relay.store.errors import StoreFull, StoreNoRoom

_NO_ADDRESS = {
    errno.EADDRINUSE: "run-address-taken",
    errno.EADDRNOTAVAIL: "run-address-unusable",
    errno.EACCES: "run-address-unusable",
}
"""What is said where it cannot listen. A file that is refused has the same numbers, and a name."""

_STORE, _ADDRESS = 3, 4
"""Exit codes; settings that cannot be used are 2."""


class _CannotStart(Exception):
    """Something that a host has to mend, or that passes, keeps the relay from running."""

    def __init__(self, cause: str, code: int, reason: str, gone: Callable[[], bool]) -> None:
        super().__init__(cause)
        self.cause, self.code, self.reason, self.gone = cause, code, reason, gone


@click.command(help=WORDS.say("run-help"))
@config_option
@click.option("--keep-trying", is_flag=True, help=WORDS.say("run-help-keep-trying"))
def command(config: Path, keep_trying: bool) -> None:
    """See the wording `run-help`."""
    listener = Listener(passed_socket(os.environ, os.getpid()))
    try:
        if keep_trying:
            _keep_trying(config, listener)
        else:
            _once(config, listener)
    finally:
        listener.close()


def _once(config: Path, listener: Listener) -> None:
    try:
        _run(config, settings_or_exit(config), listener)
    except _CannotStart as error:
        click.echo(error.reason, err=True)
        sys.exit(error.code)


def _keep_trying(config: Path, listener: Listener) -> None:
    """Run the relay; while something keeps it from that, say what it is and wait."""
    while True:
        folder = os.environ.get(SECRETS_FOLDER)
        changed = watch_files(config, Path(folder) if folder else None)
        settings = None
        try:
            settings = load_settings(config, os.environ)
            _run(config, settings, listener)
            return
        except SettingsError as error:
            reasons = tuple(map(str, error.problems))
            obstacle = Obstacle("settings", reasons, listen_of(config, os.environ), changed)
        except _CannotStart as error:
            address = listen_of(config, os.environ)
            obstacle = Obstacle(error.cause, (error.reason,), address, _either(changed, error.gone))
        for reason in obstacle.reasons:
            click.echo(reason, err=True)
        logs, secrets = (
            (LogSettings(), ()) if settings is None else (settings.logs, settings.secrets())
        )
        with logging_to(sys.stderr, logs, secrets), crashes_logged():
            if not asyncio.run(until_gone(obstacle, listener)):
                return


def _run(config: Path, settings: Settings, listener: Listener) -> None:
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.runtime.process import serve

    serve(settings, lambda: _changed(config, settings), _ready_to_run, listener)


@contextmanager
def _ready_to_run(settings: Settings) -> Iterator[None]:
    words = Words(settings.locale, settings.wording.folder)
    with logging_to(sys.stderr, settings.logs, settings.secrets()), crashes_logged():
        try:
            yield
        except Exception as error:
            obstacle = _obstacle(error, settings, words)
            if obstacle is None:
                raise
            cannot_start = obstacle
        else:
            return
    raise cannot_start


def _obstacle(error: Exception, settings: Settings, words: Words) -> _CannotStart | None:
    """Say what a host can do about an error; None if it is a fault of the program."""
    store = settings.store.path
    if isinstance(error, (StoreFull, StoreNoRoom)) or ran_out_of_room(error, store):
        wording = error.wording if isinstance(error, StoreNoRoom) else StoreFull.wording
        reason = words.say(wording, path=str(store))
        return _CannotStart("disk_full", _STORE, reason, lambda: has_room(store))
    if isinstance(error, StoreError):
        reason = words.say(error.wording, path=str(store))
        return _CannotStart("store", _STORE, reason, _later())
    if isinstance(error, OSError) and error.filename is None and error.errno in _NO_ADDRESS:
        address = f"{settings.web.listen.host}:{settings.web.listen.port}"
        reason = words.say(_NO_ADDRESS[error.errno], address=address)
        return _CannotStart("address", _ADDRESS, reason, _later())
    return None


def _later() -> Callable[[], bool]:
    """Return what says True from the fifth time on: nothing shows whether it is gone."""
    looks = iter((False,) * 4)
    return lambda: next(looks, True)


def _either(one: Callable[[], bool], other: Callable[[], bool]) -> Callable[[], bool]:
    return lambda: one() or other()


def _changed(config: Path, first: Settings) -> Settings | None:
    """Return the settings as they are now, or None after saying why they cannot be used."""
    try:
        settings = load_settings(config, os.environ)
    except SettingsError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        return None
    words = Words(settings.locale, settings.wording.folder)
    moved = moved_settings(first, settings)
    if moved:
        names = ", ".join(named(path, type(first)) for path in moved)
        click.echo(words.say("run-needs-restart", names=names), err=True)
        return None
    return settings
