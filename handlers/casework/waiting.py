"""Words of an officer that wait for their yes. State of the conversation:

casework.confirm   `text` waits; `kind` is `reply` or `status`, `case` the case's name, and
                   `origins` the moments of the messages it was typed in
"""

from dataclasses import dataclass, field

from handlers.conversation.flow import Coming, Flow
from handlers.services import Services
from relay.safeguarding import OfficerCase, OfficerDesk
from relay.store.conversations import Conversation

CONFIRM = "casework.confirm"


@dataclass(frozen=True)
class Words:
    """What an officer wants whoever wrote a case to read.

    Attributes:
        kind: `reply`, or `status` for what they read when they ask.
        sure: whether there is no doubt which case is meant.
        origins: the moments of the officer's message and its edits.
    """

    kind: str
    text: str = field(repr=False)
    sure: bool
    origins: tuple[int, ...]


def wait_for_yes(services: Services, person: str, name: str, words: Words) -> None:
    """Keep an officer's words for the case of this name until they say yes."""
    services.wait_for(
        person,
        CONFIRM,
        case=name,
        kind=words.kind,
        text=words.text,
        origins=list(words.origins),
    )


def pending(services: Services, person: str) -> Conversation | None:
    """Return an officer's words that wait for a yes, or None."""
    return services.waiting(person, CONFIRM)


def read_words(conversation: Conversation) -> Words:
    """Return the words that wait."""
    data = conversation.data
    return Words(data["kind"], data["text"], sure=True, origins=tuple(data["origins"]))


def pending_case(conversation: Conversation, desk: OfficerDesk) -> OfficerCase | None:
    """Return the case that waiting words are for, if this officer may still read it."""
    case = desk.case(conversation.data["case"])
    return case if case is not None and case.name == conversation.data["case"] else None


def forget_words_about(services: Services, name: str) -> None:
    """Forget what any officer has waiting for the case of this name."""
    for team in services.settings.safeguarding.teams:
        for officer in team.officers:
            waiting = pending(services, officer.id)
            if waiting is not None and waiting.data["case"] == name:
                services.store.conversations.end(officer.id)


def _expired(services: Services, conversation: Conversation) -> None:
    services.tell(conversation.person, "casework-words-expired")


def _left(services: Services, left: Conversation, coming: Coming) -> None:
    if coming.flow != "casework":
        services.tell(left.person, "casework-words-expired")


CASEWORK = Flow("casework", expired=_expired, left=_left)
