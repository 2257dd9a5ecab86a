"""A draft on its way to a yes: which question comes next, and what the preview says."""

import json
from datetime import timedelta
from hashlib import sha256
from typing import Any, ClassVar, Self

from signalbot import Context

from handlers.announcements.apply import accept, drop
from handlers.announcements.arriving import night_text, wakes_people
from handlers.announcements.like_meeting import offer_of_meeting
from handlers.announcements.preview import preview_text
from handlers.announcements.privacy import question_about
from handlers.announcements.repeated import checks_of
from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services
from relay.announcements.service import MAX_TEXT
from relay.store.announcements import Announcement
from relay.store.announcements import State as Stage


class Draft(State):
    """An open draft, whatever is asked about it.

    Attributes:
        number: the announcement's.
        origins: the timestamps of the message that began it, original and edits: apps name any of
            them when it is edited again.
        opening: words read as a moment that may have been meant as text ("On Friday at 7pm we …").
        notes: codes of what was left out on the way in (`formatting`, `mentions`, refused files).
        keep: whether it is not to be posted but kept for later, once there is a text.
        repeats: the number of what it repeats; 0 for nothing.
        meant: the number of a draft that is kept and that its text begins with, if there is one.
        may_be_public: what of somebody's own in it everybody may read.
    """

    number: int
    origins: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    opening: str = ""
    keep: bool = False
    repeats: int = 0
    meant: tuple[int, ...] = ()
    may_be_public: tuple[str, ...] = ()

    def expired(self, services: Services, person: str) -> None:
        """Discard it, unless it is kept, and say so."""
        kept = is_kept(services, self.number)
        self._discard(services)
        if kept:
            services.tell(person, "draft-expired", number=str(self.number))
        else:
            services.tell(person, "announce-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Discard it, unless it goes on; another draft says so itself."""
        if self.number == getattr(coming, "number", None):
            return
        if self._discard(services) and not isinstance(coming, Draft):
            services.tell(person, "report-announcement-dropped")

    def put_down(self, services: Services, person: str) -> bool:
        """Discard it."""
        self._discard(services)
        return True

    def noting(self, *notes: str) -> Self:
        """Return it with more that was left out, each once."""
        return self.but(notes=tuple(dict.fromkeys((*self.notes, *notes))))

    def _discard(self, services: Services) -> bool:
        announcement = services.store.announcements.get(self.number)
        if announcement is None or announcement.state is not Stage.DRAFT:
            return False
        if announcement.kept_at is not None:
            return False
        services.store.announcements.discard(announcement.id)
        return True


class AskBranch(Draft):
    """Which branch is it for?"""

    name: ClassVar[str] = "announce.branch"


class AskText(Draft):
    """What should it say?"""

    name: ClassVar[str] = "announce.text"


class AskDescription(Draft):
    """What does the picture at `position` show?"""

    name: ClassVar[str] = "announce.describe"

    position: int


class AskPublic(Draft):
    """May everybody read what may be somebody's own?"""

    name: ClassVar[str] = "announce.public"


class ConfirmDraft(Draft, Pending):
    """It is shown.

    Attributes:
        seen: what of a draft that is kept was shown; empty for any other.
    """

    name: ClassVar[str] = "announce.confirm"

    seen: str = ""

    async def accept(self, heard: Heard[Any]) -> None:
        """Post it, schedule it, or ask another admin; at night, ask whether it can wait."""
        announcement = heard.services.store.announcements.get(self.number)
        if announcement is not None and wakes_people(heard.services, announcement):
            heard.enter(self)
            await heard.say_text(night_text(heard.services))
            return
        await self.settle(heard)

    async def settle(self, heard: Heard[Any]) -> None:
        """Post it, schedule it, or ask another admin, unless it is not any more what was shown."""
        services, signal, person = heard.services, heard.signal, heard.person
        announcement = services.store.announcements.get(self.number)
        if announcement is not None and announcement.state is not Stage.DRAFT:
            heard.leave()
            await heard.say("draft-gone", number=str(self.number))
        elif announcement is not None and self.seen not in ("", seen_of(announcement)):
            await heard.say("draft-changed", number=str(self.number))
            await ask_next(services, signal, person, self)
        else:
            if announcement is not None and announcement.kept_at is not None:
                # Whoever wants it posted asks for it: they get the receipt, and another agrees.
                services.store.announcements.adopt(self.number, person)
            await accept(services, signal, person, self.number)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Forget it; what is kept stays."""
        await drop(heard.services, heard.signal, heard.person, self.number)


def is_kept(services: Services, number: int) -> bool:
    """Whether a draft is kept for the admins of its branch."""
    announcement = services.store.announcements.get(number)
    return announcement is not None and announcement.kept_at is not None


def seen_of(announcement: Announcement) -> str:
    """Return what tells one state of a kept draft from another: when it is posted says nothing."""
    if announcement.kept_at is None:
        return ""
    shown = [announcement.branch, announcement.text, announcement.styles, announcement.public_text]
    files = [(one.file, one.description) for one in announcement.files]
    return sha256(json.dumps([*shown, files]).encode()).hexdigest()


def kept_text(services: Services, number: int) -> str:
    """Return what is said of a draft that is kept from now on."""
    announcement = services.store.announcements.get(number)
    if announcement is None:
        return services.words.say("announce-nothing-open")
    days = timedelta(days=services.settings.announcements.draft_days)
    return services.words.say(
        "draft-kept",
        number=str(number),
        branch=services.branches[announcement.branch].name,
        until=services.time.day((announcement.kept_at or services.clock.now()) + days),
    )


def open_draft(services: Services, person: str) -> Draft | None:
    """Return a person's open draft, or None."""
    state = services.state_of(person)
    return state if isinstance(state, Draft) else None


async def ask_next(services: Services, context: Context[Any], person: str, draft: Draft) -> None:
    """Ask for what the draft still lacks, or show the preview."""
    announcement = services.store.announcements.get(draft.number)
    if announcement is None:
        services.store.conversations.end(person)
        await services.say(context, "announce-nothing-open")
        return
    undescribed = next((p for p in announcement.pictures if not p.description), None)
    if not announcement.branch:
        await _ask_branch(services, context, person, draft)
    elif not announcement.text:
        services.enter(person, draft.becomes(AskText))
        await services.say(context, "announce-ask-text")
    elif len(announcement.text) > MAX_TEXT:
        services.store.announcements.rewrite(draft.number, "")
        services.enter(person, draft.becomes(AskText))
        await services.say(
            context, "announce-too-long", length=len(announcement.text), most=MAX_TEXT
        )
    elif draft.keep:
        services.store.conversations.end(person)
        services.store.announcements.keep(draft.number, services.clock.now())
        said = [kept_text(services, draft.number)]
        said += [services.words.say("draft-numbered", number=str(one)) for one in draft.meant]
        await services.say_text(context, "\n".join(said))
    elif undescribed is not None:
        index = announcement.pictures.index(undescribed) + 1
        services.enter(person, draft.becomes(AskDescription, position=undescribed.position))
        await services.say(
            context, "announce-ask-description", index=index, total=len(announcement.pictures)
        )
    else:
        await _preview(services, context, person, draft, announcement)


async def _ask_branch(services: Services, context: Context[Any], person: str, draft: Draft) -> None:
    services.enter(person, draft.becomes(AskBranch))
    lines = [
        services.words.say("announce-branch-choice", index=index, branch=branch.name)
        for index, branch in enumerate(services.branches_of(person), start=1)
    ]
    await services.say(context, "announce-ask-branch", choices="\n".join(lines))


async def _preview(
    services: Services,
    context: Context[Any],
    person: str,
    draft: Draft,
    announcement: Announcement,
) -> None:
    announcement = services.announcements.pages.offered(announcement)
    preview = services.announcements.preview(announcement)
    if (
        not services.store.groups.known()
        and services.branches[announcement.branch].announcement_groups
    ):
        services.enter(person, draft.becomes(AskText))
        await services.say(context, "announce-groups-unknown")
        return
    if preview.reaches_nobody:
        services.store.announcements.discard(draft.number)
        services.store.conversations.end(person)
        kept = announcement.kept_at is not None
        await services.say(context, "announce-reaches-nobody", kept="yes" if kept else "no")
        return
    # What is posted once more has been read by everybody.
    asked = question_about(services, announcement, draft.may_be_public)
    if asked and not draft.repeats:
        services.enter(person, draft.becomes(AskPublic))
        await services.say_text(context, asked)
        return
    until = services.clock.now() + services.patience
    checks = [
        *checks_of(services, announcement, draft.repeats),
        *offer_of_meeting(services, announcement),
    ]
    text = preview_text(services, announcement, preview, draft.notes, until, checks)
    sent = await services.say_text(context, text, announcement.file_ids)
    seen = seen_of(announcement)
    services.enter(person, draft.becomes(ConfirmDraft, preview=sent.delivery, seen=seen))
