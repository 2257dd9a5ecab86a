"""What of a message has no place where its words go. It is never left out without a word."""

from signalbot import DataMessage

from relay.signal.marks import answers_story, has_more_beside_words
from relay.store.inbox import InboxEntry

_LOST = "\ufffc"
"""What stands for something that is no text (Unicode, OBJECT REPLACEMENT CHARACTER).

Signal puts it where somebody is mentioned; those whose names are known are in the text by now
(`relay.signal.mentions`). Without a mention it came from copying, say from a page with a picture.
"""


def notes_on(message: DataMessage) -> list[str]:
    """Return codes of what a message had that does not go along, for the preview to say."""
    styles = {(style.style or "").upper() for style in message.text_styles or ()}
    notes = []
    if styles - {"SPOILER"}:
        notes.append("formatting")
    if "SPOILER" in styles:
        notes.append("spoiler")
    return notes + notes_beside_formatting(message)


def notes_beside_formatting(message: DataMessage) -> list[str]:
    """Return the same where the formatting goes along."""
    lost = (message.text or "").count(_LOST)
    mentions = len(message.mentions or ())
    notes = []
    if mentions > lost:
        notes.append("mentions")
    if lost:
        notes.append("mention-unknown" if mentions else "object")
    if message.previews:
        notes.append("link-preview")
    if message.sticker is not None:
        notes.append("sticker")
    if message.view_once and message.attachments:
        notes.append("view-once")
    return notes


def without_lost(text: str) -> str:
    """Return a text without the marks that stand for what did not come along."""
    return with_instead(text, "")


def with_instead(text: str, words: str) -> str:
    """Return a text with words where a mark stands for what did not come along."""
    if _LOST not in text:
        return text
    return "\n".join(
        " ".join(line.replace(_LOST, f" {words} ").split()) if _LOST in line else line
        for line in text.split("\n")
    ).strip()


def has_lost(text: str | None) -> bool:
    """Whether something that is no text, and is not known, stood in a text."""
    return _LOST in (text or "")


def has_lost_part(entry: InboxEntry | None) -> bool:
    """Whether a stored message came with what is neither words nor a file, or answers a story."""
    return entry is not None and (has_more_beside_words(entry.body) or answers_story(entry.body))
