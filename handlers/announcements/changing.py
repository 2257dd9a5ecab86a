"""What a change of an announcement has in common, whatever is asked about it."""

from typing import Any

from handlers.announcements.privacy import CHOICES, question_about_change, without_new_details
from handlers.announcements.publicly import with_public
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.state import State
from handlers.personal import Choice, read_choice
from handlers.services import Services
from relay.formatting import StyledText, StyleRange
from relay.language.vocabulary import clean
from relay.store.announcements import Announcement


def correct(
    services: Services,
    announcement: Announcement,
    new: StyledText,
    public: str | None,
    asked_by: str,
) -> None:
    """Correct what was posted.

    Args:
        services: the parts of the relay.
        announcement: as it stands.
        new: the new text.
        public: what everybody reads instead; empty for the same, None as it is.
        asked_by: the account id of who gets the receipt.

    Raises:
        NotPosted: it stands nowhere.
    """
    words = services.in_public.words
    services.announcements.correct(
        announcement,
        new,
        public_text=with_public(announcement, public).public_text,
        correction=lambda text: words.say("correction", text=text),
        asked_by=asked_by,
    )


class AnnouncementChange(State):
    """A change of what has been posted.

    Attributes:
        number: the announcement's.
    """

    number: int

    def expired(self, services: Services, person: str) -> None:
        """Say so."""
        services.tell(person, "change-expired", number=str(self.number))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so, unless another change takes its place."""
        if not isinstance(coming, AnnouncementChange):
            services.tell(person, "change-dropped", number=str(self.number))

    def put_down(self, services: Services, person: str) -> bool:
        """Nothing is begun before the yes."""
        return True

    async def own(self, heard: Heard[Any]) -> Announcement | None:
        """Return the announcement; None, and said, if it is no longer theirs to change."""
        announcement = heard.services.announcement_of(heard.person, self.number)
        if announcement is None:
            await heard.say("number-unknown", number=str(self.number))
        return announcement

    async def drop(self, heard: Heard[Any]) -> None:
        """End it without a change."""
        heard.leave()
        await heard.say("change-dropped", number=str(self.number))


class AsksPublic(AnnouncementChange):
    """May everybody read what may be somebody's own in a new text?

    Attributes:
        text: it.
        styles: how it is formatted.
        public: what everybody reads instead; empty for the same, None as it is.
    """

    text: str
    styles: tuple[StyleRange, ...] = ()
    public: str | None = None

    async def is_put(self, heard: HeardMessage, announcement: Announcement) -> bool:
        """Ask it of an announcement as it stands, if anything is open; return whether it was."""
        question = question_about_change(heard.services, announcement, self._changed(announcement))
        if question:
            heard.enter(self)
            await heard.say_text(question)
        return bool(question)

    async def decided(
        self, heard: HeardMessage
    ) -> tuple[Announcement, StyledText, str | None] | None:
        """Take the answer; return the announcement as it stands, and what it would say.

        Returns:
            None where the answer was not understood, or it is no longer theirs; both are said.
        """
        choice = read_choice(heard.services, clean(heard.message.text), CHOICES)
        if choice is None:
            heard.enter(self)
            await heard.say("announce-public-unclear")
            return None
        announcement = await self.own(heard)
        if announcement is None:
            heard.leave()
            return None
        new, public = StyledText(self.text, self.styles), self.public
        if choice is Choice.DROP:
            changed = self._changed(announcement)
            kept = without_new_details(heard.services, announcement, changed)
            new = kept.styled
            public = public and (kept.public_text or "")
        return announcement, new, public

    def _changed(self, announcement: Announcement) -> Announcement:
        return with_public(announcement.with_text(self.text, self.styles), self.public)
