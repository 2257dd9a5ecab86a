"""What one feature says has happened, for others to hear: features do not import each other."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from handlers.services import Services


class AnnouncementListener(Protocol):
    """Hears what becomes of announcements; some are a meeting's as well."""

    def posted(self, services: "Services", number: int) -> None:
        """An announcement is posted; joins the caller's transaction."""

    def status(self, services: "Services", number: int) -> str | None:
        """Return a line for the status of an announcement that is posted, or None."""


class LaneDoor(Protocol):
    """Where what somebody has written goes on in another lane, without being written again.

    A complaint about conduct and a report of harm know nothing of each other. Each is given only
    this of the other side, and what goes through it is taken along by whoever wrote it.
    """

    def is_open_to(self, services: "Services", person: str) -> bool:
        """Whether the other side takes anything of somebody's now."""

    def take(self, services: "Services", person: str, words: str) -> bool:
        """Go on there with what somebody has written; joins the caller's transaction.

        Args:
            services: the parts of the relay, with the words of that person's language.
            person: account id.
            words: all of it; may be empty.

        Returns:
            False if it was not taken, and nothing has changed.
        """

    def hide(self, services: "Services", person: str) -> None:
        """Speak of nothing there to somebody who has just hidden their chat."""
