"""`subscribe`: a branch's announcements, meetings and changes here, in no member list."""

from typing import ClassVar

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new, says_no, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import State
from handlers.services import Services
from handlers.subscriptions.asked import Asked, read_asked
from relay.settings import Branch
from relay.subscriptions.places import Joined
from relay.subscriptions.tables import Scope

subscribing = Router("subscribing")
subscribing_answers = Router("subscribing_answers")


class AskSubscription(State):
    """Which branch?

    Attributes:
        scope: what they want to get of it.
    """

    name: ClassVar[str] = "subscriptions.branch"

    scope: Scope = Scope.ALL

    def expired(self, services: Services, person: str) -> None:
        """Nothing was begun, and they know that they have not answered."""

    def left(self, services: Services, person: str, coming: State) -> None:
        """Nothing was begun."""


def is_understood(heard: HeardMessage) -> bool:
    """Whether what follows the command belongs to it: "follow him home" is no subscription."""
    return _read(heard, heard.typed.rest).is_clear


def names_branch(heard: HeardMessage) -> bool:
    """Whether a message names a branch, and says nothing else."""
    text = heard.message.text or ""
    asked = _read(heard, text)
    return bool(text.strip()) and asked.is_clear and len(asked.branches) == 1


@subscribing.command(
    "subscribe",
    new,
    without_files,
    is_understood,
    section=Section.ATTENDING,
    usages=((), (Follows.MEETINGS,)),
)
async def subscribe(heard: HeardMessage) -> None:
    """Enter somebody, or ask which branch they mean."""
    branches = heard.services.mailings.places.open_branches
    if not branches:
        await heard.say("subscribe-nowhere")
        return
    asked = _read(heard, heard.typed.rest)
    if len(asked.branches) == 1:
        await _enter(heard, asked.branches[0], asked.scope)
        return
    heard.enter(AskSubscription(scope=asked.scope))
    await heard.say("subscribe-which", lines=_lines(heard.services, branches))


@subscribing_answers.answer(AskSubscription, new, says_no)
async def choose_none(heard: HeardMessage, _: AskSubscription) -> None:
    """Enter them nowhere."""
    heard.leave()
    await heard.say("subscribe-none")


@subscribing_answers.answer(AskSubscription, new, without_files, names_branch)
async def choose_branch(heard: HeardMessage, state: AskSubscription) -> None:
    """Enter them there."""
    heard.leave()
    asked = _read(heard, heard.message.text or "")
    scope = Scope.MEETINGS if Scope.MEETINGS in (asked.scope, state.scope) else Scope.ALL
    await _enter(heard, asked.branches[0], scope)


async def _enter(heard: HeardMessage, branch: Branch, scope: Scope) -> None:
    places = heard.services.mailings.places
    answer = places.join(branch, heard.person, scope)
    named = {"branch": branch.name, "scope": scope.value}
    match answer.joined:
        case Joined.ON:
            await heard.say("subscribe-on", **named)
        case Joined.CHANGED:
            await heard.say("subscribe-changed", **named)
        case Joined.ALREADY:
            await heard.say("subscribe-already", **named)
        case Joined.WAITING | Joined.STILL_WAITING:
            await heard.say("subscribe-waiting", branch=branch.name, count=answer.waiting)
        case Joined.FULL:
            await heard.say("subscribe-full", branch=branch.name)


def _read(heard: HeardMessage, text: str) -> Asked:
    services = heard.services
    return read_asked(services.vocabulary, text, services.mailings.places.open_branches)


def _lines(services: Services, branches: tuple[Branch, ...]) -> str:
    return "\n".join(
        services.words.say("subscribe-branch", index=index, branch=branch.name)
        for index, branch in enumerate(branches, start=1)
    )
