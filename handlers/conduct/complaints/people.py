"""Who is it about, where no message tells: by the names that everybody in the group sees."""

from collections.abc import Sequence
from typing import ClassVar

from handlers.conduct.complaints.finding import chosen_number
from handlers.conduct.complaints.speaking import Question, Talk
from handlers.conversation.heard import HeardMessage
from handlers.services import Services
from relay.conduct.hearing.called import is_called
from relay.conduct.hearing.people import Hint, Person

MOST_LISTED = 20
"""Names in one list: more nobody reads on a phone."""


class AskPerson(Question):
    """Who is it about?

    Attributes:
        people: keys of those who were listed, in order.
    """

    name: ClassVar[str] = "complaint.person"
    question: ClassVar[str] = "person"

    people: tuple[str, ...] = ()

    def ask(self, talk: Talk) -> None:
        """List who is in the group, or ask for a name where that is too long."""
        listed = self._listed(talk)
        if 0 < len(listed) <= MOST_LISTED:
            self._show(talk, "complaint-ask-person", listed)
            return
        talk.enter(AskPerson(matter=self.matter))
        talk.say("complaint-ask-person-name" if listed else "complaint-ask-person-words")

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Take one by number or name; else it is kept as they said it."""
        number = chosen_number(text)
        listed = self._listed(talk)
        if number is not None and self.people:
            return self._take_number(talk, number)
        if heard.answers("skip") or heard.answers("no"):
            talk.answered(self.question)
            return True
        found = [one for one in listed if is_called(one.name, text)]
        if len(found) == 1:
            return self._take_key(talk, found[0].key)
        if found:
            self._show(talk, "complaint-ask-person-which", found[:MOST_LISTED])
            return False
        if listed:
            talk.say("complaint-person-in-words")
        return talk.answer_in_words(self, "subject_words", text)

    def _take_number(self, talk: Talk, number: int) -> bool:
        if not 1 <= number <= len(self.people):
            self.ask(talk)
            return False
        return self._take_key(talk, self.people[number - 1])

    def _take_key(self, talk: Talk, key: str) -> bool:
        account = talk.services.hearing.people.account(self._group(talk), key)
        if account is None:
            talk.say("complaint-person-left")
            self.ask(talk)
            return False
        talk.answered(self.question, subject=account, subject_words="")
        return True

    def _show(self, talk: Talk, message: str, listed: Sequence[Person]) -> None:
        lines = [
            person_line(talk.services, index, one) for index, one in enumerate(listed, start=1)
        ]
        talk.enter(AskPerson(matter=self.matter, people=tuple(one.key for one in listed)))
        talk.say(message, lines="\n".join(lines))

    def _listed(self, talk: Talk) -> list[Person]:
        people, group = talk.services.hearing.people, self._group(talk)
        return people.listed(group, but=(talk.person,)) if group else []

    def _group(self, talk: Talk) -> int:
        complaint = talk.complaint
        groups = () if complaint is None else complaint.contents.groups
        return groups[0] if groups else 0


def person_line(services: Services, index: int, person: Person) -> str:
    """Return a line of a list of people: a number and a name, and what tells two of one name."""
    name = person.name or services.words.say("people-nameless")
    return services.words.say(
        "complaint-person-line",
        index=str(index),
        name=name,
        hint="none" if person.hint is None else _hint(services, person.hint),
    )


def _hint(services: Services, hint: Hint) -> str:
    say = services.words.say
    parts = []
    if hint.wrote is not None:
        parts.append(say("complaint-hint-wrote", day=services.time.day(hint.wrote)))
    if hint.is_new:
        parts.append(say("complaint-hint-new"))
    if hint.others:
        parts.append(say("complaint-hint-others", groups=", ".join(hint.others)))
    return "; ".join(parts) or "none"
