"""The three questions before writing: what it is about, who reads it, and who must not.

A question that has only one answer is not asked.
"""

from collections.abc import Sequence

from handlers.report.chat import ABOUT, TEAM, TRACK, WRITING, Chat
from handlers.report.listing import (
    audience_text,
    example_of,
    helplines_text,
    role_choices,
    team_choices,
)
from handlers.report.typed import bare, is_not_sure, read_choice, read_people
from relay.safeguarding import Draft, Manner, TeamChoice, Track
from relay.safeguarding.reports import Reports

_SAFEGUARDING_WORDS = frozenset(
    {"safeguarding", "harm", "abuse", "hurt", "frightened", "pressured", "a personal one"}
    | {"personal", "danger", "yes"}
)
_CONDUCT_WORDS = frozenset(
    {"conduct", "complaint", "complain", "behaviour", "behavior", "how somebody behaves"}
)


def ask_first(chat: Chat, draft: Draft) -> None:
    """Ask what it is about, unless every team takes the same."""
    tracks = [track for track in Track if _reports(chat).teams(track, chat.person)]
    if len(tracks) > 1:
        chat.wait(TRACK)
        chat.say("report-ask-track")
        return
    _choose_track(chat, draft, tracks[0] if tracks else Track.SAFEGUARDING)


def ask_again(chat: Chat, draft: Draft, state: str) -> None:
    """Say the open question once more, as it was asked."""
    if state == TRACK:
        chat.say("report-ask-track")
    elif state == TEAM and draft.track is not None:
        _ask_team(chat, draft, _reports(chat).teams(draft.track, chat.person))
    elif state == ABOUT:
        _, data = chat.desk.state(chat.person)
        _ask_about(chat, draft, data.get("team"), data.get("asked", ()))


def take_track(chat: Chat, draft: Draft, text: str) -> bool:
    """Take an answer to what it is about; return whether it was understood."""
    said = bare(text).strip("? ")
    choice = read_choice(text)
    if is_not_sure(text) or choice == 3 or choice == 1 or said in _SAFEGUARDING_WORDS:
        _choose_track(chat, draft, Track.SAFEGUARDING)
    elif choice == 2 or said in _CONDUCT_WORDS:
        _choose_track(chat, draft, Track.CONDUCT)
    else:
        return False
    return True


def take_team(chat: Chat, draft: Draft, text: str) -> bool:
    """Take an answer to who should read it; return whether it was understood."""
    teams = _reports(chat).teams(draft.track or Track.SAFEGUARDING, chat.person)
    choice = 1 if is_not_sure(text) else read_choice(text)
    said = bare(text)
    for index, team in enumerate(teams, start=1):
        if said in (bare(team.name), bare(team.slug)):
            choice = index
    if choice is None or not 1 <= choice <= len(teams):
        return False
    _reports(chat).set_team(draft.id, teams[choice - 1].slug)
    _ask_about(chat, draft)
    return True


def take_about(chat: Chat, draft: Draft, text: str) -> bool:
    """Take an answer to who must not read it; return whether it was understood.

    Where that leaves nobody of a team, the next team would read it: then that team is asked about.
    """
    reports = _reports(chat)
    _, data = chat.desk.state(chat.person)
    team = data.get("team")
    chosen = read_people(text, reports.roles(draft.id, team))
    if chosen is None:
        return False
    reports.exclude(draft.id, chosen, team)
    audience = reports.audience(draft.id)
    asked = [*data.get("asked", ()), team or draft.team]
    if audience is not None and audience.team not in asked:
        chat.say_text(audience_text(chat.voice, audience))
        _ask_about(chat, draft, audience.team, asked)
    else:
        _begin_writing(chat, draft)
    return True


def say_unclear(chat: Chat, draft: Draft, state: str, text: str) -> None:
    """Say how to answer the open question."""
    if state == TRACK:
        chat.say("report-ask-track-again")
    elif state == TEAM:
        teams = _reports(chat).teams(draft.track or Track.SAFEGUARDING, chat.person)
        chat.say("report-ask-team-again", most=len(teams))
    else:
        _, data = chat.desk.state(chat.person)
        roles = _reports(chat).roles(draft.id, data.get("team"))
        message = "report-about-not-sure" if is_not_sure(text) else "report-ask-about-again"
        chat.say(message, example=example_of(len(roles)))


def say_nobody(chat: Chat, draft: Draft) -> None:
    """Say honestly that nobody is left who could read it, and ask once more who should not."""
    parts = [chat.voice.say("report-nobody")]
    if chat.manner is Manner.PLAIN:
        parts.append(helplines_text(chat.voice, chat.desk.helplines, draft.track))
    chat.say_text("\n\n".join(parts))
    chat.wait(ABOUT)
    if _reports(chat).roles(draft.id):
        _ask_about(chat, draft)


def _choose_track(chat: Chat, draft: Draft, track: Track) -> None:
    reports = _reports(chat)
    if not reports.teams(track, chat.person):
        # The branch has nobody for this kind; whoever reads the other kind is better than nobody.
        track = next((other for other in Track if reports.teams(other, chat.person)), track)
    reports.set_track(draft.id, track)
    teams = reports.teams(track, chat.person)
    if len(teams) > 1:
        _ask_team(chat, draft, teams)
    elif teams:
        reports.set_team(draft.id, teams[0].slug)
        _ask_about(chat, draft)
    else:
        say_nobody(chat, draft)


def _ask_team(chat: Chat, draft: Draft, teams: tuple[TeamChoice, ...]) -> None:
    chat.wait(TEAM)
    chat.say("report-ask-team", lines=team_choices(chat.voice, teams))


def _ask_about(
    chat: Chat, draft: Draft, team: str | None = None, asked: Sequence[str | None] = ()
) -> None:
    roles = _reports(chat).roles(draft.id, team)
    if not roles:
        _begin_writing(chat, draft)
        return
    chat.wait(ABOUT, team=team, asked=list(asked))
    lines = role_choices(chat.voice, roles)
    chat.say("report-ask-about", lines=lines, example=example_of(len(roles)))


def _begin_writing(chat: Chat, draft: Draft) -> None:
    audience = _reports(chat).audience(draft.id)
    if audience is None:
        say_nobody(chat, draft)
        return
    chat.wait(WRITING)
    chat.say("report-ask-write", audience=audience_text(chat.voice, audience))


def _reports(chat: Chat) -> Reports:
    return chat.desk.services.vault.reports
