"""All that a complaint says is shown before it is sent; what came of sending it."""

from typing import Any, ClassVar

from handlers.conduct.complaints.moving import move
from handlers.conduct.complaints.places import name_of
from handlers.conduct.complaints.questions import ORDER, next_question
from handlers.conduct.complaints.speaking import ComplaintState, Talk, talk_of
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.state import Pending
from relay.conduct.matters.complaints import MOST_A_WEEK, Complaint, Refused

_EDITED = ("message", "about", "words", "excluded")
"""What can be written anew, as it is numbered in the preview."""


class ConfirmComplaint(ComplaintState, Pending):
    """It is shown as moderators would read it."""

    name: ClassVar[str] = "complaint.confirm"

    async def accept(self, heard: Heard[Any]) -> None:
        """Send it."""
        send(talk_of(heard, self.matter))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Forget it."""
        stop(talk_of(heard, self.matter))


class NobodyLeft(ComplaintState):
    """Nobody may deal with it: somebody else after all, wait, or safeguarding?"""

    name: ClassVar[str] = "complaint.nobody"


def go_on(talk: Talk) -> None:
    """Ask for what a complaint still lacks, or show all of it."""
    question = next_question(talk)
    if question is not None:
        question.ask(talk)
    else:
        review(talk)


def review(talk: Talk) -> None:
    """Show it, and ask."""
    complaint = talk.complaint
    if complaint is None:
        talk.leave()
        talk.say("complaint-gone")
        return
    branch = talk.services.branches[complaint.branch].name
    text = talk.services.words.say(
        "complaint-review",
        branch=branch,
        told=told_text(talk, complaint),
        excluded=", ".join(complaint.contents.excluded_words) or "none",
    )
    delivery = talk.say_text(text)
    talk.enter(ConfirmComplaint(matter=talk.number, preview=delivery))


def told_text(talk: Talk, complaint: Complaint) -> str:
    """Return what a complaint says, as its writer reads it: nobody is named who was found."""
    told, say = complaint.contents, talk.services.words.say
    lines = []
    if told.message is not None:
        group = name_of(talk.services, told.groups[0]) if told.groups else ""
        lines.append(say("complaint-told-message", group=group, text=told.message.text))
    elif told.groups:
        lines.append(say("complaint-told-group", group=name_of(talk.services, told.groups[0])))
    if told.message is None and told.pasted:
        lines.append(say("complaint-told-pasted", text=told.pasted))
    if told.message is None and told.subject is not None:
        name = talk.services.hearing.people.named(told.subject)
        lines.append(say("complaint-told-person", name=name))
    if told.subject_words:
        lines.append(say("complaint-told-person-words", text=told.subject_words))
    if told.about:
        lines.append(say("complaint-told-about", text=told.about))
    if told.words:
        lines.append(say("complaint-told-words", text=told.words))
    return "\n".join(lines) or say("complaint-told-nothing")


def take_decision(talk: Talk, heard: HeardMessage, text: str, number: int | None) -> None:
    """Take what is wanted of what was shown: something in it anew, or more words."""
    complaint = talk.complaint
    if complaint is None:
        review(talk)
    elif number is not None and 1 <= number <= len(_EDITED):
        again(talk, complaint, _EDITED[number - 1])
    elif heard.begins_with("edit"):
        talk.enter(ConfirmComplaint(matter=talk.number))
        talk.say("complaint-edit-which")
    elif talk.services.complaints.has_room(complaint.contents, text) and text:
        talk.change(words=f"{complaint.contents.words}\n{text}".strip())
        talk.say("complaint-added-before-sending")
        review(talk)
    else:
        talk.enter(ConfirmComplaint(matter=talk.number))
        talk.say("complaint-unclear-review")


def again(talk: Talk, complaint: Complaint, question: str) -> None:
    """Ask once more for something that was answered."""
    left = [one for one in complaint.contents.answered if one != question]
    if question == "message":
        left = [one for one in left if one not in ("group", "person")]
        talk.change(message=None, pasted="", subject=None, subject_words="", groups=())
    elif question == "about":
        talk.change(about="", standard=None, version=None)
    elif question == "words":
        talk.change(words="")
    else:
        talk.change(excluded=(), excluded_words=())
    talk.change(answered=tuple(left))
    kind = next(one for one in ORDER if one.question == question)
    kind(matter=talk.number).ask(talk)


def send(talk: Talk, *, to_nobody: bool = False) -> None:
    """Send it, or say why that is not done."""
    services, complaint = talk.services, talk.complaint
    refused = services.complaints.send(talk.person, talk.number, to_nobody=to_nobody)
    if refused is Refused.NOBODY:
        talk.enter(NobodyLeft(matter=talk.number))
        talk.say("complaint-nobody")
        return
    if refused is Refused.EMPTY:
        talk.enter(ConfirmComplaint(matter=talk.number))
        talk.say("complaint-empty")
        return
    talk.leave()
    if refused is Refused.TOO_OFTEN:
        talk.say("complaint-too-often", most=str(MOST_A_WEEK))
    elif refused is not None or complaint is None:
        talk.say("complaint-gone")
    else:
        branch = services.branches[complaint.branch].name
        how = "waits" if to_nobody else "sent"
        talk.say("complaint-sent", number=str(talk.number), branch=branch, how=how)
    services.store.shredder.shred(services.clock.now())


def take_nobody(talk: Talk, heard: HeardMessage, number: int | None) -> None:
    """Take what is wanted where nobody may deal with it."""
    complaint = talk.complaint
    if complaint is None:
        review(talk)
    elif number == 1:
        again(talk, complaint, "excluded")
    elif number == 2:
        send(talk, to_nobody=True)
    elif number == 3:
        move(talk)
    else:
        talk.enter(NobodyLeft(matter=talk.number))
        talk.say("complaint-nobody-unclear")


def stop(talk: Talk) -> None:
    """Forget what was not sent."""
    talk.leave()
    complaint = talk.complaint
    if complaint is not None and complaint.is_draft:
        # After it the topic is scrubbed: what is said of it goes by no topic of its own.
        talk.services.complaints.end(talk.number)
    talk.services.tell(talk.person, "complaint-stopped")
