"""`advert yes 12`, `advert no 12` and `advert down 12`: moderators read what goes into a board.

The first answer counts, and the others are told. A no names what the advert goes against; its
writer reads that and the moderator's words, and never who said it.
"""

from typing import Any

from handlers.adverts.access import is_own, may_moderate, overseen, readers_of
from handlers.adverts.states import AskStandard, What
from handlers.conversation.catalogue import Command, Follows, Section, own_words
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.parsing import first_word, is_thumb_down, read_number
from handlers.services import Services
from relay.adverts.tables import Advert, Stage
from relay.language.cries import cries_out, may_call_out
from relay.language.vocabulary import clean

advert_readings = Router("advert_readings")
advert_reasons = Router("advert_reasons")
advert_thumbs = Router("advert_thumbs")

_STANDARDS, _OTHER = 5, 6
_FEWEST_LETTERS = 3


def _says(answer: str, heard: HeardMessage) -> bool:
    number, _ = read_number(heard.further)
    return heard.goes_on_with(answer) and number is not None


def says_yes_to_one(heard: HeardMessage) -> bool:
    """Whether it is `advert yes 12`."""
    return _says("yes", heard)


def says_no_to_one(heard: HeardMessage) -> bool:
    """Whether it is `advert no 12`."""
    return _says("no", heard)


def takes_one_down(heard: HeardMessage) -> bool:
    """Whether it is `advert down 12`, and not about one of their own, which needs no reason."""
    number, _ = read_number(heard.further)
    return _says("advert_down", heard) and not is_own(heard, number)


@advert_readings.command(
    "advert",
    new,
    says_yes_to_one,
    may=may_moderate,
    section=Section.RUNNING,
    usages=(
        (Follows.YES, Follows.NUMBER),
        (Follows.NO, Follows.NUMBER, Follows.REASON),
        (Follows.DOWN, Follows.NUMBER, Follows.REASON),
    ),
)
async def agree(heard: HeardMessage) -> None:
    """Have an advert posted: not one of one's own."""
    number, _ = read_number(heard.further)
    advert = await _found(heard, number)
    if advert is not None:
        await _agree(heard, advert)


@advert_readings.command("advert", new, says_no_to_one, may=may_moderate)
async def refuse(heard: HeardMessage) -> None:
    """Have an advert not posted."""
    await _end(heard, "refuse")


@advert_readings.command("advert", new, takes_one_down, may=may_moderate)
async def take_down(heard: HeardMessage) -> None:
    """Take down what stands."""
    await _end(heard, "down")


def says_which_not(heard: HeardMessage) -> bool:
    """Whether it is `advert yes` or `advert no`, and nothing besides."""
    answers = heard.goes_on_with("yes") or heard.goes_on_with("no")
    return answers and not heard.further


@advert_readings.command("advert", new, says_which_not, may=may_moderate)
async def ask_which(heard: HeardMessage) -> None:
    """Ask which one is meant."""
    example = f"{heard.typed.command} {first_word(heard.typed.rest)} 12"
    await heard.say("advert-number-missing", example=example)


def stays_out(heard: HeardMessage) -> bool:
    """Whether whoever is asked for a standard does not want to say one after all."""
    return heard.answers("no") or heard.answers("leave")


@advert_reasons.answer(AskStandard, new, stays_out)
async def leave_it(heard: HeardMessage, asked: AskStandard) -> None:
    """Leave the advert as it is."""
    heard.leave()
    await heard.say("advert-refuse-left", number=str(asked.advert))


def may_be_a_standard(heard: HeardMessage) -> bool:
    """Whether it may say what an advert goes against: no cry for help, and no command.

    What begins with the number of a standard is no command, whatever its words are.
    """
    text = clean(heard.message.text)
    number, _ = read_number(text.strip())
    if number is not None and 1 <= number <= _OTHER:
        return not cries_out(text)
    return not may_call_out(text) and own_words(Command.is_typed)(heard)


@advert_reasons.answer(AskStandard, new, may_be_a_standard)
async def take_standard(heard: HeardMessage, asked: AskStandard) -> None:
    """Take what it goes against."""
    await _refuse(heard, asked, clean(heard.message.text))


def is_on_offer(heard: HeardReaction) -> bool:
    """Whether it is a thumb on the message that showed a moderator an advert."""
    return _offered(heard) is not None


