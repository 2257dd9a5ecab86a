"""What happens by itself when its time comes: previews that end, announcements that are due."""

from collections.abc import Callable
from functools import partial

import structlog

from handlers.admins.jobs import tell_waiting
from handlers.announcements.apply import ProposedDraft
from handlers.announcements.kept import forget_drafts
from handlers.authenticity.notices import tell_of_warnings
from handlers.ballots.jobs import end_ballots
from handlers.casework.jobs import CaseworkJobs
from handlers.conduct.complaints.jobs import ComplaintJobs
from handlers.conduct.mandates.jobs import look_at_proposals, look_at_terms
from handlers.conduct.standards.balloting import count_for_standard
from handlers.conduct.talks.jobs import go_on_with_talks
from handlers.contact_list.jobs import ContactJobs
from handlers.conversation.approval import show_to
from handlers.following.jobs import FollowingJobs
from handlers.groups.door_jobs import DoorJobs
from handlers.groups.members import DailyCounts
from handlers.groups.welcoming import Welcomes
from handlers.meetings.jobs import MeetingJobs
from handlers.report.jobs import remind_of_drafts
from handlers.services import Services
from handlers.subscriptions.jobs import give_places
from relay.conduct.tables.flood_alarms import FloodAlarms
from relay.store.announcements import Announcement, State

log = structlog.get_logger(__name__)


class Jobs:
    """Goes round every few seconds. Each round may be repeated and changes nothing twice."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._casework = CaseworkJobs(services)
        self._meetings = MeetingJobs(services)
        self._welcomes = Welcomes(services)
        self._contacts = ContactJobs(services)
        self._counts = DailyCounts(services)
        self.doors = DoorJobs(services)
        self._complaints = ComplaintJobs(services)
        self._following = FollowingJobs(services)

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return what to do in a round, in order. None needs that the one before it succeeded."""
        return (
            partial(tell_waiting, self._services),
            self.end_expired,
            *self._casework.steps(),
            partial(remind_of_drafts, self._services),
            *self._meetings.steps(),
            self.turn_groups,
            # Who is let back in is not to be kept out any more.
            self._services.deciding.decisions.end_due,
            self._services.deciding.watch.go_on,
            self._services.deciding.proposals.look,
            partial(give_places, self._services),
            partial(tell_of_warnings, self._services),
            self._services.adverts.end_due,
            self._services.adverts.post_ready,
            self._services.board_lists.bring_up_to_date,
            partial(end_ballots, self._services, count_for_standard),
            partial(go_on_with_talks, self._services),
            self._services.appeals.look,
            partial(look_at_terms, self._services),
            partial(look_at_proposals, self._services),
            self._welcomes.go_on,
            self._contacts.go_on,
            self._counts.keep,
            self.doors.remind,
            *self._complaints.steps(),
            self._following.follow_changes,
            self._following.go_on,
            self.post_due,
        )

    def tidy(self) -> None:
        """Forget what is over for long; joins a transaction."""
        self._meetings.tidy()
        self._services.adverts.tidy()
        forget_drafts(self._services)
        self._welcomes.tidy()
        self._contacts.tidy()
        self._counts.tidy()
        self._services.doors.tidy()
        self._services.conduct_record.destroy_due()
        self._services.store[FloodAlarms].forget(self._services.clock.now())
        self._services.deciding.decisions.tidy()
        self._services.moderators.tidy()
        self._complaints.tidy()
        self._services.authenticity.tidy()
        self._following.tidy()

    def end_expired(self) -> None:
        """End what nobody answered in time, and say so as each state does."""
        services = self._services
        for conversation in services.store.conversations.expired(services.clock.now()):
            with services.store.transaction():
                services.store.conversations.end(conversation.person)
                state = services.read_state(conversation)
                if state is not None:
                    state.expired(services, conversation.person)

    def turn_groups(self) -> None:
        """Begin and end what groups do for a time."""
        for group in self._services.groups.due():
            with self._services.store.transaction():
                self._services.groups.turn(group)

    def post_due(self) -> None:
        """Post every scheduled announcement whose time has come."""
        services = self._services
        for announcement in services.store.announcements.due(services.clock.now()):
            with services.store.transaction():
                self._post(announcement)

    def _post(self, announcement: Announcement) -> None:
        services = self._services
        branch = services.branches.get(announcement.branch)
        if branch is None:
            services.store.announcements.move_to(announcement.id, State.DROPPED)
            services.record(announcement.author, "branch-gone", announcement.id)
            log.warning("scheduled_for_missing_branch", announcement=announcement.id)
        elif {announcement.author, announcement.approver}.isdisjoint(branch.admins):
            # Who wanted it is no longer an admin: somebody who is must want it too.
            services.store.announcements.move_to(announcement.id, State.PROPOSED)
            services.record(announcement.author, "author-gone", announcement.id)
            for admin in branch.admins:
                show_to(services, admin, ProposedDraft(announcement))
        else:
            wanted = (announcement.author, announcement.approver)
            told = next(one for one in wanted if one in branch.admins)
            services.announcements.post(announcement, asked_by=told)
