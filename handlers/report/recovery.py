"""`phrase` and `resume`: going on from another phone or number.

reporter: phrase one two three four new five six seven eight
bot:      That is set. …
"""

import re
from collections.abc import Iterator
from typing import Any

from handlers.casework.answering import hand_out_answers
from handlers.casework.notice import notice
from handlers.casework.relaying import tell_resumed
from handlers.conversation.heard import HeardMessage
from handlers.report.context import ReportContext, about, farewell, plain_tone
from relay.language.vocabulary import bare, clean
from relay.safeguarding import Manner, PhraseVerdict, ReporterCase

_NAME_AND_PHRASE = re.compile(r"(?P<name>.*?\d+)[\s,.:;]+(?P<phrase>\S.*)", re.DOTALL)
_LONGEST = 400
"""Characters that are looked at. The time the expression takes grows with the square of them, and
anybody can type `resume` and sixty thousand digits."""
_READINGS = 3
"""In how many ways a passphrase and the next one are read apart: each takes a tenth of a second."""

_VERDICTS = {
    PhraseVerdict.TOO_SHORT: "report-phrase-short",
    PhraseVerdict.TOO_EASY: "report-phrase-easy",
    PhraseVerdict.SET_ALREADY: "report-phrase-set-already",
    PhraseVerdict.WRONG: "report-resume-wrong",
    PhraseVerdict.LOCKED: "report-resume-locked",
}


def offer_phrase(context: ReportContext[Any], message: str) -> None:
    """Suggest a passphrase for a case, in a message that is deleted once one is set."""
    text = context.tone.say(message, example=context.reports.offer_phrase())
    context.services.vault.post.offer_phrase(context.person, context.report.id, text)


def set_phrase(context: ReportContext[ReporterCase], phrase: str) -> None:
    """Keep a passphrase for a case; only a hash of it is stored.

    Where there is one already, it is changed by whoever knows it, and by nobody who only holds the
    phone.
    """
    reports, case, person = context.reports, context.report, context.person
    readings = tuple(_readings(context, phrase[:_LONGEST]))
    if not reports.has_phrase(person, case.id):
        if not phrase:
            offer_phrase(context, "report-phrase-how")
            return
        verdict = reports.set_phrase(person, case.id, phrase)
    elif readings:
        verdict = reports.change_phrase(person, case.id, readings)
    else:
        verdict = PhraseVerdict.SET_ALREADY
    if verdict is PhraseVerdict.OK:
        offers = reports.take_offers_back(person, case.id)
        context.say("report-phrase-ok", case=case.name, old=offers.too_old)
    elif verdict is PhraseVerdict.WRONG:
        context.say("report-phrase-wrong")
    else:
        context.say(_VERDICTS[verdict])


def behind_command(heard: HeardMessage) -> str:
    """What follows the command; "“phrase …”", as it is copied, begins with no word for one."""
    if heard.typed.command:
        return heard.typed.rest
    return clean(heard.message.text).partition(" ")[2]


def give_back(heard: HeardMessage) -> None:
    """Give a case to whoever knows its name and its passphrase, and let both sides know.

    A wrong name and a wrong passphrase get the same answer.
    """
    services, typed = heard.services, behind_command(heard)
    tone, reports = plain_tone(services), services.vault.reports
    found = _NAME_AND_PHRASE.match(typed[:_LONGEST])
    if found is None:
        farewell(heard, tone.say("report-resume-wrong" if typed else "report-resume-how"))
        return
    parting = services.put("report-moved-away")
    result = reports.resume(heard.person, found["name"], found["phrase"], parting=parting)
    if isinstance(result, PhraseVerdict):
        farewell(heard, tone.say(_VERDICTS[result]))
        return
    case = result.case
    heard.leave()
    told = "yes" if result.moved or result.waited else "no"
    about(heard, case).say("report-resumed", case=case.name, told=told)
    waiting = len(services.vault.reports.waiting_answers(case.id))
    elsewhere = result.moved or result.waited
    if elsewhere or case.manner is Manner.PLAIN:
        hand_out_answers(services, case.id, case.name)
    elif waiting:
        # It was hidden on this very phone, and somebody may still be looking on.
        services.vault.post.notice(case.id, notice(services))
    tell_resumed(services, result, answers=waiting)


def _readings(context: ReportContext[ReporterCase], typed: str) -> Iterator[tuple[str, str]]:
    """A passphrase and what is to take its place, wherever the word between them may stand."""
    words = typed.split()
    between = [index for index, word in enumerate(words) if bare(word) in context.words.in_place_of]
    for index in between[:_READINGS]:
        yield " ".join(words[:index]), " ".join(words[index + 1 :])
