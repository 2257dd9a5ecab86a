"""The three questions before writing: what it is about, who reads it, and who must not.

A question that has only one answer is not asked.
"""

from collections.abc import Sequence
from typing import ClassVar

from handlers.report.context import DraftState, ReportContext, Write
from handlers.report.listing import (
    audience_text,
    example_of,
    helplines_text,
    officer_choices,
    officers_text,
    team_choices,
)
from handlers.report.naming import Meant, read_people
from relay.language.vocabulary import bare
from relay.safeguarding import Draft, Manner, OfficerChoice, TeamChoice, Track


class Question(DraftState):
    """A question before writing.

    Attributes:
        kept: whether it was said that what is told too early is kept.
        told: how many messages were kept at it that answer it with nothing.
    """

    kept: bool = False
    told: int = 0

    def ask(self, context: ReportContext[Draft]) -> None:
        """Ask it, also once more."""
        raise NotImplementedError

    def take(self, context: ReportContext[Draft], text: str) -> bool:
        """Take an answer and go on; return whether it was understood."""
        raise NotImplementedError

    def say_unclear(self, context: ReportContext[Draft], text: str) -> None:
        """Say how to answer."""
        raise NotImplementedError

    def settle(self, context: ReportContext[Draft]) -> bool:
        """Go on as for who is not sure; return whether one can, who has no answer to give."""
        return False


class AskTrack(Question):
    """What is it about?"""

    name: ClassVar[str] = "report.track"

    def ask(self, context: ReportContext[Draft]) -> None:
        """Ask it, also once more."""
        context.enter(self)
        context.say("report-ask-track")

    def take(self, context: ReportContext[Draft], text: str) -> bool:
        """Take one of the two, by number or name, or that they are not sure: the first."""
        words, said = context.words, bare(text).strip("? ")
        choice = words.chosen(text)
        if words.is_not_sure(text) or choice in (1, 3) or said in words.safeguarding:
            _choose_track(context, Track.SAFEGUARDING)
        elif choice == 2 or said in words.conduct:
            if AskLane.is_asked(context):
                AskLane(case=self.case).ask(context)
            else:
                _choose_track(context, Track.CONDUCT)
        else:
            return False
        return True

    def say_unclear(self, context: ReportContext[Draft], text: str) -> None:
        """Say which numbers there are."""
        context.say("report-ask-track-again")

    def settle(self, context: ReportContext[Draft]) -> bool:
        """Take it for what is kept most carefully."""
        _choose_track(context, Track.SAFEGUARDING)
        return True


class AskLane(Question):
    """It is about how somebody behaves: moderators, or those who read reports?"""

    name: ClassVar[str] = "report.lane"

    @staticmethod
    def is_asked(context: ReportContext[Draft]) -> bool:
        """Whether moderators would take it: they are spoken of in the installation's language."""
        services, is_plain = context.services, context.report.manner is Manner.PLAIN
        is_own = services.words.locale == services.in_public.words.locale
        return is_plain and is_own and services.to_moderators.is_open_to(services, context.person)

    def ask(self, context: ReportContext[Draft]) -> None:
        """Ask it, also once more."""
        context.enter(self)
        context.say("report-ask-lane", files="yes" if context.report.files else "no")

    def take(self, context: ReportContext[Draft], text: str) -> bool:
        """Take one by number, or that they are not sure: then nothing changes for them."""
        choice, vocabulary = context.words.chosen(text), context.services.vocabulary
        if choice == 1 or vocabulary.answers_with("to_moderators", text):
            self._hand_over(context)
        elif choice == 2 or context.words.is_not_sure(text):
            _choose_track(context, Track.CONDUCT)
        elif choice == 3:
            _choose_track(context, Track.SAFEGUARDING)
        else:
            return False
        return True

    def say_unclear(self, context: ReportContext[Draft], text: str) -> None:
        """Say which numbers there are."""
        context.say("report-ask-lane-again")

    def settle(self, context: ReportContext[Draft]) -> bool:
        """Take it for what is kept most carefully."""
        _choose_track(context, Track.SAFEGUARDING)
        return True

    def _hand_over(self, context: ReportContext[Draft]) -> None:
        """Let moderators have what was written, and keep nothing of it here."""
        services, person, reports = context.services, context.person, context.reports
        said = (part.text for part in reports.parts(self.case) if not part.deleted)
        words = "\n".join(one for one in said if one)
        if services.to_moderators.take(services, person, words):
            reports.stop(person)
        else:
            _choose_track(context, Track.CONDUCT)


