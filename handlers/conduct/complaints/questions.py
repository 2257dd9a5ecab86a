"""The questions of a complaint, one by one. What is known already is not asked.

Nothing that somebody writes is lost: what answers no question is kept with their words.
"""

from collections.abc import Sequence
from typing import ClassVar

from handlers.conduct.complaints.finding import chosen_number, hits_of, take_found, which_lines
from handlers.conduct.complaints.people import AskPerson
from handlers.conduct.complaints.places import branches_of, groups_of, name_of, seen_as
from handlers.conduct.complaints.speaking import Question, Talk
from handlers.conversation.heard import HeardMessage
from handlers.parsing import nearest
from relay.conduct.hearing.message_index import Found
from relay.conduct.matters.complaints import MOST_WORDS
from relay.groups.harmless import alike, harmless
from relay.language.graphemes import beginning
from relay.language.telling import may_be_in_danger
from relay.language.vocabulary import clean
from relay.signal.envelope import traits_of

MOST_NAME_WORDS = 6
LONGEST_NAME = 60
_SLIP = 0.75


class AskMessage(Question):
    """Which message is it about?"""

    name: ClassVar[str] = "complaint.message"
    question: ClassVar[str] = "message"

    def ask(self, talk: Talk) -> None:
        """Ask for it, forwarded or pasted."""
        talk.enter(self)
        talk.say("complaint-ask-message")

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Find it: whose it was and where is known then, without anybody being named."""
        if heard.answers("skip") or heard.answers("no"):
            talk.answered(self.question)
            return True
        hits = self._hits(talk, text)
        others = [one for one in hits if one.author != talk.person]
        if hits and not others:
            talk.enter(self)
            talk.say("complaint-own-message")
            return False
        kept = "".join(beginning(text, MOST_WORDS)[:MOST_WORDS])
        if kept != text:
            talk.say("complaint-pasted-cut", most=str(MOST_WORDS))
        if len(others) == 1:
            take_found(talk, others[0], kept)
            talk.say("complaint-found", group=name_of(talk.services, others[0].group))
            return True
        if others:
            talk.change(pasted=kept)
            AskWhich(matter=self.matter).ask(talk)
            return False
        if not text:
            talk.enter(self)
            talk.say("complaint-no-files")
            return False
        talk.say("complaint-not-found")
        talk.answered(self.question, pasted=kept)
        return True

    def finds(self, talk: Talk, text: str) -> bool:
        """Whether somebody has said that in their groups."""
        return bool(self._hits(talk, text))

    def _hits(self, talk: Talk, text: str) -> Sequence[Found]:
        entry = talk.services.bot.entry
        return hits_of(talk, text, () if entry is None else traits_of(entry.body))


class AskWhich(Question):
    """Several messages say the same: which one?"""

    name: ClassVar[str] = "complaint.which"
    question: ClassVar[str] = "message"

    def ask(self, talk: Talk) -> None:
        """Ask by group and rough time; nobody is named."""
        talk.enter(self)
        talk.say("complaint-ask-which", lines=which_lines(talk))

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Take one by its number, or none of them."""
        complaint = talk.complaint
        pasted = "" if complaint is None else complaint.contents.pasted
        hits = [one for one in hits_of(talk, pasted) if one.author != talk.person]
        number = chosen_number(text)
        if heard.answers("skip") or heard.answers("no"):
            talk.answered(self.question)
        elif number is not None and 1 <= number <= len(hits):
            take_found(talk, hits[number - 1], pasted)
        else:
            self.ask(talk)
            return False
        return True


