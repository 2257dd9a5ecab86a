"""Words that open a report from another phone: they go to nobody, however they are typed.

reporter: pasphrase kettle ribbon marble pigeon
bot:      That looks like a passphrase. Nobody gets it, and I have kept nothing of it. …

`phrase` and `resume` are commands (`handlers.report.sent`). Whatever else seems to hold such words
is no part of a report, and nothing that waits for a yes: whoever reads it could go on in its
writer's place. Of words that somebody has thought of, and types with nothing beside them, nobody
can know that they are more than words.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from handlers.conversation.filters import member
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import is_slip
from handlers.report.context import ReportContext, about, cases_of, draft_of, here, newest_report
from handlers.report.slips import is_slip_of_command
from handlers.services import Services
from relay.language.known import known
from relay.language.vocabulary import bare, clean, vocabulary
from relay.language.words import SOURCE

secrets = Router("report_secrets")

_MOST_WORDS = 16
"""More tell a story."""

_LONGEST = 400
"""Characters that are looked at."""

_FEWEST, _MOST = 3, 9
"""Words of a passphrase, where only they tell that they are one."""

_NAMED = 2
"""Words of a case's name, before its number."""

_SUGGESTED = 4
"""Words one after the other that the bot suggests are no chance."""

_SURE = 2
"""Words behind a word for a passphrase."""

_Phrase = tuple[str, ...]
_Locales = tuple[str, ...]
"""Of the installation; that of whoever types first."""


def keeps_secret(heard: HeardMessage) -> bool:
    """Whether somebody who reports types what sets or holds a passphrase, and no command."""
    if newest_report(heard) is None:
        return False
    text = " ".join([heard.message.text or "", *_captions(heard)])
    held = holds_secret(heard.services, text)
    if not held and len(text) <= _LONGEST:
        named = heard.services.vault.reports.addressed(heard.person, clean(text))
        held = named is not None and holds_secret(heard.services, named[1])
    return held and not _is_command(heard)


@secrets.message(keeps_secret)
async def keep_back(heard: HeardMessage) -> None:
    """Pass it on to nobody, and say so."""
    report = newest_report(heard)
    assert report is not None  # noqa: S101 -- what the filter let through
    context: ReportContext[Any] = about(heard, report)
    heard.services.bot.accounted = True
    sent = "yes" if draft_of(heard) is None else "no"
    file = "yes" if heard.message.attachments else "no"
    context.say("report-secret", sent=sent, file=file)


def holds_secret(services: Services, text: str) -> bool:
    """Whether a whole message seems to set or to hold a passphrase, in any language there is.

    Args:
        services: the parts of the relay, with the words of whoever typed it.
        text: the message.
    """
    said = bare(text[:_LONGEST]).replace("?", " ").split()
    if not _SURE <= len(said) <= _MOST_WORDS:
        return False
    if _has_suggested(services, said):
        return True
    here_first = (services.words.locale, SOURCE, *services.languages.locales)
    locales = tuple(dict.fromkeys(here_first))
    round_it = _round_it(locales)
    return _is_named(said, locales, round_it) or any(
        _resumes(one, locales) for one in (said, _core(said, round_it))
    )


def _is_named(said: Sequence[str], locales: _Locales, round_it: frozenset[str]) -> bool:
    """Whether it begins with a word for a passphrase, and goes on with one."""
    core = _core(said, round_it)
    for phrase, has_it in _names("phrase", locales):
        begun, rest = core[: len(phrase)], list(core[len(phrase) :])
        if not rest or not _is_said(begun, phrase):
            continue
        is_command = core == said and "".join(phrase) in vocabulary(locales[0]).words("phrase")
        joined = rest[0] in round_it
        rest = [word for word in rest if word not in round_it]
        surely = tuple(begun) == phrase and _is_mine(has_it, locales)
        if surely and ((is_command and len(rest) >= _SURE) or (joined and rest)):
            return True
        if _may_be_words(rest):
            return True
    return False


def _core(said: Sequence[str], round_it: frozenset[str]) -> Sequence[str]:
    """A message without what may stand before a word for a passphrase."""
    begins = next((at for at, word in enumerate(said) if word not in round_it), len(said))
    return said[begins:]


def _resumes(core: Sequence[str], locales: _Locales) -> bool:
    """Whether it begins with the word for going on elsewhere, and a name or such words follow."""
    for phrase, has_it in _names("resume", locales):
        begun, rest = core[: len(phrase)], core[len(phrase) :]
        if not _is_said(begun, phrase):
            continue
        named = len(rest) > _NAMED + 1 and rest[_NAMED].isdigit()
        if named or (_is_mine(has_it, locales) and _may_be_words(rest)):
            return True
    return False


def _is_mine(has_it: _Locales, locales: _Locales) -> bool:
    """Whether a word is one of the language that is spoken, or of English."""
    return locales[0] in has_it or SOURCE in has_it


def _is_said(begun: Sequence[str], phrase: _Phrase) -> bool:
    return len(begun) == len(phrase) and all(
        one == other or (one[0] == other[0] and is_slip(one, other))
        for one, other in zip(begun, phrase, strict=True)
    )


def _may_be_words(rest: Sequence[str]) -> bool:
    """Whether some words have nothing to do with each other, as those of no sentence have."""
    frequent = sum(word in known().frequent for word in rest)
    return _FEWEST <= len(rest) <= _MOST and frequent <= 1


def _has_suggested(services: Services, said: Sequence[str]) -> bool:
    """Whether a short message has words in it that the bot suggests for a passphrase."""
    suggested = services.vault.reports.suggested(said)
    short = len(said) <= 2 * _SUGGESTED
    runs = zip(*(suggested[at:] for at in range(_SUGGESTED)), strict=False)
    return short and any(all(run) for run in runs)


@cache
def _names(command: str, locales: _Locales) -> tuple[tuple[_Phrase, _Locales], ...]:
    """What it is called in some languages, the longest first, and in which it is."""
    found: dict[_Phrase, list[str]] = {}
    for locale in locales:
        words: Iterable[str] = vocabulary(locale).commands[command]
        if command == "phrase":
            words = (*words, *vocabulary(locale).answers["secret"])
        for word in words:
            found.setdefault(tuple(bare(word).split()), []).append(locale)
    longest = sorted(found, key=lambda one: (-len(one), one))
    return tuple((phrase, tuple(found[phrase])) for phrase in longest)


@cache
def _round_it(locales: _Locales) -> frozenset[str]:
    """What may stand round a word for it, in some languages."""
    return frozenset().union(*(vocabulary(one).answers["round_secret"] for one in locales))


def _is_command(heard: HeardMessage) -> bool:
    """Whether it is carried out as `phrase` or `resume`: those keep it to themselves."""
    if draft_of(heard) is not None or heard.is_edit or heard.message.attachments:
        return False
    first, commands = heard.bare.partition(" ")[0], heard.services.vocabulary
    if here(heard) and member(heard) and cases_of(heard) and is_slip_of_command(heard):
        # They are asked which command they meant; that is passed on to nobody either.
        return True
    return here(heard) and any(first in commands.words(one) for one in ("phrase", "resume"))


def _captions(heard: Heard[Any]) -> list[str]:
    return [file.caption for file in heard.signal.message.attachments or () if file.caption]
