"""How the bot speaks: plainly, or in discreet mode so that nothing on a lock screen tells.

The discreet version of a message is its attribute `discreet`; a message without one reads
harmlessly already.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from relay.language.vocabulary import clean
from relay.language.words import Words
from relay.safeguarding import Manner
from relay.safeguarding.helplines import Helplines

_HIDDEN = "report-discreet-hidden"
_COMMA = re.compile("[,\u060c]")


@dataclass(frozen=True)
class Tone:
    """The wording in one manner."""

    words: Words
    manner: Manner

    def say(self, message: str, **args: str | int) -> str:
        """Return one message.

        Raises:
            WordingError: no such message, or an argument it needs was not given.
        """
        discreet = f"{message}.discreet"
        if self.manner is Manner.DISCREET and self.words.has(discreet):
            return self.words.say(discreet, **args)
        return self.words.say(message, **args)

    def danger(self, helplines: Helplines) -> str:
        """Return the one line that says what to do in danger."""
        return helplines.danger(self.say)

    def say_in_danger(self, helplines: Helplines, message: str, **args: str | int) -> str:
        """Return one message after that line."""
        return f"{self.danger(helplines)}\n\n{self.say(message, **args)}"

    def name(self, name: str) -> str:
        """Return the name of a team or a role, with telling words cut to their first letter."""
        if self.manner is Manner.PLAIN:
            return name
        said = _COMMA.split(clean(self.words.say(_HIDDEN)))
        hidden = "|".join(re.escape(word.strip()) for word in said if word.strip())
        telling = re.compile(rf"\b({hidden})\w*", re.IGNORECASE)
        return telling.sub(lambda found: f"{found[0][0]}.", name)

    def names(self, names: Iterable[str]) -> str:
        """Return several names in one line."""
        return ", ".join(self.name(name) for name in names)
