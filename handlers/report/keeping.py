"""`phrase` and `resume`: going on from another phone or number."""

import re

from handlers.casework.answering import send_answer
from handlers.report.chat import Chat, Desk
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


def set_phrase(chat: Chat, case: ReporterCase, phrase: str) -> None:
    """Keep a passphrase for a case; only a hash of it is stored."""
    reports = chat.desk.services.vault.reports
    if not phrase:
        chat.say("report-phrase-how", example=reports.offer_phrase())
        return
    verdict = reports.set_phrase(chat.person, case.id, phrase)
    if verdict is PhraseVerdict.OK:
        chat.say("report-phrase-ok", case=case.name)
    else:
        chat.say(_VERDICTS[verdict])


def resume(desk: Desk, person: str, typed: str) -> None:
    """Give a case to whoever knows its name and its passphrase.

    A wrong name and a wrong passphrase get the same answer.
    """
    voice, reports = desk.voice(), desk.services.vault.reports
    found = _NAME_AND_PHRASE.match(typed[:_LONGEST])
    if found is None:
        message = "report-resume-wrong" if typed else "report-resume-how"
        desk.farewell(person, voice.say(message))
        return
    result = reports.resume(person, found["name"], found["phrase"])
    if isinstance(result, PhraseVerdict):
        desk.farewell(person, voice.say(_VERDICTS[result]))
        return
    desk.services.store.conversations.end(person)
    desk.chat(person, result).say("report-resumed", case=result.name)
    answers = reports.waiting_answers(result.id)
    for answer in answers:
        send_answer(desk.services, result.id, result.name, answer)
    if answers:
        text = desk.services.words.say("casework-writer-back", case=result.name)
        desk.services.vault.post.to_readers(result.id, text)
