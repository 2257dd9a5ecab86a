"""May everybody read it? Asked before a preview about what in the text may be somebody's own."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.personal import Choice, found_in, lines_of
from handlers.services import Services
from relay.language.personal import without_personal
from relay.store.announcements import Announcement

CHOICES = (Choice.PUBLISH, Choice.DROP)


def words_in(services: Services, announcement: Announcement) -> tuple[str, ...]:
    """Return what in a text may be somebody's own."""
    return tuple(one.words for one in found_in(services, _read(announcement)))


def question_about(
    services: Services, announcement: Announcement, may_be_public: Sequence[str]
) -> str:
    """Return the question, empty where nothing is open.

    Args:
        services: the wording.
        announcement: the draft.
        may_be_public: what everybody may read.
    """
    text = _read(announcement)
    found = [one for one in found_in(services, text) if one.words not in may_be_public]
    lines = tuple(dict.fromkeys(lines_of(services, text, found)))
    if not lines:
        return ""
    return services.words.say("announce-ask-public", lines="\n".join(lines), count=len(lines))


def question_about_change(
    services: Services, announcement: Announcement, changed: Announcement
) -> str:
    """Return the question about what a change adds, empty where nothing is open.

    Args:
        services: the wording.
        announcement: as it stands; what it says has been asked about.
        changed: as it would be.
    """
    return question_about(services, changed, words_in(services, announcement))


def without_new_details(
    services: Services, announcement: Announcement, changed: Announcement
) -> Announcement:
    """Return a changed announcement without the sentences that hold what a change adds.

    For the arguments see `question_about_change`; its text is empty where nothing is left.
    """
    known = words_in(services, announcement)
    return _without(changed, [one for one in words_in(services, changed) if one not in known])


def leave_out(services: Services, announcement: Announcement, words: Sequence[str]) -> None:
    """Rewrite a draft without the sentences in which some words stand; joins a transaction."""
    kept = _without(announcement, words)
    services.store.announcements.rewrite(announcement.id, kept.text, kept.styles)
    services.store.announcements.say_in_public(announcement.id, kept.public_text)


def _without(announcement: Announcement, words: Sequence[str]) -> Announcement:
    text, _ = without_personal(announcement.text, words)
    public, _ = without_personal(announcement.public_text or "", words)
    styles = announcement.styled.within(text).styles if text else ()
    return replace(announcement.with_text(text, styles), public_text=public or None)


def _read(announcement: Announcement) -> str:
    """All that would be read."""
    return "\n".join(part for part in (announcement.text, announcement.public_text) if part)
