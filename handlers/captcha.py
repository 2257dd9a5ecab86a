"""`captcha signalcaptcha://…`: a person proves to Signal that a person runs the account."""

import re

from signalbot import DataMessage, DataMessageContext, DataMessageHandler
from signalbot.messages import ReceivedMessage

from handlers.services import Services
from handlers.typed import read_command
from relay.signal.outgoing import CHALLENGE_LANE, SIGNAL_LANE, Challenge
from relay.signal.turnstile import Priority

_SOLUTION = re.compile(r"signalcaptcha://\S+")


class Captcha(DataMessageHandler):
    """Hands a captcha's solution to Signal; the lane opens once Signal takes it."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types the command or pastes a solution alone."""
        if not isinstance(message, DataMessage) or not self._services.is_admin(message.source_uuid):
            return False
        text = message.text or ""
        return read_command(text).command == "captcha" or _SOLUTION.match(text.strip()) is not None

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Queue the solution for every challenge that is open."""
        services = self._services
        solution = _SOLUTION.search(context.message.text or "")
        blockage = services.store.blockages.of(SIGNAL_LANE)
        if blockage is None or blockage.cause != "captcha":
            await services.say(context, "captcha-not-wanted")
        elif solution is None:
            await services.say(context, "lane-captcha")
        elif not blockage.challenge_tokens:
            await services.say(context, "captcha-no-challenge")
        else:
            challenge = Challenge(token=blockage.challenge_tokens[-1], captcha=solution[0])
            services.store.outbox.queue(
                lane=CHALLENGE_LANE,
                target=CHALLENGE_LANE,
                action=challenge.action,
                payload=challenge.to_json(),
                priority=Priority.URGENT,
                now=services.clock.now(),
                asked_by=context.message.source_uuid,
            )
            await services.say(context, "captcha-handed-in")
