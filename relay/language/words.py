"""The words people read: Project Fluent files, by locale, which a branch may replace one by one.

The shipped files are `config/wording/<locale>/*.ftl`. A branch's own folder (setting
`[wording] folder`) is laid over them: a message there replaces the shipped one with the same id.
A faulty message of a branch is left out, the shipped one stays, and `Words.check` names it, so that
a slip in a wording file never silences the relay (`relay.language.own_wording`).

A locale may have only some of the messages. What it lacks is said as the wording under it says it,
message by message: a message in one language holds no piece in another, and one that has words of
its own for discreet mode is not said in others.
"""

from collections import ChainMap
from collections.abc import Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import cast

import structlog

from relay.language.formatting import MessageFormatter
from relay.language.own_wording import overlaid, own_wording
from relay.language.problems import WordingProblem as WordingProblem
from relay.language.wording import Entry, shipped_folder
from relay.language.wording import WordingError as WordingError

SOURCE = "en-GB"
"""The locale that has every message, under all others."""

_HERE = Path(__file__).parents[1]

log = structlog.get_logger(__name__)


def shipped_config() -> Path:
    """The folder `config/` as shipped: inside the wheel, or beside the package in the source."""
    return _config_of(_HERE)


@cache
def _config_of(package: Path) -> Path:
    """The same, looked for once: it is asked for with every word of every message."""
    packed = package / "_config"
    return packed if packed.is_dir() else package.parent / "config"


def shipped_locales() -> tuple[str, ...]:
    """The locales there is wording for, such as `("en-GB",)`."""
    folders = (shipped_config() / "wording").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir()))


class Words:
    """The wording of one locale. Knows no conversation, formats no dates (see `relay.time.clock`).

    Args:
        locale: one of `shipped_locales()`.
        folder: a branch's own `.ftl` files, or None.
        under: what says the messages that the locale lacks; English by default.

    Raises:
        WordingError: there is no such locale, or a shipped file is faulty.
    """

    def __init__(
        self, locale: str = SOURCE, folder: Path | None = None, under: "Words | None" = None
    ) -> None:
        files = shipped_config() / "wording" / locale
        if not files.is_dir():
            raise WordingError(f"no wording is shipped for the locale {locale!r}")
        self.locale = locale
        self._under = under if under is not None or locale == SOURCE else Words()
        own = shipped_folder(files)
        self._shipped = self._used = MessageFormatter(locale, own)
        self._problems: list[WordingProblem] = []
        self._failed: set[str] = set()
        if folder is not None:
            known = _laid_over(own, self._under)
            theirs, self._problems = own_wording(folder, known, locale)
            self._used = MessageFormatter(locale, overlaid(theirs, own))

    def say(self, message_id: str, /, **args: str | int) -> str:
        """One message, ready to be sent: the branch's own, or the shipped one where that fails.

        Args:
            message_id: a message's id, or `id.attribute`.
            **args: everything the message mentions. Texts are put in unchanged apart from
                direction isolates; whole numbers are written the locale's way (1,204), so a
                number that is a name ("announcement 1204") goes in as text.

        Raises:
            WordingError: no such message, or an argument it needs was not given.
        """
        if self._under is not None and not self._used.has(message_id):
            return self._under.say(message_id, **args)
        if self._used is self._shipped or message_id in self._failed:
            return self._say_shipped(message_id, **args)
        try:
            said = self._used.format(message_id, args)
        except WordingError:
            said = self._say_shipped(message_id, **args)
            self._failed.add(message_id)
            log.error("wording_failed", message=message_id)
            return said
        # A choice may leave nothing of it, and what is empty cannot be sent.
        return said if said.strip() else self._say_shipped(message_id, **args)

    def needs(self, message_id: str) -> frozenset[str]:
        """The names of all arguments a message mentions, in any of its variants.

        Raises:
            WordingError: there is no such message.
        """
        if self._under is not None and not self._used.has(message_id):
            return self._under.needs(message_id)
        return self._used.needs(message_id)

    def has(self, message_id: str) -> bool:
        """Whether there is such a message, or such an attribute of one."""
        return self.translates(message_id) or (
            self._under is not None and self._under.has(message_id)
        )

    def translates(self, message_id: str) -> bool:
        """Whether the locale has such a message, or such an attribute, itself."""
        return self._used.has(message_id)

    def ids(self) -> frozenset[str]:
        """All ids, attributes included (`meeting-added`, `settings-timezone.fix`).

        Reads every message of the locale, which nothing else does.
        """
        own = self._used.ids()
        return own if self._under is None else own | self._under.ids()

    def check(self) -> tuple[WordingProblem, ...]:
        """What is wrong in the branch's own wording; empty when all is well."""
        return tuple(self._problems)

    def _say_shipped(self, message_id: str, **args: str | int) -> str:
        if self._under is not None and not self._shipped.has(message_id):
            return self._under.say(message_id, **args)
        return self._shipped.format(message_id, args)


def words_in(locale: str, own: Words, folder: Path | None) -> Words:
    """Return the wording of a locale, where an installation may speak another.

    Args:
        locale: one of `shipped_locales()`.
        own: the installation's; it says what the locale lacks.
        folder: the branch's own wording, or None; that of a locale is in a folder named after it.
    """
    if locale == own.locale:
        return own
    theirs = None if folder is None else folder / locale
    return Words(locale, theirs if theirs is not None and theirs.is_dir() else None, own)


def _laid_over(own: Mapping[str, Entry], under: Words | None) -> Mapping[str, Entry]:
    """The shipped messages that a branch may replace, those of a locale before English ones."""
    if under is None:
        return own
    english = shipped_folder(shipped_config() / "wording" / SOURCE)
    both = [cast(MutableMapping[str, Entry], one) for one in (own, english)]
    return ChainMap(*both)
