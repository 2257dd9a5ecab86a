"""How deliveries end: recorded together with what observers make of it."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from functools import partial
from typing import Any, Protocol

import structlog

from relay.store import Store
from relay.store.breakers import CircuitBreaker
from relay.store.outbox import Delivery

log = structlog.get_logger(__name__)


class Observer(Protocol):
    """Hears how deliveries end, inside the transaction that records it."""

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A delivery went out."""

    def failed(self, delivery: Delivery, reason: str) -> None:
        """A delivery was given up."""

    def blocked(self, breaker: CircuitBreaker) -> None:
        """Nothing passes on a lane; called each time it is found so."""

    def freed(self, breaker: CircuitBreaker) -> None:
        """Deliveries pass on a lane again."""


Telling = Callable[[Observer], None]
"""What an observer is told once a change is recorded."""


def record_end(
    store: Store, observer: Observer, lane: str, change: Callable[[], list[Telling]]
) -> None:
    """Record a change and tell the observers of it, in one transaction.

    A fault in one of them must neither end the lane nor lose the record: the message would be
    sent once more, at every start. So the change is then recorded alone, and each observer is
    told again in a transaction of its own. What is lost is the work of the one with the fault,
    for this one delivery: an advert that has arrived stays "on its way", say. If the relay is
    killed between the two, that of the others is lost as well.

    Args:
        store: where it is recorded; no transaction may be open.
        observer: whoever hears of it; each of several alone, once one has failed.
        lane: the lane's name, for the log.
        change: records it and returns what observers hear; called again after a rollback.
    """
    try:
        with store.transaction():
            for tell in change():
                tell(observer)
        return
    except Exception as error:  # noqa: BLE001
        _log_fault(lane, error)
    with store.transaction():
        told = change()
    for one in tuple(observer) if isinstance(observer, Iterable) else (observer,):
        try:
            with store.transaction():
                for tell in told:
                    tell(one)
        except Exception as error:  # noqa: BLE001
            _log_fault(lane, error)


def give_up(store: Store, delivery: Delivery, reason: str, now: datetime) -> list[Telling]:
    """Record that a delivery is given up; return what observers hear of it.

    What was dropped while it was under way has its end already, and its asker knows.

    Args:
        store: where it is recorded; joins a transaction.
        delivery: the delivery.
        reason: why, for whoever asked for it.
        now: the time, UTC.
    """
    if store.outbox.failed(delivery, reason, now):
        return [lambda observer: observer.failed(delivery, reason)]
    return []


def give_up_orphans(
    store: Store, observer: Observer, lanes: Collection[str], now: datetime
) -> None:
    """End the deliveries whose way out is no longer in the settings.

    Args:
        store: where they wait; no transaction may be open.
        observer: whoever hears of it.
        lanes: the lanes that there are.
        now: the time, UTC.
    """
    for orphan in store.outbox.orphaned(lanes):
        end = partial(give_up, store, orphan, "the settings no longer name this place", now)
        record_end(store, observer, orphan.lane, end)


def _log_fault(lane: str, error: Exception) -> None:
    # The type alone: what an observer handles is people's.
    log.error("observer_fault", lane=lane, fault=type(error).__name__)
