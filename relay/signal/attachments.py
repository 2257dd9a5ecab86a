"""Files that people sent to the bot. They stay on the server's disk until they are deleted."""

from relay.signal.priority import Priority
from relay.signal.resource import ApiResource
from relay.signal.transport import Call


class Attachments(ApiResource):
    """An attachment's `id` is what its envelope says. All methods raise a `SignalApiError`."""

    async def attachment(
        self, attachment_id: str, *, max_bytes: int, priority: Priority = Priority.REPLY
    ) -> bytes:
        """Fetch a file. What its content really is, is not known yet.

        Raises:
            CallRefused: with code `too_large` (no more than `max_bytes` were read) or `not_found`.
        """
        path = ("v1", "attachments", attachment_id)
        call = Call("GET", path, self._timeouts.call, max_bytes=max_bytes)
        return await self._transport.request(call, priority)

    async def delete_attachment(
        self, attachment_id: str, *, priority: Priority = Priority.BACKGROUND
    ) -> None:
        """Delete a file from the server's disk.

        Raises:
            CallRefused: with code `not_found` where it is gone already.
        """
        await self._tell("DELETE", "v1", "attachments", attachment_id, priority=priority)
