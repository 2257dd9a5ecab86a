"""What cannot be done, said to a person."""

from collections.abc import Mapping
from http import HTTPStatus


class Refused(Exception):
    """Something that was asked for cannot be done.

    Args:
        message_id: the sentence in `wording/served.ftl`.
        status: the HTTP status to answer with.
        args: what the sentence needs.
    """

    def __init__(
        self,
        message_id: str,
        status: HTTPStatus = HTTPStatus.CONFLICT,
        args: Mapping[str, str | int] | None = None,
    ) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.status = status
        self.details = dict(args or {})
