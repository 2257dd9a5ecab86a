"""What can be done with an announcement, whoever asks for it and in whatever words."""

from relay.announcements.outcomes import Notifier, Outcomes
from relay.announcements.preview import Preview, PublicPreview
from relay.announcements.service import AnnouncementService

__all__ = ["AnnouncementService", "Notifier", "Outcomes", "Preview", "PublicPreview"]
