"""What a host is told about the groups that the settings declare."""

from dataclasses import replace
from typing import Any

import pytest

from relay.check.findings import Report
from relay.check.groups import check_groups
from relay.language.words import Words
from relay.settings import Branch, Settings
from relay.settings.groups import GroupKind, GroupSettings
from relay.signal.types import Group, Member, Permissions

ID = "group.Q2hhdENoYXRDaGF0Q2hhdENoYXRDaGF0Q2hhdENoYXQ9"
OTHER_ID = "5b7e1f2a-0000-4000-8000-00000000aaaa"
BOT, OTHER = Member("bot"), Member(OTHER_ID)
GROUP = Group(
    id=ID,
    internal_id="",
    name="Chat",
    description="",
    member=True,
    admin=True,
    blocked=False,
    members=(BOT, OTHER),
    admins=(BOT, OTHER),
    pending=(),
    requesting=(),
    permissions=Permissions(),
)


def _messages(
    group: Group | None,
    kind: GroupKind = GroupKind.CHAT,
    where: str = "groups[Chat]",
    count: int = 1,
    **more: Any,
) -> list[str]:
    admins = more.pop("admins", (OTHER_ID,))
    declared = GroupSettings(id=ID, kind=kind, name="Chat", **more)
    others = tuple(
        GroupSettings(id=f"group.{index:044}", kind=kind, name=f"More {index}")
        for index in range(count - 1)
    )
    branch = Branch(slug="hackney", name="Hackney", groups=(declared, *others), admins=admins)
    return _found(_settings(branch), group, where)


def _posted_to(group: Group) -> list[str]:
    """What is said of a group that announcements go to, and that is not declared."""
    branch = Branch(
        slug="hackney", name="Hackney", admins=(OTHER_ID,), announcement_groups=(group.id,)
    )
    return _found(_settings(branch), group, "announcement_groups")


def _found(settings: Settings, group: Group | None, where: str) -> list[str]:
    words = Words()
    groups = {} if group is None else {ID: group}
    found = check_groups(Report(words), settings, words, groups)
    return [f"{one.what} {one.todo}" for one in found if where in one.where]


def _settings(branch: Branch) -> Settings:
    return Settings(
        signal={"number": "+447700900000"},
        branches=(branch,),
        webhook_token="t" * 20,
        store_key="ab" * 32,
    )


def test_a_group_as_it_should_be_is_fine() -> None:
    assert _messages(GROUP) == ['The bot is an admin of "Chat". ']


@pytest.mark.parametrize(
    ("group", "said"),
    [
        (None, "never been in this group"),
        (replace(GROUP, member=False), "no longer in"),
        (replace(GROUP, admin=False), "not an admin"),
        (replace(GROUP, admins=(BOT,)), "only admin"),
    ],
)
def test_what_is_missing_is_said(group: Group | None, said: str) -> None:
    assert said in _messages(group)[-1]


def test_a_second_admin_is_asked_for_where_a_group_is_only_posted_to() -> None:
    said = _posted_to(replace(GROUP, admins=(BOT,)))
    assert "Keep a second Signal account for this, on a phone that stays locked away" in said[-1]
    assert "A second admin, sealed" in said[-1]
    assert _posted_to(GROUP) == ['The bot is an admin of "Chat". ']


def test_a_group_that_fills_is_told_of_with_the_numbers() -> None:
    full = replace(GROUP, members=(BOT,) * 800)
    assert "800 of the 1,000 people" in _messages(full)[1]
    assert not any(
        "of the 1,000" in said for said in _messages(replace(GROUP, members=(BOT,) * 799))
    )


def test_the_limits_of_signal_are_told_once() -> None:
    [said] = _messages(GROUP, where="branches.groups", count=9)
    assert "1,000 people in a group and 3 pinned messages" in said
    assert 'The fullest group is "Chat", with 2.' in said
    assert "docs/what-if.md" in said


def test_many_links_that_ask_first_are_told_of() -> None:
    [_, said] = _messages(GROUP, where="branches.groups", count=19)
    assert "links of 19 groups" in said
    assert "5 minutes" in said


def test_a_description_counts_with_its_disclaimer() -> None:
    assert "Signal takes 480" in _messages(GROUP, description="é" * 400)[0]
    assert "Signal takes 480" not in _messages(GROUP, description="é" * 200)[0]


def test_a_group_for_announcements_is_one_that_gets_them() -> None:
    assert "nothing is announced there" in _messages(GROUP, GroupKind.ANNOUNCEMENTS)[0]


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ({"entry": "asked", "admins": ()}, {"admins": ()}, "nobody to give it"),
        ({"entry": "asked", "admins": ()}, {"entry": "asked"}, "nobody to give it"),
        ({"entry": "vouched", "admins": ()}, {"entry": "vouched"}, "nobody to give it"),
        ({"entry": "asked", "link": "open"}, {"entry": "asked"}, "walks in"),
        ({"entry": "vouched", "link": "open"}, {"link": "open"}, "walks in"),
    ],
)
def test_who_asks_to_be_let_in_is_answered_and_nobody_gets_round_that(
    wrong: dict[str, Any], right: dict[str, Any], said: str
) -> None:
    assert any(said in line for line in _messages(GROUP, **wrong))
    assert not any(said in line for line in _messages(GROUP, **right))


def test_a_keeper_answers_where_the_branch_has_no_admins() -> None:
    lines = _messages(GROUP, entry="asked", admins=(), keepers=(OTHER_ID,))
    assert not any("nobody to give it" in line for line in lines)


def test_a_caucus_that_lets_everybody_in_is_asked_about() -> None:
    assert any("It is a caucus" in one for one in _messages(GROUP, GroupKind.CAUCUS, entry="open"))
    assert not any("It is a caucus" in one for one in _messages(GROUP, GroupKind.CAUCUS))
