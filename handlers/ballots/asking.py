"""`ballot`: an admin asks members something by direct message."""

from datetime import timedelta
from typing import Any, ClassVar

from handlers.ballots.proposal import Question, open_ballot, preview_text
from handlers.ballots.reading import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    MOST_ANSWERS,
    read_answers,
    read_ballot,
)
from handlers.ballots.targets import Targets, named_targets, target_lines
from handlers.conversation.approval import ProposedAlone, propose
from handlers.conversation.catalogue import Command, Follows, Section, own_words
from handlers.conversation.filters import admin, new, says_no, without_files
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.parsing import read_number
from handlers.services import Services
from relay.ballots.service import FEWEST
from relay.language.vocabulary import bare, clean
from relay.time.moments import read_moment

ballots = Router("ballots")
ballot_questions = Router("ballot_questions")
_SHORTEST, _LONGEST = timedelta(hours=1), timedelta(days=30)


class _BallotState(State):
    """What is known of a ballot that is not open yet."""

    question: Question = Question()

    def expired(self, services: Services, person: str) -> None:
        """Say that nobody was asked."""
        services.tell(person, "ballot-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so too, unless it goes on."""
        if not isinstance(coming, _BallotState):
            services.tell(person, "ballot-expired")

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's."""
        return True


class AskBallot(_BallotState):
    """What is missing?"""

    name: ClassVar[str] = "ballots.ask"


class ConfirmBallot(_BallotState, Pending):
    """Shall it go out?"""

    name: ClassVar[str] = "ballots.confirm"

    async def accept(self, heard: Heard[Any]) -> None:
        """Send it, or ask another admin."""
        services, question = heard.services, self.question
        heard.leave()
        branch = services.branches.get(question.branch)
        if branch is None or branch.slug not in services.slugs_of(heard.person):
            await heard.say("ballot-dropped")
        elif not question.is_ahead(services) or services.mailings.ballots.of_branch(branch.slug):
            await heard.say("ballot-time-over")
        elif len(question.people(services)) != question.shown:
            # People have come or gone since.
            await _show(heard, question)
        elif branch.approvals > 1:
            number = services.store.announcements.draft(
                branch=branch.slug,
                text=question.text,
                author=heard.person,
                now=services.clock.now(),
            )
            services.record(heard.person, "propose", number)
            await propose(heard, branch, ProposedBallot(number=number, question=question))
        else:
            await heard.say_text(open_ballot(services, question, heard.person))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Ask nobody."""
        heard.leave()
        await heard.say("ballot-dropped")


class ProposedBallot(ProposedAlone):
    """Another admin has to agree."""

    name: ClassVar[str] = "ballots.proposed"
    dropped_message: ClassVar[str] = "ballot-dropped"
    expired_message: ClassVar[str] = "ballot-expired"

    question: Question

    def shown_text(self, services: Services) -> str:
        """Return what the first admin was shown."""
        return preview_text(services, self.question.counted(services))

    def is_as_shown(self, services: Services) -> bool:
        """Whether it can still be asked, of just as many people.

        What too few are left to be asked is not shown again: whoever agrees is told so.
        """
        people = len(self.question.people(services))
        same = people == self.question.shown or people < FEWEST
        free = services.mailings.ballots.of_branch(self.question.branch) is None
        return self.question.is_ahead(services) and free and same

    def show_again(self, services: Services, author: str) -> str:
        """Ask those who would be asked by now."""
        services.revise(author, self.but(question=self.question.counted(services)))
        return "agree-look-again"

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Send it."""
        services = heard.services
        people = len(self.question.people(services))
        if people < FEWEST:
            self.discard(services)
            services.tell(author, "ballot-too-few", people=people)
            await heard.say("ballot-too-few", people=people)
            return
        services.record(heard.person, "agree", self.number)
        services.tell(author, "agree-was-agreed", number=str(self.number))
        await heard.say_text(open_ballot(services, self.question, author, self.number))


@ballots.command(
    "ballot",
    new,
    without_files,
    may=admin,
    section=Section.POSTING,
    usages=((Follows.TEXT,), (), (Follows.OFF,)),
)
async def begin(heard: HeardMessage) -> None:
    """Say how the open one stands, or begin one."""
    services = heard.services
    branches = services.branches_of(heard.person)
    free = [one for one in branches if services.mailings.ballots.of_branch(one.slug) is None]
    if not free or (len(free) < len(branches) and not heard.typed.rest):
        await _say_standing(heard)
        return
    typed = read_ballot(services.vocabulary, heard.typed.rest)
    question = Question(
        branch=free[0].slug if len(free) == 1 else "",
        text=typed.question,
        answers=typed.answers,
        until_words=typed.until,
        to_words=typed.to,
    )
    await go_on(heard, question)


@ballot_questions.answer(AskBallot, new, says_no)
async def drop(heard: HeardMessage, _: AskBallot) -> None:
    """Ask nobody."""
    heard.leave()
    await heard.say("ballot-dropped")


@ballot_questions.answer(AskBallot, new, without_files, own_words(Command.is_typed))
async def take_answer(heard: HeardMessage, state: AskBallot) -> None:
    """Take what was asked for, and ask for what is next."""
    services, text, question = heard.services, clean(heard.message.text), state.question
    match question.missing(services):
        case "branch":
            number, _ = read_number(text)
            branches = services.branches_of(heard.person)
            named = [one for one in branches if bare(one.name).startswith(bare(text))]
            if number is not None and 1 <= number <= len(branches):
                named = [branches[number - 1]]
            question = question.but(branch=named[0].slug if len(named) == 1 else "")
        case "question":
            question = question.but(text=" ".join(text.split()))
        case "answers":
            answers = read_answers(services.vocabulary, text.splitlines())
            question = question.but(answers=answers)
        case "until":
            question = question.but(until_words=text)
        case _:
            # Blanks in a row take the search for what parts the names ever longer.
            question = question.but(to_words=" ".join(text.split()))
    await go_on(heard, question)


async def go_on(heard: HeardMessage, question: Question) -> None:
    """Ask for what is missing of a question, or show it."""
    services = heard.services
    if _is_too_long(question):
        heard.leave()
        await heard.say("ballot-too-long")
        return
    question = _with_moment(services, _with_targets(services, question))
    missing = question.missing(services)
    if missing:
        heard.enter(AskBallot(question=question))
        await heard.say_text(_asking(heard, question, missing))
        return
    await _show(heard, question)


async def _show(heard: Heard[Any], question: Question) -> None:
    """Show whom it would go to now, and ask; of too few, say that it goes to nobody."""
    services, question = heard.services, question.counted(heard.services)
    if question.shown < FEWEST:
        heard.leave()
        await heard.say("ballot-too-few", people=question.shown)
        return
    answers = services.words.say("ballot-answers")
    sent = await heard.say_text(f"{preview_text(services, question)}\n\n{answers}")
    heard.enter(ConfirmBallot(question=question, preview=sent.delivery))


def _asking(heard: HeardMessage, question: Question, missing: str) -> str:
    services = heard.services
    say = services.words.say
    match missing:
        case "branch":
            lines = "\n".join(
                f"{index}. {one.name}"
                for index, one in enumerate(services.branches_of(heard.person), start=1)
            )
            return say("ballot-ask-branch", lines=lines)
        case "question":
            return say("ballot-ask-question")
        case "answers":
            return say("ballot-ask-answers")
        case "until":
            return say("ballot-ask-until")
    return say("ballot-ask-to", lines=target_lines(services, question.branch))


def _is_too_long(question: Question) -> bool:
    too_many = len(question.answers) > MOST_ANSWERS
    long_ones = any(len(one) > LONGEST_ANSWER for one in question.answers)
    return len(question.text) > LONGEST_QUESTION or long_ones or too_many


def _with_moment(services: Services, question: Question) -> Question:
    if question.until is not None or not question.until_words:
        return question
    now, zone = services.clock.now(), services.time.zone
    read = read_moment(question.until_words, now=now, zone=zone, known=services.vocabulary)
    if read is None or isinstance(read, str) or not now + _SHORTEST <= read <= now + _LONGEST:
        return question.but(until_words="")
    return question.but(until=read)


def _with_targets(services: Services, question: Question) -> Question:
    if not question.branch or not question.to_words:
        return question
    found: Targets = named_targets(services, question.branch, question.to_words)
    if not found.is_clear:
        return question.but(to_words="")
    return question.but(to_subscribers=found.subscribers, groups=found.groups, to_words="")


async def _say_standing(heard: HeardMessage) -> None:
    services = heard.services
    for branch in services.branches_of(heard.person):
        ballot = services.mailings.ballots.of_branch(branch.slug)
        if ballot is not None:
            await heard.say(
                "ballot-open-already",
                question=ballot.question,
                answered=services.mailings.ballots.answered(ballot),
                asked=ballot.asked,
                until=services.time.spoken(ballot.until),
            )
            return
    await heard.say("ballot-none")
