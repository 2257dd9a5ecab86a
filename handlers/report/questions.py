"""The first questions before writing: what it is about, and which team reads it.

A question that has only one answer is not asked.
"""

from typing import ClassVar

from handlers.report.context import ReportContext
from handlers.report.leaving_out import AskAbout, say_nobody
from handlers.report.listing import team_choices
from handlers.report.question import Question
from relay.language.vocabulary import bare
from relay.safeguarding import Draft, Manner, TeamChoice, Track


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
        """Take one by number, or that they are not sure: then it is kept most carefully."""
        choice, vocabulary = context.words.chosen(text), context.services.vocabulary
        if choice == 1 or vocabulary.answers_with("to_moderators", text):
            self._hand_over(context)
        elif choice == 2:
            _choose_track(context, Track.CONDUCT)
        elif choice == 3 or context.words.is_not_sure(text):
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
