"""`moderators`: who moderates, for admins by name, for everybody else by count.

Admins type a code after it (`handlers.conduct.mandates.naming`), `renew 3` or `end 3: why`.
"""

from collections.abc import Iterator

from handlers.conduct.mandates.ending import propose_ending
from handlers.conduct.mandates.naming import propose
from handlers.conduct.mandates.offering import mandate_line
from handlers.conduct.mandates.renewing import propose_renewal
from handlers.conduct.mandates.words import named_branch, read_words
from handlers.conduct.proposals.asking import named, where
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new, whole
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import first_word, read_number
from handlers.services import Services
from relay.conduct.mandates.moderators import Mandate, Origin
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind
from relay.groups.door_rules import CODE_LENGTH
from relay.language.cries import cries_out
from relay.settings import Branch

listing = Router("moderators")


def says_more(heard: HeardMessage) -> bool:
    """Whether something follows."""
    return bool(heard.typed.rest)


@listing.command(
    "moderators",
    new,
    says_more,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.CODE,), (Follows.RENEW, Follows.NUMBER), (Follows.END, Follows.NUMBER)),
)
async def change(heard: HeardMessage) -> None:
    """Take what an admin wants to propose."""
    services, rest = heard.services, heard.typed.rest
    if cries_out(rest):
        await heard.say_text(services.said_in_danger("mandate-how-any"))
        return
    if heard.goes_on_with("renew"):
        branch, further = named_branch(heard, heard.further)
        number, more = read_number(further.strip())
        words = read_words(heard, more if branch is None else f"{more} {branch.slug}")
        await propose_renewal(heard, number, words)
        return
    if heard.goes_on_with("end_mandate"):
        branch, further = named_branch(heard, heard.further)
        number, why = read_number(further.strip())
        await propose_ending(heard, number, branch, why.lstrip(" :-–,"))
        return
    code, more = _code(services, rest)
    offer = services.moderators.offered(code)
    if offer is not None:
        await propose(heard, offer, code, read_words(heard, more))
    elif _looks_like_code(code):
        await heard.say("mandate-code-unknown")
    else:
        await heard.say("mandate-how-any")


@listing.command("moderators", new, by=whole, section=Section.CONDUCT)
async def show(heard: HeardMessage) -> None:
    """Say who moderates: to admins by name and with the end, to everybody else how many."""
    services = heard.services
    own = services.branches_of(heard.person)
    texts = [_for_admin(services, branch) for branch in own]
    texts += [
        services.words.say("moderators-yours", line=mandate_line(services, one))
        for one in services.moderators.held_by(heard.person)
    ]
    seen = {branch.slug for branch in own}
    texts += [
        services.words.say(
            "moderators-count",
            branch=branch.name,
            count=len(services.moderators.everybody(branch.slug)),
        )
        for branch in services.settings.branches
        if branch.slug not in seen
    ]
    await heard.say_text("\n\n".join(texts))


def _for_admin(services: Services, branch: Branch) -> str:
    say, slug = services.words.say, branch.slug
    running = services.moderators.running(slug)
    lines = [_line(services, one) for one in running if one.origin is Origin.NAMED]
    from_settings = sum(one.origin is Origin.SETTINGS for one in running)
    if from_settings:
        lines.append(say("moderators-of-settings", count=from_settings))
    lines += _waiting(services, slug)
    how = "how" if services.two_admins.can_come_about(slug, None) else "host"
    return say("moderators-list", branch=branch.name, lines="\n".join(lines) or "none", how=how)


def _line(services: Services, mandate: Mandate) -> str:
    until = mandate.until or services.clock.now()
    return services.words.say(
        "moderators-line",
        number=str(mandate.number),
        name=named(services, mandate.name),
        where=where(services, mandate.branch, mandate.groups),
        until=services.time.day(services.moderators.last_day(until)),
    )


def _waiting(services: Services, branch: str) -> Iterator[str]:
    for one in services.two_admins.table.all():
        if one.branch == branch and one.kind is not ProposalKind.STANDARD:
            yield _waiting_line(services, one)


def _waiting_line(services: Services, proposal: AdminProposal) -> str:
    return services.words.say(
        "moderators-waiting",
        number=str(proposal.number),
        name=named(services, str(proposal.said.get("name", ""))),
        kind=proposal.kind.value,
        who="person" if proposal.accepting else "admin",
    )


def _code(services: Services, rest: str) -> tuple[str, str]:
    """Return the code that a text begins with, also if it is typed in two halves, and the rest."""
    words = rest.split()
    halves = "".join(words[:2])
    if len(words) > 1 and services.moderators.offered(halves) is not None:
        return halves, " ".join(words[2:])
    return first_word(rest), " ".join(words[1:])


def _looks_like_code(word: str) -> bool:
    return len(word) == CODE_LENGTH and word.isalnum() and not word.islower()
