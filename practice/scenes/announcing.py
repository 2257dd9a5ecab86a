"""Announcements: with a picture, for later, corrected, taken back, agreed to by a second admin."""

import io
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from practice.attachments import Attachment
from practice.helping import help_of_admin, help_of_member
from practice.poster import poster
from practice.scenario import Scenario
from practice.scenes.receipts import before_link, group_names, posted
from relay.time.clock import BranchTime, SystemClock

_LONDON = ZoneInfo("Europe/London")
_BEFORE = timedelta(seconds=3)

MEETING = "Public meeting on Thursday at 7pm, Town Hall, room 2. Bring a friend! #Hackney"
MOVED = "Public meeting on Thursday at 7pm, now at the Library, first floor. Step-free. #Hackney"
POSTER = "A red poster with white letters: Public meeting, Thursday 7pm. A drawing of many hands."
TEA = "Today is our street stall. Tea and cake from ten."
STALL = "street stall"
SLIP = "The code of the hall’s back door is 4711"
LUNCH = "Lunch for the picket line: Saturday at noon, outside the depot."


async def ask_for_help(scenario: Scenario) -> None:
    """An admin and a member ask what the bot can do."""
    await scenario.chapter("help")
    await scenario.types("alex", "help")
    await scenario.hears("alex", help_of_admin(scenario.words, "Hackney branch"))
    await scenario.types("mo", "Hi!")
    await scenario.hears("mo", help_of_member(scenario.words))


async def announce_with_a_picture(scenario: Scenario) -> None:
    """From the first word to the receipt."""
    say = scenario.words.say
    await scenario.chapter("announce")
    await scenario.types("alex", f"announce {MEETING}", [_poster()])
    await scenario.hears("alex", say("announce-ask-description", total=1, index=1))
    await scenario.types("alex", POSTER)
    preview = await scenario.hears("alex", MEETING, POSTER, *group_names(scenario))
    scenario.group_is_silent(MEETING)
    await scenario.narrate("tour-nothing-yet")
    await scenario.reacts("alex", preview, "👍")
    await scenario.hears("alex", say("announce-posting", number="1"))
    await scenario.hears("alex", posted(scenario, bluesky=True))
    for group, viewer in (("board", "mo"), ("chat", "mo"), ("ward", "sam")):
        seen = await scenario.group_shows(scenario.groups[group], viewer, MEETING)
        scenario.expect(_has_clean_picture(seen.attachments), "expected-clean-picture")
    post = await scenario.bluesky_shows(MEETING)
    scenario.expect(post.pictures == (POSTER,), "expected-description-on-bluesky")
    await scenario.narrate("tour-no-name")


async def member_tries(scenario: Scenario) -> None:
    """Somebody who is not an admin announces."""
    await scenario.chapter("member")
    await scenario.types("mo", "announce Free pizza for everybody at mine!")
    await scenario.hears("mo", scenario.words.say("announce-not-admin"))
    scenario.group_is_silent("Free pizza for everybody at mine!")


async def schedule(scenario: Scenario) -> None:
    """An announcement for tomorrow morning, and the queue."""
    say = scenario.words.say
    await scenario.chapter("later")
    when = BranchTime(_LONDON, scenario.words, SystemClock()).spoken(_nine_tomorrow(scenario))
    await scenario.types("alex", f"announce tomorrow 9am: {TEA.replace(STALL, f'*{STALL}*')}")
    await scenario.hears(
        "alex", say("preview-heading-later", branch="Hackney branch", when=when), TEA
    )
    await scenario.types("alex", "yes")
    await scenario.hears("alex", say("announce-scheduled", number="2", when=when))
    await scenario.types("bea", "queue")
    await scenario.hears("bea", when, "Today is our street stall.")


