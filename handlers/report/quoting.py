"""What a part of a report answers: the number of an earlier part, or the beginning of an answer.

reporter: (quotes “We could meet on Tuesday.”) Yes, that works.
readers:  wagtail cushion 99, part 5
          About the answer in part 4, “We could meet on Tuesday.”:
          Yes, that works.

What is quoted comes from the case itself and not from the message, which can say anything. Of the
writer's own words only the number is told: if they take them back, no copy must stay.
"""

from typing import Any

from signalbot import DataMessage

from handlers.report.context import ReportContext
from relay.safeguarding import Entry, EntryKind

_MOST = 60
"""Characters of an answer that tell which one it is."""


def with_quoted(context: ReportContext[Any], message: DataMessage, text: str) -> str:
    """Return a text for those who read it, after what its writer quoted of the same case."""
    entry = _quoted(context, message)
    if entry is None:
        return text
    words, number = context.services.in_public.words, str(entry.number)
    if entry.kind is EntryKind.ANSWER:
        line = words.say("casework-about-answer", number=number, words=_beginning(entry.text))
    else:
        line = words.say("casework-about-part", number=number)
    return f"{line}\n\n{text}".strip()


def say_quote_lost(context: ReportContext[Any], message: DataMessage) -> None:
    """Say that what was quoted does not go along, where it is nothing of the same case."""
    if message.quote is None or _quoted(context, message) is not None:
        return
    if context.services.limits.takes_mark(context.person, "report-quote-lost"):
        context.say("report-quote-lost")


def _quoted(context: ReportContext[Any], message: DataMessage) -> Entry | None:
    quote = message.quote
    if quote is None or quote.id is None:
        return None
    return context.reports.quoted_entry(context.person, context.report.id, quote.id)


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[:_MOST].rstrip()}…"
