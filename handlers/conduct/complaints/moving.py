"""A complaint becomes a report of harm: its writer takes all they wrote along, at any time.

Moderators hear that it is closed, and nothing else; what they were shown is deleted.
"""

from handlers.conduct.complaints.speaking import Talk
from relay.conduct.matters.matter import MatterState


def move(talk: Talk) -> bool:
    """Move it to those who read reports; return whether that was done.

    Joins the caller's transaction: after a crash it is there or here, and not twice.
    """
    services, number = talk.services, talk.number
    words = brought_text(talk)
    if not services.to_safeguarding.take(services, talk.person, words):
        talk.say_in_danger(services.words.say("complaint-cannot-move"))
        return False
    for moderator in services.complaints.end(number, MatterState.MOVED):
        services.tell(moderator, "complaint-ended-moderator", number=str(number))
    return True


def brought_text(talk: Talk) -> str:
    """Return all that its writer wrote, said as what it is."""
    complaint, say = talk.complaint, talk.services.words.say
    if complaint is None:
        return ""
    told = complaint.contents
    quoted = told.message.text if told.message is not None else told.pasted
    lines = []
    if quoted:
        lines.append(say("complaint-brought-message", text=quoted))
    if told.subject is not None:
        name = talk.services.hearing.people.named(told.subject)
        lines.append(say("complaint-brought-person", name=name))
    lines += [one for one in (told.subject_words, told.about, told.words) if one.strip()]
    lines += [entry.text for entry in talk.services.complaints.said_later(talk.number)]
    return "\n\n".join(lines)
