"""`complain`: to the moderators of a branch, who never learn who it is.

member: complain
bot:    … Which message is it about? Forward it to me here, or paste its words. …
member: (forwards a message)
bot:    I know that message. … What was wrong with it? 1. Off topic …
member: 4
bot:    How did it affect you? …
member: I do not dare to write there any more.
bot:    Is there anybody who should not deal with this? …
member: no
bot:    Nothing is sent yet. The moderators of Hackney branch would read: … Send it? yes or no
member: yes
bot:    Sent. Your complaint is number 412. …
"""

from collections.abc import Callable
from typing import Any

from handlers.conduct.complaints.finding import chosen_number
from handlers.conduct.complaints.moving import move
from handlers.conduct.complaints.places import branches_of, groups_of
from handlers.conduct.complaints.questions import AskMessage, AskWhich, said_in
from handlers.conduct.complaints.review import (
    ConfirmComplaint,
    NobodyLeft,
    go_on,
    stop,
    take_decision,
    take_nobody,
)
from handlers.conduct.complaints.speaking import ComplaintState, Question, Talk, talk_of
from handlers.conversation.catalogue import Command, own_words
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.services import Services
from relay.conduct.matters.complaints import MOST_A_WEEK
from relay.language.cries import cries_out
from relay.language.telling import may_be_in_danger, tells

complaint_moves = Router("complaint_moves")
complaint_answers = Router("complaint_answers")

OFFERED = "offered"
"""That safeguarding was offered in a complaint, among what it has answered."""


@looked_up_once
def may_complain(heard: Heard[Any]) -> bool:
    """Whether somebody is in a group that moderators look after."""
    watched = heard.services.hearing.watched
    return bool(watched) and bool(groups_of(heard.services, heard.person))


def begin(services: Services, person: str, words: str) -> None:
    """Begin a complaint, or go on with the one that was begun.

    Args:
        services: the parts of the relay, with the words of that person's language.
        person: account id.
        words: what they have said already.
    """
    complaints = services.complaints
    earlier = complaints.draft_of(person)
    if earlier is None and not complaints.may_send(person):
        services.tell_text(
            person,
            lambda speaking: speaking.after_danger(
                speaking.words.say("complaint-too-often", most=str(MOST_A_WEEK))
            ),
        )
        return
    complaint = earlier or complaints.begin(person, branches_of(services, person)[0])
    talk = Talk(services, person, complaint.number)
    opening = "complaint-opening" if earlier is None else "complaint-opening-again"
    said = services.words.say(opening, number=str(complaint.number))
    talk.say_in_danger(said)
    if words:
        keep_words(talk, words)
    go_on(talk)


def keep_words(talk: Talk, words: str) -> None:
    """Keep words that answer no question with a draft, if there is room for them; say which."""
    answer_harm(talk, words)
    complaint = talk.complaint
    if complaint is not None and talk.services.complaints.has_room(complaint.contents, words):
        talk.change(words=f"{complaint.contents.words}\n{words}".strip())
        talk.say("complaint-kept-words")
    else:
        talk.say("complaint-kept-not")


def answer_harm(talk: Talk, text: str, is_quoted: Callable[[], bool] = lambda: False) -> None:
    """Say what to do in danger, and offer the other lane once, to who tells of harm.

    Called before anything else is said of the same words: it is what they read first.

    Args:
        talk: about their complaint.
        text: what they have written.
        is_quoted: whether somebody else has said it; looked up only where it tells of harm.
    """
    services = talk.services
    tells_harm = tells(services.vocabulary, text)
    calls = may_be_in_danger(services.vocabulary, text) and not tells_harm
    complaint = talk.complaint
    if complaint is None or not (calls or tells_harm) or is_quoted():
        return
    answered = complaint.contents.answered
    if OFFERED in answered and not calls:
        return
    talk.change(answered=(*answered, OFFERED))
    is_open = services.to_safeguarding.is_open_to(services, talk.person)
    stands = "draft" if complaint.is_draft else "sent"
    offer = services.words.say(
        "complaint-offer-move",
        teams="yes" if is_open else "no",
        stands=stands,
        number=str(complaint.number),
    )
    talk.say_in_danger(offer)


