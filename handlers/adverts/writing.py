"""`advert`: a member writes one, sees it, and says yes.

member: advert Blue sofa to give away, Clapton. Call me on 07700 900123.
bot:    This looks like somebody’s own: … 1. It is mine … 2. Take it out.
member: 1
bot:    Nothing is posted yet. In Hackney board it would say: …
member: yes
bot:    Thank you. A moderator reads it first …
"""

from dataclasses import replace

from signalbot import EditMessage

from handlers.adverts.access import boards_for, has_boards
from handlers.adverts.asking import ask_next, days_said, take_photo
from handlers.adverts.sending import can_post
from handlers.adverts.states import (
    AskAdvertText,
    AskBoard,
    AskPersonal,
    AskPhoto,
    ConfirmAdvert,
    Writing,
)
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new, says_no
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.left_out import without_lost
from handlers.parsing import read_number
from handlers.personal import Choice, found_in, read_choice
from relay.adverts.notifier import Board
from relay.adverts.service import MOST_A_WEEK, MOST_DAYS, USUAL_DAYS
from relay.adverts.tables import Advert, Stage
from relay.language.cries import cries_out, may_call_out
from relay.language.personal import without_personal
from relay.language.vocabulary import clean

adverts = Router("adverts")
advert_answers = Router("advert_answers")
MAX_DESCRIPTION = 400
_FEWEST_LETTERS = 2


@adverts.command(
    "advert",
    new,
    has_boards,
    may=has_boards,
    section=Section.BOARD,
    usages=((Follows.TEXT,), (), (Follows.DOWN,), (Follows.AGAIN,)),
)
async def begin(heard: HeardMessage) -> None:
    """Begin an advert, or say how the one there is stands."""
    services, text = heard.services, without_lost(heard.typed.rest)
    if cries_out(text):
        await heard.say_text(services.said_in_danger("advert-danger"))
        return
    boards = boards_for(services, heard.person)
    if not boards:
        await heard.say("advert-no-member")
        return
    has_files = bool(heard.message.attachments)
    if not text and not has_files and await _say_how_it_stands(heard):
        return
    open_ones = [board for board in boards if can_post(services, board.id)]
    if not open_ones:
        await heard.say("advert-board-shut", board=boards[0].name)
        return
    if all(services.adverts.has_posted_enough(heard.person, b.branch.slug) for b in open_ones):
        await heard.say("advert-too-many", most=str(MOST_A_WEEK))
        return
    advert = services.adverts.begin(open_ones[0], heard.person, USUAL_DAYS)
    advert = replace(advert, text=text, origins=(heard.message.timestamp,) if text else ())
    services.adverts.table.save(advert)
    state = take_photo(heard, Writing(advert=advert.number))
    if len(open_ones) > 1:
        await _ask_board(heard, state.becomes(AskBoard), open_ones)
        return
    await _say_in_danger(heard, text)
    await ask_next(heard, state)


async def _ask_board(heard: HeardMessage, state: AskBoard, boards: list[Board]) -> None:
    lines = [
        heard.services.words.say("advert-board-choice", index=str(index), board=board.name)
        for index, board in enumerate(boards, start=1)
    ]
    heard.enter(state)
    await heard.say("advert-ask-board", lines="\n".join(lines))


async def _say_how_it_stands(heard: HeardMessage) -> bool:
    """Say how somebody's newest advert stands; return whether there is one."""
    services = heard.services
    theirs = [one for one in services.adverts.table.of(heard.person) if one.stage != Stage.DRAFT]
    advert = theirs[0] if theirs else None
    board = None if advert is None else services.adverts.boards.get(advert.board)
    if advert is None or board is None or advert.until is None:
        return False
    over = advert.stage is Stage.OVER
    text = services.words.say(
        "advert-standing-over" if over else "advert-standing",
        number=str(advert.number),
        stage=advert.stage.value,
        board=board.name,
        until=services.time.day(advert.until),
        text=advert.text,
    )
    files = () if advert.photo is None else (advert.photo,)
    await heard.say_text(text, files)
    return True


def is_about_it(heard: HeardMessage) -> bool:
    """Whether whoever writes an advert asks for nothing beside it, and does not cry for help.

    Somebody who types just the word for a command means that, also where a text is asked for.
    """
    vocabulary = heard.services.vocabulary
    if heard.begins_with("advert") or cries_out(heard.message.text):
        return False
    if heard.typed.rest or heard.begins_with("edit"):
        return True
    has = heard.services.commands.of(heard)
    return not any(heard.typed.command in vocabulary.words(one.id) for one in has)


@advert_answers.answer(Writing, new, is_about_it, says_no)
async def drop(heard: HeardMessage, writing: Writing) -> None:
    """Forget it."""
    heard.leave()
    heard.services.adverts.forget(writing.advert)
    await heard.say("advert-dropped")


@advert_answers.answer(AskBoard, new, is_about_it)
async def take_board(heard: HeardMessage, writing: AskBoard) -> None:
    """Take which board it is for."""
    services = heard.services
    boards = [b for b in boards_for(services, heard.person) if can_post(services, b.id)]
    answer = clean(heard.message.text)
    number, _ = read_number(answer)
    chosen = boards[number - 1] if number and number <= len(boards) else None
    for board in boards:
        if answer.casefold() == board.name.casefold():
            chosen = board
    advert = services.adverts.table.get(writing.advert)
    if chosen is None or advert is None:
        await _ask_board(heard, writing, boards)
        return
    services.adverts.table.save(replace(advert, board=chosen.id, branch=chosen.branch.slug))
    await ask_next(heard, writing)


