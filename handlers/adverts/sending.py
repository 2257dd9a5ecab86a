"""From the writer's yes to the moderators, or to the board."""

from dataclasses import replace
from typing import Any

from handlers.adverts.access import boards_for, readers_of
from handlers.conversation.heard import Heard
from handlers.services import Services
from relay.adverts.service import MOST_A_WEEK
from relay.adverts.tables import Advert, Stage


async def send(heard: Heard[Any], number: int) -> None:
    """Have an advert read or posted, if it may be by now, and say which."""
    services, adverts = heard.services, heard.services.adverts
    advert = adverts.table.get(number)
    if advert is None or advert.stage is not Stage.DRAFT:
        await heard.say("advert-none-to-end")
        return
    if not any(board.id == advert.board for board in boards_for(services, heard.person)):
        adverts.forget(number)
        await heard.say("advert-no-member")
    elif adverts.has_posted_enough(heard.person, advert.branch):
        adverts.forget(number)
        await heard.say("advert-too-many", most=str(MOST_A_WEEK))
    elif not can_post(services, advert.board):
        adverts.forget(number)
        await heard.say("advert-board-shut", board=adverts.board_name(advert))
    else:
        sent = adverts.submit(advert)
        if sent.stage is Stage.ASKED:
            offer(services, sent)
            await heard.say("advert-asked")
        else:
            await heard.say("advert-posting", night="yes" if _is_night(services) else "no")


def can_post(services: Services, board: str) -> bool:
    """Whether the bot may post in a board, as the API last said."""
    group = services.store.groups.get(board)
    return group is not None and group.can_post


def offer(services: Services, advert: Advert) -> None:
    """Show an advert to each moderator; nobody is told whose it is."""
    deliveries = [
        services.tell_text(
            reader,
            lambda speaking: offer_text(speaking, advert),
            () if advert.photo is None else (advert.photo,),
        )
        for reader in readers_of(services, advert)
    ]
    services.adverts.table.save(replace(advert, offers=tuple(deliveries)))


def offer_text(services: Services, advert: Advert) -> str:
    """Return what a moderator reads of an advert."""
    return services.words.say(
        "advert-offer",
        number=str(advert.number),
        board=services.adverts.board_name(advert),
        text=advert.text,
        photo="no" if advert.photo is None else "yes",
        description=advert.description or "–",
    )


def _is_night(services: Services) -> bool:
    now, zone = services.clock.now(), services.time.zone
    return services.settings.announcements.is_night(now, zone)