def moves(heard: HeardMessage) -> bool:
    """Whether whoever writes a complaint wants it to be a report."""
    return heard.answers("complaint_move")


@complaint_moves.answer(ComplaintState, new, moves)
async def move_it(heard: HeardMessage, asked: ComplaintState) -> None:
    """Move what is written to safeguarding; nobody asks again, for nothing is sent by it."""
    move(talk_of(heard, asked.matter))


def _is_whole(command: Command, heard: HeardMessage) -> bool:
    """Whether it is a command and not "edit 3", which is about the complaint."""
    if isinstance(heard.state, ConfirmComplaint) and heard.begins_with("edit"):
        return False
    return command.is_whole(heard)


is_for_complaint = own_words(_is_whole)


def is_unsent(heard: HeardMessage) -> bool:
    """Whether the complaint is still being written."""
    return isinstance(heard.state, Question | ConfirmComplaint | NobodyLeft)


def leaves(heard: HeardMessage) -> bool:
    """Whether whoever writes a complaint stops."""
    return heard.answers("leave")


def calls_out(heard: HeardMessage) -> bool:
    """Whether it is a cry for help, whatever was asked."""
    return cries_out(heard.message.text)


@complaint_answers.answer(ComplaintState, new, calls_out)
async def answer_cry(heard: HeardMessage, asked: ComplaintState) -> None:
    """Say what to do in danger; the complaint waits as it is."""
    talk = talk_of(heard, asked.matter)
    talk.enter(asked)
    talk.say_in_danger(heard.services.words.say("complaint-danger"))


@complaint_answers.answer(ComplaintState, new, is_unsent, leaves)
async def leave_it(heard: HeardMessage, asked: ComplaintState) -> None:
    """Forget what is written."""
    stop(talk_of(heard, asked.matter))


@complaint_answers.answer(Question, new, is_for_complaint)
async def take_answer(heard: HeardMessage, asked: Question) -> None:
    """Take the answer to what was asked."""
    talk, text = talk_of(heard, asked.matter), said_in(heard)
    heard.services.bot.accounted = True
    if talk.complaint is None:
        talk.leave()
        await heard.say("complaint-gone")
        return
    if heard.message.attachments and not isinstance(asked, AskMessage):
        talk.say("complaint-files-stay")
    answer_harm(talk, text, lambda: _is_quoted(talk, asked, text))
    if asked.take(talk, heard, text):
        go_on(talk)


def _is_quoted(talk: Talk, asked: Question, text: str) -> bool:
    """Whether what they sent is what somebody else has said.

    Where the bot does not find it, it may be their own words: who is frightened says first what
    happened, whatever is asked.
    """
    return isinstance(asked, AskWhich) or (
        isinstance(asked, AskMessage) and asked.finds(talk, text)
    )


def is_no_answer(heard: HeardMessage) -> bool:
    """Whether it is neither a yes nor a no to what was shown."""
    return not heard.answers("yes") and not heard.answers("no")


@complaint_answers.answer(ConfirmComplaint, new, is_for_complaint, is_no_answer)
async def decide(heard: HeardMessage, asked: ConfirmComplaint) -> None:
    """Take what is wanted of what was shown, other than yes and no."""
    talk, text = talk_of(heard, asked.matter), said_in(heard)
    rest = heard.typed.rest if heard.begins_with("edit") else text
    answer_harm(talk, text)
    take_decision(talk, heard, text, chosen_number(rest))


@complaint_answers.answer(NobodyLeft, new, is_for_complaint)
async def choose(heard: HeardMessage, asked: NobodyLeft) -> None:
    """Take what is wanted where nobody is left."""
    take_nobody(talk_of(heard, asked.matter), heard, chosen_number(said_in(heard)))
