"""A running relay that keeps the pages as files."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Unpack

import pytest
from catalogues import CHANGED, NOW, MeetingParts, meeting
from lxml import html

from relay.meetings.meeting import Meeting, MeetingState, Paper
from relay.meetings.tables import Meetings
from relay.settings import Branch, Settings
from relay.store import Store
from relay.store.announcements import State
from relay.store.on_page import OnPage
from relay.time.clock import StillClock
from relay.web.pages.export_job import AGAIN, PATIENCE, QUIET, ExportJob


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "www"


@pytest.fixture
def job(store: Store, clock: StillClock, folder: Path, tmp_path: Path) -> ExportJob:
    return job_for(store, clock, tmp_path, folder, Branch(slug="hackney", name="Hackney branch"))


def job_for(
    store: Store, clock: StillClock, tmp_path: Path, folder: Path, branch: Branch
) -> ExportJob:
    settings = Settings(
        signal={"number": "+447700900000"},
        store={"path": tmp_path / "relay.db"},
        web={"export": folder},
        branches=(branch,),
        webhook_token="token",
        store_key="ab" * 32,
    )
    return ExportJob(settings, store, clock, folder)


def kept(store: Store, title: str, **more: Unpack[MeetingParts]) -> Meeting:
    number = store.announcements.draft(branch="hackney", text="", author="x", now=CHANGED)
    one = meeting(number, title, **more)
    store[Meetings].add(one)
    return one


def letter_in(folder: Path) -> Path:
    folder.mkdir()
    letter = folder / "letter.txt"
    letter.write_text("mine")
    return letter


def files_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def test_a_change_is_in_the_files_after_a_moment_of_quiet(
    store: Store, clock: StillClock, job: ExportJob, folder: Path
) -> None:
    one = kept(store, "First")
    assert await job.look()
    page = folder / "m" / str(one.id) / "index.html"
    assert "First" in page.read_text()
    assert not await job.look()
    store[Meetings].save(replace(one, title="Second"))
    assert not await job.look()
    clock.move(QUIET)
    assert await job.look()
    assert "Second" in page.read_text()
    assert "Second" in (folder / "b" / "hackney" / "index.html").read_text()
    store[Meetings].save(replace(one, state=MeetingState.DRAFT))
    assert not await job.look()
    clock.move(QUIET)
    assert await job.look()
    assert not page.exists()


async def test_changes_without_end_do_not_keep_it_waiting(
    store: Store, clock: StillClock, job: ExportJob
) -> None:
    one = kept(store, "First")
    await job.look()
    looks = 0
    written = False
    while not written:
        store[Meetings].save(one)
        written = await job.look()
        clock.move(timedelta(seconds=1))
        looks += 1
    assert looks == PATIENCE.total_seconds() + 1


async def test_a_date_that_is_over_leaves_the_list_by_itself(
    store: Store, clock: StillClock, job: ExportJob, folder: Path
) -> None:
    kept(store, "Soon", start=NOW, length=timedelta(minutes=30))
    await job.look()
    page = folder / "b" / "hackney" / "index.html"
    assert page.read_text().index("Soon") < page.read_text().index("Recently")
    clock.move(timedelta(minutes=30))
    assert await job.look()
    assert page.read_text().index("Recently") < page.read_text().index("Soon")


async def test_papers_come_and_go_with_their_meeting(
    store: Store, clock: StillClock, job: ExportJob, folder: Path
) -> None:
    file = store.files.add(name="a.pdf", media_type="application/pdf", data=b"%PDF-1", now=NOW)
    other = store.files.add(name="a.png", media_type="image/png", data=b"PNG", now=NOW)
    papers = (
        Paper(1, "a.pdf", "application/pdf", file=file),
        Paper(2, "a.png", "image/png", file=other),
    )
    one = kept(store, "First", papers=papers)
    await job.look()
    shelf = folder / "m" / str(one.id) / "papers"
    assert [file.name for file in shelf.iterdir()] == ["1.pdf"]
    assert (shelf / "1.pdf").read_bytes() == b"%PDF-1"
    assert 'href="papers/1.pdf"' in (shelf.parent / "index.html").read_text()
    store[Meetings].save(replace(one, papers=()))
    await job.look()
    clock.move(QUIET)
    await job.look()
    assert not shelf.exists()


async def test_a_folder_that_cannot_be_written_is_tried_again(
    store: Store, clock: StillClock, job: ExportJob, folder: Path
) -> None:
    letter = letter_in(folder)
    assert not await job.look()
    assert files_in(folder) == ["letter.txt"]
    letter.unlink()
    assert not await job.look()
    clock.move(AGAIN)
    assert await job.look()
    assert (folder / "index.html").is_file()


async def test_the_loop_goes_on_while_pages_are_drawn(store: Store, job: ExportJob) -> None:
    for index in range(30):
        kept(store, f"Meeting {index}")
    beats = 0
    writing = asyncio.create_task(job.look())
    while not writing.done():
        await asyncio.sleep(0)
        beats += 1
    assert writing.result()
    assert beats > 100


async def test_an_announcement_is_among_the_files_until_it_is_taken_back(
    store: Store, clock: StillClock, tmp_path: Path, folder: Path
) -> None:
    branch = Branch(slug="hackney", name="Hackney branch", page_announcements="all")
    job = job_for(store, clock, tmp_path, folder, branch)
    announcements = store.announcements
    number = announcements.draft(branch="hackney", text="Rents go up", author="x", now=NOW)
    for name, media_type in (("door.jpg", "image/jpeg"), ("rents.pdf", "application/pdf")):
        file = store.files.add(name=name, media_type=media_type, data=name.encode(), now=NOW)
        announcements.attach(number, file)
    announcements.describe(number, 1, "A door")
    assert await job.look()
    own = folder / "a" / str(number)
    assert not own.exists()

    announcements.put_on_page(number, OnPage.WHOLE)
    announcements.move_to(number, State.POSTED, posted_at=NOW)
    announcements.page_changes(number, NOW)
    assert not await job.look()
    clock.move(QUIET)
    assert await job.look()
    assert "Rents go up" in (own / "index.html").read_text()
    assert (own / "pictures" / "1.jpg").read_bytes() == b"door.jpg"
    assert (own / "papers" / "2.pdf").read_bytes() == b"rents.pdf"
    assert (own / "card.png").stat().st_size > 0
    page = html.parse(own / "index.html")
    for link in page.xpath("//article//@src | //article//@href"):
        assert (own / link).exists(), link
    assert "Rents go up" in (folder / "b" / "hackney" / "feed.atom").read_text()

    announcements.move_to(number, State.RETRACTED)
    announcements.page_changes(number, clock.now())
    assert not await job.look()
    clock.move(QUIET)
    assert await job.look()
    assert sorted(file.name for file in own.rglob("*")) == ["index.html"]
    assert "taken this announcement back" in (own / "index.html").read_text()
    assert b"Rents go up" not in everything_in(folder)


async def test_the_questions_of_the_branch_are_among_the_files(
    store: Store, clock: StillClock, folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "wording" / "answers"
    own.mkdir(parents=True)
    (own / "parking.toml").write_text(
        'question = "Where can I park?"\nasked = ["where can I park"]\n'
        'answer = "Behind the hall."\n'
    )
    settings = Settings(
        signal={"number": "+447700900000"},
        store={"path": tmp_path / "relay.db"},
        web={"export": folder},
        wording={"folder": own.parent},
        branches=(Branch(slug="hackney", name="Hackney branch"),),
        webhook_token="token",
        store_key="ab" * 32,
    )
    assert await ExportJob(settings, store, clock, folder).look()
    page = html.fromstring((folder / "answers" / "index.html").read_bytes())
    assert "Behind the hall." in page.xpath("//main")[0].text_content()
    home = html.fromstring((folder / "index.html").read_bytes())
    assert home.xpath("//a[@href='answers/']")