class AskGroup(Question):
    """In which group was it?"""

    name: ClassVar[str] = "complaint.group"
    question: ClassVar[str] = "group"

    def ask(self, talk: Talk) -> None:
        """List the groups they are in, and that it was in none of them."""
        lines = [
            talk.services.words.say("complaint-group-line", index=str(index), group=name)
            for index, (name, _, _) in enumerate(self._choices(talk), start=1)
        ]
        talk.enter(self)
        talk.say("complaint-ask-group", lines="\n".join(lines))

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Take one by its number or its name."""
        choices, number = self._choices(talk), chosen_number(text)
        if (number is None and heard.answers("skip")) or heard.answers("no"):
            number = len(choices)
        for index, (name, _, _) in enumerate(choices, start=1):
            if alike(text) == alike(name):
                number = index
        if number is None or not 1 <= number <= len(choices):
            return talk.keep_aside(self, text)
        _, group, branch = choices[number - 1]
        groups = () if group is None else (group,)
        talk.answered(self.question, groups=groups, branch=branch)
        return True

    def _choices(self, talk: Talk) -> list[tuple[str, int | None, str]]:
        services = talk.services
        found: list[tuple[str, int | None, str]] = [
            (name_of(services, one.number), one.number, one.branch)
            for one in groups_of(services, talk.person)
        ]
        for slug in branches_of(services, talk.person):
            branch = services.branches[slug].name
            found.append((services.words.say("complaint-elsewhere", branch=branch), None, slug))
        return found


class AskAbout(Question):
    """What was wrong about it?"""

    name: ClassVar[str] = "complaint.about"
    question: ClassVar[str] = "about"

    def ask(self, talk: Talk) -> None:
        """List what the branch expects of people."""
        talk.enter(self)
        complaint = talk.complaint
        branch = "" if complaint is None else complaint.branch
        lines = [
            talk.services.words.say("complaint-standard-line", number=str(one.id), title=one.title)
            for one in talk.services.standards.list(branch)
        ]
        talk.say("complaint-ask-about", lines="\n".join(lines))

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Take one by its number, or their own words."""
        complaint = talk.complaint
        if complaint is None:
            return False
        services, number = talk.services, chosen_number(text)
        standard = services.standards.get(complaint.branch, number) if number is not None else None
        if standard is not None:
            talk.answered(
                self.question, standard=standard.id, version=standard.version, about=standard.title
            )
        elif heard.answers("skip") or heard.answers("no"):
            talk.answered(self.question)
        elif number is not None:
            self.ask(talk)
            return False
        else:
            return talk.answer_in_words(self, "about", text)
        return True


class AskWords(Question):
    """How did it affect them?"""

    name: ClassVar[str] = "complaint.words"
    question: ClassVar[str] = "words"

    def ask(self, talk: Talk) -> None:
        """Ask for their own words."""
        talk.enter(self)
        talk.say("complaint-ask-words")

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Take them."""
        if heard.answers("skip") or heard.answers("no"):
            talk.answered(self.question)
            return True
        return talk.answer_in_words(self, "words", text)


class AskExcluded(Question):
    """Is there anybody who should not deal with it?"""

    name: ClassVar[str] = "complaint.excluded"
    question: ClassVar[str] = "excluded"

    def ask(self, talk: Talk) -> None:
        """Ask for names. Who moderates is not told: any name may be said."""
        talk.enter(self)
        complaint = talk.complaint
        branch = "" if complaint is None else talk.services.branches[complaint.branch].name
        talk.say("complaint-ask-excluded", branch=branch)

    def take(self, talk: Talk, heard: HeardMessage, text: str) -> bool:
        """Take one name after the other; the answer is the same whether they moderate or not."""
        if heard.answers("no") or heard.answers("skip") or heard.answers("nobody"):
            talk.answered(self.question)
            return True
        said = harmless(text, LONGEST_NAME, "").strip(" .,!")
        is_long = len(text.split()) > MOST_NAME_WORDS or len(text) > LONGEST_NAME
        if is_long or not alike(said) or may_be_in_danger(talk.services.vocabulary, text):
            return talk.keep_aside(self, text)
        seen = seen_as(talk.services, talk.person, said)
        names = {} if seen else self._names(talk)
        near = names.get(nearest(said.casefold(), list(names), _SLIP), "")
        if near:
            talk.enter(self)
            talk.say("complaint-excluded-near", typed=said, near=near)
            return False
        complaint = talk.complaint
        if complaint is not None:
            told = complaint.contents
            talk.change(
                excluded=tuple(dict.fromkeys((*told.excluded, *seen))),
                excluded_words=tuple(dict.fromkeys((*told.excluded_words, said))),
            )
        talk.enter(self)
        talk.say("complaint-excluded", typed=said)
        return False

    def _names(self, talk: Talk) -> dict[str, str]:
        people = talk.services.hearing.people
        return {
            one.name.casefold(): one.name
            for group in groups_of(talk.services, talk.person)
            for one in people.listed(group.number, but=(talk.person,))
            if one.name
        }


ORDER: tuple[type[Question], ...] = (
    AskMessage,
    AskGroup,
    AskPerson,
    AskAbout,
    AskWords,
    AskExcluded,
)
"""In which they are asked; where and who is known where the message was found."""

OF_PLACE = ("group", "person")


def next_question(talk: Talk) -> Question | None:
    """Return what is still to be asked, or None."""
    complaint = talk.complaint
    if complaint is None:
        return None
    told = complaint.contents
    for kind in ORDER:
        known = told.message is not None and kind.question in OF_PLACE
        if kind.question not in told.answered and not known:
            return kind(matter=talk.number)
    return None


def said_in(heard: HeardMessage) -> str:
    """Return what somebody said, as it is kept."""
    return clean(heard.message.text)
