"""`captcha signalcaptcha://…`: a person proves to Signal that a person runs the account."""

import re

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import admin
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.signal.outgoing import CHALLENGE_LANE, SIGNAL_LANE, SUBSCRIBERS_LANE, Challenge
from relay.signal.priority import Priority

captcha = Router("captcha")
_SOLUTION = re.compile(r"signalcaptcha://\S+")


def is_solution(heard: HeardMessage) -> bool:
    """Whether a message begins with a solution, pasted alone."""
    return _SOLUTION.match((heard.message.text or "").strip()) is not None


@captcha.message(admin, is_solution)
@captcha.command("captcha", may=admin, section=Section.RUNNING)
async def hand_in(heard: HeardMessage) -> None:
    """Queue the solution for every challenge that is open; the lane opens once Signal takes it."""
    services = heard.services
    solution = _SOLUTION.search(heard.message.text or "")
    found = map(services.store.breakers.of, (SIGNAL_LANE, SUBSCRIBERS_LANE))
    wanted = (one for one in found if one is not None and one.cause == "captcha")
    breaker = next(wanted, None)
    if breaker is None:
        await heard.say("captcha-not-wanted")
    elif solution is None:
        await heard.say("lane-captcha")
    elif not breaker.challenge_tokens:
        await heard.say("captcha-no-challenge")
    else:
        challenge = Challenge(token=breaker.challenge_tokens[-1], captcha=solution[0])
        services.store.outbox.queue(
            lane=CHALLENGE_LANE,
            target=CHALLENGE_LANE,
            action=challenge.action,
            payload=challenge.to_json(),
            priority=Priority.URGENT,
            now=services.clock.now(),
            asked_by=heard.person,
        )
        await heard.say("captcha-handed-in")
