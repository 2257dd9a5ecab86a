"""`relay export-site`: the public pages as files, for any web host."""

import os
import sys
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.store import StoreError, StoreLocked


@click.command("export-site", help=WORDS.say("pages-export-help"))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@config_option
def command(folder: Path, config: Path) -> None:
    """See the wording `pages-export-help`."""
    # Another account's web server reads the pages, through folders that are made on the way too.
    os.umask(0o022)
    settings = settings_or_exit(config)
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.web.pages.export import ForeignFolder
    from relay.web.pages.export_job import export_site

    try:
        count = export_site(settings, folder)
    except StoreLocked:
        sys.exit(WORDS.say("pages-export-running", path=str(folder.absolute())))
    except StoreError as error:
        sys.exit(WORDS.say(error.wording, path=str(settings.store.path)))
    except ForeignFolder:
        sys.exit(WORDS.say("pages-export-foreign", path=str(folder)))
    except OSError:
        sys.exit(WORDS.say("pages-export-failed", path=str(folder)))
    click.echo(WORDS.say("pages-export-done", count=count, path=str(folder)))
