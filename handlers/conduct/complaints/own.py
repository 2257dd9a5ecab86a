"""`complaint 412` for whoever wrote it: how it stands, more words, an answer, taking it back.

member: complaint 412
bot:    Complaint 412, to the moderators of Hackney branch … They have asked you: …
member: complaint 412 It was on Tuesday as well.
bot:    Your answer is with the moderators of Hackney branch. …
"""

from typing import Any, ClassVar, Literal

from handlers.conduct.complaints.complaining import answer_harm, keep_words
from handlers.conduct.complaints.moving import move
from handlers.conduct.complaints.review import go_on, stop, told_text
from handlers.conduct.complaints.speaking import ComplaintState, Talk, talk_of
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.state import Pending
from relay.conduct.matters.complaints import MOST_ENTRY, Complaint
from relay.conduct.matters.matter import EntryKind, MatterEntry
from relay.language.cries import cries_out
from relay.language.graphemes import is_within


class ConfirmComplaintEnding(ComplaintState, Pending):
    """A sent complaint is to be taken back, or to be a report.

    Attributes:
        what: which of the two.
    """

    name: ClassVar[str] = "complaint.ending"

    what: Literal["withdraw", "move"] = "withdraw"

    async def accept(self, heard: Heard[Any]) -> None:
        """Do it."""
        talk = talk_of(heard, self.matter)
        talk.leave()
        if talk.complaint is None:
            await heard.say("complaint-gone")
        elif self.what == "move":
            move(talk)
        else:
            withdraw(talk)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it is."""
        heard.leave()
        talk_of(heard, self.matter).say("complaint-left", number=str(self.matter))


def hear_about(heard: HeardMessage, complaint: Complaint, words: str) -> None:
    """Carry out what somebody says of a complaint of theirs.

    Args:
        heard: the message.
        complaint: theirs.
        words: what follows the number.
    """
    talk, vocabulary = talk_of(heard, complaint.number), heard.services.vocabulary
    if cries_out(words):
        talk.say_in_danger(heard.services.words.say("complaint-danger"))
    elif complaint.is_draft:
        _go_on_with_draft(talk, words)
    elif not words:
        talk.say_text(standing_text(talk, complaint))
    elif vocabulary.answers_with("complaint_move", words):
        _ask(talk, "move")
    elif vocabulary.answers_with("complaint_withdraw", words):
        _ask(talk, "withdraw")
    else:
        add(talk, complaint, words)


def _go_on_with_draft(talk: Talk, words: str) -> None:
    """Carry out what is said of what was not sent; other words are kept with it."""
    vocabulary = talk.services.vocabulary
    if words and vocabulary.answers_with("complaint_move", words):
        move(talk)
    elif words and vocabulary.answers_with("complaint_withdraw", words):
        stop(talk)
    else:
        if words:
            keep_words(talk, words)
        go_on(talk)


def withdraw(talk: Talk) -> None:
    """Destroy a complaint; moderators hear that it is closed."""
    services, number = talk.services, talk.number
    for moderator in services.complaints.end(number):
        services.tell(moderator, "complaint-ended-moderator", number=str(number))
    services.tell(talk.person, "complaint-withdrawn", number=str(number))


def standing_text(talk: Talk, complaint: Complaint) -> str:
    """Return how a complaint stands, and what has been asked and said."""
    services, say = talk.services, talk.services.words.say
    return say(
        "complaint-standing",
        number=str(complaint.number),
        branch=services.branches[complaint.branch].name,
        state=say("complaint-state", state=complaint.state.value),
        sent=services.time.day(complaint.created),
        days=services.branches[complaint.branch].conduct.record_days,
        told=told_text(talk, complaint),
        log="\n".join(_log(talk, services.complaints.log_of(complaint.number))) or "none",
    )


def _log(talk: Talk, entries: list[MatterEntry]) -> list[str]:
    say, time = talk.services.words.say, talk.services.time
    return [
        say("complaint-log-line", kind=entry.kind, day=time.day(entry.at), text=entry.text)
        for entry in entries
    ]


def _ask(talk: Talk, what: Literal["withdraw", "move"]) -> None:
    is_open = talk.services.to_safeguarding.is_open_to(talk.services, talk.person)
    if what == "move" and not is_open:
        said = talk.services.words.say("complaint-cannot-move")
        talk.say_in_danger(said)
        return
    message = "complaint-ask-move" if what == "move" else "complaint-ask-withdraw"
    delivery = talk.say(message, number=str(talk.number))
    talk.enter(ConfirmComplaintEnding(matter=talk.number, what=what, preview=delivery))


def add(talk: Talk, complaint: Complaint, words: str) -> None:
    """Add words to a sent complaint and tell moderators that there is more, if there is room."""
    services, number = talk.services, str(talk.number)
    if not is_within(words, MOST_ENTRY):
        answer_harm(talk, words)
        talk.say("complaint-entry-too-long", most=str(MOST_ENTRY))
        return
    if not services.complaints.may_add(talk.person):
        talk.say_in_danger(services.words.say("complaint-added-too-much"))
        return
    kind = services.complaints.add(talk.person, talk.number, words)
    branch = services.branches[complaint.branch].name
    how = "answer" if kind is EntryKind.ANSWER else "added"
    services.matters.tell_moderators(talk.number, "complaint-more-moderator", number=number)
    answer_harm(talk, words)
    talk.say("complaint-added", branch=branch, how=how, number=number)
