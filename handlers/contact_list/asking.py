"""`contact list`: what it is for, one question after the other, and a yes before anything is kept.

member: contact list
bot:    With the contact list … How should we call you? …
member: Ana
bot:    Which area are you in? …
"""

from typing import Any

from handlers.contact_list.fields import (
    FIELDS,
    field_named,
    given_with,
    read_field,
)
from handlers.contact_list.states import (
    AskChange,
    AskContactBranch,
    AskField,
    ConfirmEntry,
    Entering,
)
from handlers.contact_list.texts import command_of, lines_of, problem_text, question
from handlers.conversation.filters import new, says_no, without_files
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import first_word, read_number
from relay.language.cries import cries_out, may_call_out
from relay.language.vocabulary import bare, clean
from relay.settings import Branch

contact_list_answers = Router("contact_list_answers")


async def begin(heard: Heard[Any], branch: Branch) -> None:
    """Say what it is for, and ask the first thing."""
    services, settings = heard.services, branch.contact_list
    assert settings is not None  # noqa: S101 -- only branches that have a list are asked for
    heard.enter(AskField(branch=branch.slug, field=FIELDS[0]))
    said = services.words.say(
        "contact-explain",
        branch=branch.name,
        exported="no" if settings.export_key is None else "yes",
        days=settings.ask_days,
        command=command_of(services),
    )
    await heard.say_text(f"{said}\n\n{question(services, branch, FIELDS[0])}")


async def ask_branch(heard: Heard[Any]) -> None:
    """Ask which branch they mean."""
    services = heard.services
    lines = [
        services.words.say("contact-choice", index=str(index), choice=branch.name)
        for index, branch in enumerate(services.contacts.open_branches, start=1)
    ]
    heard.enter(AskContactBranch())
    await heard.say("contact-which", lines="\n".join(lines))


def branch_named(heard: Heard[Any], text: str) -> Branch | None:
    """Return the branch that has a list and that a text names, by its number or name."""
    branches, said = heard.services.contacts.open_branches, bare(text)
    number, rest = read_number(text.strip())
    if number is not None and not rest:
        return branches[number - 1] if 1 <= number <= len(branches) else None
    names = ({bare(one.name), bare(one.slug), first_word(bare(one.name))} for one in branches)
    return next((one for one, named in zip(branches, names, strict=True) if said in named), None)


def is_about_it(heard: HeardMessage) -> bool:
    """Whether whoever is asked answers, and neither cries for help nor types just a command."""
    text, known = heard.message.text, heard.services.vocabulary
    if cries_out(text):
        return False
    has = heard.services.commands.of(heard)
    # "About me" is a command; "language" alone is one, too, but here it is a line to change.
    if any(known.means(one.id, text) for one in has):
        return False
    if heard.typed.rest or field_named(known, heard.typed.command) is not None:
        return True
    return not any(heard.typed.command in known.words(one.id) for one in has)


@contact_list_answers.answer(Entering, new, says_no)
async def drop(heard: HeardMessage, _: Entering) -> None:
    """Keep nothing."""
    heard.leave()
    await heard.say("contact-dropped")


@contact_list_answers.answer(AskContactBranch, new, says_no)
async def choose_none(heard: HeardMessage, _: AskContactBranch) -> None:
    """Begin nowhere."""
    heard.leave()
    await heard.say("contact-dropped")


@contact_list_answers.answer(AskChange, new, says_no)
async def change_nothing(heard: HeardMessage, _: AskChange) -> None:
    """Leave it as it is."""
    heard.leave()
    await heard.say("contact-left-as-it-is")


@contact_list_answers.answer(AskContactBranch, new, without_files, is_about_it)
async def take_branch(heard: HeardMessage, _: AskContactBranch) -> None:
    """Begin there."""
    branch = branch_named(heard, heard.message.text or "")
    if branch is None:
        await ask_branch(heard)
        return
    await begin(heard, branch)


@contact_list_answers.answer(AskField, new, without_files, is_about_it)
async def take_field(heard: HeardMessage, state: AskField) -> None:
    """Take what they give, or that they leave it out, and ask the next thing."""
    services, text = heard.services, heard.message.text
    branch = await _still_open(heard, state)
    if branch is None:
        return
    await say_in_danger(heard, text)
    read = read_field(services.vocabulary, branch, state.field, text)
    if read.problem is not None:
        heard.enter(state)
        await heard.say_text(problem_text(services, branch, state.field, read.problem))
        return
    given = given_with(state.given(heard.person), state.field, read.values)
    await _ask_next(heard, branch, state.giving(given), FIELDS.index(state.field) + 1)


@contact_list_answers.answer(ConfirmEntry, new, without_files, is_about_it)
async def take_line(heard: HeardMessage, state: ConfirmEntry) -> None:
    """Take another line for what is shown, such as "area Clapton"."""
    services, typed = heard.services, heard.typed
    branch = await _still_open(heard, state)
    if branch is None:
        return
    field = field_named(services.vocabulary, typed.command)
    await say_in_danger(heard, typed.rest)
    if field is None:
        heard.enter(state)
        await heard.say("contact-answer-unclear")
        return
    read = read_field(services.vocabulary, branch, field, typed.rest)
    if read.problem is not None:
        heard.enter(state)
        await heard.say_text(problem_text(services, branch, field, read.problem))
        return
    given = given_with(state.given(heard.person), field, read.values)
    await _show(heard, branch, state.giving(given))


async def say_in_danger(heard: HeardMessage, text: str | None) -> None:
    """Say first what to do in danger, where a longer text may be a cry."""
    if may_call_out(clean(text)):
        await heard.say_text(heard.services.said_in_danger("contact-danger"))


async def _still_open(heard: HeardMessage, state: Entering) -> Branch | None:
    branch = heard.services.branches.get(state.branch)
    if branch is not None and branch.contact_list is not None:
        return branch
    heard.leave()
    await heard.say("contact-nowhere")
    return None


async def _ask_next(heard: HeardMessage, branch: Branch, state: Entering, at: int) -> None:
    if at < len(FIELDS):
        heard.enter(state.becomes(AskField, field=FIELDS[at]))
        await heard.say_text(question(heard.services, branch, FIELDS[at]))
        return
    await _show(heard, branch, state)


async def _show(heard: HeardMessage, branch: Branch, state: Entering) -> None:
    services, settings = heard.services, branch.contact_list
    assert settings is not None  # noqa: S101 -- it was looked up just now
    sent = await heard.say(
        "contact-preview",
        branch=branch.name,
        lines=lines_of(services, state.given(heard.person)),
        exported="no" if settings.export_key is None else "yes",
    )
    heard.enter(state.becomes(ConfirmEntry, preview=sent.delivery))
