"""`about me lantern meadow 42`: what is kept of a report, for whoever wrote it and names it.

Whoever only has the phone reads nothing of it: without the name, `about me` tells everybody the
same, and what is hidden comes back first (`handlers.report.hiding`).
"""

import re
from typing import Any

from handlers.conversation.filters import new, without_files
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.report.context import about, cases_of, here
from handlers.report.listing import cases_text
from handlers.report.tone import Tone
from handlers.services import Services
from relay.language.vocabulary import clean
from relay.personal_data.register import register
from relay.personal_data.sent_files import PLAIN_TEXT
from relay.safeguarding import ReporterCase
from relay.safeguarding.names import match

own_data = Router("report_own_data")


def name_after_about_me(heard: HeardMessage) -> str | None:
    """Return what follows `about me`, or `about me file`; None where nothing does."""
    found = _asked(heard)
    return None if found is None else found["name"]


@looked_up_once
def _named(heard: Heard[Any]) -> ReporterCase | None:
    cases = {case.name: case for case in cases_of(heard)}
    typed = name_after_about_me(heard) if isinstance(heard, HeardMessage) and cases else None
    name = None if typed is None else match(typed, cases)
    return None if name is None else cases[name]


def asks_about_own(heard: HeardMessage) -> bool:
    """Whether they ask what is kept of a report of theirs, by its name."""
    return _named(heard) is not None


@own_data.message(new, without_files, here, asks_about_own)
async def say_what_is_kept(heard: HeardMessage) -> None:
    """Say where it stands, what is kept of it and until when; or send that as a file."""
    case, asked, services = _named(heard), _asked(heard), heard.services
    if case is None or asked is None:
        return
    if not (asked["file"] or asked["after"]):
        about(heard, case).say_text(_text(services, case))
        return
    file = services.store.files.add(
        name=services.words.say("about-me-file-name"),
        media_type=PLAIN_TEXT,
        data=_file_text(services, case).encode(),
        now=services.clock.now(),
    )
    said = services.words.say("about-me-file")
    services.vault.post.answer(heard.person, case.id, said, (file,))


def _asked(heard: HeardMessage) -> re.Match[str] | None:
    pattern = heard.services.vocabulary.phrase("about_me_and")
    return pattern.match(clean(heard.message.text))


def _text(services: Services, case: ReporterCase) -> str:
    tone = Tone(services.words, case.manner)
    return "\n\n".join(
        (
            cases_text(services, [case]),
            _kept(services, case),
            tone.say("about-my-report-more", case=case.name),
        )
    )


def _kept(services: Services, case: ReporterCase) -> str:
    tone, kept = Tone(services.words, case.manner), services.settings.safeguarding
    day = services.time.day
    until = "held" if case.held else "open" if case.content_until is None else "closed"
    return tone.say(
        "about-my-report",
        parts=case.parts,
        files=case.files,
        until=until,
        link_days=kept.keep_link_days,
        content_days=kept.keep_content_days,
        link="none" if case.link_until is None else day(case.link_until),
        content="none" if case.content_until is None else day(case.content_until),
    )


def _file_text(services: Services, case: ReporterCase) -> str:
    tone, purpose = Tone(services.words, case.manner), register().purposes["safeguarding"]
    unknown = services.words.say("privacy-controller-unknown")
    return tone.say(
        "about-my-report-file",
        case=case.name,
        day=services.time.day(services.clock.now()),
        stands=cases_text(services, [case]),
        kept=_kept(services, case),
        why=purpose.why,
        basis=", ".join((*purpose.basis, *purpose.special)),
        seen=purpose.seen,
        controller=services.settings.data_protection.named(unknown),
    )
