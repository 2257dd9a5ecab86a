"""What must not stand in a text that is read on a phone which somebody else may look at.

A branch may word everything anew, and cannot know all that tells. So its words are compared with
beginnings of words that tell what a chat is about: those by which names of teams are cut in the
language (`report-discreet-hidden`), and what else people call harm, reports, those who read them
and whoever helps (`check-discreet-telling`). No list has every word; these have what reports,
policies and helplines use.
"""

import re
from collections.abc import Iterable, Mapping

from relay.language.folding import folded
from relay.language.formatting import MessageFormatter
from relay.language.wording import Entry

HIDDEN = "report-discreet-hidden"
TELLING = "check-discreet-telling"
_FIRST_IN_ENGLISH = "safeguard"
"""Where the words of a locale end in its list, and the English ones begin, with which roles are
named in every language."""

_COMMA = re.compile("[,\u060c]")


class Telling:
    """Finds what tells.

    Args:
        locale: of the wording.
        shipped: its entries, as they are shipped: a branch does not change what is looked for.
    """

    def __init__(self, locale: str, shipped: Mapping[str, Entry]) -> None:
        said = MessageFormatter(locale, shipped)
        hidden = said.format(HIDDEN, {}).partition(_FIRST_IN_ENGLISH)[0]
        words = {*_words(hidden), *_words(said.format(TELLING, {}))}
        found = "|".join(sorted(map(re.escape, words), key=lambda one: (-len(one), one)))
        self._found = re.compile(rf"(?<!\w)(?:{found})\w*")

    def first(self, texts: Iterable[str]) -> str | None:
        """Return the first word of some texts that tells, or None."""
        found = (self._found.search(" ".join(folded(text).split())) for text in texts)
        return next((one[0] for one in found if one is not None), None)


def _words(listed: str) -> list[str]:
    return [folded(one.strip()) for one in _COMMA.split(listed) if one.strip()]
