"""What is kept of whoever has an advert, or may post one without its being read first."""

from collections.abc import Sequence

from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services
from relay.adverts.notifier import Why
from relay.adverts.tables import Stage


class AdvertHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"advert", "advert_marks"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name each advert by its number, and what is remembered for the next one."""
        say, adverts = services.words.say, services.adverts
        found = []
        for one in adverts.table.of(person):
            text = say(
                "held-advert",
                number=str(one.number),
                stage=one.stage.value,
                board=adverts.board_name(one),
                until="none" if one.until is None else services.time.spoken(one.until),
            )
            left = say("held-advert-stays") if one.stage is Stage.STANDING else ""
            found.append(Held("advert", text, left))
        for slug, branch in services.branches.items():
            if adverts.is_cleared(person, slug):
                found.append(Held("advert_marks", say("held-advert-read", branch=branch.name)))
            if adverts.has_posted(person, slug):
                text = say("held-advert-posted", branch=branch.name)
                found.append(Held("advert_marks", text, say("held-advert-posted-stays")))
        return found

    def forget(self, services: Services, person: str) -> None:
        """Take down what stands, drop what waits, and read their next one first again.

        How many they have posted this week is remembered: a board is not to be filled by somebody
        who has themself forgotten in between.
        """
        adverts = services.adverts
        for one in adverts.table.of(person):
            if one.stage is Stage.DRAFT:
                adverts.forget(one.number)
            elif one.stage is Stage.OVER:
                adverts.empty(one)
            else:
                adverts.end(one, Why.WRITER)
        for slug in services.branches:
            adverts.forget_cleared(person, slug)
