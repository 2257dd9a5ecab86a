"""What happens in talks by itself: a reminder after some days, and an end after two weeks."""

from handlers.conduct.talks.passing import tell, tell_moderators
from handlers.services import Services
from relay.conduct.talks.talks import Side, TalkState


def go_on_with_talks(services: Services) -> None:
    """Remind whoever is waited for, once, and end what has come to nothing."""
    for talk in services.talks.to_end():
        with services.store.transaction():
            services.talks.close(talk, TalkState.CLOSED)
            tell(services, talk, talk.person, "talk-ended")
            if talk.companion is not None:
                tell(services, talk, talk.companion, "talk-companion-over")
                services.talks.send_away(talk)
            tell_moderators(services, talk, "talk-ended-told")
    for talk in services.talks.to_remind():
        with services.store.transaction():
            services.talks.note_reminded(talk)
            if talk.waiting is Side.PERSON:
                tell(services, talk, talk.person, "talk-remind-person")
            else:
                tell_moderators(services, talk, "talk-remind-moderators")
