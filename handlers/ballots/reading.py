"""What an admin types of a ballot: the question, the answers, until when, to whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from relay.language.vocabulary import Vocabulary, clean

LONGEST_QUESTION = 500
LONGEST_ANSWER = 100
MOST_ANSWERS = 10


@dataclass(frozen=True)
class Typed:
    """What was found; empty for what was not.

    Attributes:
        question: the first line, or what ends with a question mark.
        answers: to choose one from.
        until: words of a moment.
        to: who is asked, in words.
    """

    question: str = ""
    answers: tuple[str, ...] = ()
    until: str = ""
    to: str = ""


def read_ballot(words: Vocabulary, text: str) -> Typed:
    """Read a text of one line or of several; see `Typed`."""
    lines = [line for line in (" ".join(one.split()) for one in clean(text).splitlines()) if line]
    until = to = ""
    rest = list[str]()
    for line in lines:
        if found := words.phrase("ballot_until").match(line):
            until = line[found.end() :]
        elif found := words.phrase("ballot_to").match(line):
            to = line[found.end() :]
        else:
            rest.append(line)
    if rest and (end := words.phrase("ballot_end").search(rest[-1])) is not None:
        until, to = end["until"] or until, end["to"] or to
        rest[-1] = rest[-1][: end.start()]
    question, *answers = rest or [""]
    if not answers and "?" in question:
        question, _, after = question.partition("?")
        question, answers = f"{question}?", after.split("/")
    return Typed(question.strip(), read_answers(words, answers), until.strip(), to.strip())


def read_answers(words: Vocabulary, lines: Iterable[str]) -> tuple[str, ...]:
    """Return answers without numbers and bullets; one line may have several, with "/" between."""
    given = list(lines)
    if len(given) == 1:
        given = given[0].split("/")
    bare = (words.phrase("ballot_answer").sub("", one.strip()).strip() for one in given)
    return tuple(dict.fromkeys(one for one in bare if one))
