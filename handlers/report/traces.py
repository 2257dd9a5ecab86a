"""`hide` and `tidy`: fewer traces on a phone that somebody else may look at."""

from handlers.report.chat import Chat
from handlers.report.typed import bare

SECONDS = 3600
"""After how long new messages disappear once `tidy` was typed."""


def hide(chat: Chat) -> None:
    """Delete the bot's own messages, as far as Signal does, and say how far that is."""
    hidden = chat.desk.services.vault.post.hide(chat.person, chat.case_id)
    chat.say("report-hidden", asked=hidden.asked, old=hidden.too_old)


def is_tidy(text: str | None) -> bool:
    """Whether a whole message switches disappearing messages on."""
    return bare(text) == "tidy"


def tidy(chat: Chat) -> None:
    """Let new messages of the chat disappear. The API cannot switch that off again."""
    chat.desk.services.vault.post.offer_timer(chat.person, chat.case_id, SECONDS)
    chat.say("report-tidy")
