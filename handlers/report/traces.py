"""`hide` and `tidy`: fewer traces on a phone that somebody else may look at."""

from typing import Any

from handlers.report.context import ReportContext

SECONDS = 3600
"""After how long new messages disappear once `tidy` was typed."""


def hide_chat(context: ReportContext[Any]) -> None:
    """Delete the bot's own messages, as far as Signal does, and say how far that is."""
    hidden = context.services.vault.post.hide(context.person, context.report.id)
    context.say("report-hidden", asked=hidden.asked, old=hidden.too_old)


def let_vanish(context: ReportContext[Any]) -> None:
    """Let new messages of the chat disappear. The API cannot switch that off again."""
    context.services.vault.post.offer_timer(context.person, context.report.id, SECONDS)
    context.say("report-tidy")
