"""What was said to the bot and cannot be read: kept, sealed, until it can be or its time is over.

Why it is kept at all: a message that cannot be read today may be somebody's report, and the next
release may know how to read it. Nobody opens it but the relay itself, to read it once more at its
start, with a key for each message that is destroyed with it.

Who is told, and when:

- a part of a direct message that is not known here (a contact, a poll, a payment, a new kind): its
  sender, at once. To send it again would fail again, so they are asked to write it as text;
- what signal-cli could not decrypt: its sender, after `PATIENCE`, unless it has arrived by then.
  signal-cli asks their app to send it once more by itself, with the same timestamp;
- a sender whose new key is not trusted: nobody here. They are seen to where trust is taken anew;
- an envelope of a new kind, or one without a sender: the host alone. It may be nobody's words.
"""

import hashlib
import json
import secrets
from datetime import datetime, timedelta

from relay.sealing import make_key, open_sealed, seal
from relay.signal.envelope import person_of
from relay.signal.notification import Notification, read_notification
from relay.store import Store

PATIENCE = timedelta(minutes=10)
"""How long what could not be decrypted may take to come again."""

_UNTRUSTED = "exception.UntrustedIdentityException"
_SEALED_AS = ""
"""Nothing is bound to it: each message has a key of its own."""


def keep_unreadable(store: Store, notification: Notification, shape: str, now: datetime) -> bool:
    """Keep a message that cannot be read, in the caller's transaction.

    Args:
        store: where.
        notification: what came.
        shape: of what cannot be read.
        now: aware, UTC.

    Returns:
        False if it was known already.
    """
    source, due = notification.source, now
    if shape.startswith("exception."):
        due = now + PATIENCE
    if source is None or shape == _UNTRUSTED or shape.startswith("envelope."):
        source = None
    secret, sealed = _sealed(json.dumps(notification.params, separators=(",", ":")).encode())
    return store.unreadable.keep(
        name=_name(notification),
        source=source,
        shape=shape,
        now=now,
        due=None if source is None else due,
        secret=secret,
        sealed=sealed,
    )


def has_arrived(store: Store, notification: Notification) -> None:
    """Forget that a message could not be read: it has come once more, and can be."""
    store.unreadable.forget(_name(notification))


def forget_sender(store: Store, person: str) -> None:
    """Destroy what somebody said and could not be read, in the caller's transaction.

    Whose it was is forgotten when they are told, and stands in what is sealed alone.
    """
    store.unreadable.forget_untold(person)
    for name, secret, sealed in store.unreadable.sealed():
        try:
            sender = person_of(json.loads(open_sealed(secret, _SEALED_AS, sealed))["envelope"])
        except RecursionError:
            # Nested too deeply to be of use to anybody, and it may be theirs.
            sender = person
        if sender == person:
            store.unreadable.forget(name)


def read_again(store: Store, now: datetime) -> int:
    """Hand on what this release can read and an earlier one could not; return how much that was.

    Not where somebody was told that it could not be read: they have written it in another way.
    """
    found = 0
    for name, secret, sealed in store.unreadable.untold():
        params = json.loads(open_sealed(secret, _SEALED_AS, sealed))
        again = read_notification({"jsonrpc": "2.0", "method": "receive", "params": params})
        if not again.is_for_us or again.source is None:
            continue
        with store.transaction():
            store.unreadable.forget(name)
            found += store.inbox.accept(
                account=again.account,
                source=again.source,
                timestamp=again.timestamp,
                body=again.params,
                now=now,
            )
    return found


def _name(notification: Notification) -> str:
    if not notification.params["envelope"]:
        # Nothing tells one from the next: better counted twice than only once in two weeks.
        return secrets.token_hex(32)
    who = notification.source or ""
    text = f"{notification.account}|{who}|{notification.timestamp}"
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def _sealed(data: bytes) -> tuple[bytes, bytes]:
    secret = make_key()
    return secret, seal(secret, _SEALED_AS, data)
