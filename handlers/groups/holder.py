"""What is kept of whoever is in groups, at a door of one, or wants a new one.

Somebody else may hold the phone. So private groups are neither named nor counted, nor is whether
somebody is in one: the directory does not tell that either.
"""

from collections.abc import Iterator, Sequence

from handlers.conversation.holders import Held, QuietHolder
from handlers.groups.door_notices import DoorNotices
from handlers.groups.suggesting import tell_admins
from handlers.services import Services
from relay.groups.newcomers import Newcomers, invitation_to, welcome_to
from relay.groups.requests import JoinMarks, JoinRequest, Waiting
from relay.groups.tables import KeptGroup, Standing
from relay.settings.groups import GroupKind


class GroupHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset(
        {"rosters", "standards", "newcomer", "join_request", "vouches", "suggestion", "keeper"}
    )

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name what is known of them and their groups."""
        return [
            *_memberships(services, person),
            *_requests(services, person),
            *_newcomer(services, person),
            *_suggestions(services, person),
        ]

    def duties(self, services: Services, person: str) -> Sequence[str]:
        """Somebody whom the settings make a keeper; and a group that is just being made."""
        say, found = services.words.say, []
        made = {one.id for one in services.suggestions.table.made()}
        if any(
            group.id not in made and person in group.keepers
            for _, group in services.groups.known()
            if not services.admins.branches_of(person)
        ):
            found.append(say("forget-first-keeper"))
        suggestion = services.suggestions.of_person(person)
        if suggestion is not None and suggestion.delivery is not None:
            found.append(say("forget-first-suggestion"))
        return found

    def forget(self, services: Services, person: str) -> None:
        """Take back what waits, and forget what nothing else needs."""
        notices = DoorNotices(services)
        for request in services.doors.requests.of_person(person):
            if request.state is not Waiting.LEAVING:
                services.doors.withdraw(request, notices)
        suggestion = services.suggestions.of_person(person)
        if suggestion is not None:
            services.suggestions.table.forget(suggestion)
            tell_admins(services, suggestion, "suggest-withdrawn")
        services.suggestions.release(person)
        for slug in services.branches:
            services.doors.standards.forget(slug, person)
        services.store[Newcomers].forget_person(person)

    def leave(self, services: Services, person: str) -> Sequence[str]:
        """Take them out of every group that they are in; return those that they have to leave."""
        doors, left = services.doors, list[str]()
        for kept, group in doors.known():
            if not doors.is_in(kept, person):
                continue
            if may_take_out(services, kept, person):
                doors.take_out(kept, person)
            elif group.listed and group.kind is not GroupKind.CAUCUS:
                left.append(group.name)
            else:
                left.append(services.words.say("forget-me-private-group"))
        return left


def may_take_out(services: Services, kept: KeptGroup, person: str) -> bool:
    """Whether the bot can take somebody out of a group, and leaves it with somebody to run it."""
    admins = services.doors.admins
    is_last = admins.knows(kept) and admins.is_last(kept, person)
    return kept.standing is Standing.KEPT and admins.knows(kept) and not is_last


def _memberships(services: Services, person: str) -> Iterator[Held]:
    say = services.words.say
    count = sum(
        services.doors.is_in(kept, person)
        for kept, group in services.doors.known()
        if group.kind is not GroupKind.CAUCUS
    )
    if count:
        yield Held("rosters", say("held-rosters", count=count), say("held-rosters-stays"))
    for slug, branch in services.branches.items():
        if services.doors.standards.agreed(slug, person) is not None:
            yield Held("standards", say("held-standards", branch=branch.name))


def _requests(services: Services, person: str) -> Iterator[Held]:
    say, doors = services.words.say, services.doors
    for request in doors.requests.of_person(person):
        leaves = request.state is Waiting.LEAVING
        stays = say("held-leaving-stays") if leaves else ""
        text = say(
            "held-join-request",
            name=_told_name(services, request),
            state="leaving" if leaves else "coming",
            since=services.time.day(request.asked_at),
        )
        yield Held("join_request", text, stays)
    marks, table = services.store[JoinMarks], doors.requests
    count = sum(table.has_vouched(one, marks.vouch(one, person)) for one in table.all())
    if count:
        yield Held("vouches", say("held-vouches", count=count), say("held-vouches-stays"))


def _told_name(services: Services, request: JoinRequest) -> str:
    group = services.doors.group_of(request)
    is_told = group is not None and group.listed and group.kind is not GroupKind.CAUCUS
    return group.name if group is not None and is_told else "none"


def _newcomer(services: Services, person: str) -> Iterator[Held]:
    say, table = services.words.say, services.store[Newcomers]
    if table.is_awaited(person):
        yield Held("newcomer", say("held-newcomer-awaited"))
    kept = services.groups.of_branches(services.branches)
    told = any(table.was_told(welcome_to(slug), person) for slug in services.branches) or any(
        table.was_told(invitation_to(one.number), person) for one in kept
    )
    if told:
        yield Held("newcomer", say("held-newcomer-told"), say("held-newcomer-told-stays"))
    rosters = [(one.number, services.membership.roster(one.number)) for one in kept]
    if any(
        roster is not None and roster.mark(person) in table.marks(number)
        for number, roster in rosters
    ):
        yield Held("newcomer", say("held-newcomer-came"), say("held-newcomer-came-stays"))


def _suggestions(services: Services, person: str) -> Iterator[Held]:
    say = services.words.say
    suggestion = services.suggestions.of_person(person)
    if suggestion is not None:
        yield Held("suggestion", say("held-suggestion", name=suggestion.name))
    for one in services.suggestions.table.made():
        if person in one.keepers:
            yield Held("keeper", say("held-keeper", name=one.name))
