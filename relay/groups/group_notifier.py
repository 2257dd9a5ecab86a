"""Who tells the admins of a branch how their groups stand."""

from typing import Protocol

from relay.groups.declared import DeclaredGroup
from relay.groups.tables import KeptGroup


class GroupNotifier(Protocol):
    """Tells the admins of a branch of their groups. Each joins a transaction."""

    def missing(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """The bot is not in it."""

    def powerless(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """The bot is in it and no admin."""

    def offered(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It is not as declared; nothing is changed before an admin agrees."""

    def settled(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It is as it should be now; `KeptGroup.awaits` says what has led there."""

    def stuck(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It could not be put right."""

    def handed_over(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """Its keepers run it, and the bot has left."""

    def not_handed_over(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It could not be handed over; the bot is still there."""
