"""Only what keeps a message private on its way is taken, and only a real signing secret."""

from pathlib import Path

import pytest

from relay.destinations.webhook.settings import keys_of
from relay.settings import Settings, SettingsError, load_settings

GOOD = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo="
BRANCH = """
[signal]
number = "+447700900000"
[[branches]]
slug = "tower-hamlets"
name = "Tower Hamlets"
[branches.webhook]
"""


def load(folder: Path, url: str, secret: str | None = GOOD) -> Settings:
    file = folder / "relay.toml"
    file.write_text(f'{BRANCH}url = "{url}"\n', encoding="utf-8")
    environ = {"RELAY_WEBHOOK_TOKEN": "a" * 20, "RELAY_STORE_KEY": "b" * 20}
    if secret is not None:
        environ["RELAY_WEBHOOK_SECRET__TOWER_HAMLETS"] = secret
    return load_settings(file, environ)


def where(raised: pytest.ExceptionInfo[SettingsError]) -> list[str]:
    return [problem.where for problem in raised.value.problems]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org:8443/hooks/a-b_c",
        "http://127.0.0.1:9000/hook",
        "http://[::1]/hook",
        "http://localhost/hook",
    ],
)
def test_where_messages_may_go(tmp_path: Path, url: str) -> None:
    settings = load(tmp_path, url)
    assert GOOD in settings.secrets()
    assert GOOD not in repr(settings)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/hook",
        "http://127.0.0.2/hook",
        "http://127.0.0.1.example.org/hook",
        "ftp://example.org/hook",
        "https://user:word@example.org/hook",
        "https://example.org/hook?token=a",
        "https://example.org/hook#a",
        "https:///hook",
        "example.org",
        "",
    ],
)
def test_where_they_may_not(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, url)
    assert where(raised) == ["branches[tower-hamlets].webhook.url"]


@pytest.mark.parametrize("secret", ["whsec_", "short", "whsec_c2hvcnQ=", f"{GOOD} {GOOD} {GOOD}"])
def test_what_is_no_signing_secret_is_named_and_not_repeated(tmp_path: Path, secret: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, "https://example.org", secret)
    assert where(raised) == ["RELAY_WEBHOOK_SECRET__TOWER_HAMLETS"]
    assert secret not in str(raised.value).replace("write whsec_", "")


def test_a_webhook_needs_its_secret(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, "https://example.org", None)
    assert where(raised) == ["RELAY_WEBHOOK_SECRET__TOWER_HAMLETS"]


def test_two_secrets_are_two_keys_and_one_without_its_prefix_is_one_too() -> None:
    assert len(keys_of(f"{GOOD} {GOOD.removeprefix('whsec_')}")) == 2
