"""Signal itself: who is on it, which chats exist, and what the bot's account is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from practice import envelopes
from practice.attachments import AttachmentFolder
from practice.chats import Chat
from practice.clock import Clock, wall_clock_ms
from practice.dialects import NEWEST_SIGNAL_CLI, SignalCliVersion, as_written_by
from practice.envelopes import Json
from practice.events import EventLog
from practice.groups import Group, internal_id_of
from practice.people import Account, Person, Trust
from practice.refusals import Refusal
from practice.registrar import Registrar

Receipts = Literal["by hand", "delivery", "delivery and read"]
TrustMode = Literal["on-first-use", "always", "never"]
KeyFetch = Literal["at once", "by hand"]
Retry = Literal["at once", "after the next"]

HELD_AT_MOST_MS = 14 * 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class _Held:
    """An envelope that signal-cli keeps because it does not trust its sender's key."""

    account: Account
    source: Person
    timestamp: int
    body: Json


class World:
    """Everything on the practice Signal.

    Args:
        number: the bot's number, in E.164 form.
        time: where timestamps come from, in milliseconds since 1970, UTC.
        receipts: which receipts phones send of their own accord. Real ones send `delivery` for
            every message; `by hand` leaves it to the test.
        trust: what the bot's account does with a changed safety number.

    Attributes:
        version: tells which version of signal-cli is played.
        key_fetch: when the account learns the new key of somebody whose message it could not
            trust: `at once`, or when a test calls `fetch_key`. The real one asks Signal for it
            after it has handed over the notification, so that who trusts too soon trusts the old
            key (`RetrieveProfileAction` in signal-cli).
        retry: when messages that were held come once their sender is trusted: `at once`, or
            `after the next` envelope of anybody. The real one looks at them before it reads on:
            after the next envelope, or after a minute without one (`ReceiveHelper`).
    """

    def __init__(
        self,
        number: str = "+447700900000",
        *,
        time: Callable[[], int] = wall_clock_ms,
        receipts: Receipts = "by hand",
        trust: TrustMode = "on-first-use",
    ) -> None:
        self.clock = Clock(time)
        self.receipts: Receipts = receipts
        self.trust: TrustMode = trust
        self.version: Callable[[], SignalCliVersion] = lambda: NEWEST_SIGNAL_CLI
        self.key_fetch: KeyFetch = "at once"
        self.retry: Retry = "at once"
        self.events = EventLog()
        self.attachments = AttachmentFolder()
        self.people: dict[str, Person] = {}
        self.chats: dict[str, Chat] = {}
        self.accounts: dict[str, Account] = {}
        self.registrar = Registrar()
        self.troubled: set[str] = set()
        self.deliver: Callable[[Json], None] = lambda notification: None
        self._by_number: dict[str, str] = {}
        self._by_username: dict[str, str] = {}
        self._accounts_by_aci: dict[str, Account] = {}
        self._chats_of: dict[str, dict[str, Chat]] = {}
        self._held: list[_Held] = []
        self._retry_due = False
        self.account = self.add_account(number, name="Branch")

    # Who there is

    def add_account(self, number: str, *, name: str = "") -> Account:
        """Registers a number on signal-cli-rest-api."""
        person = self.add_person(Person(name, number=number, own=True))
        account = Account(number, person)
        self.accounts[number] = account
        self._accounts_by_aci[person.aci] = account
        return account

    def link(self, number: str) -> Account:
        """Somebody's phone with that number scans the QR code of the server."""
        account = self.add_account(number)
        account.primary = False
        account.devices = {1: "phone", 2: "signal-cli"}
        return account

    def remove_account(self, number: str) -> None:
        """Unregisters a number."""
        account = self.accounts.pop(number, None)
        if account:
            self._accounts_by_aci.pop(account.aci, None)
            account.self_.registered = False
            self.troubled.add(account.aci)

    def add_person(self, person: Person) -> Person:
        """Puts somebody on Signal."""
        person.key_added = person.key_added or self.clock.now()
        self.people[person.aci] = person
        self._chats_of.setdefault(person.aci, {})
        if person.number:
            self._by_number[person.number] = person.aci
        self.rename(person, person.username)
        return person

    def rename(self, person: Person, username: str | None) -> None:
        """Gives a person a username, or takes it away."""
        if person.username:
            self._by_username.pop(person.username, None)
        person.username = username
        if username:
            self._by_username[username] = person.aci

    def find(self, identifier: str) -> Person | None:
        """A person by account id, number or username."""
        if identifier.startswith("+"):
            aci = self._by_number.get(identifier.replace(" ", ""))
        else:
            lowered = identifier.lower()
            aci = lowered if lowered in self.people else self._by_username.get(identifier)
        return self.people.get(aci) if aci else None

    def leave_signal(self, person: Person) -> None:
        """The person deletes their account: nothing reaches them any more."""
        person.registered = False
        self.troubled.add(person.aci)

    def change_key(self, person: Person) -> None:
        """The person reinstalls Signal: their safety number changes.

        The account does not know yet: it learns the new key when it sends to them or hears from
        them, and until then shows the old one as trusted.
        """
        person.key_version += 1
        self.troubled.add(person.aci)

    def fetch_key(self, person: Person) -> None:
        """The account stores the key that somebody has now: `saveNewIdentity` in signal-cli."""
        if person.known_key == person.key_version:
            return
        person.known_key, person.key_added = person.key_version, self.clock.now()
        person.trust = Trust.UNVERIFIED if self.trust == "always" else Trust.UNTRUSTED

    def trust_key(self, person: Person, level: Trust) -> None:
        """The account trusts the key that it has stored for somebody.

        If that is the key which they have now, messages that were held come; see `retry`.
        """
        person.trust = level
        if person.trusted and person.registered:
            self.troubled.discard(person.aci)
        self._retry_due = True
        if self.retry == "at once":
            self.retry_held()

    def retry_held(self) -> None:
        """Hands over what was held of people who are trusted now.

        signal-cli does so when it starts and after a key was trusted. What is still not trusted
        stays silently, and is thrown away two weeks after it came (`retryFailedReceivedMessage`).
        """
        self._retry_due = False
        held, self._held = self._held, []
        now = self.clock.now()
        for item in held:
            if item.source.trusted:
                self.hand_over(item.account, item.source, item.timestamp, item.body)
            elif now - item.timestamp <= HELD_AT_MOST_MS:
                self._held.append(item)

    def trouble_with(self, person: Person) -> str | None:
        """Why nothing can be sent to somebody, as signal-cli names it, or None.

        To try to send is one way in which the account learns of a new key.
        """
        if not person.registered:
            return "UNREGISTERED_FAILURE"
        self.fetch_key(person)
        return None if person.trusted else "IDENTITY_FAILURE"

    def clear(self) -> None:
        """Forgets everybody and everything but the bot's accounts."""
        accounts = {account.aci: account.self_ for account in self.accounts.values()}
        self.people = accounts
        self.chats.clear()
        self.troubled.clear()
        self.registrar = Registrar()
        self._held.clear()
        self._chats_of = {aci: {} for aci in accounts}
        self._by_number = {person.number: aci for aci, person in accounts.items() if person.number}
        self._by_username.clear()
        for file in self.attachments.names():
            self.attachments.remove(file)
        for account in self.accounts.values():
            account.blocked_groups.clear()
            account.contact_names.clear()
            if account.self_.username:
                self._by_username[account.self_.username] = account.aci

    # Chats

    def direct_chat(self, one: Person, other: Person) -> Chat:
        """The chat of two people."""
        people = (min(one.aci, other.aci), max(one.aci, other.aci))
        name = "+".join(people)
        chat = self.chats.get(name)
        if chat is None:
            chat = self.chats[name] = Chat(name, people=people)
            for aci in people:
                self._chats_of[aci][name] = chat
        return chat

    def add_group(self, group: Group) -> Chat:
        """Creates a group with the members it has."""
        chat = self.chats[group.internal_id] = Chat(group.internal_id, group)
        for aci in group.members:
            self._chats_of[aci][chat.id] = chat
            chat.joined(aci)
        return chat

    def add_or_invite(self, chat: Chat, aci: str) -> None:
        """The bot's account adds somebody: an invitation, where it lacks their profile key.

        See `addMembers` in GroupV2Helper of signal-cli, and `createModifyGroupMembershipChange` in
        Signal's library, which makes a pending member of whoever has no credential, and takes them
        off the list of the banned.
        """
        group = chat.the_group()
        group.banned.discard(aci)
        if self.people[aci].profile_key or aci in group.requesting:
            self.join(chat, aci)
        elif aci not in group.members:
            group.invited.add(aci)

    def fetch_group(self, chat: Chat) -> None:
        """signal-cli looks at a group as Signal's server has it now."""
        group = chat.the_group()
        group.seen_requests = set(group.requesting)

    def join(self, chat: Chat, aci: str) -> None:
        """Adds a member to a group's chat."""
        if chat.group and aci not in chat.group.members:
            chat.group.members[aci] = None
            chat.group.invited.discard(aci)
            chat.group.requesting.discard(aci)
            chat.group.seen_requests.discard(aci)
            self._chats_of[aci][chat.id] = chat
            chat.joined(aci)

    def leave(self, chat: Chat, aci: str) -> None:
        """Takes a member out of a group's chat; what they have seen stays on their phone."""
        if chat.group and aci in chat.group.members:
            del chat.group.members[aci]
            chat.group.admins.discard(aci)
            chat.left(aci)

    def group_chat(self, group_id: str) -> Chat:
        """A group's chat by either form of its id.

        Raises:
            Refusal: there is no such group.
        """
        internal = internal_id_of(group_id) if group_id.startswith("group.") else group_id
        chat = self.chats.get(internal)
        if chat is None or chat.group is None:
            raise Refusal(f"Group not found: {internal}")
        return chat

    def groups(self) -> Iterator[Group]:
        """Every group there is, oldest first."""
        return (chat.group for chat in self.chats.values() if chat.group)

    def groups_of(self, aci: str) -> Iterator[Group]:
        """Every group that somebody is or was in, oldest first."""
        return (chat.group for chat in self._chats_of[aci].values() if chat.group)

    def chats_of(self, aci: str) -> list[Chat]:
        """Every chat on somebody's phone, oldest first."""
        return list(self._chats_of[aci].values())

    # What the bot's account is told

    def listeners(self, chat: Chat, author: str) -> Iterator[Account]:
        """The accounts in a chat that hear what `author` does there."""
        for aci, account in self._accounts_by_aci.items():
            if aci != author and chat.includes(aci) and chat.id not in account.blocked_groups:
                yield account

    def is_account(self, aci: str) -> bool:
        """Whether this is the bot, not a phone."""
        return aci in self._accounts_by_aci

    def tell(self, account: Account, source: Person, timestamp: int, body: Json) -> None:
        """Lets an account receive an envelope.

        From somebody whose new key is not trusted it receives one without content and an error. The
        message stays with signal-cli, over restarts too, and the same envelope comes with its
        content once the key is trusted (`ReceiveHelper` in signal-cli).
        """
        if self.trust == "always":
            self.fetch_key(source)
        if source.trusted:
            self.hand_over(account, source, timestamp, body)
        else:
            self._held.append(_Held(account, source, timestamp, body))
            text = f"Untrusted identity: {source.aci}"
            error = {"message": text, "type": "UntrustedIdentityException"}
            self.hand_over(account, source, timestamp, {}, error)
            if self.key_fetch == "at once":
                self.fetch_key(source)
        if self._retry_due:
            self.retry_held()

    def hand_over(
        self,
        account: Account,
        source: Person,
        timestamp: int,
        body: Json,
        error: Json | None = None,
    ) -> None:
        """Notifies of an envelope, as the version of signal-cli that is played writes it."""
        name = account.contact_names.get(source.aci, "")
        full = envelopes.envelope(source, timestamp, body, source_name=name)
        written = envelopes.notification(account.number, full, error)
        self.deliver(as_written_by(self.version(), written))
