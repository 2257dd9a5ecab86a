"""`relay verify` says of any copy of a feed whether it can be trusted."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result
from harness.feeds import FeedMaker

from relay.cli import main
from relay.signed_feed.entry import Kind, canonical
from relay.signed_feed.keys import SigningKey


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["verify", *arguments], input=typed, env={})


@pytest.fixture
def maker() -> FeedMaker:
    made = FeedMaker()
    made.post(1, "The hall costs £5.")
    made.say(Kind.FALSE, 1, "Pay at pay.example.net")
    return made


def written(maker: FeedMaker, folder: Path) -> Path:
    """A copy of a feed as an export writes it."""
    file = folder / "signed.json"
    file.write_bytes(maker.newest())
    (folder / "signed").mkdir()
    for number in maker.published().pages:
        (folder / "signed" / f"{number}.json").write_bytes(maker.older(number))
    return file


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def mirrored(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/signed.json"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_copy_that_holds(maker: FeedMaker, tmp_path: Path) -> None:
    result = run(str(written(maker, tmp_path)))
    assert result.exit_code == 0, result.output
    assert "This feed holds: Hackney branch, 2 entries." in result.output
    assert maker.first.public.fingerprint in result.output
    assert "Compare that" in result.output


@pytest.mark.parametrize("count", [99, 100, 101, 350])
def test_all_older_pages_are_looked_at(tmp_path: Path, count: int) -> None:
    maker = FeedMaker()
    for number in range(1, count + 1):
        maker.post(number, f"Post {number}.")
    file = written(maker, tmp_path)
    assert f"{count} entries" in run(str(file)).output
    with mirrored(tmp_path) as address:
        # The feed names other addresses than that of the copy: nothing else is asked.
        assert f"{count} entries" in run(address).output
    if count == 350:
        (tmp_path / "signed" / "1.json").unlink()
        assert "It begins with entry 101" in run(str(file)).output
        lone = run(str(tmp_path / "signed" / "2.json"))
        assert lone.exit_code == 0
        assert "It begins with entry 101" in lone.output


def test_the_key_may_be_named_as_it_is_printed(maker: FeedMaker, tmp_path: Path) -> None:
    file = str(written(maker, tmp_path))
    old = maker.first.public
    assert run(file, "--key", old.fingerprint.lower()).exit_code == 0
    assert run(file, "--key", old.base64).exit_code == 0
    wrong = run(file, "--key", SigningKey.make().public.fingerprint)
    assert wrong.exit_code == 1
    assert "nobody vouches for" in wrong.output


def test_an_older_key_still_leads_to_the_new_one(maker: FeedMaker, tmp_path: Path) -> None:
    maker.rotate()
    result = run(str(written(maker, tmp_path)), "--key", maker.first.public.fingerprint)
    assert result.exit_code == 0
    assert "is an older one" in result.output


def test_a_text_is_looked_for(maker: FeedMaker, tmp_path: Path) -> None:
    file = str(written(maker, tmp_path))
    said = run(file, "--text", "-", typed="The hall  costs £5.\r\n")
    assert said.exit_code == 0
    assert "exactly these words" in said.output
    changed = run(file, "--text", "-", typed="The hall costs £50.")
    assert changed.exit_code == 1
    assert "Nothing that stands" in changed.output
    false = run(file, "--text", "-", typed="Pay at pay.example.net")
    assert false.exit_code == 1
    assert "These words are false." in false.output


def test_a_mirror_that_changes_an_address_is_found_out(maker: FeedMaker, tmp_path: Path) -> None:
    file = written(maker, tmp_path)
    page = json.loads(file.read_bytes())
    page["items"][0]["url"] = "https://pay.example.net"
    file.write_bytes(canonical(page))
    result = run(str(file))
    assert result.exit_code == 1
    assert result.output.startswith("Do not trust this feed. Something beside the entries")


def test_a_mirror_that_changes_words_is_found_out(maker: FeedMaker, tmp_path: Path) -> None:
    file = written(maker, tmp_path)
    file.write_bytes(file.read_bytes().replace("£5".encode(), "£50".encode()))
    result = run(str(file))
    assert result.exit_code == 1
    assert "Words were changed after they were signed. It shows at entry 1." in result.output


def test_a_mirror_that_leads_in_a_circle_ends(maker: FeedMaker, tmp_path: Path) -> None:
    for number in range(2, 260):
        maker.post(number, f"Post {number}.")
    file = written(maker, tmp_path)
    (tmp_path / "signed" / "1.json").write_bytes(file.read_bytes())
    (tmp_path / "signed" / "2.json").write_bytes(file.read_bytes())
    with mirrored(tmp_path) as address:
        assert run(address).exit_code == 0
        assert "It begins with entry" in run(address).output


@pytest.mark.parametrize("source", ["nothing.json", "http://127.0.0.1:9/signed.json", "http://[x"])
def test_what_is_not_there_is_said_in_one_line(source: str) -> None:
    result = run(source)
    assert result.exit_code == 1
    assert len(result.output.strip().splitlines()) == 1
    assert "could not read" in result.output


def test_what_is_no_feed_is_said_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"version": "\x1b[31m"}')
    result = run(str(file))
    assert result.exit_code == 1
    assert "\x1b" not in result.output


def test_a_name_tells_the_terminal_to_do_nothing(maker: FeedMaker, tmp_path: Path) -> None:
    maker.words.name = "Hackney\x1b[2J\u202eevil"
    result = run(str(written(maker, tmp_path)))
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
