"""`vote 2 because …`: somebody answers a question to members, and may change it until it ends."""

import re

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.ballots.tables import Ballot
from relay.language.bidi import isolate
from relay.language.cries import cries_out, may_call_out
from relay.language.links import find_links
from relay.language.vocabulary import bare, clean

voting = Router("voting")
bare_votes = Router("bare_votes")

_LONGEST_REASON = 300
_ONLY_NUMBER = re.compile(r"#?(\d{1,2})[.)!]*")


def is_about_answers(heard: HeardMessage) -> bool:
    """Whether a number or an answer follows: "vote him out" is something else, unless asked."""
    number, _ = read_number(heard.typed.rest)
    asked = heard.services.mailings.ballots.asks(heard.person)
    return number is not None or not heard.typed.rest or any(_named(heard, one) for one in asked)


@voting.command(
    "vote",
    new,
    without_files,
    is_about_answers,
    section=Section.ATTENDING,
    usages=((Follows.ANSWER,),),
)
async def vote(heard: HeardMessage) -> None:
    """Count an answer, or say what is unclear."""
    asked = heard.services.mailings.ballots.asks(heard.person)
    if not asked:
        await heard.say("vote-none")
        return
    number, rest = read_number(heard.typed.rest)
    second, after = read_number(rest)
    named = next((one for one in asked if one.number == number and second is not None), None)
    quoted = _quoted(heard, asked)
    if named is not None:
        await _count(heard, named, second, after)
    elif len(asked) > 1 and quoted is None:
        await _ask_which(heard, asked)
    elif number is None:
        ballot = quoted or asked[0]
        place = _named(heard, ballot)
        await _count(heard, ballot, place, heard.typed.rest[len(_answer(ballot, place)) :])
    else:
        await _count(heard, quoted or asked[0], number, rest)


def may_be_a_vote(heard: HeardMessage) -> bool:
    """Whether a whole message is a number or an answer of what somebody is asked here."""
    if heard.state is not None or len(heard.message.text or "") > _LONGEST_REASON:
        return False
    asked = heard.services.mailings.ballots.asks(heard.person)
    fits = any(_bare_choice(heard, one) is not None for one in asked)
    return fits and not cries_out(heard.message.text)


@bare_votes.message(new, without_files, may_be_a_vote)
async def vote_in_short(heard: HeardMessage) -> None:
    """Count it if nothing else can be meant; else ask for the command, and count nothing."""
    asked = heard.services.mailings.ballots.asks(heard.person)
    quoted = _quoted(heard, asked)
    fitting = [one for one in asked if _bare_choice(heard, one) is not None]
    has_report = bool(heard.services.vault.reports.cases_of(heard.person))
    # What answers another message of the bot's is not meant for the ballot.
    if _quotes_something_else(heard, asked) or (quoted is None and has_report):
        place = _bare_choice(heard, fitting[0])
        await heard.say("vote-unsure", number=str(place))
    elif quoted is None and len(asked) > 1:
        await _ask_which(heard, asked)
    else:
        ballot = quoted or fitting[0]
        await _count(heard, ballot, _bare_choice(heard, ballot), "")


async def _count(heard: HeardMessage, ballot: Ballot, place: int | None, said: str) -> None:
    """Count what is chosen, from 1, with the reason if it can be kept."""
    services = heard.services
    if place is None or not 1 <= place <= len(ballot.answers):
        await heard.say("vote-unknown", count=len(ballot.answers))
        return
    reason, told = _reason(heard, said)
    if reason and may_call_out(reason):
        reason, told = None, "none"
        await heard.say_text(services.said_in_danger("vote-danger"))
    changed = services.mailings.ballots.vote(ballot, heard.person, place - 1, reason)
    await heard.say(
        "vote-changed" if changed else "vote-counted",
        answer=ballot.answers[place - 1],
        reason=told,
        number=str(place),
        until=services.time.spoken(ballot.until),
    )


def _reason(heard: HeardMessage, said: str) -> tuple[str | None, str]:
    """The reason as it is kept, one line, and what is said of it."""
    text = " ".join(clean(said).lstrip(" ,;:.-–—").split())
    if not text:
        return None, "none"
    if len(text) > _LONGEST_REASON:
        return None, "long"
    reason = heard.services.vocabulary.phrase("because").sub("", text).strip()
    if not any(char.isalnum() for char in reason):
        return None, "none"
    if any(True for _ in find_links(reason)):
        return None, "link"
    return isolate(reason), "kept"


async def _ask_which(heard: HeardMessage, asked: list[Ballot]) -> None:
    say = heard.services.words.say
    lines = [say("vote-which-line", number=str(one.number), question=one.question) for one in asked]
    await heard.say("vote-which", lines="\n".join(lines))


def _named(heard: HeardMessage, ballot: Ballot) -> int | None:
    """The place, from 1, of the answer that what follows the command begins with."""
    said = heard.typed.rest.casefold()
    order = sorted(enumerate(ballot.answers, start=1), key=lambda one: -len(one[1]))
    for place, answer in order:
        folded = answer.casefold()
        if said == folded or (said.startswith(folded) and not said[len(folded)].isalnum()):
            return place
    return None


def _answer(ballot: Ballot, place: int | None) -> str:
    return "" if place is None else ballot.answers[place - 1]


def _bare_choice(heard: HeardMessage, ballot: Ballot) -> int | None:
    """The place, from 1, of the answer that a whole message is."""
    text = clean(heard.message.text).strip()
    number = _ONLY_NUMBER.fullmatch(text)
    if number is not None:
        return int(number[1])
    said = bare(text)
    places = enumerate(ballot.answers, start=1)
    return next((place for place, answer in places if said and bare(answer) == said), None)


def _quoted(heard: HeardMessage, asked: list[Ballot]) -> Ballot | None:
    """The ballot whose message is quoted."""
    found = _all_quoted(heard, asked)
    return found[0] if len(found) == 1 else None


def _quotes_something_else(heard: HeardMessage, asked: list[Ballot]) -> bool:
    return heard.message.quote is not None and not _all_quoted(heard, asked)


def _all_quoted(heard: HeardMessage, asked: list[Ballot]) -> list[Ballot]:
    """The ballots whose message may be the one that is quoted."""
    quote = heard.message.quote
    text = "" if quote is None else (quote.text or "").rstrip("… ")
    # Apps quote the beginning of what is long.
    return [one for one in asked if text and one.text.startswith(text)]