class AskTeam(Question):
    """Which team?"""

    name: ClassVar[str] = "report.team"

    def ask(self, context: ReportContext[Draft]) -> None:
        """Ask it, also once more."""
        context.enter(AskTeam(case=self.case))
        context.say("report-ask-team", lines=team_choices(context.tone, _teams(context)))

    def take(self, context: ReportContext[Draft], text: str) -> bool:
        """Take one by number or name, or that they are not sure: the first."""
        teams, said = _teams(context), bare(text)
        choice = 1 if context.words.is_not_sure(text) else context.words.chosen(text)
        for index, team in enumerate(teams, start=1):
            if said in (bare(team.name), bare(team.slug)):
                choice = index
        if choice is None or not 1 <= choice <= len(teams):
            return False
        _choose_team(context, teams[choice - 1])
        return True

    def say_unclear(self, context: ReportContext[Draft], text: str) -> None:
        """Say which numbers there are."""
        context.say("report-ask-team-again", most=len(_teams(context)))

    def settle(self, context: ReportContext[Draft]) -> bool:
        """Take the first team; who must not read it is asked about in any case."""
        teams = _teams(context)
        if teams:
            _choose_team(context, teams[0])
        return bool(teams)


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


def ask_first(context: ReportContext[Draft]) -> None:
    """Ask what it is about, unless every team takes the same."""
    tracks = [track for track in Track if context.reports.teams(track, context.person)]
    if len(tracks) > 1:
        AskTrack(case=context.report.id).ask(context)
    else:
        _choose_track(context, tracks[0] if tracks else Track.SAFEGUARDING)


def ask_about_harm(context: ReportContext[Draft]) -> None:
    """Ask what comes next where it is known to be about harm."""
    _choose_track(context, Track.SAFEGUARDING)


def question_of(draft: Draft) -> Question:
    """Return where a draft was, as far as what is known of it tells."""
    if draft.track is None:
        return AskTrack(case=draft.id)
    return AskTeam(case=draft.id) if draft.team is None else AskAbout(case=draft.id)


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


def _teams(context: ReportContext[Draft]) -> tuple[TeamChoice, ...]:
    """Those that take what was chosen, perhaps just now."""
    draft = context.reports.draft_of(context.person)
    track = None if draft is None else draft.track
    return context.reports.teams(track or Track.SAFEGUARDING, context.person)


def _choose_track(context: ReportContext[Draft], track: Track) -> None:
    reports, person = context.reports, context.person
    if not reports.teams(track, person):
        # The branch has nobody for this kind; whoever reads the other kind is better than nobody.
        track = next((other for other in Track if reports.teams(other, person)), track)
    reports.set_track(context.report.id, track)
    teams = _teams(context)
    if len(teams) > 1:
        AskTeam(case=context.report.id).ask(context)
    elif teams:
        _choose_team(context, teams[0])
    else:
        say_nobody(context)


def _choose_team(context: ReportContext[Draft], team: TeamChoice) -> None:
    context.reports.set_team(context.report.id, team.slug)
    AskAbout(case=context.report.id).ask(context)


def _begin_writing(context: ReportContext[Draft]) -> None:
    audience = context.reports.audience(context.report.id)
    if audience is None:
        say_nobody(context)
        return
    context.enter(Write(case=context.report.id))
    context.say("report-ask-write", audience=audience_text(context.tone, audience))
