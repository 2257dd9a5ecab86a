"""`tidy`: fewer traces on a phone that somebody else may look at. `hide` is in `hiding`."""

from typing import Any

from handlers.report.context import ReportContext

SECONDS = 3600
"""After how long new messages disappear once `tidy` was typed."""


def let_vanish(context: ReportContext[Any]) -> None:
    """Let new messages of the chat disappear. The API cannot switch that off again."""
    context.services.vault.post.offer_timer(context.person, context.report.id, SECONDS)
    context.say("report-tidy")
