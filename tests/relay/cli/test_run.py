"""`relay run`: what the host reads where it cannot start."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from relayprocess import KEY, TOKEN

from relay.cli import main

SETTINGS = """
[signal]
number = "+447700900123"
[web]
listen = "{listen}"
[store]
path = {store}
[[branches]]
slug = "hackney"
name = "Hackney branch"
"""


def _run(folder: Path, *, listen: str = "127.0.0.1:0", store: str = "relay.db") -> Result:
    config = folder / "relay.toml"
    config.write_text(SETTINGS.format(listen=listen, store=json.dumps(str(folder / store))))
    secrets = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": KEY}
    return CliRunner().invoke(main, ["run", "--config", str(config)], env=secrets)


def test_a_store_that_cannot_be_written_is_no_address_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = _run(tmp_path, store="file/relay.db")
    assert result.exit_code == 3
    assert "file/relay.db cannot be written to" in result.output
    assert "listen" not in result.output


def test_an_address_of_another_computer(tmp_path: Path) -> None:
    listen = "192.0.2.1:8090"
    result = _run(tmp_path, listen=listen)
    assert result.exit_code == 4
    assert f"cannot listen on {listen}. Choose an address of this computer" in result.output
