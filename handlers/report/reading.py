"""Where a report stands, and what is kept for its writer: answers that nobody wanted to show."""

from collections.abc import Sequence

from handlers.casework.answering import hand_out_answers
from handlers.casework.notice import notice
from handlers.conversation.heard import HeardMessage
from handlers.report.context import about, cases_of
from handlers.report.listing import cases_text
from relay.safeguarding import ReporterCase


def show_state(heard: HeardMessage, cases: Sequence[ReporterCase]) -> None:
    """Say where cases stand, and of answers only that there is something.

    Args:
        heard: who has named them: somebody else may be looking on.
        cases: of which of theirs, at least one.
    """
    services = heard.services
    about(heard, cases[0]).say_text(cases_text(services, cases))
    waiting = (case for case in cases if services.vault.reports.waiting_answers(case.id))
    if (first := next(waiting, None)) is not None:
        services.vault.post.notice(first.id, notice(services))


def show(heard: HeardMessage, cases: Sequence[ReporterCase] | None = None) -> None:
    """Say where cases stand, and hand out the answers that are kept.

    Args:
        heard: who asks.
        cases: of which of theirs, at least one; all by default.
    """
    services, asked = heard.services, tuple(cases_of(heard) if cases is None else cases)
    about(heard, asked[0]).say_text(cases_text(services, asked))
    for case in asked:
        hand_out_answers(services, case.id, case.name)
