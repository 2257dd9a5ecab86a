"""`suggest group Tenants: repairs`: a member wants a group, admins agree, and the bot makes it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import Heard, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.groups.finding import listed
from handlers.parsing import is_thumb, read_number
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.groups.harmless import alike, harmless, is_deceptive
from relay.groups.suggestions import Decided, Suggestion
from relay.language.graphemes import is_within
from relay.settings.groups import LONGEST_DESCRIPTION, LONGEST_NAME, GroupKind

suggesting = Router("suggesting")
_LONGEST = 600
"""Characters of a purpose: those of a description, and some that do not show."""


def suggests_group(heard: HeardMessage) -> bool:
    """Whether a group is what is suggested."""
    return heard.services.vocabulary.phrase("suggests_group").match(heard.typed.rest) is not None


@suggesting.command(
    "suggest",
    new,
    suggests_group,
    section=Section.JOINING,
    usages=((Follows.GROUP, Follows.TEXT),),
)
async def suggest(heard: HeardMessage) -> None:
    """Ask the admins of the branch."""
    services, person = heard.services, heard.person
    branch = next(
        (kept.branch for kept, _ in services.doors.known() if services.doors.is_in(kept, person)),
        next(iter(sorted(services.slugs_of(person))), None),
    )
    if branch is None:
        await heard.say("suggest-members-only", command=services.vocabulary.name("groups"))
        return
    begun = services.vocabulary.phrase("suggests_group").match(heard.typed.rest)
    assert begun is not None  # noqa: S101 -- what the filter let through
    kind = GroupKind.AREA if begun["area"] else GroupKind.WORKING
    name, _, purpose = heard.typed.rest[begun.end() :].partition(":")
    name = " ".join(name.split())
    purpose = harmless(purpose, _LONGEST, services.words.say("join-link"))
    if (why := _why_not(heard, branch, name, purpose, kind)) is not None:
        await heard.say(why, most=LONGEST_NAME, name=name)
        return
    suggestion = services.suggestions.suggest(branch, person, name, purpose, kind)
    if not services.suggestions.missing(suggestion):
        services.suggestions.make(suggestion)
        await heard.say("suggest-under-way", name=name)
        return
    show_suggestion(services, suggestion)
    await heard.say("suggest-asked", name=name)


def show_suggestion(services: Services, suggestion: Suggestion) -> None:
    """Show one to the admins of its branch who have not said yes; joins a transaction."""
    branch = services.branches.get(suggestion.branch)
    admins = () if branch is None else branch.admins
    others = [one for one in admins if one not in (suggestion.person, *suggestion.agreed)]
    shown = {one: services.tell_text(one, _shown(suggestion)) for one in others}
    services.suggestions.table.save(replace(suggestion, shown=dict(suggestion.shown | shown)))


def _why_not(
    heard: HeardMessage, branch: str, name: str, purpose: str, kind: GroupKind
) -> str | None:
    """Return the message that says why it cannot be suggested so, or None."""
    services = heard.services
    if not name or not purpose:
        return "suggest-how"
    if services.suggestions.of_person(heard.person) is not None:
        return "suggest-one-at-a-time"
    if services.suggestions.is_too_often(heard.person):
        return "suggest-too-often"
    if not is_within(name, LONGEST_NAME):
        return "suggest-name-long"
    if is_deceptive(name) or services.vocabulary.phrase("official_name").search(name):
        return "suggest-name-pretends"
    taken = {alike(group.name) for _, group in listed(services)}
    own = {alike(one.name) for one in services.branches.values()}
    if not alike(name) or alike(name) in taken | own:
        return "suggest-name-taken"
    described = services.suggestions.declared(branch, name, purpose, kind).description
    if not is_within(described, LONGEST_DESCRIPTION):
        return "suggest-purpose-long"
    return None


def _named(heard: HeardMessage) -> Suggestion | None:
    """The suggestion whose number is typed, if it waits for this admin."""
    number, rest = read_number(heard.typed.rest)
    return None if rest else _numbered(heard, number)


def names_suggestion(heard: HeardMessage) -> bool:
    """Whether the number is that of a suggestion which waits for this admin."""
    return _named(heard) is not None


@suggesting.command("agree", new, names_suggestion, may=admin)
async def agree(heard: HeardMessage) -> None:
    """Count a yes."""
    if (suggestion := _named(heard)) is not None:
        await _say_yes(heard, suggestion)


@suggesting.command("refuse", new, names_suggestion, may=admin)
async def refuse(heard: HeardMessage) -> None:
    """Drop it."""
    if (suggestion := _named(heard)) is not None:
        await _say_no(heard, suggestion)


def is_answer(heard: HeardReaction) -> bool:
    """Whether a thumb is put on a suggestion that waits."""
    return _reacted_to(heard) is not None


@suggesting.reaction(is_answer)
async def answer_by_thumb(heard: HeardReaction) -> None:
    """A thumb up agrees, one down refuses."""
    suggestion = _reacted_to(heard)
    if suggestion is None:
        return
    if is_thumb(heard.signal.message.emoji):
        await _say_yes(heard, suggestion)
    else:
        await _say_no(heard, suggestion)


async def _say_yes(heard: Heard[Any], suggestion: Suggestion) -> None:
    services = heard.services
    decided = services.suggestions.agree(suggestion, heard.person)
    if decided is Decided.ENOUGH:
        tell_admins(services, suggestion, "suggest-decided", but=heard.person)
        tell_unasked(services, suggestion.person, "suggest-agreed", name=suggestion.name)
        await heard.say("suggest-under-way", name=suggestion.name)
    elif decided is Decided.AGAIN:
        await heard.say("suggest-yours-already", number=str(suggestion.number))
    else:
        await heard.say("suggest-counted", name=suggestion.name)


async def _say_no(heard: Heard[Any], suggestion: Suggestion) -> None:
    services = heard.services
    services.suggestions.table.forget(suggestion)
    tell_admins(services, suggestion, "suggest-decided", but=heard.person)
    if heard.person != suggestion.person:
        tell_unasked(services, suggestion.person, "suggest-refused", name=suggestion.name)
    await heard.say("suggest-dropped", name=suggestion.name)


def tell_admins(services: Services, suggestion: Suggestion, message: str, but: str = "") -> None:
    """Tell all admins who were shown a suggestion."""
    for one in suggestion.shown:
        if one != but:
            services.tell(one, message, number=str(suggestion.number), name=suggestion.name)


def _numbered(heard: Heard[Any], number: int | None) -> Suggestion | None:
    waiting = heard.services.suggestions.waiting(heard.services.slugs_of(heard.person))
    return next((one for one in waiting if one.number == number), None)


def _reacted_to(heard: HeardReaction) -> Suggestion | None:
    """The suggestion that an admin has put a thumb on, or None."""
    services, reaction = heard.services, heard.signal.message
    if not heard.gives_thumb:
        return None
    for suggestion in services.suggestions.waiting(services.slugs_of(heard.person)):
        if services.is_on(reaction, suggestion.shown.get(heard.person)):
            return suggestion
    return None


def _shown(suggestion: Suggestion) -> Callable[[Services], str]:
    def text(speaking: Services) -> str:
        return speaking.words.say(
            "suggest-shown",
            number=str(suggestion.number),
            name=suggestion.name,
            purpose=suggestion.purpose,
            kind=suggestion.kind.value,
            branch=speaking.branches[suggestion.branch].name,
        )

    return text