async def correct(scenario: Scenario) -> None:
    """A change of venue."""
    say = scenario.words.say
    await scenario.chapter("edit")
    await scenario.types("alex", f"edit 1 {MOVED}")
    await scenario.hears("alex", say("edit-heading", number="1"), MOVED)
    await scenario.types("alex", "yes")
    await scenario.hears("alex", say("edit-under-way", number="1"))
    await scenario.hears("alex", before_link(scenario, "receipt-edit", number="1"))
    await scenario.group_shows(scenario.groups["board"], "mo", MOVED)
    await scenario.bluesky_shows(MOVED)
    await scenario.bluesky_lacks(MEETING)
    await scenario.narrate("tour-counts")
    await scenario.types("alex", "stats 1")
    bluesky = say("bluesky-place")
    await scenario.hears("alex", say("stats-asked", places=bluesky, blocked="no"))
    await scenario.hears(
        "alex", say("stats-counted", number="1", place=bluesky, likes=0, reposts=0)
    )


async def retract(scenario: Scenario) -> None:
    """Something that should not have been posted."""
    say = scenario.words.say
    await scenario.chapter("retract")
    await scenario.types("bea", f"announce {SLIP}")
    await scenario.hears("bea", "1. Hackney branch", "2. Haringey branch")
    await scenario.types("bea", "1")
    await scenario.hears("bea", SLIP)
    await scenario.types("bea", "yes")
    await scenario.hears("bea", say("announce-posting", number="3"))
    await scenario.hears("bea", posted(scenario, bluesky=True))
    await scenario.narrate("tour-oh-no")
    await scenario.types("bea", "retract 3")
    await scenario.hears("bea", SLIP)
    await scenario.types("bea", "yes")
    await scenario.hears("bea", say("retract-under-way", number="3"))
    reached = say("receipt-places", first=say("bluesky-place"), more=say("place-page"))
    places = {"reached": reached, "failed": "none"}
    done = say("receipt-retract", number="3", groups=3, done=3, **places)
    await scenario.hears("bea", done)
    await scenario.group_hides(scenario.groups["board"], "mo", SLIP)
    await scenario.bluesky_lacks(SLIP)


async def two_admins(scenario: Scenario) -> None:
    """A branch in which two admins have to agree."""
    say = scenario.words.say
    await scenario.chapter("two")
    await scenario.types("bea", f"announce haringey {LUNCH}")
    await scenario.hears("bea", LUNCH, say("preview-needs-second-admin"))
    await scenario.types("bea", "yes")
    await scenario.hears("bea", say("announce-proposed", number="4", others=1))
    await scenario.hears("cy", say("proposal-answers", number="4"), LUNCH)
    scenario.group_is_silent(LUNCH)
    await scenario.types("bea", "agree 4")
    await scenario.hears("bea", say("agree-own", number="4"))
    await scenario.types("cy", "agree 4")
    await scenario.hears("cy", say("announce-posting", number="4"))
    await scenario.hears("bea", say("agree-was-agreed", number="4"))
    await scenario.hears("bea", posted(scenario, groups=1, bluesky=False))
    await scenario.group_shows(scenario.groups["haringey"], "mo", LUNCH)


async def next_morning(scenario: Scenario) -> None:
    """What was scheduled goes out."""
    await scenario.chapter("morning")
    scenario.group_is_silent(TEA)
    await scenario.moves_on_to(_nine_tomorrow(scenario) - _BEFORE)
    await scenario.hears("alex", posted(scenario, bluesky=True))
    seen = await scenario.group_shows(scenario.groups["board"], "mo", TEA)
    scenario.expect([one.style for one in seen.content.styles] == ["BOLD"], "expected-bold")
    await scenario.bluesky_shows(TEA)
    scenario.nobody_heard_more()


def _nine_tomorrow(scenario: Scenario) -> datetime:
    tomorrow = scenario.now().astimezone(_LONDON).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(9), _LONDON).astimezone(UTC)


def _has_clean_picture(files: tuple[Attachment, ...]) -> bool:
    from PIL import Image

    return len(files) == 1 and not Image.open(io.BytesIO(files[0].data)).getexif()


def _poster() -> Attachment:
    return Attachment(poster(), "image/jpeg", "poster.jpg")
