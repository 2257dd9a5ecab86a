"""The safeguarding team: who reads reports of harm, and what they are called there."""

from typing import Any

from relay.setup import draft as at
from relay.setup.checks import a_slug, a_text, an_account_id
from relay.setup.desk import Desk, Step
from relay.setup.people import next_person, welcome

_ENOUGH = 2


def _run(desk: Desk) -> None:
    talk, say = desk.talk, desk.words.say
    talk.say("setup-team-about")
    if not _officers(desk) and not talk.agreed("safeguarding.team", say("setup-team-now"), "yes"):
        talk.say("setup-team-none")
        return
    _name_team(desk)
    given = talk.given("safeguarding.officers")
    if given is not None:
        for officer in given if isinstance(given, list) else [given]:
            _add_given(desk, officer)
    else:
        _ask_for_officers(desk)
    if len(_officers(desk)) < _ENOUGH:
        talk.say("setup-team-small")
    talk.say("setup-team-done", count=len(_officers(desk)))


def _name_team(desk: Desk) -> None:
    say, ask, draft = desk.words.say, desk.talk.ask, desk.draft
    there = draft.get(at.TEAM) or {}
    usual = there.get("name") or say("setup-team-name-usual", branch=desk.branch)
    name = ask("safeguarding.name", say("setup-team-name"), a_text, usual)
    usual = there.get("slug") or draft.text(at.SLUG)
    slug = ask("safeguarding.slug", say("setup-team-slug"), a_slug, usual)
    draft.update(
        {
            (*at.TEAM, "slug"): slug,
            (*at.TEAM, "name"): name,
            at.OFFICERS: _officers(desk),
        }
    )


def _ask_for_officers(desk: Desk) -> None:
    say = desk.words.say
    while True:
        count = len(_officers(desk))
        question = say("setup-team-how", count=count)
        account_id = next_person(desk, "safeguarding.how", question, count)
        if account_id is None:
            return
        role = desk.talk.ask("safeguarding.role", say("setup-team-role"), a_text)
        _add(desk, account_id, role)


def _add_given(desk: Desk, officer: Any) -> None:
    account_id = officer.get("id") if isinstance(officer, dict) else None
    role = officer.get("role") if isinstance(officer, dict) else None
    if not account_id or not role:
        raise desk.stopped("setup-answer-officer")
    _add(desk, an_account_id(str(account_id)), a_text(str(role)))


def _add(desk: Desk, account_id: str, role: str) -> None:
    others = [one for one in _officers(desk) if one["id"] != account_id]
    desk.draft.set(at.OFFICERS, [*others, {"id": account_id, "role": role}])
    team = str((desk.draft.get(at.TEAM) or {}).get("name", ""))
    welcome(desk, account_id, desk.words.say("setup-team-welcome", team=team, role=role))
    if account_id in desk.draft.texts(at.ADMINS):
        desk.talk.say("setup-team-also-admin")


def _officers(desk: Desk) -> list[dict[str, str]]:
    officers = desk.draft.get(at.OFFICERS)
    return officers if isinstance(officers, list) else []


STEP = Step("safeguarding", "setup-step-safeguarding", _run, needs=("branch", "number"))
