"""`announce …`: from what an admin types to a draft, and from the draft to a yes.

admin: announce tomorrow 9am: The hall is open from 6.
bot:   Nothing has been posted yet. … yes, no, or edit …
admin: yes
bot:   Number 12 will be posted on Monday 23 November at 9 am.
"""

from signalbot import DataMessage, EditMessage

from handlers.announcements.apply import drop
from handlers.announcements.arriving import morning_after, says_when
from handlers.announcements.drafts import (
    AskBranch,
    AskDescription,
    AskPublic,
    AskText,
    ConfirmDraft,
    Draft,
    ask_next,
)
from handlers.announcements.privacy import CHOICES, leave_out, words_in
from handlers.announcements.publicly import gives_public_text, public_answer, texts_of
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new, says_no
from handlers.conversation.heard import HeardDeletion, HeardMessage
from handlers.conversation.router import Router
from handlers.left_out import notes_beside_formatting, without_lost
from handlers.parsing import read_number
from handlers.personal import Choice, read_choice
from handlers.services import Services
from relay.language.vocabulary import clean
from relay.settings import Branch
from relay.time.timing import Timing, read_timing

drafts = Router("drafts")
draft_answers = Router("draft_answers")
draft_marks = Router("draft_marks")
_ALWAYS = ("help", "whoami", "captcha")
_BESIDE = (
    *(*_ALWAYS, "queue", "status", "retract", "agree", "refuse"),
    *("again", "draft", "drafts", "drop", "stats"),
)
"""Commands that are heard although a draft is open: while its text is asked for, and else."""
_FEWEST_LETTERS = 2
MAX_DESCRIPTION = 2_000
"""Characters of a picture's description: as many as Bluesky's own app takes (`MAX_ALT_TEXT` in
src/lib/constants.ts of bluesky-social/social-app; `app.bsky.embed.images` sets no limit)."""


def begins_draft(heard: HeardMessage) -> bool:
    """Whether the command is one, and not text or a word about the draft that is open.

    A newer version of the message that began the open draft begins it again.
    """
    draft = heard.state
    if isinstance(draft, AskText | AskDescription) and not _edits(heard.message, draft):
        # "Post office hours: …" may be just what was asked for.
        return False
    return not isinstance(draft, Draft) or not _means_the_preview(heard)


@drafts.command(
    "announce",
    begins_draft,
    may=admin,
    section=Section.POSTING,
    usages=((Follows.TEXT,), (Follows.MOMENT, Follows.TEXT)),
)
async def announce(heard: HeardMessage) -> None:
    """Begin a draft, or begin it again if its message was edited."""
    services, message, person = heard.services, heard.message, heard.person
    branches = services.branches_of(person)
    earlier = heard.state if isinstance(heard.state, Draft) else None
    if heard.is_edit:
        if earlier is None or not _edits(message, earlier):
            await heard.say("announce-edit-too-late")
            return
    elif earlier is not None:
        await heard.say("announce-draft-replaced")
    if earlier is not None:
        services.store.announcements.discard(earlier.number)
    branch, rest = branch_and_rest(heard.typed.rest, branches)
    timing = read_timing(
        rest, now=services.clock.now(), zone=services.time.zone, known=services.vocabulary
    )
    if timing is not None and timing.problem in ("past", "no-such-time"):
        if earlier is not None:
            heard.leave()
        message_id = "announce-time-past" if timing.problem == "past" else "announce-time-skipped"
        await heard.say(message_id, words=timing.words)
        return
    draft = _begin(heard, branch, rest, timing)
    if earlier is not None and heard.is_edit:
        draft = draft.but(origins=(*earlier.origins, *draft.origins))
    await ask_next(services, heard.signal, person, draft)


@drafts.command("announce", begins_draft)
async def refuse_to_announce(heard: HeardMessage) -> None:
    """Say who can."""
    await heard.say_text(heard.services.said_in_danger("announce-not-admin"))


def _begin(heard: HeardMessage, branch: Branch | None, rest: str, timing: Timing | None) -> Draft:
    services, message = heard.services, heard.message
    scheduled = timing is not None and timing.moment is not None
    text = timing.rest if timing is not None and scheduled else rest
    number = begun(heard, branch, text)
    if timing is not None and scheduled:
        services.store.announcements.reschedule(number, timing.moment)
    notes = [*notes_beside_formatting(message), *attach_arrivals(services, number)]
    if timing is not None and timing.problem == "no-time-of-day":
        notes.append("unclear-time")
    # What was read as a moment goes back into the text if it is not used as one.
    opening = rest[: len(rest) - len(text)].strip() if scheduled and text else ""
    return Draft(number=number, origins=(message.timestamp,), notes=tuple(notes), opening=opening)


