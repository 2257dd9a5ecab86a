"""Taking the answer to a question about a meeting."""

from collections.abc import Awaitable, Callable, Sequence

from handlers.announcements.preview import refused_text
from handlers.conversation.heard import HeardMessage
from handlers.meetings.ask import again, ask, leave
from handlers.meetings.doubts import chosen, on_day, resolve
from handlers.meetings.facts import BRANCH, MAX_LINE, MOST, PUBLIC, Facts
from handlers.meetings.files import arrived_papers
from handlers.meetings.invitation import read_invitation
from handlers.meetings.labels import fields_in, in_words, other_question
from handlers.meetings.offers import taken_offer
from handlers.meetings.parsing import links_in, says
from handlers.meetings.privacy import CHOICES, with_choice
from handlers.meetings.times import recurring
from handlers.meetings.timing import timed, understand_when
from handlers.parsing import read_number
from handlers.personal import read_choice
from handlers.services import Services
from relay.meetings.saying import span_said
from relay.settings import Branch

_NEEDED = frozenset({BRANCH, "title", "when"})
_INVITATION_LINES = 3


async def take_answer(heard: HeardMessage, facts: Facts, question: str, text: str) -> None:
    """Take one answer, and ask for the next or show the meeting.

    Args:
        heard: the message.
        facts: what is known, with the papers that came with the message.
        question: which one is answered.
        text: the answer.
    """
    services, words = heard.services, heard.services.vocabulary
    typed, refuses = words.read(text), words.answers_with("no", text)
    leaves = typed.command in words.answers["leave"] and not typed.rest
    if leaves or (refuses and question in _NEEDED):
        await leave(heard, facts)
    elif (other := other_question(services, question, text)) is not None:
        name, value = other
        facts = facts.but(done=tuple(one for one in facts.done if one != name))
        if value:
            await take_answer(heard, facts, name, value)
        else:
            await ask(heard, facts)
    elif (taken := taken_offer(services, facts, question, text)) is not None:
        await ask(heard, taken)
    elif question in _TAKEN:
        await _TAKEN[question](heard, facts, text)
    elif not text:
        await ask(heard, facts)
    elif question == "when":
        await _take_when(heard, facts, text)
    elif refuses or says(words, "skip", text):
        # A place that was known before is to be confirmed again.
        unsaid = {"address": "", "online": ""} if question == "where" else {}
        await ask(heard, facts.answered(question, **unsaid))
    elif question == "title" and _is_invitation(services, text):
        await _take_invitation(heard, facts, text)
    else:
        await _take_text(heard, facts, question, text)


async def _take_text(heard: HeardMessage, facts: Facts, question: str, text: str) -> None:
    most = MOST.get(question, MAX_LINE)
    if len(text) > most:
        said = heard.services.words.say("meeting-too-long", length=len(text), most=most)
        await again(heard, facts, said)
        return
    await ask(heard, in_words(heard.services, facts, question, text))


async def _take_invitation(heard: HeardMessage, facts: Facts, text: str) -> None:
    known, problem = read_invitation(heard.services, facts, text)
    if known.done == facts.done and not problem:
        # Nothing of it was certain. As the title it may be too long.
        if len(text) <= MAX_LINE:
            await _take_text(heard, facts, "title", text)
            return
        problem = heard.services.words.say("meeting-too-long", length=len(text), most=MAX_LINE)
    await ask(heard, known, problem)


async def _take_when(heard: HeardMessage, facts: Facts, text: str) -> None:
    services, say = heard.services, heard.services.words.say
    doubt = facts.open_moment
    when, problem = (None if doubt is None else on_day(services, facts, doubt, text)), ""
    if when is None and says(services.vocabulary, "skip", text):
        await again(heard, facts, say("meeting-when-needed"))
        return
    choice = None if doubt is None else chosen(services, doubt, text)
    if doubt is not None and choice is not None:
        facts, problem = resolve(services, facts, doubt, choice)
        await ask(heard, facts, problem)
        return
    if when is None:
        when, problem = understand_when(services, text)
    if when is None:
        await again(heard, facts, problem)
        return
    zone = services.time.zone
    facts = timed(facts, when, zone)
    understood = (
        span_said(services.time, when.start, when.length, when.times)
        if when.rule is None
        else recurring(services, when.start, when.rule, zone, when.length, when.times)
    )
    lead = say("meeting-when-understood", when=understood)
    if when.guessed:
        lead = f"{lead} {say('meeting-when-guessed', time=services.time.time(when.start))}"
    await ask(heard, facts, "" if facts.next_question is None else lead)


async def _take_papers(heard: HeardMessage, facts: Facts, text: str) -> None:
    services, say = heard.services, heard.services.words.say
    words = services.vocabulary
    if words.answers_with("no", text) or says(words, "skip", text) or says(words, "done", text):
        await ask(heard, facts.answered("papers"))
        return
    # What came with this message is among the files already.
    had = len(facts.files) + len(facts.links)
    taken = facts.but(links=tuple(dict.fromkeys((*facts.links, *links_in(text)))))
    count = len(taken.papers)
    so_far = say("meeting-papers-so-far", count=count)
    if refused := arrived_papers(services)[1]:
        await again(heard, taken, f"{refused_text(services, refused)}\n{so_far}")
    elif not count or (not heard.message.attachments and count == had):
        await again(heard, taken, say("meeting-papers-none-there"))
    elif _only_papers_open(taken):
        await ask(heard, taken.answered("papers"))
    else:
        await again(heard, taken, so_far)


async def _take_branch(heard: HeardMessage, facts: Facts, text: str) -> None:
    branches = heard.services.branches_of(heard.person)
    named = _named(branches, text)
    if named is None:
        said = heard.services.words.say("announce-branch-unclear", count=len(branches))
        await again(heard, facts, said)
        return
    await ask(heard, facts.answered(BRANCH, branch=named.slug))


def _only_papers_open(facts: Facts) -> bool:
    """Whether papers are added to a meeting that was shown already."""
    return set(facts.done) | {"papers"} >= {"title", "when", "where", "agenda", "access"}


def _is_invitation(services: Services, text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return (
        len(lines) >= _INVITATION_LINES or len(text) > MAX_LINE or bool(fields_in(services, text))
    )


def _named(branches: Sequence[Branch], text: str) -> Branch | None:
    number, _ = read_number(text)
    if number is not None and 0 < number <= len(branches):
        return branches[number - 1]
    named = [b for b in branches if text.casefold() in (b.slug, b.name.casefold())]
    return named[0] if named else None


async def _take_public(heard: HeardMessage, facts: Facts, text: str) -> None:
    services = heard.services
    choice = read_choice(services, text, CHOICES)
    if choice is None:
        await ask(heard, facts, services.words.say("personal-unclear"))
    else:
        await ask(heard, with_choice(services, facts, choice))


_TAKEN: dict[str, Callable[[HeardMessage, Facts, str], Awaitable[None]]] = {
    BRANCH: _take_branch,
    PUBLIC: _take_public,
    "papers": _take_papers,
}
"""What takes the answers that are more than words."""
