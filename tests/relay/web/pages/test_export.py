"""The pages as files: all of them, all at once, and nothing of anybody else is touched."""

import http.client
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from catalogues import NOW, MemoryCatalogue, full_meeting, meeting
from click.testing import CliRunner, Result
from lxml import html

from relay.cli import main
from relay.language.words import Words
from relay.meetings.tables import Meetings
from relay.store import Store
from relay.time.clock import StillClock
from relay.web.pages import Document, ForeignFolder, Site
from relay.web.pages.addresses import FileLinks, Outside
from relay.web.pages.export import MARK, IncrementalExport

KEY = "ab" * 32
SETTINGS = """
[signal]
number = "+447700900000"
[web]
public_url = "https://meetings.example.org"
[store]
path = "{store}"
[[branches]]
slug = "hackney"
name = "Hackney branch"
"""
PAGE = Document(b"page", "text/html")


def export_documents(documents: Iterable[tuple[str, Document]], folder: Path) -> int:
    """Write them once; return how many files there are then."""
    export = IncrementalExport(folder)
    export.open()
    export.put_all(documents, (), lambda: False)
    return export.count()


@pytest.fixture
def site() -> Site:
    clock = StillClock(NOW)
    catalogue = MemoryCatalogue(clock, full_meeting(), meeting(13, "Film night"))
    return Site(
        catalogue,
        Words(),
        clock,
        outside=Outside("https://meetings.example.org"),
        links=FileLinks(),
    )


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """The plainest web host, with the export in a folder of it."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/site/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_everything_is_there_for_any_web_host(site: Site, tmp_path: Path, host: str) -> None:
    count = export_documents(site.documents(), tmp_path / "site")
    files = {
        path.relative_to(tmp_path / "site").as_posix()
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    assert len(files) == count + 1
    assert {
        MARK,
        "index.html",
        "404.html",
        "style.css",
        "calendar.ics",
        "b/hackney/index.html",
        "b/hackney/calendar.ics",
        "b/hackney/embed/index.html",
        "b/hackney/feed.atom",
        "m/12/index.html",
        "m/12.ics",
        "m/12/card.png",
        "m/13/index.html",
    } <= files
    # What a link's preview shows is named whole, for the place where the host publishes them.
    previews = {file for file in files if file.endswith("preview.png")}
    assert len(previews) == 2
    assert _crawled(host) == {
        f"/site/{file.removesuffix('index.html')}" for file in files - {MARK, "404.html"} - previews
    }


def _crawled(start: str) -> set[str]:
    """Every path that links lead to, each of which has to be there."""
    seen: set[str] = set()
    waiting = [start]
    host = urlsplit(start).netloc
    while waiting:
        url = waiting.pop()
        path = urlsplit(url).path
        if urlsplit(url).netloc != host or path in seen:
            continue
        seen.add(path)
        connection = http.client.HTTPConnection(host)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        assert answer.status == 200, path
        if path.endswith("/"):
            found = html.fromstring(body).xpath(
                "//a/@href | //img/@src | //link[@rel!='canonical']/@href"
            )
            waiting += [urljoin(url, link) for link in found]
    return seen


def test_a_newer_export_replaces_everything(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    export_documents([("/m/7", PAGE), ("/", PAGE)], folder)
    export_documents([("/", PAGE)], folder)
    assert not (folder / "m").exists()
    assert _names(tmp_path) == ["site"]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_failure_leaves_the_old_pages(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    export_documents([("/", PAGE)], folder)

    def failing() -> Iterator[tuple[str, Document]]:
        yield "/", replace(PAGE, body=b"new")
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - any
        export_documents(failing(), folder)
    assert (folder / "index.html").read_bytes() == b"page"
    assert _names(tmp_path) == ["site"]


def test_a_folder_of_somebody_else_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ForeignFolder):
        export_documents([("/", PAGE)], tmp_path)
    with pytest.raises(ForeignFolder):
        export_documents([("/", PAGE)], tmp_path / "letter.txt")
    assert _names(tmp_path) == ["letter.txt"]


def test_an_empty_folder_and_a_link_to_one_are_filled(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    export_documents([("/", PAGE)], tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "index.html").read_bytes() == b"page"


@pytest.mark.parametrize("path", ["/../x.html", "/b/../../x.html", "/b/..", "//../x.html"])
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        export_documents([(path, PAGE)], tmp_path / "site")
    assert _names(tmp_path) == ["site"]
    assert _names(tmp_path / "site") == [MARK]


def _run(tmp_path: Path, folder: Path) -> Result:
    config = tmp_path / "relay.toml"
    config.write_text(SETTINGS.format(store=tmp_path / "relay.db"))
    secrets = {"RELAY_WEBHOOK_TOKEN": "token", "RELAY_STORE_KEY": KEY}
    arguments = ["export-site", str(folder), "--config", str(config)]
    return CliRunner(env=secrets).invoke(main, arguments)


def test_the_command_writes_what_is_in_the_store(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", KEY) as store:
        number = store.announcements.draft(branch="hackney", text="", author="x", now=NOW)
        store[Meetings].add(meeting(number, "From the store", start=NOW.replace(year=2090)))
    result = _run(tmp_path, tmp_path / "out" / "site")
    assert result.exit_code == 0, result.output
    assert result.output == f"14 files are in {tmp_path}/out/site.\n"
    page = (tmp_path / "out" / "site" / "b" / "hackney" / "index.html").read_text()
    assert "From the store" in page


def test_the_command_says_why_it_did_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "relay.db", KEY):
        locked = _run(tmp_path, tmp_path / "site")
    assert locked.exit_code == 1
    assert "The relay is running" in locked.output
    assert f'export = "{tmp_path}/site"' in locked.output
    assert not (tmp_path / "site").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    foreign = _run(tmp_path, tmp_path / "mine")
    assert foreign.exit_code == 1
    assert "did not write" in foreign.output
    (tmp_path / "file").write_text("")
    failed = _run(tmp_path, tmp_path / "file" / "site")
    assert failed.exit_code == 1
    assert "could not write" in failed.output
