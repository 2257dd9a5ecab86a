"""`announce …`: from what an admin types to a draft, and from the draft to a yes.

admin: announce tomorrow 9am: The hall is open from 6.
bot:   Nothing has been posted yet. … yes, no, or edit …
admin: yes
bot:   Number 12 will be posted on Monday 23 November at 9 am.
"""

from dataclasses import replace

from signalbot import (
    DataMessage,
    DataMessageContext,
    DataMessageHandler,
    EditMessage,
    ReactionContext,
    ReactionHandler,
    RemoteDeleteContext,
    RemoteDeleteHandler,
)
from signalbot.messages import ReceivedMessage

from handlers.announcements.decide import accept, drop
from handlers.announcements.drafts import (
    BRANCH,
    CONFIRM,
    DESCRIBE,
    TEXT,
    Draft,
    ask_next,
    open_draft,
)
from handlers.announcements.drafts import wait as wait_for
from handlers.left_out import notes_on, without_lost
from handlers.services import Services
from handlers.typed import clean, is_no, is_thanks, is_yes, read_command, read_number
from relay.announcements.timing import Timing, read_timing
from relay.settings import Branch

COMMANDS = frozenset({"announce", "announcement", "post"})
_GO = frozenset({"post it", "send it", "yes post it", "yes send it", "post it please"})
_ALWAYS = frozenset({"help", "whoami", "captcha"})
_FEWEST_LETTERS = 2
MAX_DESCRIPTION = 2_000
"""Characters of a picture's description: as many as Bluesky's own app takes (`MAX_ALT_TEXT` in
src/lib/constants.ts of bluesky-social/social-app; `app.bsky.embed.images` sets no limit)."""
_BESIDE = _ALWAYS | {"queue", "status", "retract", "agree", "refuse"}


class Announce(DataMessageHandler):
    """Begins a draft. Not for answering the bot's questions about it: that is `DraftAnswer`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether a message is the command, or an edit of the one that began the open draft."""
        if not isinstance(message, DataMessage):
            return False
        draft = open_draft(self._services, message.source_uuid or "")
        if draft is not None and draft.state in (TEXT, DESCRIBE) and not _edits(message, draft):
            # "Post office hours: …" may be just what was asked for.
            return False
        if draft is not None and _means_the_preview(message.text):
            return False
        return read_command(message.text).command in COMMANDS

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Begin a draft, or begin it again if its message was edited."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        branches = services.branches_of(person)
        if not branches:
            await services.say(context, "announce-not-admin")
            return
        earlier = open_draft(services, person)
        if isinstance(message, EditMessage):
            if earlier is None or not _edits(message, earlier):
                await services.say(context, "announce-edit-too-late")
                return
        elif earlier is not None:
            await services.say(context, "announce-draft-replaced")
        if earlier is not None:
            services.store.announcements.discard(earlier.number)
        branch, rest = _branch_and_rest(read_command(message.text).rest, branches)
        timing = read_timing(rest, now=services.clock.now(), zone=services.time.zone)
        if timing is not None and timing.problem in ("past", "no-such-time"):
            if earlier is not None:
                services.store.conversations.end(person)
            message_id = (
                "announce-time-past" if timing.problem == "past" else "announce-time-skipped"
            )
            await services.say(context, message_id, words=timing.words)
            return
        draft = self._begin(message, person, branch, rest, timing)
        if earlier is not None and isinstance(message, EditMessage):
            draft = replace(draft, origins=(*earlier.origins, *draft.origins))
        await ask_next(services, context, person, draft)

    def _begin(
        self,
        message: DataMessage,
        person: str,
        branch: Branch | None,
        rest: str,
        timing: Timing | None,
    ) -> Draft:
        services = self._services
        scheduled = timing is not None and timing.moment is not None
        text = timing.rest if timing is not None and scheduled else rest
        number = services.store.announcements.draft(
            branch=branch.slug if branch else "",
            text=without_lost(text),
            author=person,
            now=services.clock.now(),
        )
        if timing is not None and scheduled:
            services.store.announcements.reschedule(number, timing.moment)
        notes = [*notes_on(message), *attach_arrivals(services, number)]
        if timing is not None and timing.problem == "no-time-of-day":
            notes.append("unclear-time")
        # What was read as a moment goes back into the text if it is not used as one.
        opening = rest[: len(rest) - len(text)].strip() if scheduled and text else ""
        return Draft(
            number=number, origins=(message.timestamp,), notes=tuple(notes), opening=opening
        )


