"""`phrase` and `resume`: going on from another phone or number."""

import re

from handlers.casework.answering import send_answer
from handlers.conversation.heard import HeardMessage
from handlers.report.context import ReportContext, about, farewell, plain_tone
from relay.safeguarding import PhraseVerdict, ReporterCase

_NAME_AND_PHRASE = re.compile(r"(?P<name>.*?\d+)[\s,.:;]+(?P<phrase>\S.*)", re.DOTALL)
_LONGEST = 400
"""Characters that are looked at. The time the expression takes grows with the square of them, and
anybody can type `resume` and sixty thousand digits."""

_VERDICTS = {
    PhraseVerdict.TOO_SHORT: "report-phrase-short",
    PhraseVerdict.TOO_EASY: "report-phrase-easy",
    PhraseVerdict.WRONG: "report-resume-wrong",
    PhraseVerdict.LOCKED: "report-resume-locked",
}


def set_phrase(context: ReportContext[ReporterCase], phrase: str) -> None:
    """Keep a passphrase for a case; only a hash of it is stored."""
    reports, case = context.reports, context.report
    if not phrase:
        context.say("report-phrase-how", example=reports.offer_phrase())
        return
    verdict = reports.set_phrase(context.person, case.id, phrase)
    if verdict is PhraseVerdict.OK:
        context.say("report-phrase-ok", case=case.name)
    else:
        context.say(_VERDICTS[verdict])


def give_back(heard: HeardMessage) -> None:
    """Give a case to whoever knows its name and its passphrase.

    A wrong name and a wrong passphrase get the same answer.
    """
    services, typed = heard.services, heard.typed.rest
    tone, reports = plain_tone(services), services.vault.reports
    found = _NAME_AND_PHRASE.match(typed[:_LONGEST])
    if found is None:
        farewell(heard, tone.say("report-resume-wrong" if typed else "report-resume-how"))
        return
    result = reports.resume(heard.person, found["name"], found["phrase"])
    if isinstance(result, PhraseVerdict):
        farewell(heard, tone.say(_VERDICTS[result]))
        return
    heard.leave()
    about(heard, result).say("report-resumed", case=result.name)
    answers = reports.waiting_answers(result.id)
    for answer in answers:
        send_answer(services, result.id, result.name, answer)
    if answers:
        services.vault.post.to_readers(
            result.id, services.put("casework-writer-back", case=result.name)
        )