def begun(heard: HeardMessage, branch: Branch | None, text: str) -> int:
    """Begin a draft with the text of a message; return its number.

    Args:
        heard: the message.
        branch: which it is for; None where that is yet to be asked.
        text: what of the message is the text, perhaps with one for the public.
    """
    services = heard.services
    branches = services.branches_of(heard.person) if branch is None else (branch,)
    styled, public = texts_of(services, heard.message, branches, text)
    number = services.store.announcements.draft(
        branch=branch.slug if branch else "",
        text=styled.text,
        styles=styled.styles,
        author=heard.person,
        now=services.clock.now(),
    )
    services.store.announcements.say_in_public(number, public)
    return number


def is_about_it(heard: HeardMessage) -> bool:
    """Whether whoever has an open draft does not ask for something beside it."""
    beside = _BESIDE if isinstance(heard.state, AskBranch | ConfirmDraft) else _ALWAYS
    return heard.typed.command not in heard.services.vocabulary.names(beside)


@draft_answers.answer(Draft, new, is_about_it, says_no)
async def drop_draft(heard: HeardMessage, draft: Draft) -> None:
    """Forget the draft."""
    await drop(heard.services, heard.signal, heard.person, draft.number)


@draft_answers.answer(AskBranch, new, is_about_it)
async def take_branch(heard: HeardMessage, draft: AskBranch) -> None:
    """Take the branch, by its number or name."""
    services = heard.services
    branches = services.branches_of(heard.person)
    answer = clean(heard.message.text)
    number, _ = read_number(answer)
    chosen = branches[number - 1] if number and number <= len(branches) else None
    for branch in branches:
        if answer.casefold() in (branch.slug, branch.name.casefold()):
            chosen = branch
    if chosen is None:
        await heard.say("announce-branch-unclear", count=len(branches))
        heard.enter(draft)
        return
    services.store.announcements.assign(draft.number, chosen.slug)
    await ask_next(services, heard.signal, heard.person, draft)


@draft_answers.answer(AskText, new, is_about_it)
async def take_text(heard: HeardMessage, draft: AskText) -> None:
    """Take the text."""
    services, message = heard.services, heard.message
    refused = attach_arrivals(services, draft.number)
    again = heard.typed.command in services.vocabulary.names(["announce"])
    text = heard.typed.rest if again else clean(message.text)
    rewrite(heard, draft.number, text)
    noted = draft.but(opening="").noting(*notes_beside_formatting(message), *refused)
    await ask_next(services, heard.signal, heard.person, noted)


@draft_answers.answer(AskDescription, new, is_about_it)
async def take_description(heard: HeardMessage, draft: AskDescription) -> None:
    """Take what the picture shows."""
    services, message = heard.services, heard.message
    refused = attach_arrivals(services, draft.number)
    draft = draft.noting(*notes_beside_formatting(message), *refused)
    description = without_lost(clean(message.text))
    if services.bot.entry is not None and message.attachments and not description:
        # Pictures that come one by one: asked again, now with how many there are.
        await ask_next(services, heard.signal, heard.person, draft)
        return
    if not _describes(heard, description):
        await heard.say("announce-description-needed")
        heard.enter(draft)
        return
    if len(description) > MAX_DESCRIPTION:
        await heard.say(
            "announce-description-too-long", length=len(description), most=MAX_DESCRIPTION
        )
        heard.enter(draft)
        return
    services.store.announcements.describe(draft.number, draft.position, description)
    await ask_next(services, heard.signal, heard.person, draft)


@draft_answers.answer(AskPublic, new, is_about_it)
async def take_public(heard: HeardMessage, draft: AskPublic) -> None:
    """Take whether everybody may read it."""
    services = heard.services
    announcement = services.store.announcements.get(draft.number)
    choice = read_choice(services, clean(heard.message.text), CHOICES)
    if announcement is None or choice is None:
        heard.enter(draft)
        await heard.say("announce-public-unclear")
        return
    words = words_in(services, announcement)
    if choice is Choice.DROP:
        leave_out(services, announcement, words)
    known = tuple(dict.fromkeys((*draft.may_be_public, *words)))
    await ask_next(services, heard.signal, heard.person, draft.but(may_be_public=known))


