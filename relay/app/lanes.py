"""The ways out, and who hears how what goes there ends."""

from collections.abc import Mapping

from handlers.services import Services
from relay.announcements import Outcomes
from relay.announcements.copies import DirectCopies
from relay.announcements.receipts import DeliveryReceipts
from relay.conduct.matters.observer import MatterObserver
from relay.contact_list.invitations import Known
from relay.delivery.observers import Observers
from relay.delivery.recording import Observer, give_up_orphans
from relay.delivery.worker import Adapter, DeliveryWorker
from relay.destinations import Destination
from relay.destinations.adapter import DestinationAdapter
from relay.destinations.subjects import Subjects
from relay.personal_data.sent_files import SentFiles
from relay.signal.adapter import SignalAdapter
from relay.signal.edited import EditedMessages
from relay.signal.outgoing import CHALLENGE_LANE, SIGNAL_LANE, SUBSCRIBERS_LANE
from relay.watch.metrics import DeliveryMetrics


def hears_ends(
    services: Services,
    copies: DirectCopies,
    outcomes: Outcomes,
    receipts: DeliveryReceipts,
    doors: Observer,
    votes: Observer,
) -> Observers:
    """Return who hears how deliveries end, in their order."""
    # Receipts count copies: whom they are for is noted first.
    told_first = (EditedMessages(services.store, services.clock), copies, outcomes, receipts)
    by_groups = (
        services.groups,
        doors,
        services.deciding.watch,
        services.adverts,
        services.board_lists,
        votes,
        services.authenticity.sent,
    )
    sealed = (services.vault.observer, MatterObserver(services.store, services.clock))
    sent_files = SentFiles(services.store, services.clock)
    strangers = (services.invitations, services.mailings)
    return Observers(*told_first, *sealed, *by_groups, *strangers, sent_files)


class WaysOut:
    """One worker for each way out.

    Args:
        services: the parts of the relay.
        signal: sends by Signal.
        destinations: each branch's public destinations, by slug and lane.
        subjects: says what public posts are about.
        observers: whoever hears how deliveries end; they are counted after that.
        contacts: asks the API whom it knows.

    Attributes:
        workers: one for each lane.
        counts: of what went out, and of what did not.
    """

    def __init__(
        self,
        services: Services,
        signal: SignalAdapter,
        destinations: Mapping[str, Mapping[str, Destination]],
        subjects: Subjects,
        observers: Observers,
        contacts: Known,
    ) -> None:
        self._store = store = services.store
        self._clock = clock = services.clock
        adapters: dict[str, Adapter] = {
            SIGNAL_LANE: signal,
            CHALLENGE_LANE: signal,
            SUBSCRIBERS_LANE: services.invitations.through(
                services.mailings.through(signal), contacts
            ),
            **{
                name: DestinationAdapter(destination, store, subjects.of)
                for places in destinations.values()
                for name, destination in places.items()
            },
        }
        self.counts = DeliveryMetrics(tuple(adapters))
        self._observers = Observers(*observers, self.counts)
        waits = {SUBSCRIBERS_LANE: {"others_go_first": services.mailings.others_go_first}}
        self.workers = [
            DeliveryWorker(
                name,
                self.counts.counting(name, adapter),
                store,
                clock,
                self._observers,
                **waits.get(name, {}),
            )
            for name, adapter in adapters.items()
        ]

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each lane."""
        return tuple(worker.name for worker in self.workers)

    @property
    def watched(self) -> tuple[str, ...]:
        """The names of those whose silence is a fault: what goes there is never held back."""
        unwatched = (CHALLENGE_LANE, SUBSCRIBERS_LANE)
        return tuple(name for name in self.names if name not in unwatched)

    def open(self) -> None:
        """Try again what was blocked, and end what has no way out any more; called at the start.

        Whatever was wrong may have been put right while the relay was down.
        """
        now = self._clock.now()
        with self._store.transaction():
            self._store.breakers.look_again(now)
        give_up_orphans(self._store, self._observers, self.names, now)
