"""What every conversation is given, and the verbs they share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import structlog
from pydantic import ValidationError
from signalbot import Context, Reaction

from handlers.conversation.holders import Holder
from handlers.conversation.listeners import AnnouncementListener, LaneDoor
from handlers.conversation.state import State
from handlers.parsing import is_thumb
from relay.adverts.lists import BoardLists
from relay.adverts.service import AdvertService
from relay.announcements import AnnouncementService
from relay.answers import Answers
from relay.authenticity.service import Authenticity
from relay.conduct.appeals.appeals import Appeals
from relay.conduct.decisions.assembly import Deciding
from relay.conduct.hearing.group_hearing import GroupHearing
from relay.conduct.mandates.moderators import Moderators
from relay.conduct.matters.complaints import Complaints
from relay.conduct.matters.matters import Matters
from relay.conduct.record.record import Record
from relay.conduct.standards import BranchStandards
from relay.conduct.talks.talks import Talks
from relay.conduct.two_admins import TwoAdmins
from relay.contact_list.entries import ContactList
from relay.contact_list.invitations import Invitations
from relay.contact_list.letters import Letters
from relay.following.service import Following
from relay.formatting import StyledText, styled_text
from relay.groups.doors import Doors
from relay.groups.keeping import GroupKeeper
from relay.groups.membership import MembershipWatch
from relay.groups.suggestions import Suggestions
from relay.language.languages import Languages
from relay.language.vocabulary import Vocabulary, vocabulary
from relay.language.words import Words
from relay.meetings.tables import Meetings
from relay.people.admins import Admins
from relay.people.left_alone import LeftAlone
from relay.people.reply_limits import ReplyLimits
from relay.safeguarding import OfficerStatus, Vault
from relay.safeguarding.helplines import Helplines
from relay.settings import Branch, Settings
from relay.signal.abilities import Abilities
from relay.signal.bot import RelayBot
from relay.signal.outgoing import Message, queue_outgoing
from relay.signal.priority import Priority
from relay.signal.queued import QueuedMessage, RelayMessage
from relay.signal.references import Reference
from relay.signed_feed.feed import SignedFeed
from relay.store import Store
from relay.store.announcements import Announcement
from relay.store.conversations import Conversation
from relay.subscriptions.mailing import DirectMailings
from relay.time.clock import BranchTime, Clock

if TYPE_CHECKING:
    from handlers.conversation.catalogue import Catalogue

log = structlog.get_logger()


@dataclass(frozen=True)
class Services:
    """The parts of the relay that a conversation works with."""

    settings: Settings
    store: Store
    clock: Clock
    languages: Languages
    words: Words
    time: BranchTime
    groups: GroupKeeper
    membership: MembershipWatch
    adverts: AdvertService
    board_lists: BoardLists
    matters: Matters
    complaints: Complaints
    to_moderators: LaneDoor
    to_safeguarding: LaneDoor
    deciding: Deciding
    talks: Talks
    appeals: Appeals
    conduct_record: Record
    doors: Doors
    suggestions: Suggestions
    announcements: AnnouncementService
    signed_feed: SignedFeed
    following: Following
    authenticity: Authenticity
    bot: RelayBot
    vault: Vault
    admins: Admins
    left_alone: LeftAlone
    moderators: Moderators
    two_admins: TwoAdmins
    standards: BranchStandards
    hearing: GroupHearing
    limits: ReplyLimits
    states: Mapping[str, type[State]]
    helplines: Helplines
    answers: Answers
    listeners: tuple[AnnouncementListener, ...]
    holders: tuple[Holder, ...]
    commands: "Catalogue"
    is_member: Callable[[str], bool]
    mailings: DirectMailings
    contacts: ContactList
    invitations: Invitations
    letters: Letters
    people_in: Callable[[str], frozenset[str]]
    abilities: Abilities

    @property
    def patience(self) -> timedelta:
        """How long a conversation waits for its next message."""
        return timedelta(minutes=self.settings.announcements.draft_minutes)

    @property
    def vocabulary(self) -> Vocabulary:
        """What is typed in the language of `words`."""
        return vocabulary(self.words.locale)

    def speaking_to(self, person: str) -> "Services":
        """Return the same parts, with the words and the dates of somebody's own language."""
        return self._with(self.languages.words_of(person))

    def speaking(self, locale: str) -> "Services":
        """Return the same parts, with the words and the dates of a language."""
        return self._with(self.languages.words(locale))

    def _with(self, words: Words) -> "Services":
        if words is self.words:
            return self
        return replace(self, words=words, time=replace(self.time, words=words))

    def saying(self, message: str) -> "Services":
        """Return the same parts, or the installation's where only its language has a message."""
        return self if self.words.translates(message) else self.in_public

    def put(self, message: str, **args: Any) -> Callable[[str], str]:
        """Return what puts a message of the wording into the words of each whom it is sent to."""
        return lambda chat: self.speaking_to(chat).words.say(message, **args)

    def after_danger(self, text: str) -> str:
        """Return a text with what to do in danger before it, as it may be said to anybody."""
        return f"{self.helplines.danger(self.words.say)}\n\n{text}"

    def said_in_danger(self, message: str) -> str:
        """Return a message of the wording after it: what was not taken may be a cry."""
        return self.after_danger(self.words.say(message))

    def record(self, person: str, action: str, number: int) -> None:
        """Note in the audit trail what an admin does to an announcement, by its number."""
        subject, now = f"announcement {number}", self.clock.now()
        self.store.audit.record(actor=person, action=action, subject=subject, now=now)

    @property
    def can_delete_others(self) -> bool:
        """Whether messages of others can be deleted from here, in groups the bot is an admin of."""
        return self.abilities.delete_others

    @property
    def can_ban(self) -> bool:
        """Whether somebody can be kept from joining by link from here."""
        return self.abilities.ban

    @property
    def can_reset_links(self) -> bool:
        """Whether a group can be given another link from here."""
        return self.abilities.reset_link

    @property
    def in_public(self) -> "Services":
        """The same parts, with the installation's words: for groups, pages and pictures."""
        return self.speaking_to("")

    @property
    def branches(self) -> Mapping[str, Branch]:
        """The configured branches by slug."""
        return {branch.slug: branch for branch in self.settings.branches}

    def branches_of(self, person: str | None) -> tuple[Branch, ...]:
        """Return the branches an account id may act for as an admin; none while they wait."""
        # Asked of every message, many times: whoever is no admin costs no look into the store.
        own = self.admins.branches_of(person)
        return () if own and self.admins.waits(person) else own

    def slugs_of(self, person: str | None) -> frozenset[str]:
        """Return the slugs of `branches_of` an account id."""
        return frozenset(branch.slug for branch in self.branches_of(person))

    def announcement_of(self, person: str, number: int) -> Announcement | None:
        """Return an announcement of a branch that an account id may act for, or None."""
        found = self.store.announcements.get(number)
        return found if found is not None and found.branch in self.slugs_of(person) else None

    def is_admin(self, person: str | None) -> bool:
        """Return whether an account id may act as an admin of any branch."""
        return bool(self.branches_of(person))

    def has_role(self, person: str) -> bool:
        """Return whether somebody is an admin or an officer, also while they wait as one."""
        return bool(self.admins.branches_of(person)) or self.vault.standing(person) is not None

    def agrees(self, reaction: Reaction, question: int) -> bool:
        """Return whether a reaction is a thumbs up on just the message that asked.

        Args:
            reaction: as it came.
            question: the delivery that carries the question.
        """
        given = is_thumb(reaction.emoji) and not reaction.is_remove
        return given and self.is_on(reaction, question)

    def is_on(self, reaction: Reaction, delivery: int | None) -> bool:
        """Return whether a reaction is on just the message of a delivery.

        It names the version that the person's phone showed.

        Args:
            reaction: as it came.
            delivery: its id; None for no message.
        """
        sent = None if delivery is None else self.store.outbox.result(delivery)
        return (
            sent is not None
            and "timestamp" in sent
            and reaction.timestamp in Reference.read(sent).versions
        )

    def state_of(self, person: str) -> State | None:
        """Return what somebody is in the middle of, or None if nothing or its time is over."""
        conversation = self.store.conversations.of(person)
        if conversation is None or conversation.expires_at <= self.clock.now():
            return None
        return self.read_state(conversation)

    def read_state(self, conversation: Conversation) -> State | None:
        """Return a stored state, or None for one that this version cannot read."""
        kind = self.states.get(conversation.name)
        try:
            return None if kind is None else kind.model_validate(conversation.data)
        except ValidationError:
            log.exception("state_unreadable", state=conversation.name)
            return None

    def enter(self, person: str, state: State) -> None:
        """Put somebody into a state, for as long as it waits.

        A person has one conversation at a time: what is dropped for another one is said to be, so
        that nobody waits for what will not come.
        """
        standing = self.store.conversations.of(person)
        left = None if standing is None else self.read_state(standing)
        if left is not None:
            left.left(self, person, state)
        self._keep(person, state, self.clock.now() + state.waits(self))

    def revise(self, person: str, state: State) -> None:
        """Let what somebody is in the middle of hold something else, and end when it would have."""
        conversation = self.store.conversations.of(person)
        if conversation is not None:
            self._keep(person, state, conversation.expires_at)

    def _keep(self, person: str, state: State, until: datetime) -> None:
        held = state.model_dump(mode="json", exclude_none=True)
        self.store.conversations.set(person, state.name, held, until)

    def is_trusted(self, person: str) -> bool:
        """Return whether somebody is an admin or an officer, and waits as neither."""
        standing = self.vault.standing(person)
        if self.admins.waits(person) or standing is OfficerStatus.PAUSED:
            return False
        return self.is_admin(person) or standing is OfficerStatus.ACTIVE

    def put_down(self, person: str) -> None:
        """Drop what an admin is in the middle of whose rights wait from now on.

        A yes from the new phone must not finish what was begun with the old one.
        """
        left = self.store.conversations.of(person)
        if left is None:
            return
        state = self.read_state(left)
        if state is None or not state.put_down(self, person):
            return
        self.store.conversations.end(person)
        self.tell(person, "admin-paused-dropped")

    def is_meeting(self, number: int) -> bool:
        """Whether an announcement is that of a meeting."""
        return self.store[Meetings].get(number) is not None

    def group_name(self, group_id: str) -> str:
        """Return a group's name, or the words for one that the bot is no longer in."""
        group = self.store.groups.get(group_id)
        return group.name if group else self.words.say("place-unknown-group")

    def tell(self, person: str, message: str, **args: Any) -> int:
        """Queue a message that nobody asked for just now; return the delivery's id."""
        return self.tell_text(person, lambda speaking: speaking.words.say(message, **args))

    def tell_text(
        self,
        person: str,
        text: Callable[["Services"], str | StyledText],
        files: tuple[int, ...] = (),
    ) -> int:
        """Queue a text that is put together from wording; return the delivery's id.

        Args:
            person: the account id.
            text: puts it together with the words of that person's language.
            files: ids of stored files that go with it.
        """
        said = styled_text(text(self.speaking_to(person)))
        return queue_outgoing(
            self.store.outbox,
            person,
            Message(text=said.text, styles=said.styles, files=files),
            priority=Priority.URGENT,
            now=self.clock.now(),
        )

    async def say(self, context: Context[Any], message: str, **args: Any) -> QueuedMessage:
        """Answer in the chat a message came from."""
        return await self.say_text(context, self.words.say(message, **args))

    async def say_text(
        self, context: Context[Any], text: str | StyledText, files: tuple[int, ...] = ()
    ) -> QueuedMessage:
        """Answer with a text that was put together from wording."""
        said = styled_text(text)
        sent = await context.send(RelayMessage(text=said.text, styles=said.styles, files=files))
        assert isinstance(sent, QueuedMessage)  # noqa: S101 -- what `RelayBot.messages` returns
        return sent
