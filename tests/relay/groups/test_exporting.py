"""What `relay groups export` writes can be put into the settings, and declares the same groups."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from relay.cli import main
from relay.groups.declared import declared_groups
from relay.groups.suggestions import MadeGroup, SuggestionTable
from relay.groups.tables import KeptGroups
from relay.language.words import Words
from relay.settings import Settings, load_settings
from relay.settings.groups import GroupKind
from relay.setup.steps.groups import posted_groups
from relay.store import Store
from relay.store.groups import KnownGroup

ENVIRON = {"RELAY_WEBHOOK_TOKEN": "a" * 64, "RELAY_STORE_KEY": "b" * 64}
BASE = """
[signal]
number = "+447700900000"
[store]
path = "{folder}/relay.db"
[[branches]]
slug = "hackney"
name = "Hackney branch"
admins = ["a1a1a1a1-0000-4000-8000-0000000000a1"]
"""
GROUPS = """
[[branches.groups]]
id = "group.bmV3cw=="
kind = "announcements"
name = 'The "News" \\\\o/'
description = "Two\\nlines"

[[branches.groups]]
id = "group.Y2hhdA=="
kind = "chat"
name = "Chat"
description = "Be kind."
posts = "members"
timer = "7d"
quiet_from = "22:30"
quiet_until = "07:00"

[[branches.groups]]
id = "group.bmlnaHQ="
kind = "caucus"
name = "Night workers"
entry = "vouched"
vouches = 3
keepers = ["b2b2b2b2-0000-4000-8000-0000000000b2"]
"""


def settings_of(folder: Path, groups: str) -> Settings:
    config = folder / "relay.toml"
    config.write_text(BASE.format(folder=folder) + groups)
    return load_settings(config, ENVIRON)


def exported(folder: Path) -> str:
    done = CliRunner().invoke(
        main, ["groups", "export", "--config", str(folder / "relay.toml")], env=ENVIRON
    )
    assert done.exit_code == 0, done.output
    return done.output


def test_it_declares_the_same_groups_again(tmp_path: Path) -> None:
    before = settings_of(tmp_path, GROUPS)
    written = exported(tmp_path)
    assert written.startswith("# Hackney branch (hackney)\n")
    assert settings_of(tmp_path, written).branches == before.branches


@pytest.mark.parametrize(
    ("taken", "line"),
    [
        ({"name": ("Chat", "Talk")}, 'name = "Talk"'),
        ({"posts": ("every-member", "only-admins")}, 'posts = "admins"'),
        ({"adds": ("only-admins", "every-member")}, 'adds = "members"'),
        ({"link": ("on", "off")}, 'link = "off"'),
    ],
)
def test_what_admins_have_taken_over_is_in_it(
    tmp_path: Path, taken: dict[str, tuple[str, str]], line: str
) -> None:
    before = settings_of(tmp_path, GROUPS)
    with Store(before.store.path, ENVIRON["RELAY_STORE_KEY"]) as store, store.transaction():
        kept = [store[KeptGroups].add(one.id, "hackney") for one in before.branches[0].groups]
        over = {name: {"was": was, "is": now} for name, (was, now) in taken.items()}
        store[KeptGroups].save(replace(kept[1], taken=over))
    written = exported(tmp_path)
    assert line in written.split("[[branches.groups]]")[2].splitlines()
    after = settings_of(tmp_path, written)
    chat = list(declared_groups(after, Words()))[1]
    for name, (_, now) in taken.items():
        assert chat.value(name) == now  # type: ignore[arg-type]


@pytest.mark.parametrize("own", ["Ours alone.", "Be kind.\n\nNo adverts."])
def test_of_a_description_that_was_taken_over_the_disclaimer_is_not_said_twice(
    tmp_path: Path, own: str
) -> None:
    before = settings_of(tmp_path, GROUPS)
    chat = list(declared_groups(before, Words()))[1]
    with Store(before.store.path, ENVIRON["RELAY_STORE_KEY"]) as store, store.transaction():
        kept = [store[KeptGroups].add(one.id, "hackney") for one in before.branches[0].groups]
        found = f"{own}\n\n{chat.disclaimer}"
        over = {"description": {"was": chat.description, "is": found}}
        store[KeptGroups].save(replace(kept[1], taken=over))
    after = settings_of(tmp_path, exported(tmp_path))
    assert after.branches[0].groups[1].description == own
    assert list(declared_groups(after, Words()))[1].description == found


def test_what_is_only_posted_to_is_made_anew_by_the_name_it_had(tmp_path: Path) -> None:
    posted = 'announcement_groups = ["group.bmV3cw==", "group.b3RoZXI=", "group.bG9zdA=="]\n'
    settings = settings_of(tmp_path, posted + GROUPS)
    known = KnownGroup("group.b3RoZXI=", "b3RoZXI=", "Hackney news", 3, True, True)
    with Store(settings.store.path, ENVIRON["RELAY_STORE_KEY"]) as store:
        with store.transaction():
            store.groups.replace_all([known], datetime(2026, 11, 22, tzinfo=UTC))
        found = list(posted_groups(settings, store, Words()))
    assert [(one.id, one.name) for one in found] == [
        ("group.b3RoZXI=", "Hackney news"),
        ("group.bG9zdA==", "Hackney branch"),
    ]
    assert all(one.kind is GroupKind.ANNOUNCEMENTS for one in found)


def test_what_was_made_in_chat_is_in_it_until_it_is_declared(tmp_path: Path) -> None:
    before = settings_of(tmp_path, "")
    made = MadeGroup(
        id="group.dGVuYW50cw==",
        branch="hackney",
        kind=GroupKind.WORKING,
        name="Tenants of Gascoyne",
        description="Repairs, and what to do about them",
        keepers=("b2b2b2b2-0000-4000-8000-0000000000b2",),
    )
    with Store(before.store.path, ENVIRON["RELAY_STORE_KEY"]) as store, store.transaction():
        store[SuggestionTable].add_made(made)
    written = exported(tmp_path)
    after = settings_of(tmp_path, written)
    assert after.branches[0].groups == (made.settings(),)
    assert exported(tmp_path) == written


def test_a_branch_without_groups_has_nothing_to_export(tmp_path: Path) -> None:
    settings_of(tmp_path, "")
    config = str(tmp_path / "relay.toml")
    done = CliRunner().invoke(main, ["groups", "export", "--config", config], env=ENVIRON)
    assert done.exit_code == 1
    assert "no groups" in done.output
