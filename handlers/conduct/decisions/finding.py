"""Whom a decision is about: found by their message, or by name in a group."""

from dataclasses import replace
from typing import Any

from handlers.conduct.decisions.states import AskMessage, AskWho, AskWhose, FindingWho
from handlers.conduct.decisions.steps import ask_known, begin_draft
from handlers.conduct.decisions.texts import name_of, person_name
from handlers.conduct.naming_people import person_line
from handlers.conversation.filters import new, says_no
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.conduct.decisions.decision import Place
from relay.conduct.hearing.message_index import Found
from relay.conduct.matters.matter import MatterView, Origin, ReportedMessage
from relay.groups.declared import DeclaredGroup
from relay.groups.tables import KeptGroup
from relay.language.cries import cries_out
from relay.language.telling import may_be_in_danger
from relay.signal.envelope import traits_of

finding = Router("deciding_finding")

Pair = tuple[KeptGroup, DeclaredGroup]
_MOST_LISTED = 300


def _groups(heard: Heard[Any], branch: str = "") -> list[Pair]:
    """Return the groups in which a moderator may look for somebody.

    Private ones only where they moderate just that.
    """
    services, person = heard.services, heard.person
    found = []
    for kept, group in services.groups.known():
        if branch and kept.branch != branch:
            continue
        mandate = services.moderators.mandate_of(person, kept.branch)
        own = mandate is not None and kept.number in mandate.groups
        may = services.moderators.may(person, kept.branch, kept.number)
        if may and (group.listed or own):
            found.append((kept, group))
    return found


async def ask_message(heard: Heard[Any], matter: int = 0) -> None:
    """Ask which message it is about, or which group."""
    heard.enter(AskMessage(matter=matter))
    await heard.say("decision-which-message", groups=_lines(heard))


async def ask_who_in(heard: Heard[Any], view: MatterView) -> None:
    """Ask whom a matter is about of which only a group is known, or not even that."""
    pairs = [one for one in _groups(heard, view.branch) if one[0].number in view.groups]
    if len(pairs) == 1:
        await _ask_who(heard, AskMessage(matter=view.number), pairs[0])
    else:
        await ask_message(heard, view.number)


def is_no_cry(heard: HeardMessage) -> bool:
    """Whether it may be an answer."""
    return not cries_out(heard.message.text)


@finding.answer(FindingWho, new, says_no)
async def stop(heard: HeardMessage, asked: FindingWho) -> None:
    """Drop it."""
    heard.leave()
    await heard.say("decision-dropped")


@finding.answer(AskMessage, new, is_no_cry)
async def take_message(heard: HeardMessage, asked: AskMessage) -> None:
    """Take a message that was forwarded or pasted, or the number of a group."""
    pairs = _groups(heard)
    number, more = read_number(heard.message.text or "")
    chosen = next((one for one in pairs if one[0].number == number and not more), None)
    if chosen is not None:
        await _ask_who(heard, asked, chosen)
        return
    text, entry = heard.message.text or "", heard.services.bot.entry
    files = () if entry is None else traits_of(entry.body)
    numbers = [kept.number for kept, _ in pairs]
    found = heard.services.hearing.index.find(text, numbers, files)
    authors = {one.author for one in found}
    if not found:
        heard.enter(asked)
        await _say_unclear(heard, "decision-message-unknown", groups=_lines(heard))
    elif len(authors) == 1:
        await _go_on(heard, asked, found[0].author, found[0].group, found[0].timestamp, text)
    else:
        await _ask_whose(heard, asked, found, text)


@finding.answer(AskWhose, new, is_no_cry)
async def take_whose(heard: HeardMessage, asked: AskWhose) -> None:
    """Take whose message is meant."""
    place = _chosen(heard, asked)
    if place is None:
        heard.enter(asked)
        await _say_unclear(heard, "decision-who-unclear")
        return
    found = heard.services.hearing.index.find(asked.text, asked.groups)
    people = heard.services.hearing.people
    author = next((one for one in found if people.key(one.author) == asked.keys[place]), None)
    if author is None:
        await _say_gone(heard)
        return
    group, timestamp = asked.groups[place], asked.timestamps[place]
    await _go_on(heard, asked, author.author, group, timestamp, asked.text)