class DraftAnswer(DataMessageHandler):
    """What an admin answers while a draft is open."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether the sender has an open draft and does not ask for help."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        draft = open_draft(self._services, message.source_uuid or "")
        if draft is None:
            return False
        command = read_command(message.text).command
        return command not in (_BESIDE if draft.state in (BRANCH, CONFIRM) else _ALWAYS)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Take the answer to the question that was asked last."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        draft = open_draft(services, person)
        if draft is None:
            return
        if is_no(message.text):
            await drop(services, context, person, draft)
            return
        match draft.state:
            case "announce.branch":
                await self._take_branch(context, person, draft)
            case "announce.text":
                await self._take_text(context, person, draft)
            case "announce.describe":
                await self._take_description(context, person, draft)
            case _:
                await self._take_decision(context, person, draft)

    async def _take_branch(self, context: DataMessageContext, person: str, draft: Draft) -> None:
        services = self._services
        branches = services.branches_of(person)
        answer = clean(context.message.text)
        number, _ = read_number(answer)
        chosen = branches[number - 1] if number and number <= len(branches) else None
        for branch in branches:
            if answer.casefold() in (branch.slug, branch.name.casefold()):
                chosen = branch
        if chosen is None:
            await services.say(context, "announce-branch-unclear", count=len(branches))
            wait_for(services, person, draft, BRANCH)
            return
        services.store.announcements.assign(draft.number, chosen.slug)
        await ask_next(services, context, person, draft)

    async def _take_text(self, context: DataMessageContext, person: str, draft: Draft) -> None:
        services, message = self._services, context.message
        refused = attach_arrivals(services, draft.number)
        typed = read_command(message.text)
        text = typed.rest if typed.command == "announce" else clean(message.text)
        services.store.announcements.rewrite(draft.number, without_lost(text))
        draft = replace(draft, opening="")
        await ask_next(services, context, person, _noting(draft, *notes_on(message), *refused))

    async def _take_description(
        self, context: DataMessageContext, person: str, draft: Draft
    ) -> None:
        services = self._services
        refused = attach_arrivals(services, draft.number)
        draft = _noting(draft, *notes_on(context.message), *refused)
        description = without_lost(clean(context.message.text))
        if services.bot.entry is not None and context.message.attachments and not description:
            # Pictures that come one by one: asked again, now with how many there are.
            await ask_next(services, context, person, draft)
            return
        if draft.position is None or not _describes(description):
            await services.say(context, "announce-description-needed")
            wait_for(services, person, draft, DESCRIBE, position=draft.position)
            return
        if len(description) > MAX_DESCRIPTION:
            await services.say(
                context,
                "announce-description-too-long",
                length=len(description),
                most=MAX_DESCRIPTION,
            )
            wait_for(services, person, draft, DESCRIBE, position=draft.position)
            return
        services.store.announcements.describe(draft.number, draft.position, description)
        await ask_next(services, context, person, draft)

    async def _take_decision(self, context: DataMessageContext, person: str, draft: Draft) -> None:
        services, message = self._services, context.message
        typed = read_command(message.text)
        if is_yes(message.text) or _go(message.text):
            await accept(services, context, person, draft)
        elif typed.command == "edit" and typed.rest:
            services.store.announcements.rewrite(draft.number, without_lost(typed.rest))
            refused = attach_arrivals(services, draft.number)
            notes = (*notes_on(message), *refused)
            draft = replace(draft, opening="")
            await ask_next(services, context, person, _noting(draft, *notes))
        elif typed.command == "edit":
            wait_for(services, person, draft, TEXT)
            await services.say(context, "announce-ask-text")
        elif typed.command == "now" and not typed.rest:
            await self._post_now(context, person, draft)
        elif message.attachments:
            refused = attach_arrivals(services, draft.number)
            await ask_next(services, context, person, _noting(draft, *refused))
        else:
            wait_for(services, person, draft, CONFIRM, preview=draft.preview)
            await services.say(context, "announce-answer-unclear")

    async def _post_now(self, context: DataMessageContext, person: str, draft: Draft) -> None:
        services = self._services
        announcement = services.store.announcements.get(draft.number)
        services.store.announcements.reschedule(draft.number, None)
        if announcement is not None and draft.opening:
            text = f"{draft.opening} {announcement.text}"
            services.store.announcements.rewrite(draft.number, text)
        await ask_next(services, context, person, replace(draft, opening=""))


class DraftThumb(ReactionHandler):
    """A thumbs up on the preview means yes."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def handle_reaction(self, context: ReactionContext) -> None:
        """Take a thumbs up on the newest preview; everything else is only an emoji."""
        services, reaction = self._services, context.message
        person = reaction.source_uuid or ""
        draft = open_draft(services, person)
        if draft is None or draft.preview is None:
            return
        if services.agrees(reaction, draft.preview):
            await accept(services, context, person, draft)


class DraftWithdrawn(RemoteDeleteHandler):
    """Deleting the message that began a draft drops the draft."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def handle_remote_delete(self, context: RemoteDeleteContext) -> None:
        """Drop the draft whose first message was deleted."""
        services, deleted = self._services, context.message
        person = deleted.source_uuid or ""
        draft = open_draft(services, person)
        if draft is not None and deleted.timestamp in draft.origins:
            await drop(services, context, person, draft)


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


def _go(text: str | None) -> bool:
    """Whether a whole message, as the answer to a preview, can only mean yes."""
    return " ".join(clean(text).casefold().replace(",", " ").strip(" .!").split()) in _GO


def _means_the_preview(text: str | None) -> bool:
    """Whether "post it" or "post" is about the draft that is shown, and not a new one."""
    typed = read_command(text)
    return _go(text) or (typed.command == "post" and not typed.rest)


def _describes(text: str) -> bool:
    """Whether a text can tell somebody what a picture shows: "yes" and "???" cannot."""
    letters = sum(char.isalpha() for char in text)
    return letters > _FEWEST_LETTERS and not is_yes(text) and not is_thanks(text)


def _noting(draft: Draft, *notes: str) -> Draft:
    return replace(draft, notes=tuple(dict.fromkeys((*draft.notes, *notes))))


def _branch_and_rest(text: str, branches: tuple[Branch, ...]) -> tuple[Branch | None, str]:
    if len(branches) == 1:
        return branches[0], text
    first, rest = [*text.split(maxsplit=1), "", ""][:2]
    for branch in branches:
        if first.casefold().rstrip(":,") == branch.slug:
            return branch, rest.strip()
    return None, text
