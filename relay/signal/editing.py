"""Edits and deletions of earlier messages: which version is named, and what if none can be.

An edit of which no answer came may have been done, as a version with a timestamp that nobody knows;
what names the version before it would change nothing on some phones (`relay.signal.references`). So
before each call it is noted that one is made, and after a crash or a lost answer the message is
sent anew, with the new text, and the old one is deleted: a deletion finds every version.
"""

from collections.abc import Callable, Iterable
from typing import Any

from relay.delivery.errors import DeliveryRefused
from relay.formatting import StyledText
from relay.signal.answers import BAD_ANSWER
from relay.signal.client import SignalClient
from relay.signal.errors import AnswerLost, CallRefused, SignalApiError
from relay.signal.outgoing import Delete, Earlier, Edit, EndPoll, Tidy
from relay.signal.priority import Priority
from relay.signal.references import Reference, References
from relay.signal.types import Attachment, Sent
from relay.store import Store
from relay.store.outbox import Delivery

GROUP_PREFIX = "group."
"""What the API's ids of groups begin with."""

Files = Callable[[Edit], tuple[Attachment, ...]]


def reference_key(group: str) -> str:
    """Return the destination name under which the store keeps where an announcement stands."""
    return f"signal:{group}"


class Editing:
    """Changes and deletes what was sent.

    Args:
        client: the one way to the API server.
        store: where earlier messages stand.
        files: opens the files of a message that has to be sent anew.
    """

    def __init__(self, client: SignalClient, store: Store, files: Files) -> None:
        self._client = client
        self._store = store
        self._files = files

    async def edit(self, delivery: Delivery, edit: Edit) -> tuple[Sent | None, dict[str, Any]]:
        """Change a message, or do what comes nearest.

        Returns:
            What the API answered, None where nothing was sent; and what to remember of it:
            `versions` of a message that was edited, `apart` for a message of its own beside the
            earlier one, `replaces` with the versions of what was sent anew, `left` for what can no
            longer be changed. `apart` and `left` say why: `late` or `full`.

        Raises:
            DeliveryRefused: the earlier message was never delivered.
        """
        earlier = self._find(delivery, edit.earlier)
        if earlier is None:
            raise DeliveryRefused("the earlier message was never delivered")
        if edit.attempted:
            sent = await self._send(delivery, edit.styled, self._files(edit))
            return sent, {"replaces": earlier.to_json()}
        if not earlier.may_be_edited(delivery.created_at):
            why = "full" if earlier.is_young(delivery.created_at) else "late"
            if edit.instead is None:
                return None, {"left": why}
            # Its files are there already, with the message that stays.
            sent = await self._send(delivery, edit.styled.within(edit.instead))
            return sent, {"apart": why}
        sent = await self._change(delivery, edit, earlier)
        return sent, {"versions": [*earlier.versions, sent.timestamp]}

    async def delete(self, delivery: Delivery, delete: Delete) -> dict[str, Any]:
        """Delete a message, or everything of an announcement that Signal still lets be deleted."""
        earlier = delete.earlier
        if earlier.announcement is not None:
            standing = self._standing(delivery.target, earlier.announcement)
            return await self._delete_young(delivery, standing.everything)
        message = self._find(delivery, earlier)
        if message is not None:
            await self._delete(delivery, message)
        return {}

    async def tidy(self, delivery: Delivery, tidy: Tidy) -> dict[str, Any]:
        """Delete what a newer post has taken the place of."""
        standing = self._standing(delivery.target, tidy.announcement)
        return await self._delete_young(delivery, standing.outdated)

    async def end_poll(self, delivery: Delivery, end: EndPoll) -> dict[str, Any]:
        """Delete a poll or, where Signal no longer does that, close it: phones take votes no more.

        It is not closed before it is deleted: phones tell of the end of a poll in a message of its
        own that shows the question again, and that would stay (`handlePollTerminate` in
        `DataMessageProcessor` of Signal-Android). A poll that is deleted takes no votes either
        (`handlePollVote` in `Polls.preload.ts` of Signal-Desktop, `handlePollValidation` in
        Signal-Android). Both may be done twice, such as after a crash.

        Returns:
            `{"deleted": [ms]}` or `{"closed": ms}`; `{}` where the poll was never sent.
        """
        poll = self._find(delivery, end.earlier)
        if poll is None:
            return {}
        if poll.is_young(delivery.created_at):
            await self._delete(delivery, poll)
            return {"deleted": [poll.newest]}
        await self._client.close_poll(
            delivery.target, poll.newest, priority=Priority(delivery.priority)
        )
        return {"closed": poll.newest}

    async def _delete_young(
        self, delivery: Delivery, messages: Iterable[Reference]
    ) -> dict[str, Any]:
        """Delete all that are not too old; a repetition after a crash changes nothing."""
        messages = tuple(messages)
        young = [one for one in messages if one.is_young(delivery.created_at)]
        for message in young:
            await self._delete(delivery, message)
        return {"deleted": [one.newest for one in young], "too_old": len(messages) - len(young)}

    async def _delete(self, delivery: Delivery, message: Reference) -> None:
        await self._client.remote_delete(
            delivery.target, message.newest, priority=Priority(delivery.priority)
        )

    async def _change(self, delivery: Delivery, edit: Edit, earlier: Reference) -> Sent:
        self._note(delivery, edit.model_copy(update={"attempted": True}))
        try:
            sent = await self._client.send(
                delivery.target,
                edit.text,
                styles=edit.styles,
                edit_timestamp=earlier.newest,
                priority=Priority(delivery.priority),
            )
        except AnswerLost:
            raise
        except SignalApiError as error:
            if isinstance(error, CallRefused) and error.code == BAD_ANSWER:
                raise
            # It has an answer, and that is no.
            self._note(delivery, edit)
            raise
        if sent.failures and not delivery.target.startswith(GROUP_PREFIX):
            # The one person whom it was for did not get it.
            self._note(delivery, edit)
        return sent

    async def _send(
        self, delivery: Delivery, styled: StyledText, attachments: tuple[Attachment, ...] = ()
    ) -> Sent:
        return await self._client.send(
            delivery.target,
            styled.text,
            styles=styled.styles,
            attachments=attachments,
            priority=Priority(delivery.priority),
        )

    def _note(self, delivery: Delivery, edit: Edit) -> None:
        with self._store.transaction():
            self._store.outbox.replace_payload(delivery.id, edit.to_json())

    def _standing(self, target: str, number: int) -> References:
        announcement = self._store.announcements.get(number)
        kept = self._store.announcements.standing(number).get(reference_key(target))
        return References.read(kept, None if announcement is None else announcement.posted_at)

    def _find(self, delivery: Delivery, earlier: Earlier) -> Reference | None:
        """An earlier message as it stands now, or None if it never went out."""
        if earlier.announcement is not None:
            return self._standing(delivery.target, earlier.announcement).post
        if earlier.delivery is not None:
            kept = self._store.outbox.result(earlier.delivery)
            if kept is not None and kept.get("timestamp") is not None:
                return Reference.read(kept, self._store.outbox.sent_at(earlier.delivery))
        if earlier.timestamp is None:
            return None
        # Of a delivery that is forgotten nothing is left but this, and it was long ago.
        sent_at = delivery.created_at if earlier.delivery is None else None
        return Reference((earlier.timestamp,), sent_at)
