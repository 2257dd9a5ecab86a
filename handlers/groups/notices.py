"""What admins of a branch read when a group of theirs is not as declared.

Implements `relay.groups.group_notifier.GroupNotifier`. Nothing says who changed it: Signal does not
tell.
"""

from handlers.groups.texts import difference_lines
from handlers.services import Services
from relay.groups.comparing import read_differences
from relay.groups.declared import DeclaredGroup
from relay.groups.tables import KeptGroup

_SETTLED = {
    "kept": "group-settled",
    "mended": "group-mended",
    "opened": "group-opened",
    "paused": "group-paused",
}


class GroupNotices:
    """Tells each admin of the branch in their own language.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def missing(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """The bot is not in it."""
        self._tell(group, declared, "group-missing")

    def powerless(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """The bot is in it and no admin."""
        self._tell(group, declared, "group-powerless")

    def offered(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It is not as declared; nothing is changed before an admin agrees."""
        self._tell(group, declared, "group-offered")

    def settled(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It is as it should be now; of what somebody had changed they read how it was found."""
        self._tell(group, declared, _SETTLED[group.awaits], of=group.mended)

    def stuck(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It could not be put right."""
        self._tell(group, declared, "group-stuck")

    def handed_over(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """Its keepers run it, and the bot has left: they are told as well as the admins."""
        self._tell(group, declared, "group-handed-over", keepers=declared.keepers)

    def not_handed_over(self, group: KeptGroup, declared: DeclaredGroup) -> None:
        """It could not be handed over."""
        self._tell(group, declared, "group-not-handed-over", keepers=declared.keepers)

    def _tell(
        self,
        group: KeptGroup,
        declared: DeclaredGroup,
        message: str,
        of: tuple[dict[str, str], ...] | None = None,
        keepers: tuple[str, ...] = (),
    ) -> None:
        differing = read_differences(group.differing if of is None else of)
        until = group.paused_until

        def text(services: Services) -> str:
            return services.words.say(
                message,
                name=declared.name,
                number=str(group.number),
                lines=difference_lines(services, differing),
                until="" if until is None else services.time.spoken(until),
            )

        admins = self._services.branches[group.branch].admins
        for person in dict.fromkeys((*admins, *keepers)):
            self._services.tell_text(person, text)
