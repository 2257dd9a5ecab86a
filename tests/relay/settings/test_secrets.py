"""A secret is declared once, by its type: whatever has to know of it does, whatever it is."""

import io
import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import Field, create_model

from relay.backup.members import settings_members
from relay.check.findings import Report
from relay.check.secrets import check_secrets
from relay.language.words import Words
from relay.logs import logging_to
from relay.schema.parts import Part
from relay.schema.secret import DrawnSecret, Secret, secret_paths
from relay.settings import Settings, SettingsError, load_settings

CANARY = "kestrelwing-canary"
ENVIRON = {"RELAY_WEBHOOK_TOKEN": "t" * 32, "RELAY_STORE_KEY": "k" * 32}
FILE = """
[signal]
number = "+447700900000"
[[branches]]
slug = "hackney"
name = "Hackney"
[forum]
name = "Ours"
"""


class Inner(Part):
    """A table in an invented table."""

    password: Secret | None = None


class Forum(Part):
    """An invented section of the settings."""

    name: str
    token: DrawnSecret
    inner: Inner = Inner()
    by_branch: dict[str, Secret] = Field(default={})


if TYPE_CHECKING:
    Invented = Settings
else:
    Invented = create_model("Invented", __base__=Settings, forum=(Forum, ...))

VARIABLES = (
    "RELAY_FORUM__TOKEN",
    "RELAY_FORUM__INNER__PASSWORD",
    "RELAY_FORUM__BY_BRANCH__HACKNEY",
)


def load(folder: Path, *secrets: str, text: str = FILE, **more: str) -> Settings:
    file = folder / "relay.toml"
    file.write_text(text, encoding="utf-8")
    given = dict.fromkeys(secrets, CANARY)
    return load_settings(file, ENVIRON | given | more, Invented)


def test_it_is_known_wherever_it_stands() -> None:
    assert set(secret_paths(Invented)) - set(secret_paths(Settings)) == {
        ("forum", "token"),
        ("forum", "inner", "password"),
        ("forum", "by_branch"),
    }


@pytest.mark.parametrize("variable", VARIABLES)
def test_it_never_reaches_the_logs_or_a_print(tmp_path: Path, variable: str) -> None:
    settings = load(tmp_path, **dict.fromkeys(VARIABLES, "another-word") | {variable: CANARY})
    assert CANARY in settings.secrets()
    assert CANARY not in f"{settings!r} {settings} {settings.model_dump()}"
    stream = io.StringIO()
    with logging_to(stream, settings.logs, settings.secrets()):
        logging.getLogger("foreign").warning("asked with %s", CANARY)
    assert CANARY not in stream.getvalue()


@pytest.mark.parametrize(
    ("line", "place", "variable"),
    [
        (f'token = "{CANARY}"', "forum.token", "RELAY_FORUM__TOKEN"),
        (
            f'inner = {{ password = "{CANARY}" }}',
            "forum.inner.password",
            "RELAY_FORUM__INNER__PASSWORD",
        ),
        (f'by_branch = {{ a = "{CANARY}" }}', "forum.by_branch", "RELAY_FORUM__BY_BRANCH"),
    ],
)
def test_it_must_not_stand_in_the_file(
    tmp_path: Path, line: str, place: str, variable: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, "RELAY_FORUM__TOKEN", text=f"{FILE}{line}\n")
    (problem,) = raised.value.problems
    assert problem.where == place
    assert variable in problem.todo
    assert CANARY not in str(problem)


def test_a_missing_one_is_named_as_its_variable(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path)
    assert [problem.where for problem in raised.value.problems] == ["RELAY_FORUM__TOKEN"]


def test_a_slip_in_the_name_of_a_secret_names_all_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, "RELAY_FORUM__TOKEN", text=f'{FILE}tokens = "a"\n')
    (problem,) = raised.value.problems
    assert "RELAY_FORUM__TOKEN" in problem.todo


def test_it_goes_into_the_confidential_backup_as_a_secret_file(tmp_path: Path) -> None:
    settings = load(tmp_path, *VARIABLES)
    members = {member.name: member.content for member in settings_members(settings)}
    for variable in VARIABLES:
        assert members[f"secrets/{variable}"] == CANARY.encode()
    others = [content for name, content in members.items() if not name.startswith("secrets/")]
    assert all(isinstance(one, Path) and CANARY not in one.read_text() for one in others)


def test_the_check_says_where_one_that_the_host_draws_is_short(tmp_path: Path) -> None:
    settings = load(tmp_path, **dict.fromkeys(VARIABLES, "short"))
    found = [finding.where for finding in check_secrets(Report(Words()), settings)]
    assert found == ["RELAY_FORUM__TOKEN"]
