"""`relay feed`: the host looks after the keys."""

from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from opened import opened

from relay.cli import main
from relay.signed_feed.feed import published
from relay.signed_feed.tables import SignedFeeds
from relay.store import Store

KEY = "b" * 64
SETTINGS = """
[signal]
number = "+447700900000"
link = "https://signal.me/#eu/{link}"
[store]
path = "{folder}/relay.db"
[web]
listen = "127.0.0.1:9"
public_url = "https://hackney.example.org"
[[branches]]
slug = "hackney"
name = "Hackney branch"
[[branches]]
slug = "lambeth"
name = "Lambeth branch"
"""


def run(folder: Path, *arguments: str) -> Result:
    config = folder / "relay.toml"
    config.write_text(SETTINGS.format(folder=folder, link="a" * 64))
    environ = {"RELAY_WEBHOOK_TOKEN": "a" * 64, "RELAY_STORE_KEY": KEY}
    return CliRunner().invoke(main, [*arguments, "--config", str(config)], env=environ)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path / "relay.db", KEY):
        pass
    return tmp_path


def fingerprint(folder: Path) -> str:
    with Store(folder / "relay.db", KEY) as store:
        feed = published(store, "hackney")
    assert feed is not None
    return feed.key.public.fingerprint


def test_without_a_store_nobody_has_a_key(tmp_path: Path) -> None:
    for command in (("key",), ("rotate", "hackney"), ("replace", "hackney", "--lost")):
        result = run(tmp_path, "feed", *command)
        assert result.exit_code == 1
        assert "No branch has a key yet" in result.output
    assert not (tmp_path / "relay.db").exists()


def test_a_rotation_destroys_the_old_secret(folder: Path) -> None:
    assert run(folder, "feed", "rotate", "hackney").exit_code == 0
    with Store(folder / "relay.db", KEY) as store:
        row = store[SignedFeeds].of_branch("hackney")
        assert row is not None
        secret = store[SignedFeeds].key(row.feed).secret
    first = fingerprint(folder)
    result = run(folder, "feed", "rotate", "hackney")
    assert result.exit_code == 0, result.output
    assert fingerprint(folder) != first
    assert fingerprint(folder) in result.output
    assert "--step profile" in result.output
    assert secret not in opened(folder / "relay.db", KEY)


def test_the_key_is_shown_with_the_line_for_the_dns(folder: Path) -> None:
    run(folder, "feed", "rotate", "hackney")
    result = run(folder, "feed", "key")
    assert f"Hackney branch: {fingerprint(folder)}" in result.output
    line = '_branch-relay.hackney.example.org. TXT "v=branch-relay1; b=hackney; k='
    assert line in result.output


def test_a_key_is_replaced_only_by_who_says_that_it_is_lost(folder: Path) -> None:
    run(folder, "feed", "rotate", "hackney")
    before = fingerprint(folder)
    unsure = run(folder, "feed", "replace", "hackney")
    assert unsure.exit_code == 1
    assert "Nothing was done." in unsure.output
    assert fingerprint(folder) == before
    sure = run(folder, "feed", "replace", "hackney", "--lost")
    assert sure.exit_code == 0, sure.output
    assert fingerprint(folder) != before
    assert "by telephone or face to face" in sure.output


def test_a_slip_in_the_name_changes_nothing(folder: Path) -> None:
    for command in (("rotate", "hackny"), ("replace", "hackny", "--lost")):
        result = run(folder, "feed", *command)
        assert result.exit_code == 1
        assert "Did you mean hackney?" in result.output


def test_a_store_that_is_in_use_is_left_alone(folder: Path) -> None:
    with Store(folder / "relay.db", KEY):
        for command in (("key",), ("rotate", "hackney"), ("replace", "hackney", "--lost")):
            result = run(folder, "feed", *command)
            assert result.exit_code == 1
            assert len(result.output.strip().splitlines()) == 1


def test_the_printed_card_has_the_key(folder: Path) -> None:
    card = folder / "card.pdf"
    run(folder, "feed", "rotate", "hackney")
    assert run(folder, "card", "hackney", str(card)).exit_code == 0
    text = pypdfium2.PdfDocument(card)[0].get_textpage().get_text_range()
    assert fingerprint(folder) in " ".join(text.split())


def test_a_card_without_the_key_says_so(folder: Path) -> None:
    card = folder / "card.pdf"
    with Store(folder / "relay.db", KEY):
        result = run(folder, "card", "hackney", str(card))
    assert result.exit_code == 0
    assert "The key of the branch is not on this card" in result.output