@advert_thumbs.reaction(is_on_offer)
async def answer_by_thumb(heard: HeardReaction) -> None:
    """A thumb up is a yes; after one down it is asked why."""
    advert = _offered(heard)
    if advert is None:
        return
    if is_thumb_down(heard.signal.message.emoji):
        heard.enter(AskStandard(advert=advert.number))
        await _ask(heard, advert.number)
    else:
        await _agree(heard, advert)


async def _agree(heard: Heard[Any], advert: Advert) -> None:
    services = heard.services
    if advert.stage is not Stage.ASKED:
        await heard.say("advert-answered-already", number=str(advert.number))
        return
    branch = services.adverts.branch_of(advert)
    services.adverts.agree(advert, heard.person)
    if advert.writer is not None:
        services.tell(advert.writer, "advert-read-and-posted", number=str(advert.number))
    _tell_others(services, advert, heard.person, "yes")
    reads_all = branch is not None and branch.adverts_read == "all"
    number = str(advert.number)
    await heard.say("advert-agreed-all" if reads_all else "advert-agreed", number=number)


async def _end(heard: HeardMessage, what: What) -> None:
    """End the advert whose number is typed, for the reason that follows it."""
    number, reason = read_number(heard.further)
    advert = await _found(heard, number)
    if advert is None:
        return
    asked = AskStandard(advert=advert.number, what=what)
    if asked.still_concerns(advert):
        await _refuse(heard, asked, reason)
    else:
        await heard.say("advert-answered-already", number=str(number))


async def _refuse(heard: Heard[Any], asked: AskStandard, words: str) -> None:
    """End an advert for a reason, or ask for the reason."""
    services, number = heard.services, str(asked.advert)
    reason = _reason(services, words)
    if reason is None:
        heard.enter(asked)
        if may_call_out(words) or cries_out(words):
            await heard.say_text(services.said_in_danger("advert-reason-needed"))
        elif words.strip():
            await heard.say("advert-reason-needed")
        else:
            await _ask(heard, asked.advert)
        return
    if isinstance(heard.state, AskStandard):
        heard.leave()
    advert = overseen(heard, asked.advert)
    if advert is None or not asked.still_concerns(advert):
        await heard.say("advert-answered-already", number=number)
        return
    left = services.adverts.refuse(advert, heard.person)
    stood = advert.stage in (Stage.STANDING, Stage.POSTING)
    if advert.writer is not None:
        message = "advert-taken-down" if stood else "advert-refused"
        services.tell(advert.writer, message, number=number, reason=reason, left=left.value)
    if advert.stage is Stage.ASKED:
        _tell_others(services, advert, heard.person, "no")
    told = "advert-down-told" if stood else "advert-refused-told"
    await heard.say(told, number=number, left=left.value)


async def _ask(heard: Heard[Any], number: int) -> None:
    standards = heard.services.words.say("advert-standards")
    await heard.say("advert-refuse-ask", number=str(number), standards=standards)


def _reason(services: Services, words: str) -> str | None:
    """Return what the writer reads, or None where it names no standard.

    Words alone are no reason: they may have been meant for anybody but the writer.
    """
    standard, own = read_number(words.strip())
    if standard is None or cries_out(own):
        return None
    says = sum(char.isalpha() for char in own) >= _FEWEST_LETTERS
    if 1 <= standard <= _STANDARDS:
        named = services.in_public.words.say("advert-standard", standard=standard)
        return f"{named}\n“{own}”" if says else named
    if standard == _OTHER and says:
        return f"“{own}”"
    return None


def _tell_others(services: Services, advert: Advert, by: str, how: str) -> None:
    for reader in readers_of(services, advert):
        if reader != by:
            number = str(advert.number)
            services.tell(reader, "advert-answered-other", number=number, how=how)


async def _found(heard: HeardMessage, number: int | None) -> Advert | None:
    advert = None if number is None else overseen(heard, number)
    if advert is None:
        await heard.say("advert-unknown", number=str(number))
    elif is_own(heard, number):
        await heard.say("advert-own", number=str(number))
        return None
    return advert


def _offered(heard: HeardReaction) -> Advert | None:
    """Return the advert that a thumb is on, of those that wait or have waited for a moderator."""
    services, reaction = heard.services, heard.signal.message
    if not heard.gives_thumb:
        return None
    for advert in services.adverts.table.at(Stage.ASKED):
        if overseen(heard, advert.number) is None or advert.writer == heard.person:
            continue
        if any(services.is_on(reaction, offer) for offer in advert.offers):
            return advert
    return None
