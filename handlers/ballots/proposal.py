"""A question to members as it is shown, agreed to and sent."""

from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict

from handlers.ballots.targets import groups_of, people_of
from handlers.services import Services
from relay.ballots.service import FEWEST
from relay.ballots.tables import Ballots

_NEAR = timedelta(minutes=10)


class Question(BaseModel):
    """What is known of it.

    Attributes:
        branch: slug; empty while it is not known.
        text: the question.
        answers: to choose one from.
        until: when it ends, aware, UTC.
        to_subscribers: whether those who get announcements directly are asked.
        groups: ids of the groups whose members are asked.
        shown: how many people the preview said.
        until_words, to_words: as they were typed, until they are understood.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    branch: str = ""
    text: str = ""
    answers: tuple[str, ...] = ()
    until: datetime | None = None
    to_subscribers: bool = False
    groups: tuple[str, ...] = ()
    shown: int = 0
    until_words: str = ""
    to_words: str = ""

    def but(self, **data: Any) -> "Question":
        """Return the same with other data."""
        return self.model_copy(update=data)

    def missing(self, services: Services) -> str:
        """Return what is to be asked for next; empty for nothing."""
        if not self.branch:
            return "branch"
        if not self.text:
            return "question"
        if len(self.answers) < 2:
            return "answers"
        if self.until is None:
            return "until"
        return "" if self.to_subscribers or self.groups else "to"

    def people(self, services: Services) -> frozenset[str]:
        """Return the account ids of those who would be asked now."""
        return people_of(services, self.branch, self.groups, subscribers=self.to_subscribers)

    def counted(self, services: Services) -> "Question":
        """Return the same with how many would be asked now."""
        return self.but(shown=len(self.people(services)))

    def is_ahead(self, services: Services) -> bool:
        """Whether there is still time to answer."""
        return self.until is not None and self.until > services.clock.now() + _NEAR


def preview_text(services: Services, question: Question) -> str:
    """Return what an admin is shown: the message, whom it goes to, and who could look."""
    say, branch = services.words.say, services.branches[question.branch]
    declared = {one.id: one for one in groups_of(services, question.branch)}
    names = [services.groups.declared(declared[one]).name for one in question.groups]
    if question.to_subscribers:
        names.insert(0, say("ballot-subscribers"))
    text = say(
        "ballot-preview",
        branch=branch.name,
        people=question.shown,
        text=ballot_text(services, question),
        targets=", ".join(names),
    )
    if branch.approvals > 1:
        return "\n\n".join([text, say("ballot-needs-second")])
    return text


def ballot_text(services: Services, question: Question) -> str:
    """Return the message that asks."""
    say = services.in_public.words.say
    answers = "\n".join(
        say("ballot-answer", index=index, answer=answer)
        for index, answer in enumerate(question.answers, start=1)
    )
    until = question.until or services.clock.now()
    return say(
        "ballot-text",
        branch=services.branches[question.branch].name,
        question=question.text,
        answers=answers,
        until=services.in_public.time.spoken(until),
    )


def open_ballot(
    services: Services, question: Question, asked_by: str, number: int | None = None
) -> str:
    """Ask everybody who is in it at this moment; return what the admin reads.

    Of fewer than `FEWEST` nobody is asked, however many there were when it was shown.
    """
    now, people = services.clock.now(), question.people(services)
    if len(people) < FEWEST:
        if number is not None:
            services.store.announcements.discard(number)
        return services.words.say("ballot-too-few", people=len(people))
    if number is None:
        number = services.store.announcements.draft(
            branch=question.branch, text=question.text, author=asked_by, now=now
        )
    members = question.but(to_subscribers=False).people(services)
    until = question.until or now
    services.store[Ballots].open(
        number=number,
        branch=question.branch,
        question=question.text,
        answers=question.answers,
        text=ballot_text(services, question),
        until=until,
        people=people,
        asked_by=asked_by,
        subscribers=people - members,
    )
    services.record(asked_by, "ballot", number)
    services.mailings.feed()
    said = services.time.spoken(until)
    return services.words.say("ballot-opened", people=len(people), until=said)
