"""Destroying: drafts that were not sent, links to people, and whole cases.

What is destroyed is the key first. Then everything the relay holds: the rows, what waits to be
sent, who got what, dead letters, what of the writer's could not be read, their place in the
conversation. The store leaves no copy in its own pages (`relay.store.shredder`).
"""

from relay.safeguarding.codes import Outcome, State
from relay.safeguarding.mailer import topic
from relay.safeguarding.open_states import end_about
from relay.safeguarding.people import Writers
from relay.safeguarding.sealing import CONTENT, LINK
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.tables.cases import CaseRow
from relay.signal.unreadable import forget_sender
from relay.store import Store
from relay.time.clock import Clock


class Destroyer:
    """Takes things out of the vault for good.

    Args:
        store: what holds them.
        clock: the time.
        writers: whose link it is.
    """

    def __init__(self, store: Store, clock: Clock, writers: Writers) -> None:
        self._store = store
        self._tables = store[VaultTables]
        self._clock = clock
        self._writers = writers

    def link(self, case_id: int) -> None:
        """Destroy the link between a case and who wrote it, and what else leads to them."""
        person = self._writers.of(case_id)
        alias = None if person is None else self._writers.alias(case_id, person)
        now = self._clock.now()
        self._tables.keys.destroy(case_id, LINK)
        self._tables.links.destroy(case_id)
        self._tables.entries.forget_origins(case_id)
        if person is not None:
            self.traces(case_id, person, alias)
        self._store.shredder.shred(now)

    def traces(self, case_id: int, person: str, alias: str | None) -> None:
        """Forget where else somebody stands in the store, once they are not linked to a case.

        Args:
            case_id: the case.
            person: who wrote it until now.
            alias: theirs (`Writers.alias`), from before the key of the link was destroyed.
        """
        self._store.topics.drop_target(topic(case_id), person, alias, self._clock.now())
        end_about(self._store, person, case_id)
        self._store.inbox.scrub(person)
        forget_sender(self._store, person)
        if not self._writers.cases_of(person):
            self._tables.tries.forget_person(self._writers.hash(person))

    def case(self, row: CaseRow, outcome: Outcome | None) -> None:
        """Destroy a case with its link; count it, unless it was never sent.

        Args:
            row: the case.
            outcome: what is counted; None for drafts.
        """
        now = self._clock.now()
        self._tables.keys.destroy(row.id, CONTENT)
        self.link(row.id)
        self._store.topics.drop(topic(row.id), now)
        self._store.topics.scrub(topic(row.id))
        self._tables.records.destroy_bodies(row.id)
        self._tables.cases.delete(row.id)
        if outcome is not None and row.state != State.DRAFT and row.sent_at is not None:
            self._tables.leftovers.count(
                year=row.sent_at.year,
                team=row.team or "",
                track=row.track or "",
                outcome=outcome.value,
            )
        self._store.shredder.shred(now)