@draft_answers.answer(ConfirmDraft, new, is_about_it)
async def take_decision(heard: HeardMessage, draft: ConfirmDraft) -> None:
    """Take what is wanted of the draft that is shown."""
    services, message, typed = heard.services, heard.message, heard.typed
    if says_when(heard, draft.number):
        await _take_time(heard, draft)
    elif heard.answers("post"):
        await draft.accept(heard)
    elif heard.begins_with("edit") and typed.rest:
        rewrite(heard, draft.number, typed.rest)
        refused = attach_arrivals(services, draft.number)
        noted = draft.but(opening="").noting(*notes_beside_formatting(message), *refused)
        await ask_next(services, heard.signal, heard.person, noted)
    elif heard.begins_with("edit"):
        heard.enter(draft.becomes(AskText))
        await heard.say("announce-ask-text")
    elif gives_public_text(heard):
        await _take_public_text(heard, draft)
    elif heard.begins_with("now") and not typed.rest:
        await _post_now(heard, draft)
    elif message.attachments:
        refused = attach_arrivals(services, draft.number)
        await ask_next(services, heard.signal, heard.person, draft.noting(*refused))
    else:
        heard.enter(draft)
        await heard.say("announce-answer-unclear")


async def _take_time(heard: HeardMessage, draft: ConfirmDraft) -> None:
    """Take whether it is posted at night or in the morning."""
    services = heard.services
    announcement = services.store.announcements.get(draft.number)
    if announcement is not None and heard.answers("in_the_morning"):
        at = announcement.post_at or services.clock.now()
        services.store.announcements.reschedule(draft.number, morning_after(services, at))
    await draft.settle(heard)


def rewrite(heard: HeardMessage, number: int, text: str) -> None:
    """Put the text of a message, with its formatting, in place of that of a draft."""
    services, announcements = heard.services, heard.services.store.announcements
    announcement = announcements.get(number)
    branch = None if announcement is None else services.branches.get(announcement.branch)
    branches = services.branches_of(heard.person) if branch is None else (branch,)
    before = None if announcement is None else announcement.styled
    styled, public = texts_of(services, heard.message, branches, text, before)
    announcements.rewrite(number, styled.text, styled.styles)
    if public is not None:
        announcements.say_in_public(number, public)


async def _take_public_text(heard: HeardMessage, draft: ConfirmDraft) -> None:
    """Take what everybody reads instead."""
    services = heard.services
    announcement = services.store.announcements.get(draft.number)
    public = None if announcement is None else await public_answer(heard, announcement)
    if public is None:
        heard.enter(draft)
        return
    services.store.announcements.say_in_public(draft.number, public or None)
    await ask_next(services, heard.signal, heard.person, draft)


async def _post_now(heard: HeardMessage, draft: Draft) -> None:
    services = heard.services
    announcement = services.store.announcements.get(draft.number)
    services.store.announcements.reschedule(draft.number, None)
    if announcement is not None and draft.opening:
        text = f"{draft.opening} {announcement.text}"
        styles = announcement.styled.within(text).styles
        services.store.announcements.rewrite(draft.number, text, styles)
    await ask_next(services, heard.signal, heard.person, draft.but(opening=""))


def deletes_draft(heard: HeardDeletion) -> bool:
    """Whether the message that began the open draft is deleted."""
    draft = heard.state
    return isinstance(draft, Draft) and heard.signal.message.timestamp in draft.origins


@draft_marks.deletion(deletes_draft)
async def withdraw(heard: HeardDeletion) -> None:
    """Deleting the message that began a draft drops the draft."""
    if isinstance(heard.state, Draft):
        await drop(heard.services, heard.signal, heard.person, heard.state.number)


def attach_arrivals(services: Services, number: int) -> list[str]:
    """Attach the files of the message being handled; return codes of what was left out of them."""
    entry = services.bot.entry
    refused = []
    for arrival in services.store.files.arrivals(entry.id) if entry is not None else ():
        if arrival.file is not None:
            services.store.announcements.attach(number, arrival.file)
        if arrival.refused is not None:
            refused.append(arrival.refused)
    return refused


def _edits(message: DataMessage, draft: Draft) -> bool:
    return isinstance(message, EditMessage) and message.target_sent_timestamp in draft.origins


def _means_the_preview(heard: HeardMessage) -> bool:
    """Whether "post it" or "post" is about the draft that is shown, and not a new one."""
    return heard.answers("post") or heard.answers("post_perhaps")


def _describes(heard: HeardMessage, text: str) -> bool:
    """Whether a text can tell somebody what a picture shows: "yes" and "???" cannot."""
    letters = sum(char.isalpha() for char in text)
    return letters > _FEWEST_LETTERS and not heard.answers("yes") and not heard.answers("thanks")


def branch_and_rest(text: str, branches: tuple[Branch, ...]) -> tuple[Branch | None, str]:
    """Return the branch that a text names first, or the only one, and the text without it."""
    if len(branches) == 1:
        return branches[0], text
    first, rest = [*text.split(maxsplit=1), "", ""][:2]
    for branch in branches:
        if first.casefold().rstrip(":,") == branch.slug:
            return branch, rest.strip()
    return None, text
