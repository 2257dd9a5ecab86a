"""Polls in a chat."""

from collections.abc import Sequence

from relay.signal.answers import read_timestamp
from relay.signal.priority import Priority
from relay.signal.resource import ApiResource
from relay.signal.types import PollChoice


class Polls(ApiResource):
    """All methods raise a `SignalApiError`. Votes come in as envelopes."""

    async def create_poll(
        self,
        recipient: str,
        question: str,
        answers: Sequence[str],
        *,
        choice: PollChoice = PollChoice.ONE,
        priority: Priority = Priority.REPLY,
    ) -> int:
        """Ask a question in a chat. Returns the poll's timestamp, which is its id."""
        body = {
            "recipient": recipient,
            "question": question,
            "answers": list(answers),
            "allow_multiple_selections": choice is PollChoice.SEVERAL,
        }
        path = ("v1", "polls", self._number)
        return read_timestamp(await self._deliver("POST", *path, body=body, priority=priority))

    async def close_poll(
        self, recipient: str, poll_timestamp: int, *, priority: Priority = Priority.REPLY
    ) -> None:
        """End a poll of ours."""
        # The server wants this timestamp, alone of all, as text.
        body = {"recipient": recipient, "poll_timestamp": str(poll_timestamp)}
        await self._deliver("DELETE", "v1", "polls", self._number, body=body, priority=priority)
