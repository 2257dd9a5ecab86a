"""What every question before writing is made of."""

from handlers.report.context import DraftState, ReportContext
from relay.safeguarding import Draft


class Question(DraftState):
    """A question before writing.

    Attributes:
        kept: whether it was said that what is told too early is kept.
        told: how many messages were kept at it that answer it with nothing.
    """

    kept: bool = False
    told: int = 0

    def ask(self, context: ReportContext[Draft]) -> None:
        """Ask it, also once more."""
        raise NotImplementedError

    def take(self, context: ReportContext[Draft], text: str) -> bool:
        """Take an answer and go on; return whether it was understood."""
        raise NotImplementedError

    def say_unclear(self, context: ReportContext[Draft], text: str) -> None:
        """Say how to answer."""
        raise NotImplementedError

    def settle(self, context: ReportContext[Draft]) -> bool:
        """Go on as for who is not sure; return whether one can, who has no answer to give."""
        return False
