"""The tables of meetings: what is known of each, its reminders and its polls."""

from relay.meetings.tables.meetings import Meetings
from relay.meetings.tables.polls import Polls
from relay.meetings.tables.reminders import PlannedReminders

__all__ = ["Meetings", "PlannedReminders", "Polls"]
