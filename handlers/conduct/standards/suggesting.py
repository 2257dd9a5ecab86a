"""`standards`, and `suggest standard`: what a branch expects, and how its people change that."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from handlers.conduct.proposals.asking import ask_admins
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new, whole
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.conduct.standards import Standard
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind
from relay.groups.harmless import harmless, is_deceptive
from relay.groups.standards import version_of
from relay.language.cries import cries_out
from relay.language.graphemes import is_within

standards = Router("standards")

BALLOT = ("ballot",)
LONGEST_TITLE = 40
LONGEST_TEXT = 300
MOST_STANDARDS = 20


@standards.command("standards", new, by=whole, section=Section.CONDUCT)
async def show(heard: HeardMessage) -> None:
    """Show what each branch of somebody's expects, and which version of it they have agreed to."""
    services = heard.services
    for slug in branches_for(services, heard.person):
        whole_text = services.standards.whole(slug)
        agreed = services.doors.standards.agreed(slug, heard.person)
        now = version_of(whole_text)
        changed = services.standards.changed_at(slug)
        await heard.say(
            "standards-shown",
            text=whole_text,
            version=str(services.standards.version(slug)),
            since="none" if changed is None else services.time.day(changed),
            agreed="none" if agreed is None else "now" if agreed == now else "earlier",
            suggest=services.vocabulary.name("suggest"),
        )


def suggests_standard(heard: HeardMessage) -> bool:
    """Whether a standard is what is suggested."""
    found = heard.services.vocabulary.phrase("suggests_standard").match(heard.typed.rest)
    return found is not None


@standards.command(
    "suggest",
    new,
    suggests_standard,
    section=Section.CONDUCT,
    usages=((Follows.STANDARD, Follows.TEXT), (Follows.STANDARD, Follows.NUMBER)),
)
async def suggest(heard: HeardMessage) -> None:
    """Ask the admins of the branch: two of them have to agree to just that text."""
    services = heard.services
    begun = services.vocabulary.phrase("suggests_standard").match(heard.typed.rest)
    said = heard.typed.rest if begun is None else heard.typed.rest[begun.end() :]
    if cries_out(said):
        await heard.say_text(services.said_in_danger("standard-how"))
        return
    slugs = _own_branches(services, heard.person)
    if not slugs:
        await heard.say("standard-members-only", command=services.vocabulary.name("groups"))
        return
    suggested = _read(heard, slugs[0], said)
    if isinstance(suggested, str):
        await heard.say(suggested, title=LONGEST_TITLE, text=LONGEST_TEXT, most=MOST_STANDARDS)
        return
    proposal = await ask_admins(heard, STANDARD, slugs[0], ProposalKind.STANDARD, None, suggested)
    await heard.say(
        "standard-asked",
        branch=services.branches[slugs[0]].name,
        number=str(proposal.number),
        alone="no" if services.two_admins.can_come_about(slugs[0], None) else "yes",
    )


@dataclass(frozen=True)
class StandardChanging:
    """A standard is to be new, to say something else, or to count no more."""

    def shown(self, speaking: Services, proposal: AdminProposal) -> str:
        """Return the exact text, beside what counts now."""
        said = proposal.said
        before = _before(speaking, proposal)
        return speaking.words.say(
            "standard-shown",
            branch=speaking.branches[proposal.branch].name,
            what=_what(said),
            suggestion=str(proposal.number),
            number=str(said["number"] or "new"),
            title=str(said["title"]),
            text=str(said["text"]),
            before="none" if before is None else f"{before.title}: {before.text}",
        )

    def agreed(self, services: Services, proposal: AdminProposal) -> str:
        """Let it count from now on, if it is still about what was shown."""
        services.two_admins.table.forget(proposal)
        return settle(services, proposal, proposal.agreed)

    def refused(self, services: Services, proposal: AdminProposal) -> None:
        """Tell who suggested it."""
        _tell_author(services, proposal, "standard-refused")

    def unanswered(self, services: Services, proposal: AdminProposal) -> None:
        """Tell who suggested it."""
        if proposal.branch in services.branches:
            _tell_author(services, proposal, "standard-unanswered")


