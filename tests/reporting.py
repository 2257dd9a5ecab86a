"""Reports on stage: teams, the way through the questions, and what each side was shown."""

import re
from dataclasses import dataclass
from datetime import timedelta

from harness.running import RelayHarness, from_bot, team

from practice.phones import Phone
from relay.settings import SafeguardingSettings

CHAIR, WELFARE, LEAD = "Chair", "Welfare officer", "National lead"
"""Roles, in the order in which the questions number them."""

TELLING = re.compile(
    r"report|complain|safeguard|abus|harass|violen|hurt|harm|danger|polic|(?<!\d )999(?! \d)|crisis"
    r"|rape|victim|surviv|officer|helpline|frighten|threat|assault|confiden|anonym|bully|disciplin"
    r"|welfare|emergency|secret|what happened|something that happened|domestic|conduct"
    r"|hidden (?:details|names)|safe for you|came from you|recognised|people who read|next team",
    re.IGNORECASE,
)
"""What tells somebody who looks on what a chat is about."""


@dataclass(frozen=True)
class Cast:
    """Who is there: somebody who reports, two officers of a branch, and a national one."""

    rio: Phone
    una: Phone
    vic: Phone
    nia: Phone


def with_teams(stage: RelayHarness, **more: object) -> Cast:
    """Put a branch's team and a national one after it on stage."""
    cast = Cast(
        rio=stage.signal.new_phone("Rio Reporter", number="+447700900777"),
        una=stage.signal.new_phone("Una Officer"),
        vic=stage.signal.new_phone("Vic Officer"),
        nia=stage.signal.new_phone("Nia National"),
    )
    stage.safeguarding = SafeguardingSettings(
        teams=(
            team("hackney", (cast.vic, CHAIR), (cast.una, WELFARE), next="national"),
            team("national", (cast.nia, LEAD), tracks=("conduct",)),
        ),
        **more,
    )
    return cast


async def write(
    stage: RelayHarness, phone: Phone, *texts: str, about: str = "0", word: str = "report"
) -> None:
    """Begin a report to the branch's team and write it, without finishing it."""
    for answer in (word, "1", about, *texts):
        await stage.say(phone, answer)


async def send(
    stage: RelayHarness, phone: Phone, *texts: str, about: str = "0", word: str = "report"
) -> str:
    """Write and send a report; return the name of the case."""
    await write(stage, phone, *(texts or ("It happened.",)), about=about, word=word)
    await stage.say(phone, "done")
    answers = await stage.say(phone, "send")
    found = re.search(r"I call it (\w+ \w+ \d+)", "\n".join(answers))
    assert found is not None, answers
    return found[1]


def shown(phone: Phone) -> str:
    """Return everything that the bot has ever shown on a phone, newest version or older."""
    return "\n".join("\n".join(message.history) for message in from_bot(phone))


def last(phone: Phone) -> str:
    """Return what the bot said last on a phone."""
    return from_bot(phone)[-1].text


def hours(number: float) -> timedelta:
    """Return so many hours."""
    return timedelta(hours=number)
