"""`advert down` and `advert again`: a writer takes their advert down, or puts it up once more."""

from dataclasses import replace

from handlers.adverts.access import boards_for, has_boards, may_moderate
from handlers.adverts.asking import ask_next
from handlers.adverts.sending import can_post
from handlers.adverts.states import Writing
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardDeletion, HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.adverts.notifier import Why
from relay.adverts.service import MOST_A_WEEK
from relay.adverts.tables import Advert, Stage

advert_endings = Router("advert_endings")
advert_deletions = Router("advert_deletions")


def wants_it_down(heard: HeardMessage) -> bool:
    """Whether it is `advert down`, perhaps with the number of an advert of their own."""
    if not heard.goes_on_with("advert_down"):
        return False
    number, more = read_number(heard.further)
    own = {one.number for one in heard.services.adverts.table.of(heard.person)}
    # Of who could take down those of others, what follows is a reason, and no new advert.
    return not heard.further or (number in own and (not more or may_moderate(heard)))


def wants_it_again(heard: HeardMessage) -> bool:
    """Whether it is `advert again`, and nothing besides."""
    return heard.goes_on_with("advert_again") and not heard.further


@advert_endings.command("advert", new, wants_it_down, may=has_boards)
async def take_down(heard: HeardMessage) -> None:
    """Take it down at once: its writer need give no reason."""
    services = heard.services
    number, _ = read_number(heard.further)
    theirs = [
        one
        for one in services.adverts.table.of(heard.person)
        if number in (None, one.number) and one.stage is not Stage.OVER
    ]
    if isinstance(heard.state, Writing):
        heard.leave()
    if not theirs:
        await heard.say("advert-none-to-end")
        return
    under_way = [one for one in theirs if one.stage is not Stage.DRAFT]
    for draft in theirs:
        if draft.stage is Stage.DRAFT:
            services.adverts.forget(draft.number)
    # One may stand while another, to take its place, waits for a moderator.
    said = [
        services.words.say(
            "advert-ended",
            number=str(one.number),
            left=services.adverts.end(one, Why.WRITER).value,
        )
        for one in under_way
    ]
    if said:
        await heard.say_text("\n".join(said))
    else:
        await heard.say("advert-dropped")


@advert_endings.command("advert", new, wants_it_again, may=has_boards)
async def put_up_again(heard: HeardMessage) -> None:
    """Show again what has had its time."""
    services, person = heard.services, heard.person
    adverts = services.adverts
    over = next((one for one in adverts.table.of(person) if one.stage is Stage.OVER), None)
    boards = {board.id for board in boards_for(services, person)}
    if over is None or over.board not in adverts.boards:
        await heard.say("advert-none-again")
    elif over.board not in boards:
        await heard.say("advert-no-member")
    elif not can_post(services, over.board):
        await heard.say("advert-board-shut", board=adverts.boards[over.board].name)
    elif adverts.has_posted_enough(person, over.branch):
        await heard.say("advert-too-many", most=str(MOST_A_WEEK))
    else:
        begun = adverts.begin(adverts.boards[over.board], person, over.days)
        again = replace(begun, text=over.text, photo=over.photo, description=over.description)
        adverts.table.save(again)
        await ask_next(heard, Writing(advert=again.number))


def deletes_advert(heard: HeardDeletion) -> bool:
    """Whether the message is deleted that an advert was written in."""
    return _deleted(heard) is not None


@advert_deletions.deletion(deletes_advert)
async def follow(heard: HeardDeletion) -> None:
    """Whoever deletes what they wrote for everybody wants it gone."""
    advert = _deleted(heard)
    if advert is None:
        return
    if isinstance(heard.state, Writing) and heard.state.advert == advert.number:
        heard.leave()
    left = heard.services.adverts.end(advert, Why.WRITER)
    await heard.say("advert-ended-by-deletion", number=str(advert.number), left=left.value)


def _deleted(heard: HeardDeletion) -> Advert | None:
    timestamp = heard.signal.message.timestamp
    theirs = heard.services.adverts.table.of(heard.person)
    return next(
        (one for one in theirs if timestamp in one.origins and one.stage is not Stage.OVER), None
    )
