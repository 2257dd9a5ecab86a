"""`contact list` for who is on it: their own entry, one thing of it changed, and off it at once."""

from collections.abc import Callable

from handlers.contact_list.asking import ask_branch, begin, branch_named, is_about_it, say_in_danger
from handlers.contact_list.fields import field_named, given_with, read_field
from handlers.contact_list.states import AskChange, AskContactBranch, Entering
from handlers.contact_list.texts import (
    branch_name,
    command_of,
    lines_of,
    problem_text,
    question,
)
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import first_word
from relay.contact_list.entries import Entry
from relay.language.vocabulary import bare

contact_list = Router("contact_list")
contact_list_changes = Router("contact_list_changes")


def has_lists(heard: HeardMessage) -> bool:
    """Whether any branch has a contact list, or they are on one that has been closed."""
    return bool(heard.services.contacts.open_branches) or bool(_own(heard))


def typed_as_two(command: str) -> Callable[[HeardMessage], bool]:
    """Let through what begins with both words of the command: one alone is about other things."""

    def is_typed_as_two(heard: HeardMessage) -> bool:
        return _rest(heard) is not None

    return is_typed_as_two


def _rest(heard: HeardMessage) -> str | None:
    """What follows `contact list`; None where a message does not begin with it."""
    vocabulary = heard.services.vocabulary
    if vocabulary.means("contact_list", heard.message.text) or _wants_off_it(heard):
        return ""
    if heard.begins_with("contact"):
        return heard.further if heard.goes_on_with("contact_list_word") else None
    return heard.typed.rest if heard.begins_with("contact_list") else None


def _said(heard: HeardMessage) -> str:
    return bare(_rest(heard)).strip("? ")


def _wants_off_it(heard: HeardMessage) -> bool:
    return heard.services.vocabulary.answers_with("contact_list_off", heard.message.text)


def is_entering(heard: HeardMessage) -> bool:
    """Whether they are asked something for the contact list."""
    return isinstance(heard.state, Entering | AskContactBranch | AskChange)


def wants_off(heard: HeardMessage) -> bool:
    """Whether it is `contact list off`, or says so in a sentence."""
    return _wants_off_it(heard) or heard.services.vocabulary.answers_with(
        "contact_off", _said(heard)
    )


def wants_to_stay(heard: HeardMessage) -> bool:
    """Whether it is `contact list stay`."""
    return heard.services.vocabulary.answers_with("contact_stay", _said(heard))


def names_field(heard: HeardMessage) -> bool:
    """Whether it is `contact list area`, perhaps with what is to stand there."""
    return field_named(heard.services.vocabulary, first_word(_rest(heard) or "")) is not None


def is_alone(heard: HeardMessage) -> bool:
    """Whether nothing follows, or a branch: "contact list of helplines" is about others."""
    rest = _rest(heard) or ""
    return not bare(rest).strip("? ") or branch_named(heard, rest) is not None


@contact_list_changes.command(
    "contact_list", new, without_files, wants_off, may=has_lists, by=typed_as_two
)
async def take_off(heard: HeardMessage) -> None:
    """Destroy what they gave, at once."""
    entries = _own(heard)
    if is_entering(heard):
        heard.leave()
    for entry in entries:
        heard.services.contacts.remove(entry)
    if not entries:
        await heard.say("contact-not-on")
        return
    names = ", ".join(branch_name(heard.services, one.branch) for one in entries)
    await heard.say("contact-off", branch=names)


@contact_list_changes.command(
    "contact_list", new, without_files, wants_to_stay, may=has_lists, by=typed_as_two
)
async def stay(heard: HeardMessage) -> None:
    """Keep it for another year, or as long as the settings say."""
    await say_they_stay(heard, _own(heard))


async def say_they_stay(heard: HeardMessage, entries: list[Entry]) -> None:
    """Keep entries, and say until when nobody asks again."""
    services = heard.services
    if not entries:
        await heard.say("contact-not-on")
        return
    moment = max(services.contacts.stay(one) for one in entries)
    names = ", ".join(branch_name(services, one.branch) for one in entries)
    await heard.say("contact-stays", branch=names, day=services.time.day(moment))


@contact_list_changes.command(
    "contact_list", new, without_files, names_field, may=has_lists, by=typed_as_two
)
async def change(heard: HeardMessage) -> None:
    """Change one thing, or ask what is to stand there."""
    services, rest = heard.services, _rest(heard) or ""
    word = first_word(rest)
    field, value = field_named(services.vocabulary, word), rest[len(word) :].strip()
    entries = _own(heard)
    if field is None or not entries:
        await heard.say("contact-not-on")
        return
    if not value:
        branch = services.branches.get(entries[0].branch)
        if branch is not None:
            heard.enter(AskChange(field=field))
            await heard.say_text(question(services, branch, field))
        return
    await _change(heard, field, value)


@contact_list.answer(AskChange, new, without_files, is_about_it)
async def take_change(heard: HeardMessage, state: AskChange) -> None:
    """Take what is to stand there."""
    await _change(heard, state.field, heard.message.text or "")


async def _change(heard: HeardMessage, field: str, text: str) -> None:
    """Put something else in all entries of whoever says it."""
    services = heard.services
    await say_in_danger(heard, text)
    entries = _own(heard)
    for entry in entries:
        branch = services.branches.get(entry.branch)
        if branch is None:
            continue
        read = read_field(services.vocabulary, branch, field, text)
        if read.problem is not None:
            heard.enter(AskChange(field=field))
            await heard.say_text(problem_text(services, branch, field, read.problem))
            return
        services.contacts.change(entry, given_with(entry.given, field, read.values))
    if isinstance(heard.state, AskChange):
        heard.leave()
    await _show(heard, _own(heard))


@contact_list_changes.command(
    "contact_list",
    new,
    without_files,
    is_alone,
    may=has_lists,
    by=typed_as_two,
    section=Section.ATTENDING,
    usages=((), (Follows.FIELD, Follows.TEXT), (Follows.OFF,), (Follows.STAY,)),
)
async def show_or_begin(heard: HeardMessage) -> None:
    """Show their own entry, or begin one."""
    services = heard.services
    named = branch_named(heard, _rest(heard) or "")
    entries = [one for one in _own(heard) if named is None or one.branch == named.slug]
    open_branches = services.contacts.open_branches
    if entries:
        await _show(heard, entries)
    elif named is not None or len(open_branches) == 1:
        await begin(heard, named or open_branches[0])
    elif open_branches:
        await ask_branch(heard)
    else:
        await heard.say("contact-nowhere")


async def _show(heard: HeardMessage, entries: list[Entry]) -> None:
    services = heard.services
    if not entries:
        await heard.say("contact-not-on")
        return
    texts = [
        services.words.say(
            "contact-own",
            branch=branch_name(services, one.branch),
            lines=lines_of(services, one.given),
            since=services.time.day(one.agreed),
            asked=services.time.day(one.ask_at),
            ends="none" if one.ends is None else services.time.day(one.ends),
        )
        for one in entries
    ]
    texts.append(services.words.say("contact-how", command=command_of(services)))
    await heard.say_text("\n\n".join(texts))


def _own(heard: HeardMessage) -> list[Entry]:
    return heard.services.contacts.of(heard.person)
