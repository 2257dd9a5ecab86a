"""`relay backup` and `relay restore` as a host types them."""

from datetime import timedelta
from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner, Result
from harness.running import KEY, TOKEN

from relay.backup.making import BackupRequest, make_whole
from relay.backup.signing import Signer
from relay.cli import main
from relay.settings import load_settings
from relay.store import Store
from relay.time.clock import SystemClock

SETTINGS = """
[signal]
number = "+447700900000"
[store]
path = "{store}"
[[branches]]
slug = "hackney"
name = "Hackney branch"
admins = ["0f5d5b0e-8a4c-4d09-b1c0-000000000001"]
[[safeguarding.teams]]
slug = "local"
name = "Local team"
officers = [{{ id = "0f5d5b0e-8a4c-4d09-b1c0-000000000002", role = "Chair" }}]
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
    (tmp_path / "key.txt").write_text(f"{identity}\n{Signer(KEY).note}\n")
    Store(tmp_path / "relay.db", KEY).close()
    return file


def relay(*arguments: object, typed: str = "") -> Result:
    secrets = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": KEY}
    return CliRunner(env=secrets).invoke(main, [str(one) for one in arguments], input=typed)


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
    done = relay("restore", file, "--identity", tmp_path / "key.txt", "--to", to, typed="yes\n")
    assert done.exit_code == 0, done.output
    for words in ("Nothing is sent a second time", "never run again", "safety number", "PIN"):
        assert words in done.output
    assert f"relay run --config {to / 'relay.toml'}" in done.output
    assert (to / "secrets" / "RELAY_STORE_KEY").read_text() == KEY


IN_CHARGE = (
    "Admins of Hackney branch:\n• 0f5d5b0e-8a4c-4d09-b1c0-000000000001",
    "Officers of Local team, who read reports:\n• Chair: 0f5d5b0e-8a4c-4d09-b1c0-000000000002",
    "+447700900000",
)


def test_who_would_be_in_charge_is_shown_and_asked(
    tmp_path: Path, config: Path, identity: pyrage.x25519.Identity
) -> None:
    relay("backup", "--config", config)
    how = (only_dated(tmp_path), "--identity", tmp_path / "key.txt")
    verified = relay("backup", "verify", *how).output
    assert "It is signed by your server." in verified
    for answer in ("", "\n", "no\n", "who is that\n"):
        done = relay("restore", *how, "--to", tmp_path / "new", typed=answer)
        assert done.exit_code == 1
        assert "Nothing was restored." in done.output
        assert not (tmp_path / "new").exists()
        for words in (*IN_CHARGE, str(identity.to_public())):
            assert words in done.output
            assert words in verified


def test_the_signer_is_shown_so_that_it_can_be_noted(tmp_path: Path, config: Path) -> None:
    note = Signer(KEY).note
    assert relay("backup", "signer", "--config", config).output == f"{note}\n"
    assert note in relay("backup", "--config", config).output
    assert KEY not in note


def test_where_somebody_knows_the_store_key_another_one_signs(
    tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAY_BACKUP__SIGNING_KEY", "ef" * 32)
    made = relay("backup", "--config", config)
    assert Signer("ef" * 32).note in made.output
    how = (only_dated(tmp_path), "--identity", tmp_path / "key.txt")
    assert "was not made by your server" in relay("backup", "verify", *how).output
    key = tmp_path / "key.txt"
    key.write_text(key.read_text() + Signer("ef" * 32).note)
    to = tmp_path / "new"
    assert relay("restore", *how, "--to", to, typed="yes\n").exit_code == 0
    # It goes on signing there.
    assert (to / "secrets" / "RELAY_BACKUP__SIGNING_KEY").read_text() == "ef" * 32


def backed_up_days_ago(config: Path, days: int) -> Path:
    """Make a backup as the relay did some days ago, its pair in place."""
    settings = load_settings(config, {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": KEY})
    then = SystemClock().now() - timedelta(days=days, hours=1)
    return make_whole(BackupRequest(settings, then, lambda: False)).file


def test_an_old_pair_is_not_restored_over_a_newer_store_without_a_word(
    tmp_path: Path, config: Path
) -> None:
    file = backed_up_days_ago(config, 12)
    now = SystemClock().now()
    with Store(tmp_path / "relay.db", KEY) as store, store.transaction():
        store.announcements.draft(branch="hackney", text="Later", author="ann", now=now)
        store.inbox.accept(account="a", source="b", timestamp=1, body={}, now=now)
    to = tmp_path / "new"
    how = ("restore", file, "--identity", tmp_path / "key.txt", "--to", to)
    refused = relay(*how, typed="yes\n")
    assert refused.exit_code == 1
    for words in (
        "in UTC: 12 days old. What happened since is not in it.",
        "Reports since are not in it, and what was erased since would come back.",
        f"The store at {tmp_path / 'relay.db'} is newer",
        "12 days after this backup. This backup lacks one announcement and no report of it.",
        "If you know that this is the one you want, add --older.",
        "Nothing was restored.",
    ):
        assert words in refused.output
    assert "Are these the right people?" not in refused.output
    assert not to.exists()
    assert relay(*how, "--older", typed="no\n").exit_code == 1
    assert not to.exists()
    done = relay(*how, "--older", typed="yes\n")
    assert done.exit_code == 0, done.output
    assert "12 days old" in done.output
    verified = relay("backup", "verify", file, "--identity", tmp_path / "key.txt").output
    assert "in UTC: 12 days old." in verified


@pytest.mark.parametrize(("days", "refused"), [(0, False), (1, True)])
def test_a_store_that_only_goes_on_since_the_last_backup_is_said(
    tmp_path: Path, config: Path, days: int, refused: bool
) -> None:
    file = backed_up_days_ago(config, days)
    with Store(tmp_path / "relay.db", KEY) as store, store.transaction():
        now = SystemClock().now()
        store.inbox.accept(account="a", source="b", timestamp=1, body={}, now=now)
    said = relay(
        "restore", file, "--identity", tmp_path / "key.txt", "--to", tmp_path / "new", typed="no\n"
    ).output
    assert "This backup lacks no announcement and no report of it." in said
    assert ("add --older" in said) is refused
    assert ("Are these the right people?" in said) is not refused


def test_a_newer_backup_beside_it_and_a_store_of_another_key_are_said(
    tmp_path: Path, config: Path
) -> None:
    old = backed_up_days_ago(config, 3)
    new = backed_up_days_ago(config, 1)
    store, to = tmp_path / "relay.db", tmp_path / "new"
    store.unlink()
    how = ("--identity", tmp_path / "key.txt", "--to", to)
    asked = relay("restore", old, *how, typed="no\n").output
    assert f"There is a newer one in the same folder: {new.name}." in asked
    assert "Are these the right people?" in asked
    newest = relay("restore", new, *how, typed="no\n").output
    assert "newer one" not in newest
    assert "one day old" in newest
    Store(store, "cd" * 32).close()
    refused = relay("restore", new, *how, typed="yes\n").output
    assert f"There is a store at {store} already, and the key in this backup" in refused
    assert "add --older" in refused
    assert not to.exists()


def test_without_a_noted_signer_it_is_not_believed(
    tmp_path: Path, config: Path, identity: pyrage.x25519.Identity
) -> None:
    relay("backup", "--config", config)
    (tmp_path / "key.txt").write_text(f"{identity}\n")
    how = (only_dated(tmp_path), "--identity", tmp_path / "key.txt")
    to = ("--to", tmp_path / "new")
    for refused in (relay("backup", "verify", *how), relay("restore", *how, *to, typed="yes\n")):
        assert refused.exit_code == 1
        assert "relay backup signer" in refused.output
        # Whoever made it would be glad if it were copied from there.
        assert "ssh-ed25519" not in refused.output
    for done in (
        relay("backup", "verify", *how, "--unproven"),
        relay("restore", *how, *to, "--unproven", typed="yes\n"),
    ):
        assert done.exit_code == 0, done.output
        assert "Nothing proves who made it" in done.output


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
    done = relay("restore", *how, "--without-confidential", typed="yes\n")
    assert done.exit_code == 0, done.output


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
