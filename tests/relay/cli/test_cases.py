"""`relay cases export`: a host carries a case and cannot read it."""

import io
import zipfile
from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner, Result
from harness.running import KEY, TOKEN, RelayHarness, branch, relay_harness
from reporting import send, with_teams

from relay.cli import main
from relay.store import Store

TEAM = """
[signal]
number = "{number}"
[store]
path = "{store}"
[[branches]]
slug = "hackney"
name = "Hackney branch"
[safeguarding]
export_key = "{key}"
[[safeguarding.teams]]
slug = "hackney"
name = "Hackney team"
officers = [{{ id = "{officer}", role = "Chair" }}]
"""


@pytest.fixture
def identity() -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate()


async def _reported(play: RelayHarness) -> tuple[str, str]:
    cast = with_teams(play)
    async with play.running(branch("hackney", play.alex)):
        name = await send(play, cast.rio, "He followed me home.")
    return name, cast.vic.aci


def _export(folder: Path, number: str, officer: str, key: str, *words: str) -> Result:
    config = folder / "relay.toml"
    text = TEAM.format(number=number, store=folder / "relay.db", key=key, officer=officer)
    config.write_text(text)
    secrets = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": KEY}
    arguments = ["cases", "export", *words, "--config", str(config), "--out", str(folder / "x.age")]
    return CliRunner(env=secrets).invoke(main, arguments)


async def test_the_file_opens_with_the_officers_key_alone(
    tmp_path: Path, identity: pyrage.x25519.Identity
) -> None:
    async with relay_harness(tmp_path) as play:
        name, officer = await _reported(play)
    key = str(identity.to_public())
    result = _export(tmp_path, play.signal.number, officer, key, *name.split())
    assert result.exit_code == 0, result.output
    sealed = (tmp_path / "x.age").read_bytes()
    assert b"followed" not in sealed
    assert (tmp_path / "x.age").stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed, [identity]))) as archive:
        assert "He followed me home." in archive.read("case.txt").decode()


async def test_an_unknown_name_and_a_running_relay_are_said(
    tmp_path: Path, identity: pyrage.x25519.Identity
) -> None:
    async with relay_harness(tmp_path) as play:
        name, officer = await _reported(play)
    key = str(identity.to_public())
    number = play.signal.number
    assert (
        "how it is spelt" in _export(tmp_path, number, officer, key, "amber", "nobody", "1").output
    )
    with Store(tmp_path / "relay.db", KEY):
        assert (
            "Stop that one first" in _export(tmp_path, number, officer, key, *name.split()).output
        )
    assert not (tmp_path / "x.age").exists()
