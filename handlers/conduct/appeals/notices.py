"""What people hear of an appeal without having asked just then.

Implements `relay.conduct.appeals.appeals.AppealNotifier`. No moderator is named to anybody, and
nothing of what somebody says comes unasked.
"""

from typing import Any

from handlers.conduct.appeals.texts import beyond_text, name_of, outcome_text
from handlers.services import Services
from relay.conduct.appeals.appeal import Appeal, AppealState

_TO_COMPLAINER = {
    AppealState.UPHELD: "appeal-outcome-complainer",
    AppealState.SHORTENED: "decision-complainer-back",
}


class AppealNotices:
    """Tells each in their own language.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def asked(self, appeal: Appeal, to: tuple[str, ...]) -> None:
        """There is an appeal, or more of it: tell those who answer it."""
        for moderator in to:
            self._tell(appeal, moderator, "appeal-come", branch=appeal.decision.branch)

    def reminded(self, appeal: Appeal, to: tuple[str, ...]) -> None:
        """Nobody has answered yet."""
        for moderator in to:
            self._tell(appeal, moderator, "appeal-reminder", branch=appeal.decision.branch)

    def answered(self, appeal: Appeal) -> None:
        """There is an answer: tell the person, moderators, and whoever complained, in this order.

        What is taken back is told with the decision itself, to whoever complained, too
        (`handlers.conduct.decisions.notices`).
        """
        services, person = self._services, appeal.decision.person
        text = outcome_text(services.speaking_to(person), appeal)
        self._tell(appeal, person, "appeal-outcome-sent", branch=appeal.court, text=text)
        told = (*services.matters.readers(appeal.matter), *services.appeals.reviewers(appeal))
        for moderator in dict.fromkeys(told):
            self._tell(
                appeal,
                moderator,
                "appeal-outcome-moderators",
                branch=appeal.court,
                state=appeal.state.value,
            )
        if appeal.state in _TO_COMPLAINER:
            number, branch = appeal.matter, name_of(services, appeal.decision.branch)
            message = _TO_COMPLAINER[appeal.state]
            services.matters.tell_complainer(number, message, number=str(number), branch=branch)

    def moved(self, appeal: Appeal, before: str) -> None:
        """Moderators of another branch are asked now, because those of one could not."""
        person = appeal.decision.person
        before_name = name_of(self._services, before)
        self._tell(appeal, person, "appeal-moved", branch=appeal.court, before=before_name)

    def given_up(self, appeal: Appeal) -> None:
        """Nobody has answered, or nobody is left who could."""
        services, decision = self._services, appeal.decision
        beyond = beyond_text(services.speaking_to(decision.person), decision.branch)
        self._tell(
            appeal,
            decision.person,
            "appeal-given-up",
            branch=appeal.court,
            state=appeal.state.value,
            beyond=beyond,
        )
        for moderator in services.matters.readers(appeal.matter):
            self._tell(
                appeal,
                moderator,
                "appeal-given-up-moderators",
                branch=appeal.court,
                state=appeal.state.value,
            )

    def _tell(self, appeal: Appeal, person: str, message: str, *, branch: str, **args: Any) -> None:
        services = self._services
        services.matters.notifier.tell(
            person,
            appeal.matter,
            message,
            number=str(appeal.matter),
            branch=name_of(services, branch),
            deadline=services.speaking_to(person).time.spoken(appeal.deadline),
            **args,
        )
