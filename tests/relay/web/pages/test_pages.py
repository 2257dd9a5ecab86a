"""What the pages say."""

import json
from dataclasses import replace
from datetime import timedelta

from catalogues import NOW, changed, full_meeting, meeting
from icalendar import Calendar
from lxml import html
from servedpages import Served

from relay.meetings.changes import Move
from relay.meetings.meeting import Change, MeetingState, Place


def _text(page: str) -> str:
    return " ".join(html.fromstring(page.encode()).text_content().split())


async def test_the_first_page_names_branches_with_their_next_meeting(served: Served) -> None:
    page = _text(await served.text("/"))
    assert "Hackney branch Next: Annual general meeting, Thursday 26 November at 7 pm" in page
    assert "Cangen Caerdydd ŵ No meeting planned yet" in page


async def test_a_branch_lists_what_comes_and_what_was(served: Served) -> None:
    served.catalogue.known[9] = meeting(9, "Film night", start=NOW - timedelta(days=3))
    page = _text(await served.text("/b/hackney"))
    assert page.index("Coming up") < page.index("Annual general meeting")
    assert page.index("Annual general meeting") < page.index("Recently") < page.index("Film night")
    assert "Hackney Town Hall, Mare Street, London E8 1EA, and online" in page


async def test_a_meeting_says_everything(served: Served) -> None:
    page = await served.text("/m/12")
    text = _text(page)
    for piece in (
        "Annual general meeting",
        "Thursday 26 November at 7 pm until 9:30 pm",
        "Step-free from Reading Lane.",
        "1. Welcome",
        "Tea afterwards.",
        "Papers Minutes of October.pdf Rent survey",
    ):
        assert piece in text
    links = [link for _, _, link, _ in html.fromstring(page.encode()).iterlinks()]
    assert "https://example.org/rents?a=1&b=2" in links
    assert "https://example.org/survey" in links
    assert "https://meet.example.org/h" in links
    assert (
        "https://www.openstreetmap.org/search?query="
        "Hackney%20Town%20Hall%2C%20Mare%20Street%2C%20London%20E8%201EA"
    ) in links
    assert "/m/12.ics" in links


async def test_what_nobody_said_is_not_made_up(served: Served) -> None:
    served.catalogue.known[13] = meeting(13, place=Place(), access="")
    text = _text(await served.text("/m/13"))
    assert "until" not in text
    assert "Doors" not in text
    assert "Agenda" not in text
    assert "Papers" not in text
    assert "Place to be announced" in text
    assert "Nothing has been said about access yet." in text


async def test_a_cancelled_meeting_says_so_first_and_everywhere(served: Served) -> None:
    served.catalogue.known[12] = replace(
        full_meeting(), state=MeetingState.CANCELLED, reason="The hall is flooded"
    )
    page = await served.text("/m/12")
    text = _text(page)
    assert "This meeting is cancelled. Reason: The hall is flooded" in text
    assert text.index("This meeting is cancelled.") < text.index("When")
    assert "<title>Cancelled: Annual general meeting, Hackney branch</title>" in page
    assert 'content="Cancelled. It was planned for Thursday' in page
    assert "Cancelled: The hall is flooded" in _text(await served.text("/b/hackney"))
    assert "Cancelled: Annual general meeting" in _text(await served.text("/"))
    assert "Cancelled: Annual general meeting" in await served.text("/b/hackney/feed.atom")
    assert _data(page)["eventStatus"] == "https://schema.org/EventCancelled"


async def test_a_series_is_not_cancelled_because_one_date_is(served: Served) -> None:
    weekly = meeting(14, "Surgery", rule="FREQ=WEEKLY")
    off = Change(original=weekly.start, start=weekly.start, cancelled=True, reason="Strike")
    served.catalogue.known[14] = replace(weekly, changes=(off,))
    page = await served.text("/m/14")
    assert "<title>Surgery, Hackney branch</title>" in page
    assert "The next date is cancelled. Reason: Strike" in _text(page)
    listed = html.fromstring((await served.text("/b/hackney")).encode())
    (heading, *_) = [one for one in listed.xpath("//h3") if "Surgery" in one.text_content()]
    assert heading.text_content() == "Cancelled: Strike Surgery"
    feed = await served.text("/b/hackney/feed.atom")
    assert "Cancelled: Strike" in feed
    assert "<title>Surgery</title>" in feed


async def test_a_moved_date_of_a_series_says_what_it_was(served: Served) -> None:
    weekly = meeting(14, "Surgery", rule="FREQ=WEEKLY")
    moved = Change(original=weekly.start, start=weekly.start + timedelta(days=1))
    served.catalogue.known[14] = replace(weekly, changes=(moved,))
    page = await served.text("/m/14")
    text = _text(page)
    assert "This date was moved. It was planned for Thursday 26 November at 7 pm." in text
    assert "Friday 27 November at 7 pm" in text
    assert "More dates Thursday 3 December at 7 pm Thursday 10 December at 7 pm" in text
    data = _data(page)
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["previousStartDate"] == "2026-11-26T19:00:00+00:00"


