"""A card's words for those who hear them."""

from relay.language.words import Words


def without_stop(text: str) -> str:
    """Return a text that a full stop follows, without one of its own."""
    return text.rstrip().removesuffix(".")


def sentence(words: Words, text: str) -> str:
    """Return a text with an end: a full stop where it has none of its own."""
    whole = text.strip().endswith((".", "?", "!", "…"))
    return text if whole else words.say("meeting-card-sentence", text=text)
