"""What an officer does about words that wait for their yes: answer, edit or delete them."""

from dataclasses import replace

from signalbot import (
    DataMessage,
    DataMessageContext,
    DataMessageHandler,
    EditMessage,
)
from signalbot.messages import ReceivedMessage

from handlers.casework.answering import can_be_told, offer, tell, turn_of
from handlers.casework.waiting import pending, pending_case, read_words
from handlers.conversation.heard import HeardDeletion
from handlers.conversation.router import Router
from handlers.services import Services
from handlers.typed import clean, is_no, is_yes, read_command

officers_words = Router("officers_words")


class WordsAnswer(DataMessageHandler):
    """Takes the yes or no."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether words of the sender wait, and this answers the question."""
        return (
            isinstance(message, DataMessage)
            and not isinstance(message, EditMessage)
            and (is_yes(message.text) or is_no(message.text))
            and pending(self._services, message.source_uuid or "") is not None
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Send the words, or drop them."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        waiting = pending(services, person)
        desk = services.vault.for_officer(person)
        services.store.conversations.end(person)
        case = pending_case(waiting, desk) if waiting is not None and desk is not None else None
        if waiting is None or desk is None or case is None:
            # What they may not know (any more) is not there.
            await services.say(context, "casework-words-gone")
            return
        turn = turn_of(services, context, desk)
        if is_no(message.text):
            turn.say_about(case, "casework-words-dropped")
        elif can_be_told(turn, case):
            tell(turn, case, read_words(waiting))


class WordsEdited(DataMessageHandler):
    """Follows an edit of words that wait, so that a yes never sends what was taken out again."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether a message is an edit of the one that waits."""
        if not isinstance(message, EditMessage):
            return False
        waiting = pending(self._services, message.source_uuid or "")
        return waiting is not None and (
            message.target_sent_timestamp in read_words(waiting).origins
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Take the new words instead of the old ones."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        waiting = pending(services, person)
        desk = services.vault.for_officer(person)
        case = pending_case(waiting, desk) if waiting is not None and desk is not None else None
        if waiting is None or desk is None or case is None:
            services.store.conversations.end(person)
            await services.say(context, "casework-words-gone")
            return
        words, text = read_words(waiting), clean(message.text)
        typed = read_command(text)
        if typed.command == words.kind and (found := desk.find(typed.rest)) is not None:
            case, text = found
        origins = (*words.origins, message.timestamp)
        turn = turn_of(services, context, desk)
        # Edited again, it is not sent without a yes, whatever it says now.
        await offer(turn, case, replace(words, text=text, sure=False, origins=origins))


def deletes_words(heard: HeardDeletion) -> bool:
    """Whether the message with the words that wait for a yes is deleted."""
    waiting = pending(heard.services, heard.person)
    return waiting is not None and heard.signal.message.timestamp in read_words(waiting).origins


@officers_words.deletion(deletes_words)
async def withdraw(heard: HeardDeletion) -> None:
    """Drop what waits, and say so."""
    heard.services.store.conversations.end(heard.person)
    await heard.say("casework-words-withdrawn")
