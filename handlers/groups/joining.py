"""`join 3`: the branch's standards and a yes to them, and then the way in.

newcomer: join 3
bot:      Before you join: … Do you agree? yes or no
newcomer: yes
bot:      Why would you like to join? …
"""

from typing import Any, ClassVar

from handlers.conversation.catalogue import Command, Follows, Section, own_words
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.groups.door_notices import DoorNotices
from handlers.groups.finding import Found, Pair, listed, to_join
from handlers.groups.passing_wishes import ask_wish
from handlers.groups.reasons import LONGEST_REASON, called
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.groups.declared import DeclaredGroup
from relay.groups.door_rules import No
from relay.groups.harmless import harmless
from relay.groups.standards import version_of
from relay.groups.wishes import is_passed_on
from relay.language.cries import cries_out
from relay.language.vocabulary import clean

joining = Router("joining")
joining_answers = Router("joining_answers")

_LONGEST_GUESS = 6
"""Words that may be the name of a group; more are something else."""

_WHY_NOT = {
    No.IN_ALREADY: "join-in-already",
    No.WAITS_ALREADY: "join-waits-already",
    No.SHUT: "join-shut",
    No.FULL: "join-full",
    No.REFUSED: "join-refused-before",
    No.TOO_OFTEN: "join-too-often",
    No.CROWDED: "join-crowded",
    No.AWAY: "join-away",
    No.REMOVED: "join-removed",
}


class _AtDoor(State):
    """Somebody is on their way into a group.

    Attributes:
        group: its number in commands.
    """

    ends_hidden: ClassVar[bool] = True

    group: int

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing came of it, and how to go on."""
        _say_dropped(services, person, self.group)

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say the same, unless it goes on."""
        if not isinstance(coming, _AtDoor | AgreeStandards):
            _say_dropped(services, person, self.group)


class AgreeStandards(Pending):
    """The branch's standards are shown: a yes goes on to the group.

    Attributes:
        group: its number in commands.
        version: of what was shown.
    """

    name: ClassVar[str] = "groups.standards"
    ends_hidden: ClassVar[bool] = True

    group: int
    version: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Keep that they agree, and go on."""
        pair = _again(heard, self.group)
        heard.leave()
        if pair is None:
            return await _say_unknown(heard, Found())
        _, version = standards_of(heard.services, pair[1])
        if version != self.version:
            return await go_on(heard, pair)
        standards, branch = heard.services.doors.standards, pair[0].branch
        is_first = standards.agreed(branch, heard.person) is None
        standards.agree(branch, heard.person, version)
        is_new = is_first and not heard.services.doors.is_in_any(branch, heard.person)
        if is_new and heard.signal.message.source_number:
            heard.enter(AskNumber(group=self.group))
            await heard.say("join-number-shows", name=pair[1].name)
            return None
        return await go_on(heard, pair)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Let nobody in who does not agree."""
        heard.leave()
        await heard.say("join-standards-refused")

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing came of it, and how to go on."""
        _say_dropped(services, person, self.group)

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say the same, unless it goes on."""
        if not isinstance(coming, _AtDoor | AgreeStandards):
            _say_dropped(services, person, self.group)


class AskNumber(_AtDoor):
    """Others would see their phone number: join now, or hide it first?"""

    name: ClassVar[str] = "groups.number"


class AskWhy(_AtDoor):
    """What do the keepers read beside the name?"""

    name: ClassVar[str] = "groups.reason"


def asks_to_join(heard: HeardMessage) -> bool:
    """Whether a group is meant, or may be: "join us at the picket" is no command."""
    rest = heard.typed.rest
    found = to_join(heard, rest)
    if found.group is not None or found.near or found.number is not None or not rest:
        return True
    # Of somebody who has reported something, other words are for those who read it.
    reported = bool(heard.services.vault.reports.cases_of(heard.person))
    return not reported and len(rest.split()) <= _LONGEST_GUESS and not cries_out(rest)


@joining.command("join", new, asks_to_join, section=Section.JOINING, usages=((Follows.NUMBER,), ()))
async def join(heard: HeardMessage) -> None:
    """Begin the way into a group."""
    found = to_join(heard, heard.typed.rest)
    if found.group is None:
        await _say_unknown(heard, found)
    else:
        await go_on(heard, found.group)


def has_asked_by_link(heard: HeardMessage) -> bool:
    """Whether a yes is for what they were told about a group whose link they have used."""
    return heard.answers("yes") and _by_link(heard) is not None


@joining.message(new, has_asked_by_link)
async def go_on_by_link(heard: HeardMessage) -> None:
    """Begin the way into that group."""
    pair = _by_link(heard)
    assert pair is not None  # noqa: S101 -- what the filter let through
    await go_on(heard, pair)


