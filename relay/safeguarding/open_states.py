"""What somebody is in the middle of, where it is about a case or a draft of their own.

Such a state holds the id as `case`, whichever state it is; no other one holds a number there.
"""

from relay.store import Store


def end_about(store: Store, person: str, case_id: int | None = None) -> None:
    """End what somebody is in the middle of, if it is about this case, or by default about any."""
    waiting = store.conversations.of(person)
    about = None if waiting is None else waiting.data.get("case")
    if isinstance(about, int) and case_id in (None, about):
        store.conversations.end(person)
