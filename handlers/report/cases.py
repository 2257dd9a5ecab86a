"""`case`: where what was sent stands, and which of several hears what is written now."""

from datetime import datetime

from handlers.report.chat import Chat, Desk
from handlers.report.voice import Voice
from relay.safeguarding import Listening, ReporterCase
from relay.safeguarding.names import match


def describe_cases(chat: Chat) -> None:
    """Say where everything that this person sent stands."""
    cases = chat.desk.services.vault.reports.cases_of(chat.person)
    if cases:
        chat.say_text("\n\n".join(case_text(chat.desk, case) for case in cases))
    else:
        chat.say("report-case-none")


def case_text(desk: Desk, case: ReporterCase) -> str:
    """Return where one case stands."""
    voice = desk.voice(case.manner)
    lines = [
        voice.say(
            "report-case",
            case=case.name,
            when=_spoken(desk, case.sent_at),
            team=voice.name(case.team_name),
            readers=case.readers,
            progress=_progress(desk, voice, case),
        )
    ]
    if case.status:
        lines.append(voice.say("report-status", status=case.status))
    if case.link_until is not None:
        lines.append(voice.say("report-until", when=_spoken(desk, case.link_until)))
    state = case.listening.value
    lines.append(voice.say("report-listening", state=state, case=case.name))
    return "\n".join(lines)


def find_case(desk: Desk, person: str, typed: str) -> ReporterCase | None:
    """Return the case of this person that is named, slips included, or None."""
    cases = {case.name: case for case in desk.services.vault.reports.cases_of(person)}
    name = match(typed, cases) if typed else None
    return None if name is None else cases[name]


def listen_to(desk: Desk, person: str, chosen: ReporterCase) -> None:
    """Let one case, and no other, hear what this person writes from now on."""
    reports = desk.services.vault.reports
    for case in reports.cases_of(person):
        if case.listening is Listening.UNASKED:
            reports.listen(case.id, Listening.NO)
    reports.listen(chosen.id, Listening.YES)


def _progress(desk: Desk, voice: Voice, case: ReporterCase) -> str:
    state, since = "waiting", case.sent_at
    if case.closed_at is not None:
        state, since = "closed", case.closed_at
    elif case.answered_at is not None:
        state, since = "answered", case.answered_at
    elif case.escalated_at is not None:
        state, since = "escalated", case.escalated_at
    elif case.reminded_at is not None:
        state, since = "reminded", case.reminded_at
    return voice.say("report-progress", state=state, since=_spoken(desk, since))


def _spoken(desk: Desk, moment: datetime) -> str:
    return desk.services.time.spoken(moment)
