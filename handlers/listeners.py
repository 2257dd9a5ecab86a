"""All who hear what becomes of announcements."""

from handlers.conversation.listeners import AnnouncementListener
from handlers.meetings.listener import MeetingListener

LISTENERS: tuple[AnnouncementListener, ...] = (MeetingListener(),)
