"""The pages as files that follow every change."""

import os
import threading
from pathlib import Path

import pytest

from relay.web.pages import Document, ForeignFolder
from relay.web.pages.export import MARK, IncrementalExport


def page(text: str) -> Document:
    return Document(text.encode(), "text/html")


def never() -> bool:
    return False


@pytest.fixture
def export(tmp_path: Path) -> IncrementalExport:
    opened = IncrementalExport(tmp_path / "www" / "site")
    opened.open()
    return opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "www" / "site"


def files(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): file.read_text()
        for file in folder.rglob("*")
        if file.is_file() and file.name != MARK
    }


def test_only_what_changed_is_written_and_nothing_stale_stays(
    export: IncrementalExport, folder: Path
) -> None:
    assert export.put_all([("/", page("a")), ("/m/12", page("b"))], (), never) == 2
    kept = (folder / "index.html").stat()
    assert export.put("/m/12/papers/1", b"paper")
    assert export.put_all([("/", page("a")), ("/m/13", page("c"))], ("/m/13/papers/1",), never) == 1
    assert files(folder) == {"index.html": "a", "m/13/index.html": "c"}
    assert (folder / "index.html").stat() == kept
    assert not (folder / "m" / "12").exists()


def test_a_web_server_of_another_account_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        export = IncrementalExport(tmp_path / "site")
        export.open()
        export.put_all([("/m/12", page("b"))], (), never)
    finally:
        os.umask(before)
    made = [tmp_path / "site", *(tmp_path / "site" / "m").rglob("*")]
    modes = {oct(one.stat().st_mode & 0o777) for one in made if one.is_dir()}
    assert modes == {"0o755"}
    page_file = tmp_path / "site" / "m" / "12" / "index.html"
    assert oct(page_file.stat().st_mode & 0o777) == "0o644"


def test_a_paper_stays_while_its_meeting_does(export: IncrementalExport, folder: Path) -> None:
    export.put("/m/12/papers/1", b"paper")
    export.put_all([("/m/12", page("b"))], ("/m/12/papers/1",), never)
    assert files(folder) == {"m/12/index.html": "b", "m/12/papers/1.pdf": "paper"}


def test_a_page_that_becomes_a_folder_and_back(export: IncrementalExport, folder: Path) -> None:
    export.put_all([("/a.html", page("file"))], (), never)
    export.put_all([("/a.html/b.html", page("inside"))], (), never)
    assert files(folder) == {"a.html/b.html": "inside"}
    export.put_all([("/a.html", page("file"))], (), never)
    assert files(folder) == {"a.html": "file"}


def test_links_inside_lead_nowhere_else(
    export: IncrementalExport, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("theirs")
    (folder / "m").symlink_to(other)
    (folder / "index.html").symlink_to(other / "index.html")
    export.put_all([("/", page("ours")), ("/m/12", page("b"))], (), never)
    assert files(folder) == {"index.html": "ours", "m/12/index.html": "b"}
    assert files(other) == {"index.html": "theirs"}


def test_a_folder_that_is_a_link_is_filled_where_it_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real)
    export = IncrementalExport(link)
    export.open()
    export.put_all([("/", page("a"))], (), never)
    assert link.is_symlink()
    assert files(real) == {"index.html": "a"}


def test_a_folder_of_somebody_else_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ForeignFolder):
        IncrementalExport(tmp_path).open()
    assert files(tmp_path) == {"letter.txt": "mine"}


def test_who_is_told_to_stop_takes_nothing_away(export: IncrementalExport, folder: Path) -> None:
    export.put_all([("/", page("a")), ("/m/12", page("b"))], (), never)
    export.put_all([("/", page("c"))], (), lambda: True)
    assert files(folder) == {"index.html": "a", "m/12/index.html": "b"}


def test_no_reader_ever_sees_half_of_a_page(export: IncrementalExport, folder: Path) -> None:
    bodies = [page(letter * 200_000) for letter in "ab"]
    export.put_all([("/", bodies[0])], (), never)
    done = threading.Event()
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            text = (folder / "index.html").read_text()
            seen.add(f"{text[:1]}{len(text)}{len(set(text))}")

    reader = threading.Thread(target=read)
    reader.start()
    for index in range(60):
        export.put_all([("/", bodies[index % 2])], (), never)
    done.set()
    reader.join()
    assert seen <= {"a2000001", "b2000001"}
