"""What is done with the files that somebody sends, before anything has read the message."""

from handlers.authenticity.parsing import question_in
from handlers.services import Services
from relay.signal.envelope import quoted_of, words_of
from relay.signal.intake import AttachmentPolicy
from relay.store.inbox import InboxEntry


def welcome_files(services: Services, entry: InboxEntry) -> AttachmentPolicy:
    """Return what is done with the files of an envelope."""
    reports, person = services.vault.reports, entry.source
    if reports.is_writing(person) or _goes_to_case(services, entry):
        *_, last = words_of(entry.body).strip().splitlines() or [""]
        if services.speaking_to(person).vocabulary.answers_with("with_text", last):
            return AttachmentPolicy.CONFIDENTIAL_WORDS
        return AttachmentPolicy.CONFIDENTIAL
    if _is_to_be_checked(services, entry):
        return AttachmentPolicy.ASKED
    if _goes_to_board(services, entry):
        return AttachmentPolicy.PHOTOS
    return AttachmentPolicy.PUBLISHED if services.is_admin(person) else AttachmentPolicy.UNREAD


def _is_to_be_checked(services: Services, entry: InboxEntry) -> bool:
    """Whether somebody, whoever it is, asks if what they send is real; not all day long."""
    state = services.state_of(entry.source)
    asks = (state is not None and state.has_looked_at) or (
        question_in(services.speaking_to(entry.source).vocabulary, words_of(entry.body)) is not None
    )
    return asks and not services.authenticity.limits.is_full(entry.source)


def _goes_to_board(services: Services, entry: InboxEntry) -> bool:
    """Whether what a member sends is a photo for an advert."""
    state = services.state_of(entry.source)
    if state is not None and state.takes_photos:
        return True
    if not services.adverts.boards or not services.is_member(entry.source):
        return False
    known = services.speaking_to(entry.source).vocabulary
    return known.read(words_of(entry.body)).command in known.words("advert")


def _goes_to_case(services: Services, entry: InboxEntry) -> bool:
    """Whether what somebody sends is meant for those who read a report of theirs."""
    state, reports = services.state_of(entry.source), services.vault.reports
    if state is not None and state.takes_files:
        return True
    quoted = quoted_of(entry.body)
    if quoted is not None and reports.quoted(entry.source, quoted) is not None:
        return True
    return reports.addressed(entry.source, words_of(entry.body)) is not None
