"""The bodies of the control API."""

import base64
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from practice.attachments import Attachment
from practice.dialects import SignalCliVersion
from practice.faults import FaultKind
from practice.groups import Permission
from practice.messages import (
    Content,
    Mention,
    Preview,
    Quote,
    ReceiptKind,
    SharedContact,
    TextStyle,
)
from practice.people import NumberSharing, Person
from practice.releases import Release
from practice.signal_cli import Overlap
from practice.world import KeyFetch, Receipts, Retry, TrustMode


class Form(BaseModel):
    """A body; unknown fields are errors, so that a typing mistake in a test is found."""

    model_config = ConfigDict(extra="forbid")


class SettingsForm(Form):
    """What to change about the server; see `Tuning` and `World`."""

    overlap: Overlap | None = None
    latency: float | None = None
    reader_busy: float | None = None
    release: Release | None = None
    signal_cli: SignalCliVersion | None = None
    receipts: Receipts | None = None
    trust: TrustMode | None = None
    key_fetch: KeyFetch | None = None
    retry: Retry | None = None


class WebhookForm(Form):
    """The RECEIVE_WEBHOOK_URL."""

    url: str | None


class FaultForm(Form):
    """A fault; see `Fault`."""

    kind: FaultKind
    times: int | None = 1
    method: str = ""
    path: str = ""
    recipient: str = ""
    status: int = 0
    text: str = "Failed to send message"
    code: int = -1
    reasons: dict[str, str] = Field(default_factory=dict)
    seconds: float = 0.0
    tokens: tuple[str, ...] = ("challenge-token",)
    captcha: str = ""


class EnvelopeForm(Form):
    """A raw envelope, for the bot or for another account."""

    envelope: dict[str, Any]
    account: str | None = None
    exception: dict[str, Any] | None = None


class BurstLine(Form):
    """One message of a burst."""

    sender: str
    text: str
    to: str | None = None


class BurstForm(Form):
    """Messages that are sent at the same instant."""

    messages: list[BurstLine]


class PersonForm(Form):
    """Somebody new."""

    name: str
    aci: str | None = None
    number: str | None = None
    sharing: NumberSharing = NumberSharing.HIDDEN
    username: str | None = None

    def person(self) -> Person:
        """The person that the form describes."""
        person = Person(self.name, number=self.number, sharing=self.sharing, username=self.username)
        person.aci = self.aci.lower() if self.aci else person.aci
        return person


class PersonChangeForm(Form):
    """What changes about somebody."""

    name: str | None = None
    sharing: NumberSharing | None = None
    registered: bool | None = None
    profile_key: bool | None = None


class GroupForm(Form):
    """A new group; people by account id, number or username, and `bot`."""

    name: str
    description: str = ""
    members: list[str] = Field(default_factory=list)
    admins: list[str] = Field(default_factory=list)
    send_messages: Permission = Permission.EVERY_MEMBER
    add_members: Permission = Permission.EVERY_MEMBER
    edit_group: Permission = Permission.EVERY_MEMBER
    timer: int = 0


class GroupChangeForm(Form):
    """What changes about a group, and who does it."""

    by: str | None = None
    name: str | None = None
    send_messages: Permission | None = None
    add: list[str] = Field(default_factory=list)
    remove: list[str] = Field(default_factory=list)
    promote: list[str] = Field(default_factory=list)
    demote: list[str] = Field(default_factory=list)


class FileForm(Form):
    """A file to send."""

    base64: str
    content_type: str
    filename: str | None = None
    caption: str | None = None
    voice: bool = False

    def attachment(self) -> Attachment:
        """The attachment that the form describes."""
        data = base64.b64decode(self.base64, validate=True)
        name, caption = self.filename, self.caption
        return Attachment(data, self.content_type, name, caption=caption, voice=self.voice)


class MentionForm(Form):
    """Somebody named in a text."""

    start: int
    length: int
    aci: str


class StyleForm(Form):
    """A styled stretch of a text, such as `BOLD` or `SPOILER`."""

    start: int
    length: int
    style: str


class PreviewForm(Form):
    """A link preview."""

    url: str
    title: str
    description: str = ""
    image: FileForm | None = None


class ContactForm(Form):
    """A card from an address book."""

    given: str
    family: str | None = None
    number: str | None = None
    email: str | None = None
    town: str | None = None
    street: str | None = None
    postcode: str | None = None


class StoryReplyForm(Form):
    """The story that a message answers."""

    author: str
    timestamp: int


class QuoteForm(Form):
    """A quoted message; its author by account id."""

    timestamp: int
    author: str
    text: str = ""


class MessageForm(Form):
    """A message from a phone; `to` is a group or person, or the bot if not given."""

    text: str = ""
    to: str | None = None
    attachments: list[FileForm] = Field(default_factory=list)
    quote: QuoteForm | None = None
    mentions: list[MentionForm] = Field(default_factory=list)
    view_once: bool = False
    styles: list[StyleForm] = Field(default_factory=list)
    previews: list[PreviewForm] = Field(default_factory=list)
    contacts: list[ContactForm] = Field(default_factory=list)
    sticker: str | None = None
    payment: str | None = None
    story: StoryReplyForm | None = None

    def content(self) -> Content:
        """The content that the form describes."""
        quote = self.quote
        return Content(
            text=self.text,
            attachments=tuple(file.attachment() for file in self.attachments),
            quote=Quote(quote.timestamp, quote.author, quote.text) if quote else None,
            mentions=tuple(Mention(m.start, m.length, m.aci) for m in self.mentions),
            view_once=self.view_once,
            styles=tuple(TextStyle(s.start, s.length, s.style) for s in self.styles),
            previews=tuple(
                Preview(p.url, p.title, p.description, p.image.attachment() if p.image else None)
                for p in self.previews
            ),
            contacts=tuple(SharedContact(**contact.model_dump()) for contact in self.contacts),
            sticker=self.sticker,
            payment=self.payment,
            story=(self.story.author, self.story.timestamp) if self.story else None,
        )


class TargetForm(Form):
    """One's own message."""

    timestamp: int
    to: str | None = None


class EditForm(TargetForm):
    """One's own message and its new text."""

    text: str


class ReactionForm(TargetForm):
    """A message and a reaction to it; the author is the bot if not given."""

    emoji: str = "👍"
    author: str | None = None
    action: Literal["add", "remove"] = "add"


class ReceiptForm(Form):
    """Messages of the bot that were read or the like."""

    timestamps: list[int]
    kind: ReceiptKind = "read"


class TypingForm(Form):
    """Typing or not."""

    action: Literal["STARTED", "STOPPED"] = "STARTED"
    to: str | None = None


class PollForm(Form):
    """A new poll."""

    question: str
    options: list[str]
    allow_multiple: bool = True
    to: str | None = None


class VoteForm(TargetForm):
    """A poll and the options chosen, from 0; its author is the bot if not given."""

    options: list[int]
    author: str | None = None


class TimerForm(Form):
    """Seconds until messages disappear; 0 is never."""

    seconds: int
    to: str | None = None
