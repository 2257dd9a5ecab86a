"""`relay contacts import`: a list is taken once, and nothing of it but numbers that wait."""

from pathlib import Path

import pytest
from canaries import leaks
from click.testing import CliRunner, Result
from harness.running import KEY, TOKEN
from opened import opened

from relay.cli import main
from relay.contact_list.tables import InvitationTable
from relay.store import Store

SETTINGS = """
[signal]
number = "+447700900000"
[store]
path = "{store}"
[[branches]]
slug = "hackney"
name = "Hackney branch"
[branches.contact_list]
invitations_a_day = {pace}
[[branches]]
slug = "leeds"
name = "Leeds branch"
"""
LIST = "Name,Mobile\nZebulonia,07400 123456\nBo,07400 123457\nCo,+447700900000\nDo,020 7946 0018\n"


class Host:
    """Whoever runs the server, with a list in a file."""

    def __init__(self, folder: Path) -> None:
        self.store = folder / "relay.db"
        self._config = folder / "relay.toml"
        self.file = folder / "members.csv"
        self.file.write_text(LIST)

    def imports(
        self, *options: str, pace: int = 5, answer: str = "", slug: str = "hackney"
    ) -> Result:
        """Run the command."""
        self._config.write_text(SETTINGS.format(store=self.store, pace=pace))
        secrets = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": KEY}
        words = ["contacts", "import", str(self.file), "--branch", slug, *options]
        runner = CliRunner(env=secrets)
        return runner.invoke(main, [*words, "--config", str(self._config)], input=answer)

    def waiting(self) -> int:
        """How many wait to be asked."""
        with Store(self.store, KEY) as store:
            return store[InvitationTable].waiting("hackney")


@pytest.fixture
def host(tmp_path: Path) -> Host:
    there = Host(tmp_path)
    with Store(there.store, KEY):
        pass
    return there


def test_it_says_what_it_read_and_asks_before_it_takes_it(host: Host) -> None:
    result = host.imports(answer="n\n")
    assert "3 mobile numbers, read from column 2." in result.output
    assert "no mobile: 1" in result.output
    assert "Nothing was taken" in result.output
    assert result.exit_code != 0
    assert host.waiting() == 0


def test_a_second_time_nobody_is_asked_again(host: Host) -> None:
    assert "2 people are asked from now on" in host.imports(answer="y\n").output
    again = host.imports("--yes").output
    assert "0 people are asked" in again
    assert "3 were in a list before" in again
    assert host.waiting() == 2


def test_nothing_else_of_the_file_is_kept_and_nothing_is_said_of_it(host: Host) -> None:
    output = host.imports("--yes").output
    assert leaks(output, {"name": "Zebulonia", "number": "7400123456"}) == []
    pages = opened(host.store, KEY)
    assert leaks(pages, {"name": "Zebulonia", "number": "7400123456"}) == []


def test_by_default_no_list_is_taken(host: Host) -> None:
    result = host.imports("--yes", pace=0)
    assert "Nobody is asked" in str(result.exception) + result.output
    assert host.waiting() == 0


def test_a_branch_without_a_list_or_that_there_is_not(host: Host) -> None:
    assert "no contact list" in host.imports("--yes", slug="leeds").output
    assert "no branch of that name" in host.imports("--yes", slug="nowhere").output


def test_a_running_relay_is_said(host: Host) -> None:
    with Store(host.store, KEY):
        result = host.imports("--yes")
    assert result.exit_code != 0
    assert "7400" not in result.output


def test_a_list_that_is_too_long_is_refused_in_a_sentence(host: Host) -> None:
    host.file.write_text("07400123456\n" * 100_000)
    result = host.imports("--yes")
    assert "more than 2,000 rows. Nothing was taken." in result.output
    assert host.waiting() == 0
