"""The catalogue of commands: help, "did you mean" and the tables in docs/ come from declarations.

What is said of a command is wording: `command-queue` is how it is typed, `command-cancel-number`
how it is typed with what follows it. `.does` is what it does, as the tables say it; `.help`, if
there is one, is a line of the help in the chat, perhaps about the next ones too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlers.conversation.filters import everybody, typed
from handlers.conversation.heard import HeardMessage
from handlers.parsing import is_slip, is_whole_command, nearest
from relay.language.cries import cries_out
from relay.language.words import Words

_ALIKE = 0.75
"""How alike a slip of the finger is to what was meant (`difflib.SequenceMatcher.ratio`)."""


class Section(StrEnum):
    """What help is divided into, in its order."""

    MENU = "menu"
    POSTING = "posting"
    ARRANGING = "arranging"
    RUNNING = "running"
    ATTENDING = "attending"
    BOARD = "board"
    JOINING = "joining"
    KEEPING = "keeping"
    DECIDED = "decided"
    CONDUCT = "conduct"
    MODERATING = "moderating"
    REPORTING = "reporting"
    REPORTED = "reported"
    CASEWORK = "casework"


_IN_CONFIDENCE = (Section.REPORTING, Section.REPORTED)


class Follows(StrEnum):
    """What follows a command."""

    ADMIN = "admin"
    AGAIN = "again"
    ALL = "all"
    ALONE = "alone"
    ANSWER = "answer"
    ASIDE = "aside"
    AWAY = "away"
    BOTH = "both"
    BRING = "bring"
    CASE = "case"
    CHECK = "check"
    CLOSE = "close"
    CODE = "code"
    DATE = "date"
    DAYS = "days"
    DECISIONS = "decisions"
    DOWN = "down"
    END = "end"
    EXPORT = "export"
    FILE = "file"
    FIELD = "field"
    GROUP = "group"
    IN = "in"
    KEEP = "keep"
    LEAVE = "leave"
    LINK = "link"
    MEETINGS = "meetings"
    MOMENT = "moment"
    MOVE = "move"
    NO = "no"
    NUMBER = "number"
    OFF = "off"
    OFFICER = "officer"
    OUTCOME = "outcome"
    OVER = "over"
    OVERTURN = "overturn"
    REASON = "reason"
    RENEW = "renew"
    REPORT = "report"
    SHORTEN = "shorten"
    STANDARD = "standard"
    STAY = "stay"
    TAKE = "take"
    TEXT = "text"
    UPHOLD = "uphold"
    WITH = "with"
    YEAR = "year"
    WITHDRAW = "withdraw"
    WRITE = "write"
    YES = "yes"


Usage = tuple[Follows, ...]


@dataclass(frozen=True)
class Command:
    """A command as it is declared.

    Attributes:
        id: in the vocabulary.
        may: who has it. To everybody else it is a word like any other.
        section: where people are told of it; None for another way to what they are told of.
        usages: what may follow it, in the order in which people are told.
        by: how it is known.
    """

    id: str
    may: Callable[[HeardMessage], bool] = everybody
    section: Section | None = None
    usages: tuple[Usage, ...] = ((),)
    by: Callable[[str], Callable[[HeardMessage], bool]] = typed

    def is_typed(self, heard: HeardMessage) -> bool:
        """Whether a message is, or begins with, a word for it, whoever sent it."""
        return self.by(self.id)(heard)

    def is_begun(self, heard: HeardMessage) -> bool:
        """Whether a message begins with it, and is no other way to type what can stand alone."""
        alone = () in self.usages and bool(heard.typed.rest)
        return heard.begins_with(self.id) and not alone

    def is_whole(self, heard: HeardMessage) -> bool:
        """Whether a message begins with it, and nothing follows that may be something else."""
        vocabulary, typed = heard.services.vocabulary, heard.typed
        return heard.begins_with(self.id) and is_whole_command(
            vocabulary, self.id, typed.command, typed.rest
        )

    def messages(self) -> Iterator[str]:
        """Return the ids of the wording that says how it is typed, one for each usage."""
        for usage in self.usages:
            yield "-".join(("command", self.id.replace("_", "-"), *usage))


def own_words(
    is_command: Callable[[Command, HeardMessage], bool],
) -> Callable[[HeardMessage], bool]:
    """Let through what may answer a question in somebody's own words: no cry for help, no command.

    Args:
        is_command: whether a message is one that its sender has.
    """

    def is_in_own_words(heard: HeardMessage) -> bool:
        if cries_out(heard.message.text):
            return False
        return not any(is_command(one, heard) for one in heard.services.commands.of(heard))

    return is_in_own_words


class Catalogue:
    """Every command that people are told of, by section and then as it is declared.

    Args:
        declared: commands, some of them perhaps more than once.
    """

    def __init__(self, declared: Iterable[Command]) -> None:
        order = list(Section)
        # Some are asked twice: where they leave no doubt, and in their place among the others.
        once = reversed(dict.fromkeys(reversed(list(declared))))
        told = [command for command in once if command.section is not None]
        self.commands = tuple(sorted(told, key=lambda command: order.index(_section(command))))

    def of(self, heard: HeardMessage) -> tuple[Command, ...]:
        """Return what the sender of a message has."""
        return tuple(command for command in self.commands if command.may(heard))

    def is_kept_for(self, heard: HeardMessage, *who: Callable[[HeardMessage], bool]) -> bool:
        """Whether a message begins with a command that only some people have."""
        typed_ones = [one for one in self.commands if heard.begins_with(one.id)]
        return any(one.may in who for one in typed_ones) and not any(
            one.may is everybody for one in typed_ones
        )

    def nearest(self, heard: HeardMessage) -> Command | None:
        """Return what the first word of a message is nearly, of what its sender has.

        What is said in confidence is never guessed at: somebody else may look at the answer.
        """
        confident = (one for one in self.commands if one.section in _IN_CONFIDENCE)
        if any(heard.begins_with(one.id) for one in confident):
            # A word for what others have is no slip: `note` is not `vote`.
            return None
        vocabulary = heard.services.vocabulary
        named = {
            name: one
            for one in reversed(self.of(heard))
            for name in sorted(vocabulary.called(one.id))
            if one.section not in _IN_CONFIDENCE and not one.is_begun(heard)
        }
        word = heard.typed.command
        slip = next((name for name in named if is_slip(word, name)), "")
        return named.get(nearest(word, named, _ALIKE) or slip)

    def nearest_whole(self, heard: HeardMessage) -> Command | None:
        """Return the same, if nothing follows the slip that may be something else."""
        meant = self.nearest(heard)
        if meant is None:
            return None
        vocabulary = heard.services.vocabulary
        word = vocabulary.name(meant.id)
        is_whole = is_whole_command(vocabulary, meant.id, word, heard.typed.rest)
        return meant if is_whole else None

    def known_elsewhere(self, heard: HeardMessage) -> Command | None:
        """Return what other software calls as a message begins, of what its sender has."""
        elsewhere, has = heard.services.vocabulary.elsewhere, self.of(heard)
        if any(heard.begins_with(one.id) for one in has):
            return None
        word = heard.typed.command
        return next((one for one in has if word in elsewhere.get(one.id, ())), None)


def help_lines(words: Words, commands: Iterable[Command]) -> Mapping[str, str]:
    """Return the lines of the help for some commands, by section; empty where there are none."""
    lines: dict[str, list[str]] = {section.value: [] for section in Section}
    for command in commands:
        for message in command.messages():
            if words.has(f"{message}.help"):
                lines[_section(command).value].append(words.say(f"{message}.help"))
    return {section: "\n".join(said) for section, said in lines.items()}


def _section(command: Command) -> Section:
    assert command.section is not None  # noqa: S101 -- only those that are told of are sorted
    return command.section
