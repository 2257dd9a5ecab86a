"""The command `relay`. Each of its commands is a module of this package called like it.

A hyphen in the command is an underscore in the module. Such a module has a `command`. It is
imported only when it is needed, so that `relay check` does not wait for everything that
`relay run` brings along.
"""

import importlib
import os
import pkgutil
import resource

import click

from relay import __version__
from relay.language.words import Words


class _Commands(click.Group):
    def list_commands(self, _: click.Context) -> list[str]:
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        command = importlib.import_module(f"{__name__}.{name.replace('-', '_')}").command
        assert isinstance(command, click.Command)  # noqa: S101 - the promise of every module here
        return command


@click.group(cls=_Commands, help=Words().say("cli-help"))
@click.version_option(__version__, prog_name="relay")
@click.pass_context
def main(context: click.Context) -> None:
    """See the wording `cli-help`.

    No other account reads what a command writes, and no crash writes out what is in memory.
    """
    before = os.umask(0o077)
    context.call_on_close(lambda: os.umask(before))
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
