"""Puts the next version of a meeting in place, and queues who is told of it.

What goes where is the announcements' desk's affair: a meeting's post is the announcement with its
number. Everything here runs inside the caller's transaction and reaches no network.
"""

from collections.abc import Sequence

from relay.announcements.preview import PublicNotice
from relay.announcements.service import AnnouncementService
from relay.meetings.meeting import Meeting
from relay.meetings.questions import Questions
from relay.meetings.recurrence import next_occurrence, occurrence_of
from relay.meetings.reminders import Reminders
from relay.meetings.tables import Meetings, PlannedReminders
from relay.meetings.tables.meetings import NoSuchMeeting
from relay.store import Store
from relay.store.announcements import Announcement
from relay.time.clock import Clock


class Outdated(Exception):
    """Somebody else has changed the meeting since this version was made from it."""


class MeetingService:
    """Changes published meetings.

    Publishing one is posting its announcement, and then `Reminders.replan`.

    Args:
        store: where meetings are.
        clock: the time.
        desk: posts and amends announcements.
        reminders: follow what changes.
        questions: ask who is coming, and are taken back with the date that they name.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        desk: AnnouncementService,
        reminders: Reminders,
        questions: Questions,
    ) -> None:
        self._store = store
        self._clock = clock
        self._desk = desk
        self._reminders = reminders
        self._questions = questions

    def change(
        self,
        revised: Meeting,
        *,
        text: str,
        notice: str,
        asked_by: str,
        public: PublicNotice | None = None,
        notice_files: Sequence[int] = (),
    ) -> int:
        """Put a new version in place and tell everybody: the post is edited, a notice follows.

        For what the card does not show: phones keep the card that came with the post.

        Args:
            revised: made from the version that stands.
            text: the post as it reads now, whole.
            notice: what changed, short: a message of its own in groups.
            public: the same as a reply in public; None for the notice itself.
            asked_by: the account id of who gets the receipt.
            notice_files: ids of files that go with the notice, such as the new calendar entry.

        Returns:
            The operation's id.

        Raises:
            NoSuchMeeting: it is gone.
            Outdated: the version that stands is not the one before `revised`.
            NotPosted: its post stands nowhere; nothing was changed.
        """
        standing, announcement = self._begin(revised)
        operation = self._desk.amend(
            announcement,
            text,
            notice=notice,
            public=public,
            files=notice_files,
            asked_by=asked_by,
        )
        self._keep(standing, revised)
        return operation

    def renew(
        self,
        revised: Meeting,
        *,
        text: str,
        post: str,
        asked_by: str,
        public: PublicNotice | None = None,
    ) -> int:
        """Put a new version in place and tell everybody: a new post takes the earlier one's place.

        For what the card shows. The new card and calendar file are those that its announcement has;
        `post` is the new message, whole. The rest is as in `change`.
        """
        standing, announcement = self._begin(revised)
        operation = self._desk.renew(
            announcement, text, post=post, public=public, asked_by=asked_by
        )
        self._keep(standing, revised)
        return operation

    def _begin(self, revised: Meeting) -> tuple[Meeting, Announcement]:
        standing = self._store[Meetings].get(revised.id)
        announcement = self._store.announcements.get(revised.id)
        if standing is None or announcement is None:
            raise NoSuchMeeting(revised.id)
        if standing.sequence + 1 != revised.sequence:
            raise Outdated(revised.id)
        self._desk.places_of(announcement)
        # Where Signal no longer deletes a question, its end is told with the date that it names:
        # what is true is to stand below.
        self._questions.end(revised)
        return standing, announcement

    def _keep(self, standing: Meeting, revised: Meeting) -> None:
        self._store[Meetings].save(revised)
        self._carry_followers(revised)
        if _schedule(standing) != _schedule(revised):
            self._reminders.replan(revised)

    def _carry_followers(self, revised: Meeting) -> None:
        """Let who follows a date that is gone follow the one in its place; times may differ."""
        for original in self._store[PlannedReminders].followed_dates(revised.id):
            date = occurrence_of(revised, original)
            if date is None or not revised.recurs:
                date = next_occurrence(revised, self._clock.now())
            if date is not None:
                self._store[PlannedReminders].carry_followers(
                    revised.id, old=original, new=date.original, until=date.end
                )


def _schedule(meeting: Meeting) -> tuple[object, ...]:
    """What reminders hang on."""
    return (
        meeting.start,
        meeting.times,
        meeting.lasts,
        meeting.rule,
        meeting.changes,
        meeting.state,
    )
