"""A warning from its yes on: it stands, or waits for another admin, and is taken back."""

from typing import Any

from handlers.authenticity.answering import untapped
from handlers.conversation.heard import Heard
from handlers.services import Services
from relay.authenticity.tables import FalseClaim, Stage


async def let_stand(heard: Heard[Any], branch: str, text: str) -> None:
    """Warn everybody, or ask another admin, as the branch wants it."""
    services = heard.services
    claim = services.authenticity.warnings.begin(branch, text, heard.person)
    services.record(heard.person, "false", claim.number)
    if claim.stage is Stage.STANDING:
        await _say_stands(heard, claim)
        return
    others = [one for one in services.branches[branch].admins if one != heard.person]
    for other in others:
        services.tell(
            other,
            "false-proposed",
            branch=services.branches[branch].name,
            text=untapped(text),
            number=str(claim.number),
        )
    await heard.say("false-waits", others=len(others), number=str(claim.number))


async def agree(heard: Heard[Any], claim: FalseClaim) -> None:
    """Let a warning stand that another admin has asked for."""
    services, author = heard.services, heard.services.authenticity.warnings.author(claim.number)
    branch = services.branches[claim.branch]
    if author == heard.person and branch.approvals > 1:
        await heard.say("false-own", number=str(claim.number))
        return
    stood = services.authenticity.warnings.stand(claim.number)
    services.record(heard.person, "false-agree", claim.number)
    await _say_stands(heard, stood)
    for other in branch.admins:
        if other != heard.person:
            message = "false-agreed" if other == author else "false-agreed-by-other"
            services.tell(other, message, number=str(claim.number), text=untapped(claim.text))


async def refuse(heard: Heard[Any], claim: FalseClaim) -> None:
    """Drop a warning that waits."""
    services, author = heard.services, heard.services.authenticity.warnings.author(claim.number)
    services.authenticity.warnings.drop(claim.number)
    services.record(heard.person, "false-refuse", claim.number)
    if author is not None and author != heard.person:
        services.tell(author, "false-refused", number=str(claim.number))
    await heard.say("false-refused-done")


async def take_back(heard: Heard[Any], claim: FalseClaim) -> None:
    """Take back a warning that stands."""
    services = heard.services
    people = len(services.authenticity.who_asked(claim.text))
    services.authenticity.warnings.withdraw(claim.number)
    services.record(heard.person, "not-false", claim.number)
    await heard.say("not-false-done", number=str(claim.number), people=people)
    for other in services.branches[claim.branch].admins:
        if other != heard.person:
            services.tell(
                other,
                "false-withdrawn-by-other",
                number=str(claim.number),
                text=untapped(claim.text),
            )


async def _say_stands(heard: Heard[Any], claim: FalseClaim) -> None:
    services = heard.services
    people = len(services.authenticity.who_asked(claim.text))
    draft = _keep_draft(services, heard.person, claim)
    await heard.say("false-stands", number=str(claim.number), people=people, draft=str(draft))


def _keep_draft(services: Services, person: str, claim: FalseClaim) -> int:
    """Keep a draft for the groups, for the admins of the branch; return its number."""
    announcements, now = services.store.announcements, services.clock.now()
    text = services.in_public.words.say("false-post", text=untapped(claim.text))
    number = announcements.draft(branch=claim.branch, text=text, author=person, now=now)
    announcements.keep(number, now)
    return number
