"""What officers hear, and what is let go of, when whoever wrote a case withdraws it."""

from handlers.casework.answering import ConfirmWords
from handlers.services import Services
from relay.safeguarding import Withdrawal


def relay_withdrawal(services: Services, withdrawal: Withdrawal) -> None:
    """Tell the readers of an erased case that its writer has withdrawn it, and nothing more."""
    _forget_words_about(services, withdrawal.name)
    text = services.put("casework-withdrawn", case=withdrawal.name)
    services.vault.post.withdrawn(withdrawal, text)


def _forget_words_about(services: Services, name: str) -> None:
    for team in services.settings.safeguarding.teams:
        for officer in team.officers:
            words = services.state_of(officer.id)
            if isinstance(words, ConfirmWords) and words.case == name:
                services.store.conversations.end(officer.id)
