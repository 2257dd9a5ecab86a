"""Plain words of somebody whom moderators have asked: are they the answer?

bot:    The moderators of Hackney branch ask you about complaint 412: “When was that?” …
member: It was on Tuesday
bot:    I have passed nothing on yet. Is this your answer …? 1. yes, pass it on 2. no
"""

from datetime import timedelta
from typing import Any, ClassVar

from handlers.conduct.complaints.own import add
from handlers.conduct.complaints.speaking import PATIENCE, talk_of
from handlers.conduct.meant import says_so, says_whether
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.conversation.state import State
from handlers.services import Services
from relay.conduct.matters.complaints import MOST_ENTRY, Complaint
from relay.conduct.talks.talks import TalkState
from relay.language.cries import cries_out, may_call_out
from relay.language.graphemes import is_within
from relay.language.vocabulary import clean

meant_moves = Router("complaint_meant_moves")
meant_answers = Router("complaint_meant_answers")
meant_words = Router("complaint_meant_words")

ASKED_FOR = timedelta(days=14)
"""How long after a question plain words may be the answer to it."""


class AskAnswer(State):
    """Are these words the answer? It ends without a word: others may look at the phone.

    Attributes:
        matter: number of the complaint.
        text: what was written.
    """

    name: ClassVar[str] = "complaint.answer"
    is_discreet: ClassVar[bool] = True
    ends_hidden: ClassVar[bool] = True

    matter: int
    text: str

    def waits(self, services: Services) -> timedelta:
        """Long enough to think."""
        return PATIENCE

    def expired(self, services: Services, person: str) -> None:
        """Say nothing: they were told that nothing was passed on."""

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say nothing, for the same reason."""


@looked_up_once
def _asked(heard: Heard[Any]) -> tuple[Complaint, ...]:
    """Return their complaints, none that is hidden, in which a question waits for them."""
    complaints, now = heard.services.complaints, heard.services.clock.now()
    return tuple(
        one
        for one in complaints.all_of(heard.person)
        if not one.is_draft
        and (since := complaints.asked_since(one.number)) is not None
        and now - since <= ASKED_FOR
    )


def wants_a_report(heard: HeardMessage) -> bool:
    """Whether it is the word that takes what they have written to safeguarding."""
    return heard.answers("complaint_move")


@meant_moves.answer(AskAnswer, new, wants_a_report)
async def move_words(heard: HeardMessage, asked: AskAnswer) -> None:
    """Begin a report with the words; the complaint stays as it is."""
    services = heard.services
    if not services.to_safeguarding.take(services, heard.person, asked.text):
        heard.leave()
        said = services.words.say("complaint-cannot-move")
        talk_of(heard, asked.matter).say_in_danger(said)


@meant_answers.answer(AskAnswer, new, says_whether)
async def take_meant(heard: HeardMessage, asked: AskAnswer) -> None:
    """Pass the words on, or drop them."""
    heard.leave()
    talk = talk_of(heard, asked.matter)
    complaint = talk.complaint
    if complaint is None:
        await heard.say("complaint-gone")
    elif says_so(heard):
        add(talk, complaint, asked.text)
    else:
        talk.say("complaint-answer-not-passed", number=str(asked.matter))


def may_answer(heard: HeardMessage) -> bool:
    """Whether plain words may answer moderators: no cry, and no slip of a command."""
    text = heard.message.text or ""
    if not isinstance(heard.state, AskAnswer | None) or not clean(text).strip():
        return False
    if cries_out(text) or may_call_out(text) or not _asked(heard):
        return False
    return heard.services.commands.nearest_whole(heard) is None


@meant_words.message(new, may_answer)
async def take_words(heard: HeardMessage) -> None:
    """Ask whether they are the answer, or to which question; nothing is passed on by it."""
    asked, services, before = _asked(heard), heard.services, heard.state
    text, numbers = clean(heard.message.text).strip(), [str(one.number) for one in asked]
    talk = talk_of(heard, asked[0].number)
    if isinstance(before, AskAnswer):
        text = f"{before.text}\n{text}"
    open_talk = next(
        (
            one
            for one in services.talks.of_person(heard.person)
            if one.state is TalkState.OPEN and not services.has_role(heard.person)
        ),
        None,
    )
    if len(asked) > 1 or open_talk is not None:
        heard.leave()
        said = services.words.say(
            "complaint-answer-which",
            numbers=", ".join(numbers),
            example=numbers[0],
            talk="none" if open_talk is None else str(open_talk.matter),
        )
        talk.say_in_danger(said)
    elif not is_within(text, MOST_ENTRY):
        heard.leave()
        said = services.words.say("complaint-entry-too-long", most=str(MOST_ENTRY))
        talk.say_in_danger(said)
    else:
        if heard.message.attachments:
            talk.say("complaint-files-stay")
        heard.enter(AskAnswer(matter=asked[0].number, text=text))
        branch = services.branches[asked[0].branch].name
        talk.say_in_danger(
            services.words.say("complaint-answer-meant", number=numbers[0], branch=branch)
        )
