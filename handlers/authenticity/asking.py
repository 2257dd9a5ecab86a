"""`is this real`: somebody has a text, a link, a picture or a paper checked.

member: is this real
bot:    Send me what you want checked: …
member: (forwards it)
bot:    ⛔ No, this is not what was posted. It looks like number 12 …
"""

from collections.abc import Callable

from handlers.authenticity.access import branches_known_to
from handlers.authenticity.answering import answer_text
from handlers.authenticity.notices import tell_admins
from handlers.authenticity.parsing import Question, is_cry, question_in
from handlers.authenticity.reading import quoted_in, unlooked_at
from handlers.authenticity.states import AskWhatIsReal
from handlers.conversation.catalogue import Command, Follows, Section, own_words
from handlers.conversation.filters import new, says_no
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.language.telling import may_be_in_danger
from relay.language.vocabulary import clean

_NOT_UNDERSTOOD = "not_understood.say_what_can_be_typed"

real = Router("real")
real_answers = Router("real_answers")


def asks_if_real(_: str) -> Callable[[HeardMessage], bool]:
    """Let through what asks whether something is real, and is no cry for help."""

    def is_asked(heard: HeardMessage) -> bool:
        return _question(heard) is not None

    return is_asked


@real.command(
    "real",
    new,
    by=asks_if_real,
    section=Section.ATTENDING,
    usages=((), (Follows.TEXT,)),
)
async def ask(heard: HeardMessage) -> None:
    """Look at what is asked about, or ask for it."""
    question = _question(heard) or Question("")
    recent = heard.services.authenticity.recent.take(heard.person)
    text = question.text or quoted_in(heard)
    if not text and not heard.message.attachments:
        text = recent
    if not text and not heard.message.attachments:
        heard.enter(AskWhatIsReal())
        await heard.say("real-ask")
        return
    await _look(heard, text)


def may_be_checked(heard: HeardMessage) -> bool:
    """Whether what somebody sends is to be checked, and is no cry for help."""
    return not is_cry(heard.message.text)


@real_answers.answer(AskWhatIsReal, new, says_no)
async def stop(heard: HeardMessage, _: AskWhatIsReal) -> None:
    """Check nothing."""
    heard.leave()
    await heard.say("real-stopped")


@real_answers.answer(AskWhatIsReal, new, own_words(Command.is_whole), may_be_checked)
async def take(heard: HeardMessage, _: AskWhatIsReal) -> None:
    """Look at what was asked for."""
    heard.leave()
    question = _question(heard)
    await _look(heard, clean(heard.message.text) if question is None else question.text)


async def _look(heard: HeardMessage, text: str) -> None:
    """Say what is found about a text and the files that came with it."""
    services, person = heard.services, heard.person
    services.bot.accounted = True
    authenticity, entry = services.authenticity, services.bot.entry
    files = [] if entry is None else authenticity.prints.asked(entry.id)
    notes = unlooked_at(services)
    if not authenticity.limits.takes(person):
        await heard.say("real-too-often")
    elif not text and not files:
        await heard.say("real-nothing-to-check")
    else:
        branches = branches_known_to(services, person)
        found = authenticity.look(person, text, files, branches)
        counted = authenticity.note(person, found)
        answer = answer_text(services, person, text, found.verdicts, notes)
        calls = may_be_in_danger(services.vocabulary, clean(heard.message.text))
        await heard.say_text(services.after_danger(answer) if calls else answer)
        tell_admins(services, counted)
    if entry is not None:
        authenticity.prints.forget_asked(entry.id)
        services.store.shredder.shred(services.clock.now())


def _question(heard: HeardMessage) -> Question | None:
    return question_in(heard.services.vocabulary, heard.message.text)


def remember(heard: HeardMessage, route: str) -> None:
    """Remember for minutes, in memory, what somebody sent and nobody understood.

    Not of whoever has reported: their words may be for those who read that.

    Args:
        heard: the message, which was carried out.
        route: the name of what carried it out.
    """
    services, person = heard.services, heard.person
    reports = services.vault.reports
    if route != _NOT_UNDERSTOOD or services.vault.hiding.has_hidden(person):
        services.authenticity.recent.forget(person)
    elif reports.draft_of(person) is None and not reports.cases_of(person):
        services.authenticity.recent.note(person, clean(heard.message.text))
