"""The catalogue of the store: what is published, in the right order, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Unpack

import pytest
from catalogues import CAERDYDD, CHANGED, HACKNEY, NOW, MeetingParts, meeting

from relay.cards import Colours
from relay.language.words import Words
from relay.meetings.meeting import Change, Meeting, MeetingState, Occurrence, Paper, Place
from relay.meetings.public import PublicRules
from relay.meetings.tables import Meetings
from relay.settings import Branch, Settings
from relay.store import Store
from relay.time.clock import StillClock
from relay.web.pages import PublicBranch
from relay.web.pages.addresses import FileLinks, Outside
from relay.web.pages.site import Site
from relay.web.pages.stored import (
    LISTED_AHEAD,
    MOST_AHEAD,
    READ_AGAIN,
    Kept,
    StoredCatalogue,
    public_branches,
)

ADMIN = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"


@pytest.fixture
def catalogue(store: Store, clock: StillClock) -> StoredCatalogue:
    return StoredCatalogue(Kept.of(store), (HACKNEY, CAERDYDD), clock)


def kept(store: Store, title: str, **more: Unpack[MeetingParts]) -> Meeting:
    number = store.announcements.draft(
        branch=more.get("branch", "hackney"), text="", author=ADMIN, now=CHANGED
    )
    one = meeting(number, title, **more)
    store[Meetings].add(one)
    return one


def _titles(dates: Iterable[Occurrence]) -> list[str]:
    return [date.meeting.title for date in dates]


def test_a_branch_has_its_own_meetings_soonest_first(
    store: Store, catalogue: StoredCatalogue
) -> None:
    kept(store, "later", start=NOW + timedelta(days=9))
    kept(store, "sooner", start=NOW + timedelta(days=2))
    kept(store, "elsewhere", branch="caerdydd")
    assert _titles(catalogue.upcoming("hackney")) == ["sooner", "later"]
    assert _titles(catalogue.upcoming("caerdydd")) == ["elsewhere"]
    assert catalogue.upcoming("lambeth") == []


def test_drafts_and_strange_branches_do_not_exist(store: Store, catalogue: StoredCatalogue) -> None:
    draft = kept(store, "draft", state=MeetingState.DRAFT)
    strange = kept(store, "strange", branch="lambeth")
    assert catalogue.meeting(draft.id) is None
    assert catalogue.meeting(strange.id) is None
    assert catalogue.meeting(999) is None
    assert catalogue.upcoming("hackney") == []
    assert catalogue.meetings(None) == []
    assert catalogue.meetings("lambeth") == []


def test_what_is_running_is_still_to_come_and_what_is_over_is_recent(
    store: Store, clock: StillClock, catalogue: StoredCatalogue
) -> None:
    one = kept(store, "now", start=NOW - timedelta(minutes=30))
    assert _titles(catalogue.upcoming("hackney")) == ["now"]
    assert catalogue.recent("hackney") == []
    clock.move(one.lasts)
    assert catalogue.upcoming("hackney") == []
    assert _titles(catalogue.recent("hackney")) == ["now"]
    (date,) = catalogue.dates(one)
    assert date.start == one.start


def test_a_series_does_not_crowd_out_the_rest(store: Store, catalogue: StoredCatalogue) -> None:
    weekly = kept(store, "weekly", rule="FREQ=WEEKLY")
    yearly = kept(store, "yearly", start=NOW + timedelta(days=300), rule="FREQ=YEARLY")
    assert _titles(catalogue.upcoming("hackney")) == ["weekly"] * LISTED_AHEAD + ["yearly"]
    assert len(catalogue.dates(weekly)) == 12
    assert catalogue.dates(yearly)[0].start == yearly.start


def test_a_date_that_is_off_stays_in_its_place(store: Store, catalogue: StoredCatalogue) -> None:
    weekly = kept(store, "weekly", rule="FREQ=WEEKLY")
    store[Meetings].save(replace(weekly, changes=(Change(weekly.start, weekly.start, True),)))
    dates = catalogue.upcoming("hackney")
    assert [date.cancelled for date in dates] == [True, False, False, False]


def test_a_cancelled_meeting_is_shown_until_it_would_be_over(
    store: Store, clock: StillClock, catalogue: StoredCatalogue
) -> None:
    one = kept(store, "off", state=MeetingState.CANCELLED, reason="strike")
    (date,) = catalogue.upcoming("hackney")
    assert (date.cancelled, date.reason) == (True, "strike")
    clock.move(timedelta(days=10))
    assert catalogue.upcoming("hackney") == []
    (date,) = catalogue.dates(one)
    assert date.cancelled


def test_calendars_forget_what_is_long_over(
    store: Store, clock: StillClock, catalogue: StoredCatalogue
) -> None:
    kept(store, "once")
    series = kept(store, "series", rule="FREQ=MONTHLY;BYDAY=4TH")
    assert _names(catalogue.meetings(None)) == ["once", "series"]
    clock.move(timedelta(days=500))
    assert _names(catalogue.meetings("hackney")) == ["series"]
    assert catalogue.dates(series)[0].start > clock.now()


def _names(meetings: Iterable[Meeting]) -> list[str]:
    return [one.title for one in meetings]


def test_a_branch_is_public_with_its_name_and_colours_and_nothing_else(tmp_path: Path) -> None:
    hackney = Branch(slug="hackney", name="Hackney", admins=(ADMIN,), card={"band": "#112233"})
    settings = Settings(
        signal={"number": "+447700900000"},
        store={"path": tmp_path / "relay.db"},
        branches=(hackney,),
        webhook_token="token",
        store_key="ab" * 32,
    )
    assert public_branches(settings) == (
        PublicBranch("hackney", "Hackney", Colours(band="#112233", paper="#ffffff")),
    )


def test_a_link_to_take_part_is_nowhere_on_the_pages_unless_the_branch_wants_it(
    store: Store, clock: StillClock
) -> None:
    link = "https://zoom.us/j/81234567890"
    kept(store, "online", place=Place("Town Hall", link), agenda=f"Join: {link}")
    for branch, found in (
        (HACKNEY, False),
        (replace(HACKNEY, rules=PublicRules("everyone")), True),
    ):
        catalogue = StoredCatalogue(Kept.of(store), (branch,), clock)
        online = catalogue.meeting(1)
        assert online is not None
        dates = [*catalogue.upcoming("hackney"), *catalogue.dates(online)]
        shown = repr((dates, catalogue.meetings(None), catalogue.recent("hackney")))
        assert (link in shown) is found
        assert all(date.place.is_online for date in dates)
        site = Site(
            catalogue,
            Words(),
            clock,
            outside=Outside("https://hackney.example.org"),
            links=FileLinks(),
        )
        bodies = {
            path: document.body.decode("utf-8", "replace") for path, document in site.documents()
        }
        assert any("81234567890" in body for body in bodies.values()) is found
        told = "The link to join online is in the branch’s Signal groups"
        assert (told in bodies["/m/1"]) is not found
        calendar = bodies["/b/hackney/calendar.ics"].replace("\r\n ", "")
        assert ("Online: the link is in the branch’s Signal groups" in calendar) is not found


def test_only_cleaned_papers_of_published_meetings_are_given_out(
    store: Store, catalogue: StoredCatalogue
) -> None:
    def file(media_type: str) -> int:
        return store.files.add(name="x", media_type=media_type, data=b"data", now=CHANGED)

    papers = (
        Paper(1, "Minutes.pdf", "application/pdf", file=file("application/pdf")),
        Paper(2, "Page.pdf", "application/pdf", file=file("text/html")),
        Paper(3, "Elsewhere", url="https://example.org/a.pdf"),
    )
    public = kept(store, "Published", papers=papers)
    draft = kept(store, "Draft", papers=papers, state=MeetingState.DRAFT)
    strange = kept(store, "Strange", papers=papers, branch="lambeth")
    found = catalogue.paper(public.id, 1)
    assert found is not None
    assert (found.name, found.data) == ("Minutes.pdf", b"data")
    for number, position in ((public.id, 2), (public.id, 3), (public.id, 4), (999, 1)):
        assert catalogue.paper(number, position) is None
    for hidden in (draft, strange):
        assert catalogue.paper(hidden.id, 1) is None


def test_a_paper_that_many_read_is_read_from_the_store_once(
    store: Store, catalogue: StoredCatalogue
) -> None:
    data = b"%PDF-1.7" + bytes(READ_AGAIN // 2)
    ids = [
        store.files.add(name="x", media_type="application/pdf", data=data, now=CHANGED)
        for _ in range(3)
    ]
    papers = tuple(Paper(at, "a.pdf", "application/pdf", file=one) for at, one in enumerate(ids, 1))
    number = kept(store, "Published", papers=papers).id

    def read(position: int) -> bytes:
        found = catalogue.paper(number, position)
        assert found is not None
        return found.data

    first = read(1)
    assert read(1) is first
    # Two large ones are more than is remembered; the one that was read last stays.
    second = read(2)
    assert read(2) is second
    assert read(1) is not first


def test_a_page_never_grows_without_end(store: Store, catalogue: StoredCatalogue) -> None:
    for index in range(MOST_AHEAD + 5):
        kept(store, f"Meeting {index}")
    assert len(catalogue.upcoming("hackney")) == MOST_AHEAD
    assert len(catalogue.meetings("hackney")) == MOST_AHEAD + 5


def test_every_change_gives_the_catalogue_another_version(
    store: Store, catalogue: StoredCatalogue
) -> None:
    seen = {catalogue.version()}
    one = kept(store, "First")
    seen.add(catalogue.version())
    store[Meetings].save(replace(one, title="Second"))
    seen.add(catalogue.version())
    store[Meetings].save(replace(one, papers=(Paper(1, "Link", url="https://example.org"),)))
    seen.add(catalogue.version())
    store[Meetings].discard(one.id)
    seen.add(catalogue.version())
    assert len(seen) == 5