def _by_link(heard: HeardMessage) -> Pair | None:
    """The one group whose link somebody has used who has not agreed to the standards."""
    mine = heard.services.doors.requests.of_person(heard.person)
    numbers = [one.group_number for one in mine if one.may_go_on]
    return _again(heard, numbers[0]) if len(numbers) == 1 else None


async def go_on(heard: Heard[Any], pair: Pair) -> None:
    """Do what comes next on the way into a group."""
    services, person, (kept, group) = heard.services, heard.person, pair
    if is_passed_on(kept):
        await ask_wish(heard, pair)
        return
    why = services.doors.why_not(kept, group, person)
    if why is not None:
        await heard.say(_WHY_NOT[why], name=group.name, command=f"{kept.number}")
        return
    text, version = standards_of(services, group)
    if services.doors.standards.agreed(kept.branch, person) != version:
        sent = await heard.say("join-standards", standards=text, name=group.name)
        heard.enter(AgreeStandards(group=kept.number, version=version, preview=sent.delivery))
        return
    if services.doors.needs_nobody(kept, group, person):
        services.doors.let_in(kept, person, called(heard))
        await heard.say("join-under-way", name=group.name)
    elif group.entry == "vouched":
        _, code = services.doors.begin_vouching(kept, person, called(heard))
        command = f"{services.vocabulary.name('vouch')} {code}"
        await heard.say("join-vouch", name=group.name, count=group.vouches, command=command)
    else:
        heard.enter(AskWhy(group=kept.number))
        await heard.say("join-why", name=group.name)


@joining_answers.answer(AskNumber, new)
async def take_choice(heard: HeardMessage, asked: AskNumber) -> None:
    """Go on, or wait until they have hidden their number."""
    pair = _again(heard, asked.group)
    heard.leave()
    if pair is None:
        await _say_unknown(heard, Found())
    elif heard.answers("yes") or heard.answers("join_now"):
        await go_on(heard, pair)
    elif heard.answers("no") or heard.answers("join_later"):
        again = f"{heard.services.vocabulary.name('join')} {_told(pair)}"
        await heard.say("join-number-later", command=again)
    else:
        heard.enter(asked)
        await heard.say("join-number-unclear")


@joining_answers.answer(AskWhy, new, own_words(Command.is_whole))
async def take_reason(heard: HeardMessage, asked: AskWhy) -> None:
    """Ask the keepers."""
    services, text = heard.services, clean(heard.message.text)
    pair = _again(heard, asked.group)
    heard.leave()
    if pair is None:
        await _say_unknown(heard, Found())
        return
    kept, group = pair
    if heard.answers("leave") or (heard.answers("no") and not heard.answers("skip")):
        await heard.say("join-dropped", command=f"{services.vocabulary.name('join')} {_told(pair)}")
        return
    why = services.doors.why_not(kept, group, heard.person)
    if why is not None:
        await heard.say(_WHY_NOT[why], name=group.name, command=str(kept.number))
        return
    none = heard.answers("skip") or heard.answers("yes") or not text
    reason = "" if none else harmless(text, LONGEST_REASON, services.words.say("join-link"))
    notices = DoorNotices(services)
    services.doors.ask(kept, heard.person, called(heard), reason, notices)
    leave = f"{services.vocabulary.name('leave')} {_told(pair)}"
    await heard.say("join-asked", command=leave)


def standards_of(services: Services, group: DeclaredGroup) -> tuple[str, str]:
    """Return a branch's standards, and which version of them that is."""
    text = services.standards.whole(group.branch)
    return text, version_of(text)


def _told(pair: Pair) -> str:
    """By what somebody who knows of a group may name it."""
    kept, group = pair
    return str(kept.number) if group.listed else group.name


def _again(heard: Heard[Any], number: int) -> Pair | None:
    """Return the group that somebody was on their way to, if it is still there."""
    return next(
        (pair for pair in heard.services.doors.open_groups() if pair[0].number == number), None
    )


async def _say_unknown(heard: Heard[Any], found: Found) -> None:
    services = heard.services
    if found.near:
        pair = next(one for one in listed(services) if one[1].name == found.near)
        command = f"{services.vocabulary.name('join')} {pair[0].number}"
        await heard.say("join-did-you-mean", name=found.near, command=command)
    else:
        await heard.say("join-unknown", command=services.vocabulary.name("groups"))


def _say_dropped(services: Services, person: str, number: int) -> None:
    pair = next((one for one in listed(services) if one[0].number == number), None)
    word = services.speaking_to(person).vocabulary.name("join")
    command = word if pair is None else f"{word} {number}"
    tell_unasked(services, person, "join-dropped", command=command)
