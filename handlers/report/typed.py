"""Reading what somebody types around a report: how it begins, and the answers to its questions."""

import difflib
import re

from handlers.typed import clean, nearest, read_command

START_WORDS = frozenset({"report", "complaint", "safeguarding"})
_START_PHRASES = (
    "report",
    "complaint",
    "complain",
    "safeguarding",
    "help me",
    "please help me",
    "help me please",
    "i need help",
    "i want to report",
    "i want to report something",
    "i want to complain",
    "make a report",
    "make a complaint",
    "report something",
)
ESCAPES = frozenset({"stop", "done", "send", "no", "erase", "hide", "tidy", "help", "case"})
_ALIASES = {"cases": "case", "note": "case", "notes": "case"}
NUMBERS = frozenset({"helpline", "helplines", "numbers"})

_OTHER_WORDS = {
    **dict.fromkeys(("cancel", "quit", "exit", "leave", "back", "end"), "stop"),
    **dict.fromkeys(("finish", "finished", "submit", "ready"), "done"),
}
"""What people type who know other software, and what it is called while a report is written."""

_NOT_SURE = frozenset(
    {"not sure", "i am not sure", "im not sure", "unsure", "dont know", "i dont know", "idk"}
    | {"no idea", "maybe", "both", "not really sure", "dunno"}
)
_NOBODY = frozenset(
    {"0", "no", "none", "nobody", "no one", "noone", "nope", "not them", "none of them", "neither"}
    | {"nobody there", "no thanks", "nobody else"}
)
_EVERYBODY = frozenset({"all", "everybody", "everyone", "all of them", "both", "both of them"})
_SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "first": 1, "second": 2}
_FILLERS = frozenset({"and", "or", "also", "number", "numbers", "no", "nr", "the", "option"})
_TYPO = 0.8
_CODEWORD_TYPO = 0.85
_LONGEST = 100
"""Characters of a whole message that can still be one of a few words: longer ones are not compared
letter by letter, which takes seconds for the longest that Signal carries."""


def bare(text: str | None) -> str:
    """Return a whole message for comparing: casefolded, without punctuation or double spaces."""
    lowered = clean(text).casefold().replace("’", "").replace("'", "")
    return " ".join(re.sub(r"[^\w\s?]", " ", lowered).split())


def escape_word(text: str | None) -> str:
    """Return which of the words that are never part of a report a whole message is, or nothing."""
    word = bare(text).strip("? ")
    return word if word in ESCAPES else ""


def case_word(text: str | None) -> str:
    """Return which command about sent reports a whole message is, or nothing."""
    word = bare(text).strip("? ")
    word = _ALIASES.get(word, word)
    return word if word in ESCAPES else ""


def near_escape(text: str | None) -> str:
    """Return the word that a message of one word may have been meant as, or nothing."""
    word = bare(text)
    if " " in word or len(word) < 3:
        return ""
    if word in _OTHER_WORDS:
        return _OTHER_WORDS[word]
    return nearest(word, ("done", "send", "stop", "erase"), 0.75)


def starts_report(text: str | None) -> bool:
    """Whether a whole message asks to report something, small slips included."""
    if len(text or "") > _LONGEST:
        return False
    said = bare(text).strip("? ")
    # People slip inside a word far more than at its beginning, and `export` is another command.
    phrases = [phrase for phrase in _START_PHRASES if phrase[0] == said[:1]]
    return bool(nearest(said, phrases, _TYPO))


def begins_with_report(text: str | None) -> bool:
    """Whether a message begins with one of the words, exactly, and goes on."""
    typed = read_command(text)
    return typed.command in START_WORDS and bool(typed.rest)


def is_codeword(text: str | None, codeword: str | None) -> bool:
    """Whether a whole message is the branch's code word, small slips included."""
    if codeword is None or len(text or "") > _LONGEST:
        return False
    return difflib.SequenceMatcher(None, bare(text), codeword).ratio() >= _CODEWORD_TYPO


def is_not_sure(text: str | None) -> bool:
    """Whether a whole message says that somebody does not know."""
    said = bare(text)
    return said.strip("? ") in _NOT_SURE or (bool(said) and not said.strip("? "))


def read_choice(text: str | None) -> int | None:
    """Return the number a whole message is, in digits or spelled out, or None."""
    words = [word for word in bare(text).replace("?", " ").split() if word not in _FILLERS]
    if len(words) != 1:
        return None
    return int(words[0]) if re.fullmatch(r"\d{1,3}", words[0]) else _SPELLED.get(words[0])


def read_people(text: str | None, roles: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the roles that an answer names, by number or name; empty for nobody.

    None where it is not understood: a wrong guess could send a report to whom it is about.
    """
    said = bare(text).strip("? ")
    if said in _NOBODY:
        return ()
    if said in _EVERYBODY:
        return roles
    words = [word for word in said.split() if word not in _FILLERS]
    numbers = [int(w) if re.fullmatch(r"\d{1,3}", w) else _SPELLED.get(w) for w in words]
    if numbers and all(number is not None and 1 <= number <= len(roles) for number in numbers):
        chosen = {number for number in numbers if number is not None}
        return tuple(role for index, role in enumerate(roles, start=1) if index in chosen)
    return _named(said, roles)


def _named(said: str, roles: tuple[str, ...]) -> tuple[str, ...] | None:
    """Only names, joined by fillers: what else was said may mean anything."""
    rest, found = f" {said} ", []
    for role in sorted(roles, key=len, reverse=True):
        name = f" {bare(role)} "
        if name in rest:
            found.append(role)
            rest = rest.replace(name, " ")
    left = [word for word in rest.split() if word not in _FILLERS]
    if found and not left:
        return tuple(role for role in roles if role in found)
    if len(said) > _LONGEST:
        return None
    close = difflib.get_close_matches(said, [bare(role) for role in roles], n=2, cutoff=_TYPO)
    if len(close) == 1:
        return tuple(role for role in roles if bare(role) == close[0])
    return None
