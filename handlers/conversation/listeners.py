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
