"""`false …` and `not false 3`: admins warn everybody of what goes round, and take it back.

admin: false https://commoncause-members.example/register
bot:   Nothing has happened yet. Hackney branch would warn everybody that this is false: …
admin: yes
bot:   Done. Warning 3 stands. 5 people who asked about it are told. …
"""

from collections.abc import Callable

from handlers.authenticity.access import branches_to_warn
from handlers.authenticity.answering import untapped
from handlers.authenticity.parsing import is_cry
from handlers.authenticity.reading import quoted_in
from handlers.authenticity.standing import agree, refuse, take_back
from handlers.authenticity.states import AskWhatIsFalse, ConfirmFalse
from handlers.conversation.catalogue import Command, Follows, Section, own_words
from handlers.conversation.filters import admin, new, says_no
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.authenticity.tables import FalseClaim, Stage
from relay.authenticity.verdicts import Outcome
from relay.authenticity.warnings import MOST_TEXT
from relay.language.vocabulary import clean
from relay.settings import Branch

marking = Router("marking")
marking_answers = Router("marking_answers")
_BEGINNING = 80


def _says(answer: str, heard: HeardMessage) -> bool:
    number, more = read_number(heard.further)
    return heard.goes_on_with(answer) and number is not None and not more


def says_yes_to_one(heard: HeardMessage) -> bool:
    """Whether it is `false yes 3`."""
    return _says("yes", heard)


def says_no_to_one(heard: HeardMessage) -> bool:
    """Whether it is `false no 3`."""
    return _says("no", heard)


@marking.command("false", new, says_yes_to_one, may=admin)
async def say_yes(heard: HeardMessage) -> None:
    """Agree to a warning that waits."""
    claim = await _named(heard, heard.further, Stage.ASKED)
    if claim is not None:
        await agree(heard, claim)


@marking.command("false", new, says_no_to_one, may=admin)
async def say_no(heard: HeardMessage) -> None:
    """Drop a warning that waits."""
    claim = await _named(heard, heard.further, Stage.ASKED)
    if claim is not None:
        await refuse(heard, claim)


@marking.command(
    "false",
    new,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.TEXT,), (), (Follows.YES, Follows.NUMBER), (Follows.NO, Follows.NUMBER)),
)
async def warn(heard: HeardMessage) -> None:
    """Show what would be warned of; alone, list what is, and ask for more."""
    branch, text = await _branch_and_text(heard)
    if branch is None:
        return
    text, listed = text or quoted_in(heard), _list(heard)
    number, more = read_number(text)
    if number is not None and not more and listed:
        # One that stands: they may mean to take it back.
        await heard.say_text(listed)
        return
    if text:
        await _show(heard, branch, text)
        return
    heard.enter(AskWhatIsFalse(branch=branch.slug))
    asked = heard.services.words.say("false-ask")
    await heard.say_text(f"{listed}\n\n{asked}" if listed else asked)


def takes_back(command: str) -> Callable[[HeardMessage], bool]:
    """Let through `not false`, and a number after it."""

    def takes(heard: HeardMessage) -> bool:
        return _after_not(heard, command) is not None

    return takes


@marking.command(
    "not_false",
    new,
    may=admin,
    by=takes_back,
    section=Section.RUNNING,
    usages=((Follows.NUMBER,),),
)
async def withdraw(heard: HeardMessage) -> None:
    """Take a warning back."""
    claim = await _named(heard, _after_not(heard, "not_false") or "", Stage.STANDING)
    if claim is not None:
        await take_back(heard, claim)


def is_about_it(heard: HeardMessage) -> bool:
    """Whether what an admin sends may be what is false: no cry for help, and no `not false 3`."""
    return not is_cry(heard.message.text) and _after_not(heard, "not_false") is None


@marking_answers.answer(AskWhatIsFalse, new, says_no)
async def stop(heard: HeardMessage, _: AskWhatIsFalse) -> None:
    """Warn nobody."""
    heard.leave()
    await heard.say("false-dropped")


