"""Lists a reporter reads: teams, roles, helplines, cases."""

from collections.abc import Iterable, Sequence

from handlers.report.helplines import Helpline, Helplines
from handlers.report.voice import Voice
from relay.safeguarding import Audience, Manner, ReporterCase, TeamChoice, Track


def team_lines(voice: Voice, teams: Iterable[TeamChoice]) -> str:
    """Return one line for each team: how many people read, in which roles."""
    return "\n".join(voice.say("report-team-line", **_team(voice, team)) for team in teams)


def team_choices(voice: Voice, teams: Iterable[TeamChoice]) -> str:
    """Return the teams with numbers to choose by."""
    return "\n".join(
        voice.say("report-team-choice", index=index, **_team(voice, team))
        for index, team in enumerate(teams, start=1)
    )


def role_choices(voice: Voice, roles: Iterable[str]) -> str:
    """Return the roles with numbers to choose by."""
    return "\n".join(
        voice.say("report-about-choice", index=index, role=voice.name(role))
        for index, role in enumerate(roles, start=1)
    )


def audience_text(voice: Voice, audience: Audience) -> str:
    """Return who would read it now."""
    message = "report-audience-moved" if audience.moved else "report-audience"
    roles = voice.names(audience.roles)
    return voice.say(message, readers=audience.readers, team=voice.name(audience.name), roles=roles)


def danger_text(voice: Voice, helplines: Helplines) -> str:
    """Return what to do in danger."""
    emergency = helplines.emergency
    return voice.say("report-danger", number=emergency.number, silent=emergency.silent)


def helplines_text(voice: Voice, helplines: Helplines, track: Track | None = None) -> str:
    """Return the helplines, or those that are meant for a track."""
    lines = [
        voice.say(
            "report-helpline",
            label=_label(voice, line),
            number=line.number,
            hours=line.hours or "none",
        )
        for line in helplines.helplines
        if track is None or track.value in line.tracks
    ]
    return "\n\n".join(
        [
            danger_text(voice, helplines),
            voice.say("report-helplines", lines="\n".join(lines)),
        ]
    )


def case_choices(voice: Voice, message: str, cases: Sequence[ReporterCase]) -> str:
    """Return the names of cases with numbers to choose by."""
    return "\n".join(
        voice.say(message, index=index, case=case.name) for index, case in enumerate(cases, start=1)
    )


def example_of(count: int) -> str:
    """Return an example of an answer by number that fits a list of this length."""
    return "1" if count < 2 else "1, 2"


def _label(voice: Voice, line: Helpline) -> str:
    if voice.manner is Manner.DISCREET:
        return line.discreet
    return voice.say("report-helpline-label", name=line.name, about=line.about)


def _team(voice: Voice, team: TeamChoice) -> dict[str, str | int]:
    return {
        "team": voice.name(team.name),
        "readers": team.readers,
        "roles": voice.names(team.roles),
    }
