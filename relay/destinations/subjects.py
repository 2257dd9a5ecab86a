"""What a delivery is about, said when it is carried out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from relay.destinations import branch_of
from relay.destinations.base import Subject
from relay.settings import Branch
from relay.store.outbox import Delivery


class Subjects:
    """Says it from the settings and the published meetings.

    Args:
        branches: as configured.
        event_of: describes the meeting with a number, as everybody may know it; None for none.
    """

    def __init__(
        self, branches: Sequence[Branch], event_of: Callable[[int], Mapping[str, Any] | None]
    ) -> None:
        self._names = {branch.slug: branch.name for branch in branches}
        self._event_of = event_of

    def of(self, announcement: int, delivery: Delivery) -> Subject:
        """Return what a delivery is about.

        Args:
            announcement: its number.
            delivery: of a destination's lane.
        """
        slug = branch_of(delivery.lane)
        return Subject(
            number=announcement,
            branch=slug,
            branch_name=self._names.get(slug, slug),
            asked_at=delivery.created_at,
            event=partial(self._event_of, announcement),
        )
