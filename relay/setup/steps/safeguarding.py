"""The safeguarding team: who reads reports of harm, and what they are called there."""

from typing import Any

from relay.setup import draft as at
from relay.setup.checks import a_slug, a_text, an_account_id
from relay.setup.context import SetupContext, Step
from relay.setup.people import next_person, welcome

_ENOUGH = 2


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-team-about")
    if not _officers(context) and not talk.agreed(
        "safeguarding.team", say("setup-team-now"), "yes"
    ):
        talk.say("setup-team-none")
        return
    _name_team(context)
    given = talk.given("safeguarding.officers")
    if given is not None:
        for officer in given if isinstance(given, list) else [given]:
            _add_given(context, officer)
    else:
        _ask_for_officers(context)
    if len(_officers(context)) < _ENOUGH:
        talk.say("setup-team-small")
    talk.say("setup-team-done", count=len(_officers(context)))


def _name_team(context: SetupContext) -> None:
    say, ask, draft = context.words.say, context.talk.ask, context.draft
    there = draft.get(at.TEAM) or {}
    usual = there.get("name") or say("setup-team-name-usual", branch=context.branch)
    name = ask("safeguarding.name", say("setup-team-name"), a_text, usual)
    usual = there.get("slug") or draft.text(at.SLUG)
    slug = ask("safeguarding.slug", say("setup-team-slug"), a_slug, usual)
    draft.update(
        {
            (*at.TEAM, "slug"): slug,
            (*at.TEAM, "name"): name,
            at.OFFICERS: _officers(context),
        }
    )


def _ask_for_officers(context: SetupContext) -> None:
    say = context.words.say
    while True:
        count = len(_officers(context))
        question = say("setup-team-how", count=count)
        account_id = next_person(context, "safeguarding.how", question, count)
        if account_id is None:
            return
        role = context.talk.ask("safeguarding.role", say("setup-team-role"), a_text)
        _add(context, account_id, role)


def _add_given(context: SetupContext, officer: Any) -> None:
    account_id = officer.get("id") if isinstance(officer, dict) else None
    role = officer.get("role") if isinstance(officer, dict) else None
    if not account_id or not role:
        raise context.stopped("setup-answer-officer")
    _add(context, an_account_id(str(account_id)), a_text(str(role)))


def _add(context: SetupContext, account_id: str, role: str) -> None:
    others = [one for one in _officers(context) if one["id"] != account_id]
    context.draft.set(at.OFFICERS, [*others, {"id": account_id, "role": role}])
    team = str((context.draft.get(at.TEAM) or {}).get("name", ""))
    welcome(context, account_id, context.words.say("setup-team-welcome", team=team, role=role))
    if account_id in context.draft.texts(at.ADMINS):
        context.talk.say("setup-team-also-admin")


def _officers(context: SetupContext) -> list[dict[str, str]]:
    officers = context.draft.get(at.OFFICERS)
    return officers if isinstance(officers, list) else []


STEP = Step("safeguarding", "setup-step-safeguarding", _run, needs=("branch", "number"))
