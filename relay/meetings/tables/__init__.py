"""The tables of meetings: what is known of each, its reminders, its polls, and whom to ask."""

from relay.meetings.tables.contacts import Contacts
from relay.meetings.tables.meetings import Meetings
from relay.meetings.tables.poll_answers import PollAnswers
from relay.meetings.tables.polls import Polls
from relay.meetings.tables.reminders import PlannedReminders

__all__ = ["Contacts", "Meetings", "PlannedReminders", "PollAnswers", "Polls"]
