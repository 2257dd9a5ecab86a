"""`contacts write Clapton: text`: admins write to people on the contact list, through the bot.

admin: contacts write Clapton: The hall is open on Saturday.
bot:   This would go to at least 10 people … yes or no
admin: yes
"""

from typing import Any, ClassVar

from handlers.contact_list.listing import has_a_list, in_fives, own_lists
from handlers.contact_list.texts import branch_name, letter_text
from handlers.conversation.approval import ProposedAlone, propose
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new, without_files
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.left_out import without_lost
from handlers.services import Services
from relay.contact_list.letters import EVERYBODY, FEWEST
from relay.language.graphemes import is_within

contact_writing = Router("contact_writing")

MOST = 1500
"""Characters: more than two screens of a phone nobody reads."""


class _Letter(State):
    """Something is to be written, and nobody has got it.

    Attributes:
        branch: slug.
        audience: the area or interest; empty for everybody.
        text: the admin's words.
    """

    branch: str
    audience: str
    text: str

    def expired(self, services: Services, person: str) -> None:
        """Say that nobody got it."""
        services.tell(person, "contacts-write-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so too, unless it goes on."""
        if not isinstance(coming, _Letter):
            self.expired(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's."""
        return True

    def hinders(self, services: Services) -> str | None:
        """Return the message that says why it cannot go out now, or None."""
        branch = services.branches.get(self.branch)
        if branch is None or branch.contact_list is None:
            return "contact-nowhere"
        if services.letters.is_under_way(self.branch):
            return "contacts-write-one-at-a-time"
        if services.letters.readers(self.branch, self.audience) < FEWEST:
            return "contacts-write-too-few"
        return None

    def preview_text(self, services: Services) -> str:
        """Return what an admin is shown of it."""
        return services.words.say(
            "contacts-write-preview",
            branch=branch_name(services, self.branch),
            people=in_fives(services, services.letters.readers(self.branch, self.audience)),
            audience=self.audience or "none",
            text=letter_text(services, self.branch, self.text),
        )

    def begin(self, services: Services, by: str) -> None:
        """Send it, and note that in the audit trail."""
        services.letters.begin(self.branch, self.audience, self.text)
        now, subject = services.clock.now(), f"contact list {self.branch}"
        services.store.audit.record(actor=by, action="contacts-written", subject=subject, now=now)


class ConfirmLetter(_Letter, Pending):
    """Shall it go out?"""

    name: ClassVar[str] = "contacts.letter"

    async def accept(self, heard: Heard[Any]) -> None:
        """Send it, or ask another admin."""
        services = heard.services
        heard.leave()
        branch = services.branches.get(self.branch)
        if branch is None or branch.slug not in services.slugs_of(heard.person):
            await heard.say("contacts-write-dropped")
            return
        if (why := self.hinders(services)) is not None:
            await heard.say(why)
            return
        if branch.approvals > 1:
            number = services.store.announcements.draft(
                branch=branch.slug,
                text=self.text,
                author=heard.person,
                now=services.clock.now(),
            )
            services.record(heard.person, "propose", number)
            await propose(heard, branch, self.becomes(ProposedLetter, number=number))
            return
        self.begin(services, heard.person)
        await heard.say("contacts-write-done")

    async def refuse(self, heard: Heard[Any]) -> None:
        """Write to nobody."""
        heard.leave()
        await heard.say("contacts-write-dropped")


class ProposedLetter(ProposedAlone, _Letter):
    """Another admin has to agree."""

    name: ClassVar[str] = "contacts.proposed"
    dropped_message: ClassVar[str] = "contacts-write-dropped"
    expired_message: ClassVar[str] = "contacts-write-expired"

    def shown_text(self, services: Services) -> str:
        """Return what the first admin was shown."""
        return self.preview_text(services)

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Send it."""
        services = heard.services
        if (why := self.hinders(services)) is not None:
            self.discard(services)
            services.tell(author, why)
            await heard.say(why)
            return
        services.record(heard.person, "agree", self.number)
        services.tell(author, "agree-was-agreed", number=str(self.number))
        self.begin(services, author)
        self.discard(services)
        await heard.say("contacts-write-done")


def wants_to_write(heard: HeardMessage) -> bool:
    """Whether it is `contacts write`."""
    return heard.goes_on_with("contacts_write")


@contact_writing.command(
    "contacts",
    new,
    without_files,
    wants_to_write,
    may=has_a_list,
    section=Section.RUNNING,
    usages=((Follows.WRITE, Follows.TEXT),),
)
async def write(heard: HeardMessage) -> None:
    """Show what would go out, and to how many."""
    services = heard.services
    named, between, text = heard.further.partition(":")
    named, text = " ".join(named.split()), without_lost(text).strip()
    if not between or not named or not text:
        await heard.say("contacts-write-how")
        return
    if not is_within(text, MOST):
        await heard.say("contacts-write-too-long", most=str(MOST))
        return
    is_for_all = services.vocabulary.answers_with("contacts_all", named)
    audience = EVERYBODY if is_for_all else named
    letters = [_Letter(branch=one.slug, audience=audience, text=text) for one in own_lists(heard)]
    able = [one for one in letters if one.hinders(services) is None]
    if len(able) != 1:
        # Of several branches, whose people it is for has to be plain.
        why = letters[0].hinders(services) if len(letters) == 1 else None
        await heard.say(why or ("contacts-write-which" if able else "contacts-write-too-few"))
        return
    answers = services.words.say("contacts-write-answers")
    sent = await heard.say_text(f"{able[0].preview_text(services)}\n\n{answers}")
    heard.enter(able[0].becomes(ConfirmLetter, preview=sent.delivery))
