"""Settings come from the file, the environment and the secrets; every mistake says what to do."""

import base64
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from relay.destinations.bluesky.kind import BlueskyKind
from relay.language.words import Words
from relay.settings import Address, Problem, Settings, SettingsError, load_settings
from relay.settings.problems import known_settings

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "config" / "relay.example.toml"
SECRETS = {
    "RELAY_WEBHOOK_TOKEN": "a-token",
    "RELAY_STORE_KEY": "a-key",
    "RELAY_BLUESKY__HACKNEY": "an-app-password",
}
MINIMAL = """
[signal]
number = "+447700900000"
[[branches]]
slug = "hackney"
name = "Hackney branch"
"""
WORDS = Words()
ACI = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
GROUP = "group.SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2tuZXk9"


def load(tmp_path: Path, text: str, **environ: str) -> Settings:
    file = tmp_path / "relay.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(
        file, {"RELAY_WEBHOOK_TOKEN": "a-token", "RELAY_STORE_KEY": "a-key"} | environ
    )


def problems(tmp_path: Path, text: str, **environ: str) -> list[Problem]:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, text, **environ)
    return list(raised.value.problems)


def the_problem(tmp_path: Path, text: str, **environ: str) -> Problem:
    [only] = problems(tmp_path, text, **environ)
    return only


def test_the_example_is_valid_and_means_what_the_contract_says() -> None:
    settings = load_settings(EXAMPLE, SECRETS)
    assert settings.timezone == ZoneInfo("Europe/London")
    assert settings.signal.number == "+447700900000"
    assert settings.signal.api_url == "http://127.0.0.1:8080"
    assert settings.web.listen == Address("127.0.0.1", 8090)
    assert settings.web.public_url == "https://hackney.example.org"
    assert settings.store.path == Path("var/relay.db")
    branch = settings.branch("hackney")
    assert branch.approvals == 1
    assert branch.announcement_groups == (GROUP,)
    account = branch.destination(BlueskyKind())
    assert account is not None
    assert account.service == "https://bsky.social"
    assert settings.safeguarding.teams[0].officers[0].role == "Welfare officer"
    assert settings.announcements.draft_minutes == 30
    assert settings.secrets() == ("a-token", "a-key", "an-app-password")


def test_the_example_mentions_every_setting() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert [name for name in known_settings() if name.rpartition(".")[2] not in text] == []


def test_little_is_enough(tmp_path: Path) -> None:
    settings = load(tmp_path, MINIMAL)
    assert settings.branches[0].destination(BlueskyKind()) is None
    assert settings.branches[0].admins == ()
    assert settings.web.listen == Address("127.0.0.1", 8090)
    assert settings.wording.folder is None


def test_settings_do_not_change(tmp_path: Path) -> None:
    settings = load(tmp_path, MINIMAL)
    with pytest.raises(ValidationError):
        settings.locale = "cy-GB"  # type: ignore[misc]  # this is what must not be
    with pytest.raises(ValidationError):
        settings.signal.number = "+447700900001"  # type: ignore[misc]  # this is what must not be


def test_loading_twice_gives_equal_settings(tmp_path: Path) -> None:
    assert load(tmp_path, MINIMAL) == load(tmp_path, MINIMAL)


def test_neither_secrets_nor_identities_show_in_printed_settings() -> None:
    settings = load_settings(EXAMPLE, SECRETS)
    officers = [officer.id for team in settings.safeguarding.teams for officer in team.officers]
    hidden = [*settings.secrets(), *settings.branches[0].admins, *officers, GROUP, "+447700900000"]
    for printed in (repr(settings), str(settings), repr(settings.branches), repr(settings.signal)):
        assert [one for one in hidden if one in printed] == []


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    settings = load(tmp_path, MINIMAL, RELAY_SIGNAL__API_URL="http://signal:8080/", RELAY_LOCALE="")
    assert settings.signal.api_url == "http://signal:8080"
    assert settings.signal.number == "+447700900000"
    assert settings.locale == "en-GB"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timezone", "Europe/Dublin"),
        ("locale", "en-GB"),
        ("signal.number", "+447700900001"),
        ("signal.api_url", "http://signal:8080"),
        ("signal.request_timeout_s", "60.0"),
        ("web.listen", "[::1]:9000"),
        ("web.public_url", "https://b.example.org"),
        ("web.max_body_bytes", "100000"),
        ("store.path", "/srv/relay.db"),
        ("announcements.draft_minutes", "10"),
        ("wording.folder", "/srv/wording"),
        ("logs.level", "debug"),
        ("logs.format", "console"),
    ],
)
def test_every_single_setting_can_come_from_the_environment_or_the_folder(
    tmp_path: Path, name: str, value: str
) -> None:
    variable = f"RELAY_{name.replace('.', '__')}"
    folder = tmp_path / "secrets"
    folder.mkdir()
    from_environment = load(tmp_path, MINIMAL, **{variable.upper(): value})
    (folder / variable.lower()).write_text(value, encoding="utf-8")
    from_folder = load(tmp_path, MINIMAL, RELAY_SECRETS_DIR=str(folder))
    for settings in (from_environment, from_folder):
        at: Any = settings
        for part in name.split("."):
            at = getattr(at, part)
        assert str(at) == value


