"""Groups in the settings."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from relay.settings import Branch, Settings
from relay.settings.groups import KINDS, GroupKind, GroupSettings

KEEPER = "5b7e1f2a-0000-4000-8000-00000000aaaa"
ID = "group.Q2hhdENoYXRDaGF0Q2hhdENoYXRDaGF0Q2hhdENoYXQ9"


def _group(**more: Any) -> GroupSettings:
    return GroupSettings(**{"id": ID, "kind": "chat", "name": "Chat", **more})


def test_each_kind_has_its_usual_settings() -> None:
    assert set(KINDS) == set(GroupKind)
    assert {KINDS[kind].posts for kind in (GroupKind.ANNOUNCEMENTS, GroupKind.BOARD)} == {"admins"}
    assert KINDS[GroupKind.CAUCUS].link == "off"


def test_only_a_caucus_is_not_listed_and_two_kinds_ask_before_they_let_in() -> None:
    assert {kind for kind in KINDS if not KINDS[kind].listed} == {GroupKind.CAUCUS}
    asked = {kind for kind in KINDS if KINDS[kind].entry == "asked"}
    assert asked == {GroupKind.CAUCUS, GroupKind.WORKING}


def test_who_lets_people_in_is_not_shown() -> None:
    assert KEEPER not in repr(_group(keepers=(KEEPER,)))


@pytest.mark.parametrize(
    ("written", "means"),
    [("1m", timedelta(minutes=1)), ("7d", timedelta(days=7)), ("28d", timedelta(days=28))],
)
def test_a_timer_is_written_like_other_lengths(written: str, means: timedelta) -> None:
    assert _group(timer=written).timer == means


@pytest.mark.parametrize(
    "wrong",
    [
        {"timer": "0d"},
        {"timer": "29d"},
        {"timer": "soon"},
        {"name": "x" * 33},
        {"name": " "},
        {"kind": "secret"},
        {"posts": "nobody"},
        {"link": "on"},
        {"id": "Q2hhdENoYXRDaGF0Q2hhdENoYXRDaGF0Q2hhdENoYXQ="},
        {"owner": "me"},
        {"entry": "closed"},
        {"vouches": 0},
        {"vouches": 6},
        {"keepers": ["+447700900001"]},
        {"keepers": [KEEPER, KEEPER.upper()]},
    ],
)
def test_what_signal_does_not_take_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _group(**wrong)


def test_a_name_is_counted_as_people_count() -> None:
    assert _group(name="👩🏽‍🚒" * 32).name == "👩🏽‍🚒" * 32


def test_a_group_is_declared_once() -> None:
    branches = [Branch(slug=slug, name=slug, groups=(_group(),)) for slug in ("hackney", "leyton")]
    with pytest.raises(ValidationError) as refused:
        Settings(
            signal={"number": "+447700900000"},
            branches=branches,
            webhook_token="t" * 20,
            store_key="ab" * 32,
        )
    assert refused.value.errors()[0]["type"] == "settings-group-declared-twice"
