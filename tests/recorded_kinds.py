"""What becomes of every kind of notification that was recorded, when a stranger sends it.

Nothing is lost and nothing is silent: each kind is answered, or its sender is told that it could
not be read, or the host is, or it is in `IGNORED` with the reason. A recording that stands in none
of them, or in two, fails `tests/fuzz/test_recorded_envelopes.py`.
"""

ANSWERED = frozenset(
    {
        "text",
        "text, sender's number hidden",
        "text, sender without a name",
        "text, styles",
        "text, vanishing after a week",
        "text, expiresInSeconds null",
        "mention",
        "quote",
        "quote with mention, styles, attachment",
        "quote of an attachment without thumbnail",
        "preview",
        "preview with image",
        "picture",
        "picture with text",
        "picture without file name",
        "voice message",
        "attachment that was not downloaded (id null)",
        "attachment without content type",
        "long text (its attachment stays listed)",
        "view once",
        "sticker",
        "story reply",
        "emoji, control characters, U+2028, half a surrogate pair kept",
        "timestamp 0",
        "message of 64 KiB",
        # The new words are a command. Others change what was answered already, and are not.
        "edit",
        "edit with picture",
        # Nobody takes it, which is said.
        "call: offer",
        "call: offer, id above 2^63",
    }
)
"""Somebody says something to the bot: the bot answers, and Signal takes the answer."""

TOLD = {
    "shared contact": "dataMessage.contacts",
    "poll in a direct chat": "dataMessage.pollCreate",
    "payment": "dataMessage.payment",
    "payment without a note": "dataMessage.payment",
    "undecryptable": "exception.ProtocolNoSessionException",
}
"""It is kept, its sender is told once that it could not be read, the host sees its shape."""

HOST_ALONE = {
    "text, sender without account id": "sender",
    "untrusted sender": "exception.UntrustedIdentityException",
    "exception without envelope": "exception.IOException",
}
"""It is kept, and the host sees its shape. Nobody can be told, or (a new key) is seen to there."""

REFUSED = frozenset({"other account"})
"""Another account of the same server: 403, and not for this relay at all."""

VOTES = frozenset({"vote", "vote taken back", "vote, sender's number hidden"})
"""Votes are counted in the poll of ours that they name, and dropped where it is none."""

_IN_A_GROUP = "the bot listens to direct messages only, so that groups stay among themselves"
_OWN = "the bot's own doing, told by another device of its account"
_CALL = "part of a call: that nobody answers was said when it began"
_STORY = "a story is for everybody, and asks nobody for anything"
_RECEIPT = "phones send it by themselves"
_MARK = "a mark on a message that was answered, or will be"
_NO_WORDS = "it says nothing: phones send it by themselves, or the chat changed"

IGNORED = {
    "timer changed": _NO_WORDS,
    "reaction": _MARK,
    "reaction taken back": _MARK,
    "reaction in a group": _IN_A_GROUP,
    "remote delete": _MARK,
    "remote delete in a group": _IN_A_GROUP,
    "admin delete in a group": _IN_A_GROUP,
    "pin in a group": _IN_A_GROUP,
    "unpin in a group": _IN_A_GROUP,
    "pin in a direct chat": _MARK,
    "poll": _IN_A_GROUP,
    "poll closed": _IN_A_GROUP,
    "text in a group": _IN_A_GROUP,
    "text in a group without a name": _IN_A_GROUP,
    "group changed": "the list of groups is asked for anew",
    "group changed, text besides": "the list of groups is asked for anew; the text is the group's",
    "group made, bot added": "the list of groups is asked for anew",
    "group call": _IN_A_GROUP,
    "group of the old kind (V1)": _IN_A_GROUP,
    "profile key only": _NO_WORDS,
    "end of session": _NO_WORDS,
    "story reaction": _MARK,
    "edit in a group": _IN_A_GROUP,
    "receipt: delivered": _RECEIPT,
    "receipt: read": _RECEIPT,
    "receipt: viewed": _RECEIPT,
    "receipt from the server (no sender's name)": _RECEIPT,
    "typing": _RECEIPT,
    "typing stopped in a group": _IN_A_GROUP,
    "call: ice, id above 2^63": _CALL,
    "call: hangup": _CALL,
    "call: hangup, id above 2^63": _CALL,
    "call: busy, answer": _CALL,
    "story: text": _STORY,
    "story: picture in a group": _STORY,
    "sync: sent": _OWN,
    "sync: sent to a group": _OWN,
    "sync: group changed from another device": _OWN,
    "sync: sent edit": _OWN,
    "sync: sent picture": _OWN,
    "sync: sent story": _OWN,
    "sync: read": _OWN,
    "sync: blocked": _OWN,
    "sync: contacts": _OWN,
    "sync: empty": _OWN,
    "note to self": _OWN,
    "own message back (notify_self)": _OWN,
    "nothing that signal-cli can show (null message, sealed sender error)": _NO_WORDS,
    "envelope without source (sealed sender, undecryptable)": _NO_WORDS,
}
"""What is taken from Signal, acknowledged and dropped, each with the reason."""

TOLD_ABOUT_A_REPORT = frozenset(
    {
        "timer changed",
        "reaction",
        "reaction taken back",
        "remote delete",
        "pin in a direct chat",
        "story reaction",
    }
)
"""Dropped without a word where nothing is reported; whoever reports, or reads what was reported, is
told that it goes to nobody, or it is followed (`tests/handlers/test_every_kind.py`)."""
