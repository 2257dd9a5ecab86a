"""What can be done with an announcement, whoever asks for it and in whatever words."""

from relay.announcements.desk import Desk
from relay.announcements.outcomes import Outcomes, Teller
from relay.announcements.outlook import Outlook, PublicOutlook

__all__ = ["Desk", "Outcomes", "Outlook", "PublicOutlook", "Teller"]