@advert_answers.answer(AskAdvertText, new, is_about_it)
async def take_text(heard: HeardMessage, writing: AskAdvertText) -> None:
    """Take what it says."""
    text = clean(heard.message.text)
    _rewrite(heard, writing, text)
    await _say_in_danger(heard, text)
    await ask_next(heard, take_photo(heard, writing))


@advert_answers.answer(AskPersonal, new, is_about_it)
async def take_personal(heard: HeardMessage, writing: AskPersonal) -> None:
    """Take whether everybody may read what looks like somebody's own."""
    services = heard.services
    advert = services.adverts.table.get(writing.advert)
    choice = read_choice(services, clean(heard.message.text), (Choice.PUBLISH, Choice.DROP))
    if advert is None or choice is None:
        heard.enter(writing)
        await _say_unclear(heard, services.words.say("advert-personal-unclear"))
        return
    words = tuple(one.words for one in found_in(services, advert.text))
    if choice is Choice.PUBLISH:
        await ask_next(heard, writing.but(may_be_read=words))
        return
    left, _ = without_personal(advert.text, words)
    services.adverts.reword(replace(advert, text=left))
    if not left:
        await heard.say("advert-nothing-left")
    await ask_next(heard, writing)


@advert_answers.answer(AskPhoto, new, is_about_it)
async def take_description(heard: HeardMessage, writing: AskPhoto) -> None:
    """Take what the photo shows; it may be left out."""
    services = heard.services
    description = " ".join(without_lost(clean(heard.message.text)).split())
    advert = services.adverts.table.get(writing.advert)
    if heard.message.attachments and not description:
        await ask_next(heard, take_photo(heard, writing))
        return
    if heard.answers("skip"):
        description = ""
    elif not _describes(heard, description) or len(description) > MAX_DESCRIPTION:
        heard.enter(writing)
        await heard.say("advert-description-unclear", most=str(MAX_DESCRIPTION))
        return
    if advert is not None:
        services.adverts.table.save(replace(advert, description=description))
    await _say_in_danger(heard, description)
    await ask_next(heard, writing)


@advert_answers.answer(ConfirmAdvert, new, is_about_it)
async def take_decision(heard: HeardMessage, writing: ConfirmAdvert) -> None:
    """Take what is wanted of the advert that is shown."""
    services, typed = heard.services, heard.typed
    advert = services.adverts.table.get(writing.advert)
    said = days_said(services, clean(heard.message.text))
    if heard.answers("post"):
        await writing.accept(heard)
    elif advert is None or advert.board not in services.adverts.boards:
        # The settings have lost the board since it was begun.
        await ask_next(heard, writing)
    elif heard.begins_with("edit") and not typed.rest:
        heard.enter(writing.becomes(AskAdvertText))
        await heard.say("advert-ask-text", board=services.adverts.board_name(advert))
    elif heard.begins_with("edit"):
        _rewrite(heard, writing, typed.rest)
        await _say_in_danger(heard, typed.rest)
        await ask_next(heard, take_photo(heard, writing))
    elif said is not None and 0 < said <= MOST_DAYS:
        services.adverts.table.save(replace(advert, days=said))
        await ask_next(heard, writing)
    elif said is not None:
        heard.enter(writing)
        example = services.time.day(services.adverts.end_after(USUAL_DAYS // 2))
        await heard.say("advert-until-unclear", example=example, most=str(MOST_DAYS))
    elif heard.message.attachments:
        await ask_next(heard, take_photo(heard, writing))
    else:
        heard.enter(writing)
        await _say_unclear(heard, services.words.say("advert-answer-unclear"))


def edits_advert(heard: HeardMessage) -> bool:
    """Whether it is a newer version of a message that an advert was written in, and no cry."""
    rest = heard.typed.rest if heard.begins_with("advert") else heard.message.text
    return _edited(heard) is not None and not cries_out(rest)


@adverts.message(edits_advert)
async def take_edit(heard: HeardMessage) -> None:
    """Take a draft as its message says now; what is further on is not changed by it."""
    advert, writing = _edited(heard), heard.state
    if advert is None:
        return
    if not isinstance(writing, Writing) or writing.advert != advert.number:
        # Whoever deletes the message later names this version of it.
        known = replace(advert, origins=(*advert.origins, heard.message.timestamp))
        heard.services.adverts.table.save(known)
        await heard.say("advert-change-how")
        return
    rest = heard.typed.rest if heard.begins_with("advert") else clean(heard.message.text)
    _rewrite(heard, writing, rest)
    await _say_in_danger(heard, rest)
    await ask_next(heard, writing)


def _edited(heard: HeardMessage) -> Advert | None:
    if not isinstance(heard.message, EditMessage):
        return None
    target = heard.message.target_sent_timestamp
    theirs = heard.services.adverts.table.of(heard.person)
    return next((one for one in theirs if target in one.origins), None)


async def _say_in_danger(heard: HeardMessage, text: str) -> None:
    """Say first what to do in danger, where a longer text may be a cry: nothing is posted yet."""
    if may_call_out(text):
        await heard.say_text(heard.services.said_in_danger("advert-danger-draft"))


async def _say_unclear(heard: HeardMessage, said: str) -> None:
    """Ask again; words that are no answer may be a cry that is longer than `cries_out` knows."""
    calls = may_call_out(heard.message.text)
    await heard.say_text(heard.services.after_danger(said) if calls else said)


def _rewrite(heard: HeardMessage, writing: Writing, text: str) -> None:
    """Put another text in place of the one of a draft."""
    adverts = heard.services.adverts
    advert = adverts.table.get(writing.advert)
    if advert is not None and (words := without_lost(text)):
        origins = (*advert.origins, heard.message.timestamp)
        adverts.reword(replace(advert, text=words, origins=origins))


def _describes(heard: HeardMessage, text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    return letters > _FEWEST_LETTERS and not heard.answers("yes") and not heard.answers("thanks")
