"""Whatever stands in the settings is taken in one spelling, or explained and never repeated."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from relay.language.words import Words
from relay.settings import Settings
from relay.settings.problems import explained

WORDS = Words()
ACI = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
GROUP = "group.SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2tuZXk9"


@given(st.uuids(), st.sampled_from([str, lambda one: str(one).upper(), lambda one: one.hex]))
def test_an_account_id_is_kept_in_one_spelling(uuid: Any, spelled: Any) -> None:
    settings = Settings.model_validate(
        {
            "signal": {"number": "+447700900000"},
            "branches": [{"slug": "b", "name": "B", "admins": [spelled(uuid)]}],
            "webhook_token": "a",
            "store_key": "b",
        }
    )
    assert settings.branches[0].admins == (str(uuid),)


VALID: dict[str, Any] = {
    "timezone": "Europe/London",
    "locale": "en-GB",
    "signal": {"number": "+447700900000", "api_url": "http://127.0.0.1:8080"},
    "web": {"listen": "127.0.0.1:8090", "public_url": "https://hackney.example.org"},
    "store": {"path": "var/relay.db"},
    "branches": [
        {
            "slug": "hackney",
            "name": "Hackney branch",
            "admins": [ACI],
            "announcement_groups": [GROUP],
            "bluesky": {"handle": "a.example.org", "service": "https://bsky.social"},
        }
    ],
    "logs": {"level": "info"},
    "bluesky": {"hackney": "x"},
    "webhook_token": "a",
    "store_key": "b",
}


def paths_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [] if not path else [path]
    if isinstance(value, dict | list):
        for key, one in inner:
            found += paths_in(one, (*path, key)) if isinstance(one, dict | list) else [(*path, key)]
    return found


@given(
    st.sampled_from(paths_in(VALID)),
    st.one_of(
        st.text(max_size=30).map(lambda text: f"CANARY{text}"),
        st.integers(),
        st.none(),
        st.lists(st.just("CANARY"), max_size=2),
        st.dictionaries(st.just("CANARYKEY"), st.just("CANARY"), max_size=1),
    ),
)
def test_whatever_stands_in_a_place_is_taken_or_explained_and_never_quoted(
    path: tuple[Any, ...], value: Any
) -> None:
    raw = copy.deepcopy(VALID)
    at = raw
    for part in path[:-1]:
        at = at[part]
    at[path[-1]] = value
    try:
        Settings.model_validate(raw)
    except ValidationError as error:
        found = list(explained(WORDS, error.errors(), {}))
        assert found
        for problem in found:
            assert problem.what
            assert problem.todo
            assert "CANARY" not in (problem.what + problem.todo)
            assert "CANARY" not in problem.where.replace("CANARYKEY", "")
