"""What a check found, one line each."""

from dataclasses import dataclass
from enum import Enum

from relay.language.words import Words
from relay.settings import Problem


class Outcome(Enum):
    """Whether something has to be done. A note is for what could not be looked at."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """One line of `relay check`.

    Attributes:
        outcome: how it is.
        where: the setting it is about.
        what: how it is, one sentence.
        todo: what to do; empty when all is well.
    """

    outcome: Outcome
    where: str
    what: str
    todo: str = ""

    def line(self, words: Words) -> str:
        """The finding as it is shown: `problem  signal.number: …`."""
        label = {
            Outcome.OK: words.say("check-ok"),
            Outcome.NOTE: words.say("check-note"),
            Outcome.PROBLEM: words.say("check-problem"),
        }[self.outcome]
        text = " ".join(f"{self.where}: {self.what} {self.todo}".split())
        return f"{label:<8} {text}"


class Report:
    """Makes findings from wording ids: the message is what, its attribute `fix` what to do."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def ok(self, where: str, message_id: str, **args: str | int) -> Finding:
        """All is well."""
        return Finding(Outcome.OK, where, self._say(message_id, args))

    def note(self, where: str, message_id: str, **args: str | int) -> Finding:
        """It could not be looked at, or may be meant."""
        return self._with_fix(Outcome.NOTE, where, message_id, args)

    def problem(self, where: str, message_id: str, **args: str | int) -> Finding:
        """It has to be mended before the relay can do its work."""
        return self._with_fix(Outcome.PROBLEM, where, message_id, args)

    def _with_fix(
        self, outcome: Outcome, where: str, message_id: str, args: dict[str, str | int]
    ) -> Finding:
        todo = self._say(f"{message_id}.fix", args)
        return Finding(outcome, where, self._say(message_id, args), todo)

    def _say(self, message_id: str, args: dict[str, str | int]) -> str:
        wanted = self._words.needs(message_id)
        return self._words.say(message_id, **{key: args[key] for key in wanted & args.keys()})


def from_problem(problem: Problem) -> Finding:
    """A mistake in the settings as a finding."""
    return Finding(Outcome.PROBLEM, problem.place, problem.what, problem.todo)
