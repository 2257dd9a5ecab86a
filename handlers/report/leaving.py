"""`stop` while a report is written, and `erase` at any time."""

from collections.abc import Sequence
from typing import Any

from handlers.casework.withdrawal import relay_withdrawal
from handlers.report.chat import ERASE, Chat, Desk
from handlers.report.listing import case_choices
from handlers.report.typed import read_choice
from handlers.typed import is_no, is_yes
from relay.safeguarding import Manner, ReporterCase


def stop_draft(chat: Chat, word: str) -> None:
    """Destroy what is being written and say goodbye; nothing is asked."""
    desk, voice = chat.desk, chat.voice
    vault = desk.services.vault
    hides = chat.manner is Manner.DISCREET
    if hides:
        vault.post.hide(chat.person, chat.case_id)
    vault.reports.stop(chat.person)
    chat.end()
    lines = [voice.say("report-stopped-hidden" if hides else "report-stopped")]
    if word == "erase" and vault.reports.cases_of(chat.person):
        lines.append(voice.say("report-erase-draft-only"))
    desk.farewell(chat.person, "\n".join(lines))


def ask_to_erase(desk: Desk, person: str, cases: Sequence[ReporterCase]) -> None:
    """Ask once whether a sent report is to be erased, and which."""
    chat = desk.chat(person, cases[0])
    if len(cases) > 1:
        lines = case_choices(chat.voice, "report-erase-choice", cases)
        chat.wait_a_while(ERASE, cases=[case.id for case in cases])
        chat.say("report-erase-which", lines=lines)
        return
    chat.wait_a_while(ERASE)
    chat.say("report-erase-ask", case=cases[0].name)


def take_erase(desk: Desk, person: str, data: dict[str, Any], text: str | None) -> bool:
    """Take the answer to whether, or which, to erase; return whether it was understood."""
    cases = {case.id: case for case in desk.services.vault.reports.cases_of(person)}
    choices = [cases[case_id] for case_id in data.get("cases", ()) if case_id in cases]
    asked = cases.get(data["case"])
    if asked is None:
        desk.services.store.conversations.end(person)
        return False
    choice = read_choice(text)
    if is_no(text):
        desk.services.store.conversations.end(person)
        desk.chat(person, asked).say("report-erase-kept", case=asked.name)
    elif choices and choice is not None and 1 <= choice <= len(choices):
        ask_to_erase(desk, person, [choices[choice - 1]])
    elif not choices and is_yes(text):
        _erase(desk, person, asked)
    else:
        return False
    return True


def _erase(desk: Desk, person: str, case: ReporterCase) -> None:
    vault, voice = desk.services.vault, desk.voice(case.manner)
    vault.post.hide(person, case.id)
    withdrawal = vault.reports.withdrawal(case.id)
    vault.reports.erase(person, case.id)
    desk.services.store.conversations.end(person)
    relay_withdrawal(desk.services, withdrawal)
    desk.farewell(person, voice.say("report-erased", case=case.name))
