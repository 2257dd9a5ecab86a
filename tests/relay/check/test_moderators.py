"""What a host is told about moderators."""

from collections.abc import Mapping
from typing import Any

from relay.check.findings import Report
from relay.check.moderators import check_moderators
from relay.language.words import Words
from relay.settings import Branch, Officer, SafeguardingSettings, SafeguardingTeam, Settings

ALEX, BEA, NED = (f"5b7e1f2a-0000-4000-8000-00000000000{one}" for one in range(3))


def _messages(named: Mapping[str, int] | None = None, **more: Any) -> str:
    settled: dict[str, Any] = {"admins": (ALEX, BEA), **more}
    branch = Branch(slug="hackney", name="Hackney branch", **settled)
    team = SafeguardingTeam(
        slug="hackney", name="Team", officers=(Officer(id=NED, role="Welfare officer"),)
    )
    settings = Settings(
        signal={"number": "+447700900000"},
        branches=(branch,),
        safeguarding=SafeguardingSettings(teams=(team,)),
        webhook_token="x" * 32,
        store_key="ab" * 32,
    )
    words = Words()
    found = check_moderators(Report(words), settings, named)
    return "\n".join(one.line(words) for one in found)


def test_those_of_the_settings_have_no_end_and_are_better_named_in_the_chat() -> None:
    said = _messages(moderators=(BEA[:-1] + "9",))
    assert "without an end to their term" in said
    assert "have two admins name them in the chat" in said


def test_who_is_an_officer_or_an_admin_too_is_pointed_out_by_place_and_not_by_id() -> None:
    said = _messages(moderators=(NED, ALEX))
    assert said.count("is an admin of the branch too, or an officer") == 2
    assert NED not in said


def test_one_admin_cannot_name_anybody() -> None:
    assert "it takes two to name a moderator" in _messages(admins=(ALEX,))
    assert _messages() == ""


def test_too_few_for_a_removal_are_told_of_where_the_store_says_how_many() -> None:
    assert "It takes 2 to agree to a removal" in _messages({"hackney": 1})
    assert "2 people moderate." in _messages({"hackney": 2})
    assert _messages({"hackney": 0}) == ""


def test_a_branch_that_has_not_agreed_gets_no_appeals() -> None:
    assert "Appeals do not go to camden" in _messages(conduct={"appeals_to": ("camden",)})
    assert "If both have agreed" in _messages(conduct={"appeals_to": ("camden",)})
