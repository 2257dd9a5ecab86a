"""The settings file keeps its comments, its order, and what a host has written by hand."""

import tomllib
from pathlib import Path

import pytest

from relay.destinations.bluesky.setup import HANDLE, SERVICE
from relay.language.words import shipped_config
from relay.settings import load_settings
from relay.setup import draft as at
from relay.setup.draft import Draft, NotSettings
from relay.setup.sleeping import put_to_sleep, wake

HEADING = "# Settings, written by relay setup."
ADMIN = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
GROUP = "group.SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2tuZXk9"


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path / "relay.toml", HEADING)


def test_a_new_one_holds_nobody_from_the_example(draft: Draft) -> None:
    draft.save()
    text = draft.path.read_text()
    assert text.startswith(HEADING)
    read = tomllib.loads(text)
    (branch,) = read["branches"]
    assert (branch["slug"], branch["admins"], branch["announcement_groups"]) == ("", [], [])
    assert "bluesky" not in branch
    assert "teams" not in read["safeguarding"]
    assert "public_url" not in read["web"]
    assert read["signal"]["number"] == ""


def test_answered_in_full_it_is_the_example_again(draft: Draft, tmp_path: Path) -> None:
    example = (shipped_config() / "relay.example.toml").read_text()
    read = tomllib.loads(example)
    branch, team = read["branches"][0], read["safeguarding"]["teams"][0]
    draft.update(
        {
            at.NUMBER: read["signal"]["number"],
            at.STORE: read["store"]["path"],
            at.PUBLIC_URL: read["web"]["public_url"],
            at.SLUG: branch["slug"],
            at.NAME: branch["name"],
            at.ADMINS: branch["admins"],
            at.GROUPS: branch["announcement_groups"],
            HANDLE: branch["bluesky"]["handle"],
            SERVICE: branch["bluesky"]["service"],
            at.OFFICERS: team["officers"],
        }
    )
    assert tomllib.loads(draft.path.read_text()) == read
    kept = [line for line in example.splitlines()[1:] if line.startswith("#")]
    ours = draft.path.read_text().splitlines()
    assert [line for line in kept if line not in ours] == []


def test_the_relay_reads_what_was_answered(draft: Draft, tmp_path: Path) -> None:
    draft.update({at.NUMBER: "+447700900123", at.SLUG: "hackney", at.NAME: 'A "B" \\ branch'})
    draft.set(at.ADMINS, [ADMIN])
    draft.set(at.GROUPS, [GROUP])
    environ = {"RELAY_WEBHOOK_TOKEN": "t" * 32, "RELAY_STORE_KEY": "k" * 32}
    branch = load_settings(draft.path, environ).branches[0]
    assert (branch.name, branch.admins) == ('A "B" \\ branch', (ADMIN,))


def test_what_a_host_has_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "relay.toml"
    path.write_text(
        '# mine\n[signal]\nnumber = "+44"   # of the drawer\n\n[logs]\nlevel = "debug"\n'
    )
    draft = Draft(path, HEADING)
    draft.update({at.NUMBER: "+447700900123", at.PUBLIC_URL: "https://example.org"})
    draft.update({(*at.TEAM, "slug"): "hackney", (*at.TEAM, "name"): "Team", at.OFFICERS: []})
    text = path.read_text()
    assert text.startswith('# mine\n[signal]\nnumber = "+447700900123"   # of the drawer\n')
    read = tomllib.loads(text)
    assert read["logs"]["level"] == "debug"
    assert read["web"]["public_url"] == "https://example.org"
    assert read["safeguarding"]["teams"] == [{"slug": "hackney", "name": "Team", "officers": []}]


def test_a_branch_is_added_to_a_file_without_one(tmp_path: Path) -> None:
    path = tmp_path / "relay.toml"
    path.write_text('timezone = "Europe/London"\n')
    draft = Draft(path, HEADING)
    draft.update({at.SLUG: "hackney", at.NAME: "Hackney branch"})
    draft.set(at.ADMINS, [ADMIN])
    draft.update({HANDLE: "a.example", SERVICE: "https://bsky.social"})
    (branch,) = tomllib.loads(path.read_text())["branches"]
    assert branch["slug"] == "hackney"
    assert branch["bluesky"]["handle"] == "a.example"


def test_what_is_no_settings_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "relay.toml"
    path.write_text("Dear diary,\n")
    with pytest.raises(NotSettings):
        Draft(path, HEADING)
    assert path.read_text() == "Dear diary,\n"


def test_only_its_user_reads_it(draft: Draft) -> None:
    draft.save()
    assert draft.path.stat().st_mode & 0o777 == 0o600
    assert list(draft.path.parent.iterdir()) == [draft.path]


def test_a_file_that_cannot_be_replaced_is_written_in_place(draft: Draft) -> None:
    draft.save()
    (draft.path.parent / ".relay.toml.new").mkdir()
    draft.set(at.NAME, "Hackney branch")
    assert 'name = "Hackney branch"' in draft.path.read_text()


def test_a_table_sleeps_and_wakes() -> None:
    text = "[a]\nx = 1\n\n[b]  # why\n# about y\ny = 2\n\n[c]\ny = 3\n"
    asleep = put_to_sleep(text, "[b]")
    assert asleep == "[a]\nx = 1\n\n#[b]  # why\n# about y\n#y = 2\n\n[c]\ny = 3\n"
    assert wake(asleep, "[b]") == text
    assert put_to_sleep(text, "[c]", "y") == text.replace("y = 3", "#y = 3")
    assert wake(text, "[z]") == text