STANDARD = StandardChanging()


def settle(services: Services, proposal: AdminProposal, by: Iterable[str]) -> str:
    """Let what was agreed to count from now on; return the message that says what came of it.

    Args:
        services: the parts of the relay.
        proposal: what was agreed to; it is forgotten already.
        by: account ids of the admins who have agreed, or `BALLOT`.
    """
    said, branch = proposal.said, proposal.branch
    current = _before(services, proposal)
    shown = said["before"]
    if shown is not None and (current is None or [current.title, current.text] != shown):
        _tell_author(services, proposal, "standard-changed-meanwhile")
        return "standard-not-as-shown"
    if said["retire"]:
        services.standards.retire(branch, int(said["number"]))
    else:
        number = None if said["number"] is None else int(said["number"])
        services.standards.put(branch, number, str(said["title"]), str(said["text"]))
    subject, now = f"standards {branch} {services.standards.version(branch)}", services.clock.now()
    for one in by:
        services.store.audit.record(actor=one, action="change-standards", subject=subject, now=now)
    _tell_author(services, proposal, "standard-agreed")
    return "standard-settled" if by is not BALLOT else "standard-ballot-settled"


def branches_for(services: Services, person: str) -> list[str]:
    """Return the slugs of somebody's branches; of all for whoever is in none."""
    return _own_branches(services, person) or list(services.branches)


def _own_branches(services: Services, person: str) -> list[str]:
    admins = services.slugs_of(person)
    mine = [kept.branch for kept, _ in services.doors.known() if services.doors.is_in(kept, person)]
    mine += [
        branch.slug
        for branch in services.settings.branches
        if any(person in services.people_in(group) for group in branch.announcement_groups)
    ]
    moderated = services.moderators.branches_of(person)
    return list(dict.fromkeys((*mine, *moderated, *sorted(admins))))


def _read(heard: HeardMessage, branch: str, said: str) -> dict[str, Any] | str:
    """Return what is suggested, or the message that says why it cannot be suggested so."""
    services, person = heard.services, heard.person
    number, rest = read_number(said)
    current = None if number is None else services.standards.get(branch, number)
    if number is not None and current is None:
        return "standard-unknown"
    before = None if current is None else [current.title, current.text]
    waiting = [one for one in services.two_admins.table.all() if one.kind is ProposalKind.STANDARD]
    if any(one.author == person for one in waiting):
        return "standard-one-at-a-time"
    if current is not None and services.vocabulary.answers_with("retire_standard", rest.strip()):
        if len(services.standards.list(branch)) == 1:
            return "standard-last-one"
        return {
            "number": number,
            "title": current.title,
            "text": current.text,
            "retire": True,
            "before": before,
        }
    title, colon, text = rest.partition(":")
    title = harmless(title, LONGEST_TITLE + 1, "")
    text = harmless(text, LONGEST_TEXT + 1, services.words.say("join-link"))
    if current is not None and not colon:
        # Only other words for what it says.
        title, text = (
            current.title,
            harmless(rest, LONGEST_TEXT + 1, services.words.say("join-link")),
        )
    if not any(char.isalpha() for char in title) or not any(char.isalpha() for char in text):
        return "standard-how"
    if not is_within(title, LONGEST_TITLE) or not is_within(text, LONGEST_TEXT):
        return "standard-long"
    if is_deceptive(title):
        return "standard-how"
    if current is None and len(services.standards.list(branch)) >= MOST_STANDARDS:
        return "standard-enough"
    return {"number": number, "title": title, "text": text, "retire": False, "before": before}


def _before(services: Services, proposal: AdminProposal) -> Standard | None:
    number = proposal.said["number"]
    return None if number is None else services.standards.get(proposal.branch, int(number))


def _what(said: dict[str, Any]) -> str:
    if said["retire"]:
        return "retire"
    return "new" if said["number"] is None else "change"


def _tell_author(services: Services, proposal: AdminProposal, message: str) -> None:
    tell_unasked(
        services,
        proposal.author,
        message,
        title=str(proposal.said["title"]),
        branch=services.branches[proposal.branch].name,
    )
