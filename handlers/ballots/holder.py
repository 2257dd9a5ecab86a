"""What is kept of whoever is asked in a ballot that is open."""

from collections.abc import Sequence

from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services
from relay.ballots.tables import Ballots


class BallotHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"votes"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name each open question: not what they answered, which others might read."""
        say, table = services.words.say, services.store[Ballots]
        return [
            Held(
                "votes",
                say(
                    "held-vote",
                    number=str(one.number),
                    answered="yes" if table.has_answered(one, person) else "no",
                    until=services.time.spoken(one.until),
                ),
                say("held-vote-stays", until=services.time.spoken(one.until)),
            )
            for one in table.open_ones()
            if table.has_asked(one, person)
        ]

    def forget(self, services: Services, person: str) -> None:
        """Take back their answers with the reasons, and send them no question that waits.

        That they are among those who are asked stays as a hash: else somebody could be asked, and
        count, twice.
        """
        services.mailings.ballots.forget_answers(person)
