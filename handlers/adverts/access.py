"""Who may put in an advert where, and who reads them."""

from typing import Any

from handlers.conversation.heard import Heard, HeardMessage
from handlers.services import Services
from relay.adverts.notifier import Board
from relay.adverts.tables import Advert
from relay.settings import Branch


def has_boards(heard: HeardMessage) -> bool:
    """Whether any branch has a board: without one the word means nothing."""
    return bool(heard.services.adverts.boards)


def boards_for(services: Services, person: str) -> list[Board]:
    """Return the boards of the branches in one of whose groups somebody is, as Signal says now."""
    return [
        board
        for board in services.adverts.boards.values()
        if _is_in(services, person, board.branch)
    ]


def may_moderate(heard: HeardMessage) -> bool:
    """Let through who reads the adverts of a branch, or may take them down."""
    return bool(_overseen(heard.services, heard.person))


def overseen(heard: Heard[Any], number: int) -> Advert | None:
    """Return an advert of a board that somebody looks after, or None."""
    advert = heard.services.adverts.table.get(number)
    if advert is None or advert.board not in _overseen(heard.services, heard.person):
        return None
    return advert


def is_own(heard: Heard[Any], number: int | None) -> bool:
    """Whether somebody has written an advert themselves: then others read it."""
    advert = None if number is None else heard.services.adverts.table.get(number)
    return advert is not None and advert.writer == heard.person


def readers_of(services: Services, advert: Advert) -> list[str]:
    """Return the account ids of the moderators who read an advert: all but its writer."""
    branch = services.adverts.branch_of(advert)
    readers = services.adverts.moderating(branch) if branch else ()
    return [one for one in readers if one != advert.writer]


def _overseen(services: Services, person: str) -> set[str]:
    if services.admins.waits(person):
        return set()
    return {
        board.id
        for board in services.adverts.boards.values()
        if person in (*services.adverts.moderating(board.branch), *board.branch.admins)
    }


def _is_in(services: Services, person: str, branch: Branch) -> bool:
    groups = {*(group.id for group in branch.groups), *branch.announcement_groups}
    return any(person in services.people_in(group) for group in groups)
