"""What is finished is forgotten when its time is over."""

from datetime import datetime, timedelta

from relay.store.premigration import KEEP as KEEP_BEFORE_MIGRATION
from relay.store.store import Store

KEEP_FINISHED = timedelta(days=30)
"""How long the store remembers that an envelope or a delivery is done (never what it said)."""

KEEP_UNREADABLE = timedelta(days=14)
"""How long what could not be read is kept, sealed; then it is destroyed with its key."""


def forget_finished(store: Store, now: datetime) -> None:
    """Forget what is finished for long; joins a transaction.

    Args:
        store: where it is.
        now: aware, UTC.
    """
    store.inbox.forget_before(now - KEEP_FINISHED)
    store.outbox.forget_before(now - KEEP_FINISHED)
    if store.unreadable.forget_before(now - KEEP_UNREADABLE):
        store.shredder.shred(now)
    store.files.forget_orphans()


def forget_schemas(store: Store, now: datetime) -> None:
    """Remove the copies made before changes of the schema, once their time is over.

    Args:
        store: beside which they lie.
        now: aware, UTC.
    """
    store.premigration.forget_before(now - KEEP_BEFORE_MIGRATION)