async def test_a_single_date_that_was_moved_says_so_everywhere(served: Served) -> None:
    friday = full_meeting().start + timedelta(days=1)
    served.catalogue.known[12] = changed(full_meeting(), Move(start=friday))
    was = "Was planned for Thursday 26 November at 7 pm"
    page = await served.text("/m/12")
    text = _text(page)
    assert "This date was moved. It was planned for Thursday 26 November at 7 pm." in text
    assert f"When Friday 27 November at 7 pm until 9:30 pm {was}" in text
    assert html.fromstring(page.encode()).xpath("string(//s)").startswith("Thursday 26")
    assert "<title>Moved: Annual general meeting, Hackney branch</title>" in page
    assert 'content="Moved: Annual general meeting"' in page
    assert 'content="Moved to Friday 27 November at 7 pm until 9:30 pm. It was planned for' in page
    assert f"Moved Annual general meeting Friday 27 November at 7 pm until 9:30 pm {was}" in _text(
        await served.text("/b/hackney")
    )
    assert "Moved" in await served.text("/b/hackney/feed.atom")
    assert "Moved from Thursday 26 November at 7 pm: Annual general meeting. Friday" in page
    data = _data(page)
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["previousStartDate"] == "2026-11-26T19:00:00+00:00"
    assert data["startDate"] == "2026-11-27T19:00:00+00:00"


async def test_the_data_block_tells_what_an_event_is(served: Served) -> None:
    data = _data(await served.text("/m/12"))
    assert data == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Annual general meeting",
        "startDate": "2026-11-26T19:00:00+00:00",
        "endDate": "2026-11-26T21:30:00+00:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "description": "Thursday 26 November at 7 pm until 9:30 pm. Hackney Town Hall, Mare"
        " Street, London E8 1EA, and online.",
        "organizer": {
            "@type": "Organization",
            "name": "Hackney branch",
            "url": "https://meetings.example.org/b/hackney",
        },
        "url": "https://meetings.example.org/m/12",
        "image": "https://meetings.example.org/m/12/card.png",
        "location": [
            {
                "@type": "Place",
                "name": "Hackney Town Hall",
                "address": "Hackney Town Hall, Mare Street, London E8 1EA",
            },
            {"@type": "VirtualLocation", "url": "https://meet.example.org/h"},
        ],
    }


async def test_a_summer_meeting_has_the_offset_of_summer(served: Served) -> None:
    summer = NOW.replace(month=7, day=1, year=2027, hour=18)
    served.catalogue.known[15] = meeting(15, start=summer)
    page = await served.text("/m/15")
    assert 'datetime="2027-07-01T19:00+01:00"' in page
    assert _data(page)["startDate"] == "2027-07-01T19:00:00+01:00"


async def test_a_pasted_link_shows_the_card(served: Served) -> None:
    page = html.fromstring((await served.text("/m/12")).encode())

    def said(name: str) -> str:
        return str(page.xpath(f"string(//meta[@property='{name}']/@content)"))

    assert said("og:title") == "Annual general meeting"
    assert said("og:site_name") == "Hackney branch"
    assert said("og:url") == "https://meetings.example.org/m/12"
    assert said("og:image") == "https://meetings.example.org/m/12/card.png"
    assert said("og:image:alt") == page.xpath("string(//article//img/@alt)") != ""
    assert page.xpath("string(//link[@rel='canonical']/@href)") == said("og:url")


async def test_the_card_is_a_picture_of_the_size_that_is_promised(served: Served) -> None:
    answer = await served.client.get("/m/12/card.png")
    assert answer.headers["Content-Type"] == "image/png"
    body = await answer.read()
    assert body.startswith(b"\x89PNG")
    assert (int.from_bytes(body[16:20]), int.from_bytes(body[20:24])) == (1200, 630)


async def test_calendars_hold_one_meeting_a_branch_or_everything(served: Served) -> None:
    served.catalogue.known[20] = meeting(20, "Cyfarfod", branch="caerdydd")
    found = {}
    for path in ("/m/12.ics", "/b/hackney/calendar.ics", "/calendar.ics"):
        answer = await served.client.get(path)
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        calendar = Calendar.from_ical(await answer.read())
        found[path] = {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
    assert found == {
        "/m/12.ics": {"Annual general meeting"},
        "/b/hackney/calendar.ics": {"Annual general meeting"},
        "/calendar.ics": {"Annual general meeting", "Cyfarfod"},
    }


def _data(page: str) -> dict[str, object]:
    data: dict[str, object] = json.loads(
        html.fromstring(page.encode()).xpath("string(//script[@type='application/ld+json'])")
    )
    return data
