"""Posts, corrects and retracts announcements by queueing deliveries.

Everything here runs inside the caller's transaction and reaches no network.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from relay.announcements.deliveries import DIRECT, Deliveries, DirectReaders, message_of
from relay.announcements.page import PAGE, BranchPages
from relay.announcements.preview import Preview, PublicNotice, PublicPreview, plan_of, preview_of
from relay.announcements.reach import GroupReach, groups_among
from relay.destinations import Destination, Plan
from relay.destinations.adapter import Follow, Publish, Retract, Revise
from relay.formatting import StyledText
from relay.settings import Branch
from relay.signal.editing import reference_key
from relay.signal.outgoing import (
    SIGNAL_LANE,
    Delete,
    Earlier,
    Edit,
    Message,
    Outgoing,
    Renewal,
    Tidy,
)
from relay.store import Store
from relay.store.announcements import Announcement, State
from relay.store.on_page import OnPage
from relay.time.clock import Clock

MAX_TEXT = 8_000
"""Characters. Longer texts belong in a paper that is attached."""


class NotPosted(Exception):
    """The announcement does not stand anywhere, so it cannot be changed there."""


class AnnouncementService:
    """Turns decisions about announcements into state and deliveries.

    Args:
        store: where both go.
        clock: the time.
        branches: the configured branches by slug.
        destinations: for each branch its public destinations, by lane.
        langs: language tags of what is written.
        pages: how much of each branch's announcements its page may have, by slug.
        direct: who reads announcements by direct message.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        branches: Mapping[str, Branch],
        destinations: Mapping[str, Mapping[str, Destination]],
        langs: Sequence[str],
        pages: Mapping[str, OnPage],
        direct: DirectReaders,
    ) -> None:
        self._store = store
        self._clock = clock
        self._branches = branches
        self._destinations = destinations
        self._langs = tuple(langs)
        self.pages = BranchPages(store, clock, pages)
        self._direct = direct
        self._deliveries = Deliveries(store, clock, self._direct)
        self.reach = GroupReach(store, clock, self._direct)

    def preview(self, announcement: Announcement) -> Preview:
        """Return where an announcement would go if it were posted now.

        Raises:
            KeyError: its branch is no longer configured.
        """
        return preview_of(
            announcement,
            self._branches[announcement.branch],
            self._store.groups,
            self._destinations.get(announcement.branch, {}),
            page=self.pages.of(announcement),
            direct=self._direct.readers(announcement.branch, announcement.id),
            now=self._clock.now(),
            langs=self._langs,
        )

    def post(self, announcement: Announcement, *, asked_by: str) -> int:
        """Queue an announcement to every destination of its branch.

        Args:
            announcement: not posted before.
            asked_by: the account id of who gets the receipt.

        Returns:
            The operation's id.
        """
        now = self._clock.now()
        preview = self.preview(announcement)
        operation = self._deliveries.open(announcement, "post", asked_by)
        self._store.announcements.move_to(announcement.id, State.POSTED, posted_at=now)
        self.pages.change(announcement)
        groups = [group.id for group in preview.groups]
        self._deliveries.to_members(operation, announcement, groups, message_of(announcement))
        for public in preview.public:
            if public.plan.posts:
                shown = announcement.pictures[: len(public.plan.pictures)]
                publish = Publish(
                    announcement=announcement.id,
                    plan=public.plan,
                    files=tuple(picture.file for picture in shown),
                )
                self._deliveries.to_public(operation, public.lane, publish)
        self._deliveries.audit(
            asked_by, "post", announcement, groups=len(preview.groups), public=len(preview.public)
        )
        return operation

    def correct(
        self,
        announcement: Announcement,
        new: StyledText,
        *,
        public_text: str | None,
        correction: Callable[[str], str],
        asked_by: str,
    ) -> int:
        """Queue new text everywhere the announcement stands.

        Args:
            announcement: one that was posted.
            new: the new text, whole.
            public_text: what public destinations get instead of it, None for the same. Where it is
                their own text and stays, nothing changes there.
            correction: makes of a text a message of its own, saying that it is a correction: for
                destinations where the old one can no longer be changed.
            asked_by: the account id of who gets the receipt.

        Raises:
            NotPosted: it stands nowhere.
        """
        standing = self.places_of(announcement)
        operation = self._deliveries.open(announcement, "edit", asked_by)
        self._store.announcements.rewrite(announcement.id, new.text, new.styles)
        self._store.announcements.say_in_public(announcement.id, public_text)
        changed = replace(announcement.with_text(new.text), public_text=public_text)
        told = correction(changed.read_in_public)
        stays = public_text is not None and public_text == announcement.public_text
        if not stays:
            self.pages.change(announcement)
        edit = Edit(
            text=new.text,
            styles=new.styles,
            files=announcement.file_ids,
            earlier=Earlier(announcement=announcement.id),
            instead=correction(new.text),
        )
        self._deliveries.to_members(operation, announcement, groups_among(standing), edit)
        for lane, destination in self._public(announcement).items():
            if lane in standing and not stays:
                self._deliveries.to_public(
                    operation,
                    lane,
                    Revise(
                        announcement=announcement.id,
                        plan=self._plan(destination, changed),
                        correction=self._plan(destination, replace(changed, public_text=told)),
                    ),
                )
        self._deliveries.audit(asked_by, "edit", announcement, places=len(standing))
        return operation

    def amend(
        self,
        announcement: Announcement,
        text: str,
        *,
        notice: str,
        public: PublicNotice | None = None,
        files: Sequence[int] = (),
        asked_by: str,
    ) -> int:
        """Queue new text where it can still be changed, and after it a notice everywhere.

        Unlike a correction, a change of what an announcement is about must be noticed: who has read
        the old text reads no edit of it. For what its files show too, `renew` is needed: phones
        ignore the files of an edit.

        Args:
            announcement: one that was posted, with the files that it now has.
            text: the new text, whole.
            notice: what changed, as a message of its own.
            public: the same for everybody to read; None for the notice itself.
            files: ids of the files that go with the notice.
            asked_by: the account id of who gets the receipt.

        Returns:
            The operation's id.

        Raises:
            NotPosted: it stands nowhere.
        """
        earlier = Earlier(announcement=announcement.id)
        to_groups = (
            Edit(text=text, files=announcement.file_ids, earlier=earlier),
            Message(text=notice, files=tuple(files)),
        )
        told = public or PublicNotice(notice)
        return self._rewritten(announcement, text, to_groups, told, asked_by)

    def renew(
        self,
        announcement: Announcement,
        text: str,
        *,
        post: str,
        public: PublicNotice | None = None,
        asked_by: str,
    ) -> int:
        """Queue `post` to every group, files and all, and then the deletion of the earlier post.

        For a change of what the files show; the rest is as in `amend`. What is more than a day old
        stays: Signal no longer deletes it. Should the new post get lost, nothing is deleted.
        """
        renewal = Renewal(text=post, files=announcement.file_ids)
        to_groups = (renewal, Tidy(announcement=announcement.id))
        told = public or PublicNotice(post)
        return self._rewritten(announcement, text, to_groups, told, asked_by)

    def _rewritten(
        self,
        announcement: Announcement,
        text: str,
        to_groups: Sequence[Outgoing],
        told: PublicNotice,
        asked_by: str,
    ) -> int:
        """Keep the new text, queue `to_groups` to each group in order, and a reply in public."""
        standing = self.places_of(announcement)
        operation = self._deliveries.open(announcement, "edit", asked_by)
        self._store.announcements.rewrite(announcement.id, text)
        self.pages.tell(announcement)
        groups = groups_among(standing)
        self._deliveries.to_members(operation, announcement, groups, *to_groups)
        for reply in self._replies(announcement, told, standing):
            shown = () if told.picture is None else (told.picture,)
            follow = Follow(announcement=announcement.id, plan=reply.plan, files=shown)
            self._deliveries.to_public(operation, reply.lane, follow)
        self._deliveries.audit(asked_by, "amend", announcement, places=len(standing))
        return operation

    def replies(self, announcement: Announcement, notice: PublicNotice) -> list[PublicPreview]:
        """Return what `amend` would reply in public, and where: nowhere if it stands nowhere."""
        try:
            standing = self.places_of(announcement)
        except NotPosted:
            return []
        return self._replies(announcement, notice, standing)

    def retract(self, announcement: Announcement, *, asked_by: str) -> int:
        """Queue the deletion of an announcement everywhere it stands or is about to.

        What was given up halfway is looked for under the names that were planned for it.

        Raises:
            NotPosted: it stands nowhere.
        """
        planned = self._store.announcements.planned_posts(announcement.id)
        standing = self.places_of(announcement, left_behind=planned)
        for earlier in self._store.operations.open_on(announcement.id):
            # What has not left yet is not sent at all; nobody needs a receipt for it any more.
            self._store.outbox.drop_queued(operation=earlier.id, now=self._clock.now())
            self._store.operations.settle(earlier.id, self._clock.now())
        operation = self._deliveries.open(announcement, "retract", asked_by)
        self._store.announcements.move_to(announcement.id, State.RETRACTED)
        self.pages.change(announcement)
        delete = Delete(earlier=Earlier(announcement=announcement.id))
        groups = self.reach.deletable(announcement, standing)
        self._deliveries.to_members(operation, announcement, groups, delete)
        for lane in self._public(announcement):
            if lane in standing:
                keys = tuple(planned.get(lane, ()))
                self._deliveries.to_public(
                    operation, lane, Retract(announcement=announcement.id, keys=keys)
                )
        self._deliveries.audit(asked_by, "retract", announcement, places=len(standing))
        return operation

    def ask_for_counts(self, announcement: Announcement, *, asked_by: str) -> list[str]:
        """Ask what people did with it, where that is told; return the lanes of those places."""
        return self._deliveries.count(announcement, self.public_lanes(announcement), asked_by)

    def can_retract(self, announcement: Announcement) -> bool:
        """Whether there is any place it can still be deleted from."""
        everywhere = self.public_lanes(announcement) or self.pages.have(announcement)
        return bool(everywhere) or self.reach.lets_delete(announcement)

    def public_lanes(self, announcement: Announcement) -> list[str]:
        """Return the lanes of the public places where it stands, or where some of it may."""
        known = self._store.announcements
        standing = {*known.standing(announcement.id), *known.planned_posts(announcement.id)}
        return [lane for lane in self._public(announcement) if lane in standing]

    def places_of(self, announcement: Announcement, left_behind: Collection[str] = ()) -> list[str]:
        """Return where it stands or is about to.

        Also where the settings no longer send anything, and where something may have been left
        behind.

        Raises:
            NotPosted: it stands nowhere.
        """
        standing = dict.fromkeys(self._store.announcements.standing(announcement.id))
        standing |= dict.fromkeys(left_behind)
        for operation in self._store.operations.open_on(announcement.id):
            for place in self._store.outbox.of_operation(operation.id):
                if place.state == "queued":
                    in_group = place.lane == SIGNAL_LANE
                    standing[reference_key(place.target) if in_group else place.lane] = None
        if self.pages.have(announcement):
            standing[PAGE] = None
        if self._direct.stands(announcement.id):
            standing[DIRECT] = None
        if announcement.state is not State.POSTED or not standing:
            raise NotPosted(str(announcement.id))
        return list(standing)

    def _public(self, announcement: Announcement) -> Mapping[str, Destination]:
        return self._destinations.get(announcement.branch, {})

    def _replies(
        self, announcement: Announcement, notice: PublicNotice, standing: Sequence[str]
    ) -> list[PublicPreview]:
        now = self._clock.now()
        planned = [
            PublicPreview(
                lane,
                destination.plan(notice.text, notice.descriptions, now=now, langs=self._langs),
            )
            for lane, destination in self._public(announcement).items()
            if lane in standing
        ]
        return [reply for reply in planned if reply.plan.posts]

    def _plan(self, destination: Destination, announcement: Announcement) -> Plan:
        return plan_of(destination, announcement, self._clock.now(), self._langs)
