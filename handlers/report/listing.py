"""Lists a reporter reads: teams, roles, helplines, cases."""

from collections.abc import Iterable, Iterator, Mapping

from handlers.report.tone import Tone
from handlers.services import Services
from relay.safeguarding import (
    Audience,
    Manner,
    OfficerChoice,
    People,
    ReporterCase,
    TeamChoice,
    Track,
)
from relay.safeguarding.helplines import Emergency, Helpline, Helplines


def team_choices(tone: Tone, teams: Iterable[TeamChoice]) -> str:
    """Return the teams with numbers to choose by."""
    return _numbered(tone, "report-team-choice", (_team(tone, team) for team in teams))


def officer_choices(tone: Tone, officers: Iterable[OfficerChoice]) -> str:
    """Return who can be left out, with numbers to choose by."""
    return _numbered(
        tone, "report-about-choice", ({"role": officer_text(tone, one)} for one in officers)
    )


def officer_text(tone: Tone, officer: OfficerChoice) -> str:
    """Return somebody's role, and their name if it is shown."""
    role = tone.name(officer.role)
    if officer.shown and officer.name:
        return tone.say("report-officer", role=role, name=officer.name)
    return role if officer.alone else tone.say("report-officer-one", role=role)


def officers_text(tone: Tone, officers: Iterable[OfficerChoice]) -> str:
    """Return several in one line."""
    return ", ".join(dict.fromkeys(officer_text(tone, officer) for officer in officers))


def case_choices(tone: Tone, message: str, cases: Iterable[ReporterCase]) -> str:
    """Return the names of cases with numbers to choose by."""
    return _numbered(tone, message, ({"case": case.name} for case in cases))


def audience_text(tone: Tone, audience: Audience) -> str:
    """Return who would read it now."""
    message = "report-audience-moved" if audience.moved else "report-audience"
    return tone.say(message, readers=audience.readers, **_people(tone, audience.people))


def helplines_text(tone: Tone, helplines: Helplines, track: Track | None = None) -> str:
    """Return what to do in danger, and the helplines, or those that are meant for a track."""
    lines = [
        tone.say(
            "report-helpline",
            label=_label(tone, line),
            number=line.number,
            hours=line.hours or "none",
        )
        + "".join(_other_ways(tone, line))
        for line in helplines.told_in(tone.words.locale)
        if track is None or track.value in line.tracks
    ]
    return "\n\n".join(
        [
            "\n".join([tone.danger(helplines), *_other_emergency(tone, helplines.emergency)]),
            tone.say("report-helplines", lines="\n".join(lines)),
        ]
    )


def cases_text(services: Services, cases: Iterable[ReporterCase]) -> str:
    """Return where everything that somebody sent stands."""
    return "\n\n".join(_case_text(services, case) for case in cases)


def example_of(count: int) -> str:
    """Return an example of an answer by number that fits a list of this length."""
    return "1" if count < 2 else "1, 2"


def _case_text(services: Services, case: ReporterCase) -> str:
    tone, spoken = Tone(services.words, case.manner), services.time.spoken
    progress, since = case.progress
    lines = [
        tone.say(
            "report-case",
            case=case.name,
            when=spoken(case.sent_at),
            readers=case.readers,
            **_people(tone, case.people),
            progress=tone.say("report-progress", state=progress, since=spoken(since)),
        )
    ]
    if case.status:
        lines.append(tone.say("report-status", status=case.status))
    if case.link_until is not None:
        lines.append(tone.say("report-until", when=spoken(case.link_until)))
    lines.append(tone.say("report-add-to", case=case.name))
    return "\n".join(lines)


def _numbered(tone: Tone, message: str, choices: Iterable[Mapping[str, str | int]]) -> str:
    return "\n".join(
        tone.say(message, index=index, **choice) for index, choice in enumerate(choices, start=1)
    )


def _other_emergency(tone: Tone, emergency: Emergency) -> Iterator[str]:
    """How whoever cannot hear reaches the emergency number; nothing in discreet mode."""
    if tone.manner is Manner.PLAIN and emergency.bsl:
        yield tone.say("report-danger-bsl", at=emergency.bsl)
    if tone.manner is Manner.PLAIN and emergency.text_first:
        number, word = emergency.number, emergency.text_first
        yield tone.say("report-danger-text", number=number, word=word)


def _other_ways(tone: Tone, line: Helpline) -> Iterator[str]:
    """Other ways to a helpline. In discreet mode only numbers: an address tells whose it is."""
    for way in line.ways:
        if tone.manner is Manner.PLAIN or way.kind == "text":
            yield tone.say("report-helpline-way", kind=way.kind, at=way.at)


def _label(tone: Tone, line: Helpline) -> str:
    if tone.manner is Manner.DISCREET:
        return line.discreet
    return tone.say("report-helpline-label", name=line.name, about=line.about)


def _team(tone: Tone, team: TeamChoice) -> dict[str, str | int]:
    return {
        "team": tone.name(team.name),
        "readers": team.readers,
        "roles": tone.names(team.roles),
    }


def _people(tone: Tone, people: People) -> dict[str, str | int]:
    """Who reads it, by role; those who are not named are only counted (`report-people`)."""
    named, roles = len(people.roles), tone.names(people.roles)
    return {"people": tone.say("report-people", named=named, roles=roles, more=people.unnamed)}
