"""A published meeting as data, for those who are told of it by machine."""

from typing import Any

from relay.language.words import Words
from relay.time.clock import Clock
from relay.web.pages.addresses import Outside, card_path
from relay.web.pages.catalogue import MeetingCatalogue, branch_and_dates
from relay.web.pages.structured import event
from relay.web.pages.views import Views


class PublicEvents:
    """Describes meetings as their pages do (`relay.web.pages.structured`).

    Args:
        catalogue: the published meetings.
        words: the wording.
        clock: the time.
        outside: what the outside calls the pages.
    """

    def __init__(
        self, catalogue: MeetingCatalogue, words: Words, clock: Clock, outside: Outside
    ) -> None:
        self._catalogue = catalogue
        self._views = Views(words, clock)
        self._outside = outside

    def of(self, number: int) -> dict[str, Any] | None:
        """Return a meeting's nearest date; None where no such meeting is published."""
        found = branch_and_dates(self._catalogue, number)
        if found is None:
            return None
        image = self._outside.of(card_path(number))
        return event(self._views.meeting(*found), self._outside, image)