@finding.answer(AskWho, new, is_no_cry)
async def take_who(heard: HeardMessage, asked: AskWho) -> None:
    """Take whom it is about."""
    place = _chosen(heard, asked)
    if place is None:
        heard.enter(asked)
        await _say_unclear(heard, "decision-who-unclear")
        return
    group = asked.groups[place]
    person = heard.services.hearing.people.account(group, asked.keys[place])
    if person is None:
        await _say_gone(heard)
        return
    await _go_on(heard, asked, person, group, None, "")


async def _ask_who(heard: Heard[Any], asked: FindingWho, pair: Pair) -> None:
    """List who is in a group."""
    services, (kept, group) = heard.services, pair
    listed = services.hearing.people.listed(kept.number, (heard.person,))[:_MOST_LISTED]
    if not listed:
        heard.enter(asked)
        await heard.say("decision-nobody", group=group.name, groups=_lines(heard))
        return
    lines = [person_line(services, index, one) for index, one in enumerate(listed, start=1)]
    keys = tuple(one.key for one in listed)
    groups = (kept.number,) * len(keys)
    heard.enter(asked.becomes(AskWho, keys=keys, groups=groups))
    await heard.say("decision-ask-who", group=group.name, lines="\n".join(lines))


async def _ask_whose(heard: Heard[Any], asked: FindingWho, found: list[Found], text: str) -> None:
    services, people = heard.services, heard.services.hearing.people
    newest = list({one.author: one for one in reversed(found)}.values())
    lines = [
        services.words.say(
            "decision-message-line",
            index=str(index),
            name=person_name(services, one.author),
            group=name_of(services, Place("", one.group)),
            when=services.time.spoken(one.at),
        )
        for index, one in enumerate(newest, start=1)
    ]
    heard.enter(
        asked.becomes(
            AskWhose,
            keys=tuple(people.key(one.author) for one in newest),
            groups=tuple(one.group for one in newest),
            timestamps=tuple(one.timestamp for one in newest),
            text=text,
        )
    )
    await heard.say("decision-message-several", lines="\n".join(lines))


def _chosen(heard: HeardMessage, asked: FindingWho) -> int | None:
    number, more = read_number(heard.message.text or "")
    if number is None or more or not 1 <= number <= len(asked.keys):
        return None
    return number - 1


async def _go_on(
    heard: Heard[Any],
    asked: FindingWho,
    person: str,
    group: int,
    timestamp: int | None,
    text: str,
) -> None:
    """Open a matter about somebody, or take one for being about them, and go on with it."""
    services = heard.services
    kept = services.groups.numbered(group)
    heard.leave()
    if person == heard.person:
        await heard.say("decision-moderator-itself")
        return
    if kept is None:
        await _say_gone(heard)
        return
    message = None
    if timestamp is not None:
        message = ReportedMessage(kept.id, person, timestamp, text)
    if asked.matter:
        view = services.matters.matter(heard.person, asked.matter)
    else:
        view = services.matters.open(
            kept.branch, origin=Origin.MODERATOR, groups=(group,), subject=person, message=message
        )
    if view is None:
        command = services.vocabulary.name("decide")
        await heard.say("decision-unknown", number=str(asked.matter), command=command)
        return
    # Whom it is about is noted with the yes: who is picked can read nothing of it from then on.
    about = replace(view, subject=person, message=view.message or message)
    found = begin_draft(heard, about, opened=not asked.matter, text=text)
    await ask_known(heard, found)


async def _say_unclear(heard: HeardMessage, message: str, **args: str) -> None:
    """Ask again; what was no answer may have been said in danger."""
    services, said = heard.services, heard.services.words.say(message, **args)
    calls = may_be_in_danger(services.vocabulary, heard.message.text or "")
    await heard.say_text(services.after_danger(said) if calls else said)


async def _say_gone(heard: Heard[Any]) -> None:
    heard.leave()
    await heard.say("decision-gone", command=heard.services.vocabulary.name("decide"))


def _lines(heard: Heard[Any]) -> str:
    say = heard.services.words.say
    return "\n".join(
        say("decision-group-line", number=str(kept.number), name=group.name)
        for kept, group in _groups(heard)
    )
