"""Who tells people of the way into a group and out of it."""

from typing import Protocol

from relay.groups.declared import DeclaredGroup
from relay.groups.requests import JoinRequest


class DoorNotifier(Protocol):
    """Tells people of the way in and out. Each joins a transaction."""

    def asked(self, request: JoinRequest, group: DeclaredGroup) -> dict[str, int]:
        """Tell the keepers that somebody asks; return by keeper the delivery that does."""

    def crowded(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell the keepers, once, that more ask than they are told of one by one."""

    def answered(self, request: JoinRequest, group: DeclaredGroup, by: str) -> None:
        """Tell the other keepers that nothing is left to answer; `by` is empty for nobody."""

    def refused(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody that they are not let in, and not by whom."""

    def reminded(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Remind the keepers; the second time, the newcomer hears too that nobody answered."""

    def ended(self, request: JoinRequest, group: DeclaredGroup | None) -> None:
        """Tell both sides that it is over without an answer; None for a group that is gone."""

    def handed_over(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell both sides that it is over: the bot no longer looks after the group."""

    def settled(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody that they are in now, or out."""

    def invited(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody how to accept the invitation which Signal made of it."""

    def uninvited(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell somebody that the invitation is gone."""

    def stuck(self, request: JoinRequest, group: DeclaredGroup, code: str) -> None:
        """Tell both sides that Signal does not do it; `code` is its refusal's, or empty."""

    def gone_from_signal(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell both sides that what was asked in Signal is no longer there, without an answer."""

    def withdrawn(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Tell the keepers that somebody has taken it back."""
