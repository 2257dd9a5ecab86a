"""What writers and moderators hear of an advert without having asked just then.

Implements `relay.adverts.service.AdvertNotifier`. No moderator is told whose an advert is, and no
writer who read it.
"""

from handlers.adverts.access import readers_of
from handlers.services import Services
from relay.adverts.notifier import Board, Left, Why
from relay.adverts.tables import Advert


class AdvertNotices:
    """Tells each in their own language.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def stands(self, advert: Advert) -> None:
        """It stands in the board now, also where the settings have lost the board meanwhile."""
        services = self._services
        if advert.writer is None or advert.until is None:
            return
        until, board = advert.until, services.adverts.board_name(advert)
        services.tell_text(
            advert.writer,
            lambda speaking: speaking.words.say(
                "advert-stands",
                number=str(advert.number),
                board=board,
                until=speaking.time.day(until),
            ),
        )

    def refused_by_signal(self, advert: Advert) -> None:
        """It could not be posted: its writer and the admins are told."""
        self._tell_writer(advert, "advert-not-taken")
        board = self._services.adverts.boards.get(advert.board)
        for admin in () if board is None else board.branch.admins:
            self._services.tell(admin, "advert-not-taken-admin", board=board.name if board else "")

    def over(self, advert: Advert, why: Why, left: Left) -> None:
        """It is over."""
        if why is Why.TIME:
            self._tell_writer(advert, "advert-over", left=left.value)
        elif why is Why.REPLACED:
            self._tell_writer(advert, "advert-replaced", left=left.value)

    def unread(self, advert: Advert) -> None:
        """No moderator has answered for long: both sides are told."""
        self._tell_writer(advert, "advert-unread")
        self._tell_readers(advert, "advert-unread-moderator")

    def never_read(self, advert: Advert) -> None:
        """No moderator has answered: both sides are told."""
        self._tell_writer(advert, "advert-never-read")
        self._tell_readers(advert, "advert-never-read-moderator")

    def to_pin(self, board: Board) -> None:
        """Admins have to pin the list of a board by hand."""
        for admin in board.branch.admins:
            self._services.tell(admin, "board-pin-by-hand", board=board.name)

    def _tell_writer(self, advert: Advert, message: str, **args: str) -> None:
        if advert.writer is not None:
            self._services.tell(advert.writer, message, number=str(advert.number), **args)

    def _tell_readers(self, advert: Advert, message: str) -> None:
        for reader in readers_of(self._services, advert):
            self._services.tell(reader, message, number=str(advert.number))
