"""`draft …`, `drafts`, `draft 14`, `post draft 14`, `drop draft 14`: texts that are kept for later.

A draft is kept for all admins of its branch, under a number that stays its own once it is posted.
Whoever looks at it sees a preview; what another admin does to it meanwhile is shown before a yes.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from handlers.announcements.announce import attach_arrivals, begun, branch_and_rest, rewrite
from handlers.announcements.arriving import ago
from handlers.announcements.drafts import AskText, ConfirmDraft, Draft, ask_next, kept_text
from handlers.announcements.lookup import beginning
from handlers.announcements.timed import put_off
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.left_out import notes_beside_formatting
from handlers.parsing import read_number
from handlers.services import Services
from relay.store.announcements import Announcement

kept = Router("kept")
_DROPS = ("drop", "retract", "cancel")
_POSTS = ("announce", "now")


@dataclass(frozen=True)
class _Named:
    """What is typed about a draft.

    Attributes:
        command: which one.
        number: the draft's.
        after: what follows it.
        is_said: whether it is called a draft.
    """

    command: str
    number: int
    after: str
    is_said: bool


def _named(heard: HeardMessage) -> _Named | None:
    """`draft 14`, `post draft 14`, `edit draft 14 …`, `drop 14`; None for all else."""
    vocabulary, rest = heard.services.vocabulary, heard.typed.rest
    command = vocabulary.command(heard.typed.command, ("draft", "edit", *_DROPS, *_POSTS))
    if command is None:
        return None
    words = "|".join(map(re.escape, vocabulary.words("draft")))
    word = re.match(rf"(?:{words})\s+", rest, re.IGNORECASE)
    if command == "announce" and word is None:
        # "post 14 chairs …" is a text.
        return None
    number, after = read_number(rest[word.end() :] if word and command != "draft" else rest)
    if number is None:
        return None
    return _Named(command, number, after, command == "draft" or word is not None)


def _draft(heard: HeardMessage) -> tuple[_Named, Announcement] | None:
    """The same with the draft, where one is kept for them."""
    named = _named(heard)
    found = None if named is None else heard.services.announcement_of(heard.person, named.number)
    if named is None or found is None or found.kept_at is None:
        return None
    # "draft 3 chairs are needed" is a new one.
    return None if named.command == "draft" and named.after else (named, found)


def names_kept(heard: HeardMessage) -> bool:
    """Whether a draft of theirs is named, and what they want of it."""
    return _draft(heard) is not None


@kept.command(
    "drop", new, names_kept, may=admin, section=Section.POSTING, usages=((Follows.NUMBER,),)
)
@kept.command("draft", new, names_kept, may=admin)
@kept.command("announce", new, names_kept, may=admin)
@kept.command("now", new, names_kept, may=admin)
@kept.command("edit", new, names_kept, may=admin)
@kept.command("retract", new, names_kept, may=admin)
@kept.command("cancel", new, names_kept, may=admin)
async def do_with_draft(heard: HeardMessage) -> None:
    """Show it, show it with other words or for another time, or drop it."""
    found, services = _draft(heard), heard.services
    if found is None:
        return
    named, announcement = found
    command, after = named.command, named.after
    if command in _DROPS:
        services.store.announcements.drop_kept(announcement.id)
        services.record(heard.person, "drop-draft", announcement.id)
        if isinstance(heard.state, Draft) and heard.state.number == announcement.id:
            heard.leave()
        text = beginning(announcement.text)
        await heard.say("draft-dropped", number=str(announcement.id), text=text)
        return
    await _put_away(heard, announcement.id)
    if command == "edit" and not after:
        heard.enter(AskText(number=announcement.id))
        await heard.say("draft-ask-text", number=str(announcement.id))
        return
    notes: tuple[str, ...] = ()
    if command == "edit":
        rewrite(heard, announcement.id, after)
        notes = (
            *notes_beside_formatting(heard.message),
            *attach_arrivals(services, announcement.id),
        )
    elif after:
        notes = put_off(heard, announcement.id, after)
    elif command == "now" or _is_over(services, announcement):
        services.store.announcements.reschedule(announcement.id, None)
    draft = ConfirmDraft(number=announcement.id, notes=notes)
    await ask_next(services, heard.signal, heard.person, draft)


def names_nothing_kept(heard: HeardMessage) -> bool:
    """Whether the number of a draft is named that there is none of."""
    named = _named(heard)
    if named is None or not (named.is_said or named.command == "drop"):
        return False
    return named.command != "draft" or not named.after


def names_draft(heard: HeardMessage) -> bool:
    """Whether a draft is named by its number, be there one or not."""
    return names_kept(heard) or names_nothing_kept(heard)


@kept.command("drop", new, names_nothing_kept, may=admin)
@kept.command("draft", new, names_nothing_kept, may=admin)
@kept.command("announce", new, names_nothing_kept, may=admin)
@kept.command("edit", new, names_nothing_kept, may=admin)
@kept.command("retract", new, names_nothing_kept, may=admin)
@kept.command("cancel", new, names_nothing_kept, may=admin)
async def say_there_is_none(heard: HeardMessage) -> None:
    """Say that no draft of theirs has the number."""
    named = _named(heard)
    if named is not None:
        await heard.say("draft-unknown", number=str(named.number))


def begins_kept(heard: HeardMessage) -> bool:
    """Whether a text is to be kept, and is none that was asked for: "Draft agenda for Thursday"."""
    return not isinstance(heard.state, AskText)


@kept.command(
    "draft",
    new,
    begins_kept,
    may=admin,
    section=Section.POSTING,
    usages=((Follows.TEXT,), (Follows.NUMBER,)),
)
async def keep_draft(heard: HeardMessage) -> None:
    """Keep a text for later; alone, keep what is shown, or ask for a text."""
    services, message = heard.services, heard.message
    state = heard.state
    if isinstance(state, ConfirmDraft) and not heard.typed.rest:
        await _keep_shown(heard, state)
        return
    branch, rest = branch_and_rest(heard.typed.rest, services.branches_of(heard.person))
    number = begun(heard, branch, rest)
    notes = [*notes_beside_formatting(message), *attach_arrivals(services, number)]
    draft = AskText(number=number, notes=tuple(notes), keep=True, meant=_meant(heard))
    await ask_next(services, heard.signal, heard.person, draft)


@kept.command("drafts", new, may=admin, section=Section.POSTING)
async def list_drafts(heard: HeardMessage) -> None:
    """Answer with one line for each."""
    services = heard.services
    drafts = services.store.announcements.kept(services.slugs_of(heard.person))
    if not drafts:
        await heard.say("drafts-empty")
        return
    lines = "\n".join(_line(services, one) for one in drafts)
    days = services.settings.announcements.draft_days
    await heard.say("drafts-list", count=len(drafts), lines=lines, days=days)


def forget_drafts(services: Services) -> None:
    """Drop what has been kept for too long, and say so to who wrote it; joins a transaction."""
    before = services.clock.now() - timedelta(days=services.settings.announcements.draft_days)
    for draft in services.store.announcements.kept_before(before):
        services.store.announcements.drop_kept(draft.id)
        branch = services.branches.get(draft.branch)
        if branch is not None and draft.author in branch.admins:
            text = beginning(draft.text)
            services.tell(draft.author, "draft-over", number=str(draft.id), text=text)


async def _keep_shown(heard: HeardMessage, shown: ConfirmDraft) -> None:
    services = heard.services
    announcement = services.store.announcements.get(shown.number)
    heard.leave()
    if announcement is None:
        await heard.say("announce-nothing-open")
    elif services.is_meeting(shown.number):
        heard.enter(shown)
        await heard.say("draft-no-meeting")
    else:
        services.store.announcements.keep(shown.number, services.clock.now())
        await heard.say_text(kept_text(services, shown.number))


def _meant(heard: HeardMessage) -> tuple[int, ...]:
    """The number of a draft that a new one begins with: perhaps that one was meant."""
    named = _named(heard)
    found = None if named is None else heard.services.announcement_of(heard.person, named.number)
    return () if found is None or found.kept_at is None else (found.id,)


async def _put_away(heard: HeardMessage, number: int) -> None:
    """Say what becomes of another draft that is open."""
    if isinstance(heard.state, Draft) and heard.state.number != number:
        await heard.say("announce-draft-replaced")


def _is_over(services: Services, draft: Announcement) -> bool:
    """Whether it was kept with a time to post it at, and that is over."""
    return draft.post_at is not None and draft.post_at <= services.clock.now()


def _line(services: Services, draft: Announcement) -> str:
    return services.words.say(
        "drafts-line",
        number=str(draft.id),
        branch=services.branches[draft.branch].name,
        ago=ago(services, draft.kept_at or draft.created_at),
        text=beginning(draft.text),
    )