@marking_answers.answer(AskWhatIsFalse, new, own_words(Command.is_whole), is_about_it)
async def take_text(heard: HeardMessage, state: AskWhatIsFalse) -> None:
    """Take what is false."""
    branch = heard.services.branches.get(state.branch)
    again = heard.begins_with("false") and heard.typed.rest
    text = heard.typed.rest if again else clean(heard.message.text)
    if branch is None or branch not in branches_to_warn(heard.services, heard.person):
        heard.leave()
        await heard.say("false-dropped")
    elif not text:
        heard.enter(state)
        await heard.say("false-no-text")
    else:
        await _show(heard, branch, text)


async def _show(heard: HeardMessage, branch: Branch, text: str) -> None:
    authenticity = heard.services.authenticity
    if len(text) > MOST_TEXT:
        await heard.say("false-too-long", length=str(len(text)), most=str(MOST_TEXT))
        return
    [verdict] = authenticity.look(heard.person, text, (), {branch.slug}).verdicts or (None,)
    post = None if verdict is None else verdict.post
    if verdict is not None and verdict.outcome is Outcome.SAME and post is not None and post.own:
        heard.leave()
        await heard.say("false-is-own", number=str(post.number))
        return
    sent = await heard.say(
        "false-preview",
        branch=branch.name,
        text=untapped(text),
        people=len(authenticity.who_asked(text)),
        approvals="two" if branch.approvals > 1 else "one",
    )
    heard.enter(ConfirmFalse(branch=branch.slug, text=text, preview=sent.delivery))


async def _branch_and_text(heard: HeardMessage) -> tuple[Branch | None, str]:
    """The branch that is named first, or the only one; None if that is asked."""
    branches, rest = branches_to_warn(heard.services, heard.person), heard.typed.rest
    if len(branches) == 1:
        return branches[0], rest
    first, _, after = rest.partition(" ")
    for branch in branches:
        if first.casefold().rstrip(":,") == branch.slug:
            return branch, after.strip()
    name = heard.services.vocabulary.name("false")
    await heard.say("false-ask-branch", example=f"{name} {branches[0].slug}: …")
    return None, ""


def _list(heard: HeardMessage) -> str:
    services, warnings = heard.services, heard.services.authenticity.warnings
    own = services.slugs_of(heard.person)
    lines = [
        services.words.say(
            "false-list-line",
            number=str(one.number),
            when=services.time.day(one.at),
            text=_beginning(one),
        )
        for one in warnings.standing()
        if one.branch in own
    ]
    lines += [
        services.words.say("false-list-waits", number=str(one.number), text=_beginning(one))
        for one in warnings.waiting()
        if one.branch in own
    ]
    return services.words.say("false-list", lines="\n".join(lines)) if lines else ""


def _beginning(claim: FalseClaim) -> str:
    line = untapped(claim.text)
    return line if len(line) <= _BEGINNING else f"{line[:_BEGINNING].rstrip()}…"


async def _named(heard: HeardMessage, text: str, stage: Stage) -> FalseClaim | None:
    """The warning of an admin's branch that a number names, or None, and that is said."""
    services, (number, _) = heard.services, read_number(text)
    if number is None:
        name = services.vocabulary.name("not_false").replace("-", " ")
        await heard.say("false-which", example=f"{name} 3")
        return None
    claim = services.authenticity.warnings.get(number)
    if (
        claim is None
        or claim.stage is not stage
        or claim.branch not in services.slugs_of(heard.person)
    ):
        await heard.say("false-unknown", number=str(number))
        return None
    return claim


def _after_not(heard: HeardMessage, command: str) -> str | None:
    """What follows "not false", where nothing does but a number; None for all else."""
    said = clean(heard.message.text)
    found = heard.services.vocabulary.phrase(command).match(said)
    if found is None:
        return None
    rest = said[found.end() :].strip(" .!")
    number, more = read_number(rest)
    return rest if not rest or (number is not None and not more) else None
