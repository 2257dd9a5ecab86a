"""Asking the host and telling them: in a terminal, or with the answers from a file.

Plain lines, one after another: no colours, nothing that is drawn over, so that a screen reader, a
slow connection and a log of the terminal all get the same.
"""

import contextlib
import re
import shutil
import textwrap
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from relay.language.words import Words
from relay.setup.checks import BadAnswer

_WIDEST = 100
"""Letters of a line that still reads well."""

Check = Callable[[str], str]
"""Returns the answer as it is kept. Raises `BadAnswer`."""


class SetupStopped(Exception):
    """The conversation ends here; what was answered is kept. Its text is for the host."""


class Talk(ABC):
    """A conversation with the host.

    Every question has a key, such as `number.how`; in an answers file that is its table and name.

    Args:
        words: to say it in.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self._asked_last = False

    def say(self, message_id: str, /, **args: str | int) -> None:
        """Tell the host something: a paragraph of its own."""
        self.show(self.words.say(message_id, **args) + "\n")

    def head(self, title: str) -> None:
        """Begin a new step."""
        self.show(f"{title}\n{'-' * len(title)}\n")

    def show(self, text: str) -> None:
        """Show lines as they are; those that are too long are broken between words."""
        if self._asked_last:
            click.echo()
        self._asked_last = False
        click.echo(in_lines(text))

    def draw(self, picture: str) -> None:
        """Show something whose spaces count."""
        click.echo(picture)

    @abstractmethod
    def ask(self, key: str, question: str, check: Check, usual: str | None = None) -> str:
        """Ask for a text. `usual` is what no answer means; without one, an answer is needed."""

    @abstractmethod
    def ask_secret(self, key: str, question: str, check: Check) -> str:
        """Ask for something that must not be seen. In an answers file, `key_file` names a file."""

    @abstractmethod
    def choose(self, key: str, question: str, options: Mapping[str, str], usual: str) -> str:
        """Let the host choose one of `options`: what it is called in a file, and what is read."""

    @abstractmethod
    def agreed(self, key: str, question: str, usual: str) -> bool:
        """Ask for `yes` or `no`."""

    @abstractmethod
    def pause(self, key: str, prompt: str) -> None:
        """Wait until the host has done something elsewhere."""

    @abstractmethod
    def given(self, key: str) -> Any:
        """What an answers file says of something that a person would be asked step by step."""


class InTerminal(Talk):
    """The host sits in front of it. Ctrl-C raises `click.Abort`."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        # Without it a terminal hands over no line above 4,095 characters; a captcha's solution can
        # be longer.
        with contextlib.suppress(ImportError):
            import readline

            readline.set_auto_history(False)

    def ask(self, key: str, question: str, check: Check, usual: str | None = None) -> str:
        while True:
            answer = click.prompt(question, default=usual, show_default=bool(usual))
            self._asked_last = True
            with self._explaining():
                return check(str(answer).strip())

    def ask_secret(self, key: str, question: str, check: Check) -> str:
        hidden = question + self.words.say("setup-hidden")
        while True:
            answer = click.prompt(hidden, hide_input=True)
            self._asked_last = True
            with self._explaining():
                return check(str(answer).strip())

    def choose(self, key: str, question: str, options: Mapping[str, str], usual: str) -> str:
        names = list(options)
        lines = [f"  {place}. {text}" for place, text in enumerate(options.values(), start=1)]
        self.show("\n".join([question, *lines]))
        prompt = self.words.say("setup-choose", count=len(names))

        def chosen(answer: str) -> str:
            if answer.isdecimal() and 1 <= int(answer) <= len(names):
                return names[int(answer) - 1]
            if answer.lower() in names:
                return answer.lower()
            raise BadAnswer("setup-bad-choice", count=len(names))

        return self.ask(key, prompt, chosen, str(names.index(usual) + 1))

    def agreed(self, key: str, question: str, usual: str) -> bool:
        yes, no = self.words.say("setup-yes"), self.words.say("setup-no")

        def decided(answer: str) -> str:
            for known in (yes, no):
                if answer and known.startswith(answer.lower()):
                    return known
            raise BadAnswer("setup-bad-yes-no")

        prompt = f"{question} ({yes}/{no})"
        return self.ask(key, prompt, decided, yes if usual == "yes" else no) == yes

    def pause(self, key: str, prompt: str) -> None:
        click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
        self._asked_last = True

    def given(self, key: str) -> Any:
        return None

    @contextlib.contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except BadAnswer as bad:
            self.show(bad.sentence(self.words) + "\n")


class FromAnswers(Talk):
    """Nobody sits in front of it: what the file does not answer takes its usual answer, or ends it.

    Args:
        words: to say it in.
        answers: the file's content.
        folder: where the files that it names are looked for.
    """

    def __init__(self, words: Words, answers: Mapping[str, Any], folder: Path) -> None:
        super().__init__(words)
        self._answers = answers
        self._folder = folder
        self._asked: set[str] = set()

    def ask(self, key: str, question: str, check: Check, usual: str | None = None) -> str:
        answer = self._once(key, self._from_file(key) or self.given(key))
        if answer is None:
            answer = usual
        if answer is None:
            raise SetupStopped(self.words.say("setup-answer-missing", key=key))
        return self._checked(key, str(answer).strip(), check)

    def ask_secret(self, key: str, question: str, check: Check) -> str:
        answer = self._once(key, self._from_file(key))
        if answer is None:
            raise SetupStopped(self.words.say("setup-answer-missing", key=f"{key}_file"))
        return self._checked(key, answer, check)

    def choose(self, key: str, question: str, options: Mapping[str, str], usual: str) -> str:
        answer = str(self._once(key, self.given(key)) or usual)
        if answer not in options:
            known = ", ".join(options)
            raise SetupStopped(self.words.say("setup-answer-unknown", key=key, known=known))
        return answer

    def agreed(self, key: str, question: str, usual: str) -> bool:
        answer = self.given(key)
        if answer is not None and not isinstance(answer, bool):
            raise SetupStopped(self.words.say("setup-answer-unknown", key=key, known="true, false"))
        return usual == "yes" if answer is None else answer

    def pause(self, key: str, prompt: str) -> None:
        raise SetupStopped(self.words.say("setup-answer-person", key=key))

    def given(self, key: str) -> Any:
        value: Any = self._answers
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def _once(self, key: str, answer: Any) -> Any:
        """A question that comes again means that the answer was no good."""
        if key in self._asked:
            raise SetupStopped(self.words.say("setup-answer-refused", key=key))
        self._asked.add(key)
        return answer

    def _from_file(self, key: str) -> str | None:
        name = self.given(f"{key}_file")
        if name is None:
            return None
        try:
            return (self._folder / str(name)).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise SetupStopped(
                self.words.say("setup-answer-file", key=f"{key}_file", file=str(name))
            ) from None

    def _checked(self, key: str, answer: str, check: Check) -> str:
        try:
            return check(answer)
        except BadAnswer as bad:
            raise SetupStopped(f"{key}: {bad.sentence(self.words)}") from None


def offered(words: Words, ids: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Options for `choose`: names in a file, and the wording of each."""
    return {name: words.say(message_id) for name, message_id in ids}


def in_lines(text: str) -> str:
    """A text as wide as the terminal, but no wider than reads well."""
    width = min(shutil.get_terminal_size().columns - 1, _WIDEST)
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    """A line on several, those after the first moved in as far as its text begins."""
    indent = re.match(r" *(\d+\. )?", line)
    inner = " " * len(indent[0]) if indent else ""
    return textwrap.fill(
        line, width, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False
    )
