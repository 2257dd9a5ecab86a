"""Hears how messages of cases end: where each stands, and whom one did not reach."""

from typing import Any

from relay.delivery.observers import QuietObserver
from relay.safeguarding.hiding import Hiding
from relay.safeguarding.internals import Internals
from relay.safeguarding.mailer import FAREWELL, case_of
from relay.signal.edited import edited_delivery
from relay.store.outbox import Delivery
from relay.time.clock import Clock


class CaseObserver(QuietObserver):
    """The vault's observer of the lanes; others hear the same beside it.

    Args:
        internals: the parts of the vault.
        clock: the time.
    """

    def __init__(self, internals: Internals, clock: Clock) -> None:
        self._internals = internals
        self._clock = clock
        self._hiding = Hiding(internals)

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Remember where a relayed message stands.

        One that was on its way while its case was erased is deleted from the chat again.
        """
        self._hiding.got_there(delivery, result)
        about = self._internals.store.topics.of(delivery.id)
        if about is None:
            return
        case_id = case_of(about)
        self._destroy_files(delivery)
        timestamp = result.get("timestamp")
        if about == FAREWELL:
            self._forget(delivery)
        elif case_id is not None and self._internals.tables.cases.get(case_id) is None:
            if delivery.action in ("send", "edit") and timestamp is not None:
                self._internals.post.unsend(delivery.target, timestamp)
            self._forget(delivery)
        else:
            if delivery.action == "send":
                self._internals.tables.relays.sent(delivery.id, timestamp)
            elif delivery.action == "edit":
                self._follow_edit(delivery, result)
            self._unname(delivery, case_id)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Remember whom a message did not reach; the timetable tells who has to know."""
        about = self._internals.store.topics.of(delivery.id)
        if about is None:
            return
        case_id = case_of(about)
        self._destroy_files(delivery)
        erased = case_id is not None and self._internals.tables.cases.get(case_id) is None
        if erased or about == FAREWELL:
            self._forget(delivery)
        else:
            self._internals.tables.relays.failed(delivery.id)
            self._unname(delivery, case_id)

    def _follow_edit(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Know the new version, or the message that carries the new text beside the earlier one."""
        relays, original = self._internals.tables.relays, edited_delivery(delivery)
        relay = None if original is None else relays.get(original)
        if relay is None or "timestamp" not in result:
            return
        if "apart" in result:
            relays.add(delivery.id, relay.case_id, relay.entry, relay.target)
            relays.sent(delivery.id, result["timestamp"])
        else:
            relays.sent(relay.delivery, result["timestamp"])

    def _unname(self, delivery: Delivery, case_id: int | None) -> None:
        """Let no row that has ended say whom something of a case went to.

        To its writer's chat the vault still finds back, for `hide`; where something stands with a
        reader, `case_relays` knows.
        """
        if case_id is None:
            return
        alias = self._internals.writers.alias(case_id, delivery.target)
        self._internals.store.topics.rename(delivery, alias or "")
        if alias is not None:
            self._internals.store.shredder.shred(self._clock.now())

    def _destroy_files(self, delivery: Delivery) -> None:
        """Keep no copy of what was made for one answer; what belongs to a case is sealed."""
        for file in delivery.payload.get("files", ()):
            self._internals.store.files.remove(int(file))

    def _forget(self, delivery: Delivery) -> None:
        self._internals.store.topics.scrub_delivery(delivery.id)
        self._internals.store.shredder.shred(self._clock.now())
