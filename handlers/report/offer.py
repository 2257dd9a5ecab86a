"""What becomes of an offer to pass something on that is not answered."""

from handlers.conversation.flow import Coming, Flow
from handlers.report.chat import OFFER
from handlers.report.voice import Voice
from handlers.services import Services
from relay.safeguarding import Manner
from relay.store.conversations import Conversation


def _expired(services: Services, conversation: Conversation) -> None:
    if conversation.name == OFFER:
        _say_ended(services, conversation)


def _left(services: Services, left: Conversation, coming: Coming) -> None:
    if coming.flow != "report" and left.data.get("said"):
        _say_ended(services, left)


def _say_ended(services: Services, conversation: Conversation) -> None:
    """Keep no copy of what was said, and tell that it was not passed on."""
    services.vault.post.answer(
        conversation.person,
        conversation.data["case"],
        Voice(services.words, Manner.PLAIN).say("report-offer-ended"),
    )
    services.store.shredder.shred(services.clock.now())


REPORT = Flow("report", expired=_expired, left=_left)
