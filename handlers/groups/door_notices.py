"""What people read of the way into a group and out of it.

Implements `relay.groups.door_notifier.DoorNotifier`. Nobody reads who has answered. Of a caucus
nobody but its keepers and whoever asked reads anything.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from handlers.services import Services
from handlers.unasked import tell_late, tell_stranger, tell_text_unasked
from relay.groups.declared import DeclaredGroup
from relay.groups.newcomers import Newcomers, invitation_to
from relay.groups.requests import JoinRequest, Waiting


class DoorNotices:
    """Tells newcomers and keepers, each in their own language.

    Args:
        services: the parts of the relay.
        told_at_once: keepers who are not reminded of each request, but of all in one message.
    """

    def __init__(self, services: Services, told_at_once: frozenset[str] = frozenset()) -> None:
        self._services = services
        self._told_at_once = told_at_once
        self._ended: Counter[str] = Counter()

    def asked(self, request: JoinRequest, group: DeclaredGroup) -> dict[str, int]:
        """Tell the keepers that somebody asks; return by keeper the delivery that does."""

        def text(speaking: Services) -> str:
            line = request_text(speaking, request, group)
            return speaking.words.say("request-asked", line=line, number=str(request.number))

        if request.may_go_on:
            early = _about(request, group, "request-not-agreed", number=str(request.number))
            return self._tell_keepers(group, early)
        return self._tell_keepers(group, text)

    def crowded(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell the keepers, once, that more ask than they are told of one by one."""
        self._tell_keepers(
            group,
            lambda speaking: speaking.words.say(
                "request-crowded",
                name=group.name,
                command=speaking.vocabulary.name("requests"),
            ),
        )

    def answered(self, request: JoinRequest, group: DeclaredGroup, by: str) -> None:
        """Tell the other keepers that nothing is left to answer."""
        self._tell_keepers(
            group,
            lambda speaking: speaking.words.say("request-answered", number=str(request.number)),
            but=by,
            only=request.shown,
        )

    def noticed(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody who asked in Signal that it was noticed, and what comes next."""
        branch = self._services.branches[group.branch].name
        message = "join-agree-first" if request.may_go_on else "join-noticed"
        self._tell(request, group, message, branch=branch)

    def refused(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody that they are not let in, and not by whom."""
        self._tell(request, group, "join-refused")

    def reminded(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Remind the keepers; the second time, the newcomer hears too that nobody answered."""
        if request.state is Waiting.ASKED:

            def text(speaking: Services) -> str:
                line = request_text(speaking, request, group)
                return speaking.words.say("request-reminder", line=line, hours=24 * request.told)

            self._tell_keepers(group, text, only=self._one_by_one(group))
        if request.may_go_on:
            late = _about(request, group, "request-not-agreed-yet", number=str(request.number))
            self._tell_keepers(group, late, only=self._one_by_one(group))
        elif request.told > 1:
            message = (
                "join-unanswered" if request.state is Waiting.ASKED else "join-not-enough-vouches"
            )
            self._tell_late(request, group, message)

    def ended(self, request: JoinRequest, group: DeclaredGroup | None) -> None:
        """Tell both sides that it is over without an answer; None for a group that is gone."""
        if group is None:
            leaves = request.state is Waiting.LEAVING
            gone = "leave-group-gone" if leaves else "join-group-gone"
            tell = tell_stranger if request.by_link else tell_late
            tell(self._services, request.person, lambda speaking: speaking.words.say(gone))
            return
        if request.state in (Waiting.AGREEING, Waiting.ASKED):
            self._tell_keepers(
                group,
                lambda speaking: speaking.words.say("request-ended", number=str(request.number)),
                only=self._one_by_one(group),
            )
            self._ended.update(self._told_at_once.intersection(group.keepers))
        self._tell_late(request, group, "join-ended")

    def handed_over(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell both sides that it is over; the keepers can answer in Signal."""
        self._tell_keepers(
            group,
            lambda speaking: speaking.words.say(
                "request-handed-over", number=str(request.number), name=group.name
            ),
            only=request.shown,
        )
        self.ended(request, None)

    def settled(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody that they are in now, or out."""
        if request.state is Waiting.LEAVING:
            self._tell(request, group, "leave-done")
        else:
            self._tell(request, group, "join-done")

    def invited(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody how to accept the invitation which Signal made of it."""
        services, number = self._services, request.group_number
        # Said once: those whose invitation hangs are written to as well (`welcoming`).
        newcomers = services.store[Newcomers]
        newcomers.tell_once(invitation_to(number), request.person, services.clock.now())
        self._tell(request, group, "join-invited")

    def uninvited(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody that the invitation is gone."""
        self._tell(request, group, "join-uninvited")

    def stuck(self, request: JoinRequest, group: DeclaredGroup, code: str) -> None:
        """Tell both sides that Signal does not do it."""
        if request.state is Waiting.LEAVING:
            self._tell(request, group, "leave-stuck")
            return
        self._tell(request, group, "join-stuck")
        number, reason = str(request.number), code or "none"
        self._tell_keepers(
            group,
            lambda speaking: speaking.words.say(
                "request-stuck", number=number, name=group.name, reason=reason
            ),
        )

    def gone_from_signal(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell both sides that it is no longer there; nobody tells why."""
        self._tell_keepers(
            group,
            lambda speaking: speaking.words.say("request-gone", number=str(request.number)),
            only=request.shown,
        )
        self._tell(request, group, "join-request-gone")

    def withdrawn(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell the keepers that somebody has taken it back."""
        self._tell_keepers(
            group,
            lambda speaking: speaking.words.say("request-withdrawn", number=str(request.number)),
            only=request.shown,
        )

    def sum_up(self) -> None:
        """Tell those keepers how many requests wait and have ended who are told so at once."""
        services = self._services
        for keeper in sorted(self._told_at_once):
            if services.admins.waits(keeper):
                continue
            waiting, ended = len(services.doors.at_doors_of(keeper)), self._ended[keeper]
            if ended:
                services.tell(keeper, "request-many-ended", count=ended)
            if waiting:
                command = services.speaking_to(keeper).vocabulary.name("requests")
                services.tell(keeper, "request-many", count=waiting, command=command)

    def _one_by_one(self, group: DeclaredGroup) -> list[str]:
        return [one for one in group.keepers if one not in self._told_at_once]

    def _tell(self, request: JoinRequest, group: DeclaredGroup, message: str, **args: str) -> None:
        # Who asked with Signal's own link has perhaps never written to the bot.
        tell = tell_stranger if request.by_link else tell_text_unasked
        tell(self._services, request.person, _about(request, group, message, **args))

    def _tell_late(self, request: JoinRequest, group: DeclaredGroup, message: str) -> None:
        """Tell what they no longer sit and wait for."""
        tell = tell_stranger if request.by_link else tell_late
        tell(self._services, request.person, _about(request, group, message))

    def _tell_keepers(
        self,
        group: DeclaredGroup,
        text: Callable[[Services], str],
        *,
        but: str = "",
        only: Iterable[str] | None = None,
    ) -> dict[str, int]:
        """Tell those keepers who need not wait for their new phone to be confirmed."""
        services = self._services
        told = frozenset(group.keepers if only is None else only)
        return {
            keeper: services.tell_text(keeper, text)
            for keeper in group.keepers
            if keeper != but and keeper in told and not services.admins.waits(keeper)
        }


def _about(
    request: JoinRequest, group: DeclaredGroup, message: str, **args: str
) -> Callable[[Services], str]:
    """Return what puts a message about a request into the words of whoever reads it."""

    def text(speaking: Services) -> str:
        vocabulary = speaking.vocabulary
        told = str(request.group_number) if group.listed else group.name
        return speaking.words.say(
            message,
            name=group.name,
            join=f"{vocabulary.name('join')} {told}",
            leave=f"{vocabulary.name('leave')} {told}",
            groups=vocabulary.name("groups"),
            **args,
        )

    return text


def request_text(services: Services, request: JoinRequest, group: DeclaredGroup) -> str:
    """Return who asks for what, with what they wrote: for keepers."""
    return services.words.say(
        "request-line",
        number=str(request.number),
        name=group.name,
        who=request.name or services.words.say("join-nameless"),
        reason=request.reason or "none",
        how="link" if request.by_link else "bot",
        asked=services.time.spoken(request.asked_at),
    ).strip()