def test_the_secrets_folder_wins_over_the_environment(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "relay_webhook_token").write_text("from-the-folder\n", encoding="utf-8")
    (folder / "RELAY_BLUESKY__TOWER_HAMLETS").write_text("app-password\n", encoding="utf-8")
    (folder / "something-else").write_text("not ours", encoding="utf-8")
    text = MINIMAL.replace('"hackney"', '"tower-hamlets"')
    text += '[branches.bluesky]\nhandle = "@Tower.example.org"\n'
    settings = load(tmp_path, text, RELAY_SECRETS_DIR=str(folder))
    assert settings.webhook_token.get_secret_value() == "from-the-folder"
    assert settings.store_key.get_secret_value() == "a-key"
    assert settings.secret_of(BlueskyKind(), "tower-hamlets").get_secret_value() == "app-password"
    account = settings.branches[0].destination(BlueskyKind())
    assert account is not None
    assert account.handle == "tower.example.org"


@pytest.mark.parametrize(
    ("extra", "where", "nearest"),
    [
        ("[web]\nlisen = 'x'", "web.lisen", "web.listen"),
        ("[web]\nlistn = 'x'", "web.listn", "web.listen"),
        ("[sttore]\npath = 'x'", "sttore", "store"),
        (
            "[[branches]]\nslug = 'b'\nname = 'B'\nadmin = []",
            "branches[b].admin",
            "branches.admins",
        ),
        ("[logs]\ntimezone = 'x'", "logs.timezone", "timezone"),
        ("[announcements]\ndraft_minuts = 3", "announcements.draft_minuts", "draft_minutes"),
    ],
)
def test_an_unknown_key_is_named_with_its_nearest(
    tmp_path: Path, extra: str, where: str, nearest: str
) -> None:
    problem = the_problem(tmp_path, MINIMAL + extra)
    assert problem.where == where
    assert nearest in problem.todo


def test_an_unknown_variable_is_named_with_its_nearest(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, MINIMAL, RELAY_SIGNL="x")
    assert (problem.where, problem.todo) == ("RELAY_SIGNL", "Did you mean signal?")
    problem = the_problem(tmp_path, MINIMAL, RELAY_SIGNAL__API_URI="x")
    assert problem.where == "signal.api_uri"
    assert "signal.api_url" in problem.todo


def test_an_unknown_secret_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "relay_webhok_token").write_text("x", encoding="utf-8")
    assert the_problem(tmp_path, MINIMAL, RELAY_SECRETS_DIR=str(folder)).where == (
        "relay_webhok_token"
    )


@pytest.mark.parametrize("key", ["webhook_token", "store_key", "bluesky"])
def test_a_secret_in_the_file_is_refused_and_not_repeated(tmp_path: Path, key: str) -> None:
    value = '{ hackney = "CANARY" }' if key == "bluesky" else '"CANARY"'
    problem = the_problem(tmp_path, f"{key} = {value}\n{MINIMAL}")
    assert problem.where == key
    assert f"RELAY_{key.upper()}" in problem.todo
    assert "CANARY" not in str(problem)


def test_a_password_in_a_table_is_sent_to_the_secrets(tmp_path: Path) -> None:
    text = MINIMAL + '[branches.bluesky]\nhandle = "a.example.org"\napp_password = "CANARY"\n'
    problem = the_problem(tmp_path, text, RELAY_BLUESKY__HACKNEY="x")
    assert problem.where == "branches[hackney].bluesky.app_password"
    assert "RELAY_BLUESKY__" in problem.todo


def test_missing_secrets_are_named_like_their_variables(tmp_path: Path) -> None:
    found = problems(tmp_path, MINIMAL, RELAY_WEBHOOK_TOKEN="", RELAY_STORE_KEY="")
    assert {problem.where for problem in found} == {"RELAY_WEBHOOK_TOKEN", "RELAY_STORE_KEY"}


def test_an_app_password_belongs_to_a_branch_with_an_account(tmp_path: Path) -> None:
    account = '[branches.bluesky]\nhandle = "a.example.org"\n'
    assert the_problem(tmp_path, MINIMAL + account).where == "RELAY_BLUESKY__HACKNEY"
    assert the_problem(tmp_path, MINIMAL, RELAY_BLUESKY__HACKNEY="x").where == (
        "RELAY_BLUESKY__HACKNEY"
    )


def test_a_missing_secrets_folder_is_named(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, MINIMAL, RELAY_SECRETS_DIR=str(tmp_path / "nowhere"))
    assert problem.where == "RELAY_SECRETS_DIR"


def test_a_file_that_is_missing_or_broken_is_one_problem(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path / "nowhere.toml", SECRETS)
    assert len(raised.value.problems) == 1
    assert "line 2" in the_problem(tmp_path, "locale = 'en-GB'\n[signal\n").what


