"""The dead man's switch: an address that is a secret, and how patient it is."""

from pathlib import Path

import pytest

from relay.settings import Settings, SettingsError, load_settings

MINIMAL = """
[signal]
number = "+447700900000"
[[branches]]
slug = "hackney"
name = "Hackney branch"
"""


def load(tmp_path: Path, text: str = MINIMAL, **environ: str) -> Settings:
    file = tmp_path / "relay.toml"
    file.write_text(text, encoding="utf-8")
    given = {"RELAY_WEBHOOK_TOKEN": "a-token", "RELAY_STORE_KEY": "a-key"} | environ
    return load_settings(file, given)


def test_without_a_word_nobody_outside_is_called(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert settings.watch.silent_minutes == 30
    assert settings.watch.ping_minutes == 5
    assert settings.watch.admin_group is None
    assert settings.watch_ping_url is None
    assert settings.metrics_token is None


@pytest.mark.parametrize(
    "url",
    ["https://hc-ping.com/CANARY", "http://127.0.0.1:8000/CANARY", "http://[::1]:8000/CANARY"],
)
def test_the_address_is_a_secret(tmp_path: Path, url: str) -> None:
    settings = load(tmp_path, RELAY_WATCH_PING_URL=url + "/", RELAY_METRICS_TOKEN="MARK")
    assert settings.watch_ping_url is not None
    assert settings.watch_ping_url.get_secret_value() == url
    assert url in settings.secrets()
    assert "MARK" in settings.secrets()
    assert "CANARY" not in repr(settings)
    assert "MARK" not in repr(settings)


@pytest.mark.parametrize(
    "url",
    [
        "http://hc-ping.com/CANARY",
        "http://127.0.0.1.example.org/CANARY",
        "https://me:CANARY@hc-ping.com/x",
        "https://hc-ping.com/x?CANARY",
        "https://hc-ping.com/x#CANARY",
        "https:///CANARY",
        "file:///etc/CANARY",
        "https://[CANARY/",
        "CANARY",
    ],
)
def test_an_address_that_would_give_itself_away_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, RELAY_WATCH_PING_URL=url)
    [problem] = raised.value.problems
    assert problem.where == "RELAY_WATCH_PING_URL"
    assert "https://" in problem.todo
    assert "CANARY" not in str(problem)


@pytest.mark.parametrize("name", ["metrics_token", "watch_ping_url"])
def test_neither_secret_may_stand_in_the_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, f'{name} = "CANARY"\n{MINIMAL}')
    assert [problem.where for problem in raised.value.problems] == [name]
    assert "CANARY" not in str(raised.value)


def test_the_secrets_may_be_files(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "RELAY_WATCH_PING_URL").write_text("https://hc-ping.com/x\n", encoding="utf-8")
    (folder / "RELAY_METRICS_TOKEN").write_text("shown\n", encoding="utf-8")
    settings = load(tmp_path, RELAY_SECRETS_DIR=str(folder))
    assert settings.watch_ping_url is not None
    assert settings.watch_ping_url.get_secret_value() == "https://hc-ping.com/x"
    assert settings.metrics_token is not None
