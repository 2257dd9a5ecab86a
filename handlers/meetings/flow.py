"""What becomes of a meeting that somebody enters or changes, where they leave it unanswered."""

from handlers.conversation.flow import Coming, Flow
from handlers.meetings.changing import drop_holder
from handlers.meetings.facts import STATES
from handlers.services import Services
from relay.store.conversations import Conversation


def _expired(services: Services, conversation: Conversation) -> None:
    drop_holder(services, conversation)
    if conversation.name in STATES:
        services.tell(conversation.person, "meeting-expired")
    else:
        number = str(conversation.data["number"])
        services.tell(conversation.person, "meeting-change-expired", number=number)


def _left(services: Services, left: Conversation, coming: Coming) -> None:
    """Let go of the papers that came; no word to who begins a report, others may look on."""
    if left.data.get("holder") != coming.data.get("holder"):
        drop_holder(services, left)
    if coming.flow in ("meeting", "report"):
        return
    if "number" in left.data:
        services.tell(left.person, "meeting-change-left", number=str(left.data["number"]))
    else:
        services.tell(left.person, "meeting-dropped")


MEETING = Flow("meeting", expired=_expired, left=_left, put_down=drop_holder)