def test_a_list_in_the_environment_is_json(tmp_path: Path) -> None:
    settings = load(tmp_path, MINIMAL, RELAY_BRANCHES='[{"slug": "b", "name": "B"}]')
    assert [branch.slug for branch in settings.branches] == ["b"]
    assert the_problem(tmp_path, MINIMAL, RELAY_BRANCHES="b").where == "RELAY_BRANCHES"


def in_branch(line: str) -> str:
    return f"{MINIMAL}{line}\n"


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ('timezone = "Europe/Londn"\n' + MINIMAL, "timezone", "settings-timezone"),
        ('locale = "en-US"\n' + MINIMAL, "locale", "settings-locale"),
        (MINIMAL.replace("+44", "0044"), "signal.number", "settings-number"),
        (MINIMAL.replace("+447700", "+44 7700"), "signal.number", "settings-number"),
        (MINIMAL + "[web]\nlisten = '8090'", "web.listen", "settings-address"),
        (MINIMAL + "[web]\nlisten = 'a:99999'", "web.listen", "settings-address"),
        (MINIMAL + "[web]\npublic_url = 'x.org'", "web.public_url", "settings-url"),
        (MINIMAL.replace('"hackney"', '"Hack Ney"'), "branches[Hack Ney].slug", "settings-slug"),
        (
            "branches = []\n[signal]\nnumber = '+447700900000'",
            "branches",
            "settings-no-branch",
        ),
        (in_branch(f'admins = ["{ACI}x"]'), "branches[hackney].admins[1]", "settings-aci"),
        (
            in_branch(f'admins = ["{ACI}", "+447700900123"]'),
            "branches[hackney].admins[2]",
            "settings-aci-is-number",
        ),
        (
            in_branch(f'admins = ["PNI:{ACI}"]'),
            "branches[hackney].admins[1]",
            "settings-aci-is-pni",
        ),
        (in_branch(f'admins = ["{ACI}", "{ACI}"]'), "branches[hackney]", "settings-admin-twice"),
        (
            in_branch(f'moderators = ["{ACI}", "{ACI}"]'),
            "branches[hackney]",
            "settings-moderator-twice",
        ),
        (
            in_branch("[branches.conduct]\nterm_months = 9\nlongest_term_months = 6"),
            "branches[hackney].conduct",
            "settings-conduct-term",
        ),
        (
            in_branch(f'admins = ["{ACI}"]\napprovals = 2'),
            "branches[hackney]",
            "settings-approvals",
        ),
        (
            in_branch('announcement_groups = ["group."]'),
            "branches[hackney].announcement_groups[1]",
            "settings-group",
        ),
        (
            in_branch(f'announcement_groups = ["{base64.b64encode(bytes(32)).decode()}"]'),
            "branches[hackney].announcement_groups[1]",
            "settings-group-is-internal",
        ),
        (
            in_branch(f'announcement_groups = ["{GROUP}", "{GROUP}"]'),
            "branches[hackney]",
            "settings-group-twice",
        ),
        (
            in_branch('[branches.bluesky]\nhandle = "hackney"'),
            "branches[hackney].bluesky.handle",
            "settings-handle",
        ),
        (
            MINIMAL + "[[branches]]\nslug = 'hackney'\nname = 'B'",
            "branches",
            "settings-branch-twice",
        ),
        (
            MINIMAL + "[[safeguarding.teams]]\nslug = 'a'\nname = 'A'\n" * 2,
            "safeguarding.teams",
            "settings-team-twice",
        ),
        (
            MINIMAL
            + "[[safeguarding.teams]]\nslug = 'a'\nname = 'A'\nofficers = ["
            + f"{{ id = '{ACI}', role = 'A' }}, {{ id = '{ACI.upper()}', role = 'B' }}]",
            "safeguarding.teams[a]",
            "settings-officer-twice",
        ),
    ],
)
def test_a_value_that_cannot_be_is_explained(
    tmp_path: Path, text: str, where: str, message: str
) -> None:
    problem = the_problem(tmp_path, text)
    assert problem.where == where
    if not WORDS.needs(message):
        assert problem.what == WORDS.say(message)
    if not WORDS.needs(f"{message}.fix"):
        assert problem.todo == WORDS.say(f"{message}.fix")


@pytest.mark.parametrize("approvals", ["0", "3", '"two"'])
def test_other_values_out_of_range_are_explained(tmp_path: Path, approvals: str) -> None:
    problem = the_problem(tmp_path, in_branch(f"approvals = {approvals}"))
    assert problem.where == "branches[hackney].approvals"


def test_the_nearest_time_zone_is_offered(tmp_path: Path) -> None:
    problem = the_problem(tmp_path, 'timezone = "Europe/Londn"\n' + MINIMAL)
    assert problem.todo == "Did you mean Europe/London?"


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    text = MINIMAL.replace("+44", "0044") + "[web]\nlisen = 'x'\n"
    found = problems(tmp_path, text, RELAY_STORE_KEY="", RELAY_X="1")
    assert {problem.where for problem in found} == {
        "signal.number",
        "web.lisen",
        "RELAY_STORE_KEY",
        "RELAY_X",
    }
