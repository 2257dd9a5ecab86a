"""`relay backup` and `relay restore` as a host types them."""

from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner, Result
from harness.running import KEY, TOKEN

from relay.cli import main
from relay.store import Store

SETTINGS = """
[signal]
number = "+447700900000"
[store]
path = "{store}"
[[branches]]
slug = "hackney"
name = "Hackney branch"
{backup}
"""


@pytest.fixture
def identity() -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate()


@pytest.fixture
def config(tmp_path: Path, identity: pyrage.x25519.Identity) -> Path:
    """Settings with backups, a store, and a file with the key."""
    backup = f'[backup]\nfolder = "{tmp_path / "safe"}"\nrecipient = "{identity.to_public()}"\n'
    file = tmp_path / "relay.toml"
    file.write_text(SETTINGS.format(store=tmp_path / "relay.db", backup=backup))
    (tmp_path / "key.txt").write_text(f"{identity}\n")
    Store(tmp_path / "relay.db", KEY).close()
    return file


def relay(*arguments: object) -> Result:
    secrets = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": KEY}
    return CliRunner(env=secrets).invoke(main, [str(one) for one in arguments])


def only_dated(folder: Path) -> Path:
    [file] = (folder / "safe").glob("relay-*.backup")
    return file


def test_made_verified_and_restored(tmp_path: Path, config: Path) -> None:
    made = relay("backup", "--config", config)
    assert made.exit_code == 0, made.output
    file = only_dated(tmp_path)
    assert str(file) in made.output
    with Store(tmp_path / "relay.db", KEY) as store:
        row = store.backups.last_well()
        assert row is not None
        assert row.file == file.name

    verified = relay("backup", "verify", file, "--identity", tmp_path / "key.txt")
    assert verified.exit_code == 0, verified.output
    assert "can be restored" in verified.output

    to = tmp_path / "new"
    done = relay("restore", file, "--identity", tmp_path / "key.txt", "--to", to)
    assert done.exit_code == 0, done.output
    for words in ("Nothing is sent a second time", "never run again", "safety number", "PIN"):
        assert words in done.output
    assert f"relay run --config {to / 'relay.toml'}" in done.output
    assert (to / "secrets" / "RELAY_STORE_KEY").read_text() == KEY


def test_beside_a_relay_that_has_the_store_open(tmp_path: Path, config: Path) -> None:
    with Store(tmp_path / "relay.db", KEY) as store:
        made = relay("backup", "--config", config)
        assert made.exit_code == 0, made.output
        assert store.backups.last_well() is not None


def test_what_fails_is_told_and_remembered(tmp_path: Path, config: Path) -> None:
    (tmp_path / "safe").write_text("in the way")
    made = relay("backup", "--config", config)
    assert made.exit_code == 1
    assert "cannot be written to" in made.output
    with Store(tmp_path / "relay.db", KEY) as store:
        row = store.backups.last()
        assert row is not None
        assert row.outcome == "not-writable"


def test_without_people_and_cases_only_when_asked(tmp_path: Path, config: Path) -> None:
    relay("backup", "--config", config)
    (tmp_path / "safe" / "confidential.backup").unlink()
    how = (only_dated(tmp_path), "--identity", tmp_path / "key.txt", "--to", tmp_path / "new")
    refused = relay("restore", *how)
    assert refused.exit_code == 1
    assert "--without-confidential" in refused.output
    assert relay("restore", *how, "--without-confidential").exit_code == 0


@pytest.mark.parametrize(
    ("file", "key", "said"),
    [
        ("safe/confidential.backup", "key.txt", "not a backup that can be restored"),
        ("nowhere.backup", "key.txt", "not a backup that can be restored"),
        ("safe/confidential.backup", "relay.toml", "There is no identity in"),
        ("safe/confidential.backup", "other.txt", "This identity does not open"),
    ],
)
def test_what_cannot_be_restored_is_told(
    tmp_path: Path, config: Path, file: str, key: str, said: str
) -> None:
    relay("backup", "--config", config)
    (tmp_path / "other.txt").write_text(str(pyrage.x25519.Identity.generate()))
    for arguments in (("backup", "verify"), ("restore", "--to", tmp_path / "new")):
        done = relay(*arguments, tmp_path / file, "--identity", tmp_path / key)
        assert done.exit_code == 1
        assert said in done.output
        assert KEY not in done.output
    assert not (tmp_path / "new").exists()


def test_settings_without_a_folder_or_without_a_key(tmp_path: Path, config: Path) -> None:
    store = tmp_path / "relay.db"
    config.write_text(SETTINGS.format(store=store, backup=""))
    assert "do not say where backups go" in relay("backup", "--config", config).output
    config.write_text(SETTINGS.format(store=store, backup='[backup]\nfolder = "x"'))
    assert "no key to encrypt them with" in relay("backup", "--config", config).output
    assert "--config" in relay("backup").output
