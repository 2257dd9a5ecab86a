"""The last question before writing: who of those who would read it must not.

It is asked of each team in turn that would read it, until somebody is left in one.
"""

from collections.abc import Sequence
from typing import ClassVar

from handlers.report.context import ReportContext, Write
from handlers.report.listing import (
    audience_text,
    example_of,
    helplines_text,
    officer_choices,
    officers_text,
)
from handlers.report.naming import Meant, read_people
from handlers.report.question import Question
from relay.safeguarding import Draft, Manner, OfficerChoice


class AskAbout(Question):
    """Is it about somebody who would read it?

    Attributes:
        team: whose people are asked about; None for those of the chosen one.
        asked: the teams that were asked about before.
        meant: those who were found in an answer that was not certain, by role and name.
    """

    name: ClassVar[str] = "report.about"

    team: str | None = None
    asked: tuple[str | None, ...] = ()
    meant: tuple[tuple[str, str | None], ...] = ()

    def ask(self, context: ReportContext[Draft]) -> None:
        """Ask it, also once more, unless there is nobody to ask about."""
        officers = self._officers(context)
        if not officers:
            _begin_writing(context)
            return
        context.enter(AskAbout(case=self.case, team=self.team, asked=self.asked))
        context.say(
            "report-ask-about",
            lines=officer_choices(context.tone, officers),
            example=example_of(len(officers)),
            known=self._known(context),
        )

    def take(self, context: ReportContext[Draft], text: str) -> bool:
        """Take who must not read it, or ask whether those are meant who seem to be.

        Where that leaves nobody of a team, the next team would read it: then that one is asked
        about.
        """
        vocabulary = context.services.vocabulary
        if (known := self._meant(context)) and vocabulary.answers_with("yes", text):
            self._leave_out(context, known)
        elif self.meant and vocabulary.answers_with("no", text) and not context.words.choice(text):
            self.ask(context)
        elif (meant := self._read(context, text)) is None:
            return False
        elif meant.sure:
            self._leave_out(context, meant.people)
        elif not meant.whole:
            # "Una is here": a story in which somebody is named. It is kept, and they are asked.
            return False
        else:
            self._ask_whether(context, meant)
        return True

    def say_unclear(self, context: ReportContext[Draft], text: str) -> None:
        """Say how to name them, or that nobody has to be sure."""
        meant = self._read(context, text)
        if meant is not None and meant.people:
            self._ask_whether(context, meant)
            return
        not_sure = context.words.is_not_sure(text)
        message = "report-about-not-sure" if not_sure else "report-ask-about-again"
        example = example_of(len(self._officers(context)))
        context.say(message, example=example, known=self._known(context))

    def _ask_whether(self, context: ReportContext[Draft], meant: Meant) -> None:
        """Ask before anybody is left out who may not be meant, and somebody else is."""
        found = tuple((one.role, one.name) for one in meant.people)
        # What is kept of the answer itself was noted meanwhile.
        state = context.services.state_of(context.person)
        context.enter((state if isinstance(state, AskAbout) else self).but(meant=found))
        roles, listed = officers_text(context.tone, meant.people), self._officers(context)
        others = [str(n) for n, one in enumerate(listed, start=1) if one not in meant.people]
        # A number that stands for several of one role would leave out who is named, too.
        together = {one.role for one in listed if one.name is None} & {
            one.role for one in meant.people if one.name is not None
        }
        if meant.turned and others and not together:
            context.say("report-about-all-but", roles=roles, others=", ".join(others))
        elif meant.whole and not meant.turned:
            context.say("report-about-meant", roles=roles)
        else:
            context.say("report-about-some", roles=roles, example=example_of(len(listed)))

    def _leave_out(self, context: ReportContext[Draft], people: Sequence[OfficerChoice]) -> None:
        reports = context.reports
        roles = [one.role for one in people if one.name is None]
        names = [one.name for one in people if one.name is not None]
        reports.exclude(self.case, roles, self.team, names)
        if names:
            context.say("report-left-out", roles=officers_text(context.tone, people))
        audience = reports.audience(self.case)
        asked = (*self.asked, self.team or context.report.team)
        if audience is not None and audience.team not in asked:
            context.say_text(audience_text(context.tone, audience))
            AskAbout(case=self.case, team=audience.team, asked=asked).ask(context)
        else:
            _begin_writing(context)

    def _read(self, context: ReportContext[Draft], text: str) -> Meant | None:
        named = context.reports.named_officers(self.case)
        return read_people(context.words, text, self._officers(context), named)

    def _meant(self, context: ReportContext[Draft]) -> tuple[OfficerChoice, ...]:
        """Those who were found in the answer before, as far as they still are there."""
        known = (*self._officers(context), *context.reports.named_officers(self.case))
        found = dict.fromkeys(one for one in known if (one.role, one.name) in self.meant)
        return tuple(found)

    def _officers(self, context: ReportContext[Draft]) -> tuple[OfficerChoice, ...]:
        return context.reports.officers(self.case, self.team)

    def _known(self, context: ReportContext[Draft]) -> str:
        return context.reports.knows_names(self.case, self.team)


def say_nobody(context: ReportContext[Draft]) -> None:
    """Say honestly that nobody is left who could read it, and ask once more who should not."""
    draft, tone = context.report, context.tone
    parts = [tone.say("report-nobody")]
    if draft.manner is Manner.PLAIN:
        parts.append(helplines_text(tone, context.services.helplines, draft.track))
    context.say_text("\n\n".join(parts))
    question = AskAbout(case=draft.id)
    context.enter(question)
    if context.reports.officers(draft.id):
        question.ask(context)


def _begin_writing(context: ReportContext[Draft]) -> None:
    audience = context.reports.audience(context.report.id)
    if audience is None:
        say_nobody(context)
        return
    context.enter(Write(case=context.report.id))
    context.say("report-ask-write", audience=audience_text(context.tone, audience))
