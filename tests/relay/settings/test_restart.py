"""What a running relay cannot change says so at the field, and in the example."""

import re
from pathlib import Path

import pytest

from relay.schema.fields import fields_in
from relay.schema.restart import fixed_settings, moved_settings
from relay.schema.secret import named, secret_paths, variable
from relay.settings import Settings, load_settings

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "config" / "relay.example.toml"
ENVIRON = {
    "RELAY_WEBHOOK_TOKEN": "a-token",
    "RELAY_STORE_KEY": "a-key",
    "RELAY_BLUESKY__HACKNEY": "an-app-password",
}
OTHERS = {
    "RELAY_SIGNAL__NUMBER": "+447700900001",
    "RELAY_SIGNAL__RPC": "127.0.0.1:6001",
    "RELAY_WEB__LISTEN": "127.0.0.1:9000",
    "RELAY_STORE__PATH": "var/other.db",
    "RELAY_STORE_KEY": "another-key",
}


def load(**more: str) -> Settings:
    return load_settings(EXAMPLE, ENVIRON | more)


@pytest.mark.parametrize("changed", OTHERS)
def test_each_is_seen_to_have_moved(changed: str) -> None:
    moved = moved_settings(load(), load(**{changed: OTHERS[changed]}))
    assert [variable(*path) for path in moved] == [changed]


def test_these_are_all_of_them() -> None:
    assert {variable(*path) for path in fixed_settings(Settings)} == set(OTHERS)


def test_what_is_read_again_has_not_moved() -> None:
    again = load(RELAY_WEBHOOK_TOKEN="other", RELAY_LOGS__LEVEL="debug", RELAY_WEB__PUBLIC_URL="")
    assert moved_settings(load(), again) == ()


def test_the_example_says_so_of_these_and_of_no_others() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    section, said = "", set()
    for line in text.splitlines():
        if header := re.match(r"(?:# )?\[+([a-z.]+)\]+", line):
            section = f"{header[1]}."
        elif found := re.match(r"(?:#     (RELAY_\w+)|(?:# )?(\w+) =).*needs a restart", line):
            said.add(found[1] or f"{section}{found[2]}")
    known = {named(path, Settings) for path, _ in fields_in(Settings)}
    assert said == {named(path, Settings) for path in fixed_settings(Settings)}
    assert said <= known


def test_the_example_names_every_secret() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert [path for path in secret_paths(Settings) if variable(*path) not in text] == []
