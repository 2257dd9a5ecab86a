"""What an envelope has beside its words: the text that is quoted, and files that were looked at."""

from handlers.conversation.heard import HeardMessage
from handlers.services import Services
from relay.language.vocabulary import clean
from relay.signal.envelope import stored_content_of
from relay.signal.fields import part_of, text_of
from relay.signal.intake import LOOKED_AT


def quoted_in(heard: HeardMessage) -> str:
    """Return the words of the message that is quoted, as the phone has sent them along.

    They are in `JsonQuote.text` of signal-cli (`json/JsonQuote.java`).
    """
    entry = heard.services.bot.entry
    quote = {} if entry is None else part_of(stored_content_of(entry.body).get("quote"))
    return clean(text_of(quote.get("text")))


def unlooked_at(services: Services) -> list[str]:
    """Return codes of the files that came and could not be looked at."""
    entry = services.bot.entry
    arrivals = [] if entry is None else services.store.files.arrivals(entry.id)
    refused = (one.refused for one in arrivals)
    return [code for code in refused if code is not None and code != LOOKED_AT]
