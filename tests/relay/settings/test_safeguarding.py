"""The settings of safeguarding: what a branch may leave out, and what cannot be meant."""

from datetime import time
from pathlib import Path

import pytest

from relay.language.words import Words
from relay.settings import Settings, SettingsError, load_settings

SECRETS = {"RELAY_WEBHOOK_TOKEN": "a-token", "RELAY_STORE_KEY": "a-key"}
AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
BASE = """
[signal]
number = "+447700900000"
[[branches]]
slug = "hackney"
name = "Hackney branch"
"""
TEAM = BASE + "[[safeguarding.teams]]\nslug = 'one'\nname = 'One'\n"


def load(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "relay.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file, SECRETS)


def test_everything_can_be_left_out(tmp_path: Path) -> None:
    told = load(tmp_path, TEAM).safeguarding
    assert (told.codeword, told.export_key, told.watch_names) == (None, None, ())
    assert (told.draft_hours, told.nudge_after_hours) == (24, 6)
    assert (told.remind_after_hours, told.escalate_after_hours) == (24, 72)
    assert (told.quiet_from, told.quiet_until) == (time(22), time(8))
    assert (told.keep_link_days, told.keep_content_days) == (30, 90)
    assert told.messages_per_hour == 60
    (team,) = told.teams
    assert (team.tracks, team.next, team.group) == (("safeguarding", "conduct"), None, None)
    assert team.branches == ()


def test_everything_can_be_said(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        BASE
        + f"""
[safeguarding]
codeword = "Lavender  Tea"
draft_hours = 48
quiet_from = "23:30"
quiet_until = "07:15"
export_key = "{AGE}"
watch_names = ["Jo Bloggs", "+447700900001"]
[[safeguarding.teams]]
slug = "one"
name = "One"
tracks = ["conduct"]
next = "two"
branches = ["hackney"]
[[safeguarding.teams]]
slug = "two"
name = "Two"
""",
    )
    told = settings.safeguarding
    assert told.codeword == "lavender tea"
    assert (told.quiet_from, told.quiet_until) == (time(23, 30), time(7, 15))
    assert told.export_key == AGE
    assert [team.next for team in told.teams] == ["two", None]
    assert "lavender" not in repr(settings)
    assert "Bloggs" not in repr(settings)


def chained(*pairs: tuple[str, str]) -> str:
    return BASE + "".join(
        f"[[safeguarding.teams]]\nslug = '{slug}'\nname = '{slug}'\nnext = '{following}'\n"
        for slug, following in pairs
    )


def option(line: str) -> str:
    return BASE + f"[safeguarding]\n{line}\n"


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        (option("quiet_from = '25:00'"), "safeguarding.quiet_from", "settings-time-of-day"),
        (option("quiet_until = '8'"), "safeguarding.quiet_until", "settings-time-of-day"),
        (option("codeword = 'help'"), "safeguarding.codeword", "settings-codeword"),
        (option("codeword = 'x1'"), "safeguarding.codeword", "settings-codeword"),
        (option("export_key = 'age1short'"), "safeguarding.export_key", "settings-export-key"),
        (
            option("export_key = 'AGE-SECRET-KEY-1QQ'"),
            "safeguarding.export_key",
            "settings-export-key-is-secret",
        ),
        (
            option("remind_after_hours = 72"),
            "safeguarding",
            "settings-escalate-before-reminder",
        ),
        (option("keep_content_days = 10"), "safeguarding", "settings-link-outlives-content"),
        (chained(("one", "two")), "safeguarding.teams[one].next", "settings-next-team"),
        (chained(("one", "one")), "safeguarding.teams[one].next", "settings-next-circle"),
        (
            chained(("one", "two"), ("two", "one")),
            "safeguarding.teams[one].next",
            "settings-next-circle",
        ),
        (
            TEAM + "branches = ['lewisham']",
            "safeguarding.teams[one].branches",
            "settings-team-branch",
        ),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, text: str, where: str, message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, text)
    (problem,) = raised.value.problems
    words = Words()
    assert (problem.where, problem.what) == (where, words.say(message))
    assert problem.todo == words.say(f"{message}.fix")
