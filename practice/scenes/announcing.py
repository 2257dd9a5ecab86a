"""Announcements: with a picture, for later, corrected, taken back, agreed to by a second admin."""

import io
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from practice.attachments import Attachment
from practice.poster import poster
from practice.scenes.receipts import before_link, group_names, posted
from practice.show import Show
from relay.time.clock import BranchTime, SystemClock

_LONDON = ZoneInfo("Europe/London")
_BEFORE = timedelta(seconds=3)

MEETING = "Public meeting on Thursday at 7pm, Town Hall, room 2. Bring a friend! #Hackney"
MOVED = "Public meeting on Thursday at 7pm, now at the Library, first floor. Step-free. #Hackney"
POSTER = "A red poster with white letters: Public meeting, Thursday 7pm. A drawing of many hands."
TEA = "Today is our street stall. Tea and cake from ten."
SLIP = "The code of the hall’s back door is 4711"
LUNCH = "Lunch for the picket line: Saturday at noon, outside the depot."


async def ask_for_help(show: Show) -> None:
    """An admin and a member ask what the bot can do."""
    await show.chapter("help")
    await show.types("alex", "help")
    await show.hears("alex", show.words.say("help-admin", branches="Hackney branch"))
    await show.types("mo", "Hi! What is this?")
    await show.hears("mo", show.words.say("help-member"))


async def announce_with_a_picture(show: Show) -> None:
    """From the first word to the receipt."""
    say = show.words.say
    await show.chapter("announce")
    await show.types("alex", f"announce {MEETING}", [_poster()])
    await show.hears("alex", say("announce-ask-description", total=1, index=1))
    await show.types("alex", POSTER)
    preview = await show.hears("alex", MEETING, POSTER, *group_names(show))
    show.group_is_silent(MEETING)
    await show.narrate("tour-nothing-yet")
    await show.reacts("alex", preview, "👍")
    await show.hears("alex", say("announce-posting", number="1"))
    await show.hears("alex", posted(show, bluesky=True))
    for group, viewer in (("board", "mo"), ("chat", "mo"), ("ward", "sam")):
        seen = await show.group_shows(show.groups[group], viewer, MEETING)
        show.expect(_has_clean_picture(seen.attachments), "expected-clean-picture")
    post = await show.bluesky_shows(MEETING)
    show.expect(post.pictures == (POSTER,), "expected-description-on-bluesky")
    await show.narrate("tour-no-name")


async def member_tries(show: Show) -> None:
    """Somebody who is not an admin announces."""
    await show.chapter("member")
    await show.types("mo", "announce Free pizza for everybody at mine!")
    await show.hears("mo", show.words.say("announce-not-admin"))
    show.group_is_silent("Free pizza for everybody at mine!")


async def schedule(show: Show) -> None:
    """An announcement for tomorrow morning, and the queue."""
    say = show.words.say
    await show.chapter("later")
    when = BranchTime(_LONDON, show.words, SystemClock()).spoken(_nine_tomorrow(show))
    await show.types("alex", f"announce tomorrow 9am: {TEA}")
    await show.hears("alex", say("preview-heading-later", branch="Hackney branch", when=when), TEA)
    await show.types("alex", "yes")
    await show.hears("alex", say("announce-scheduled", number="2", when=when))
    await show.types("bea", "queue")
    await show.hears("bea", when, "Today is our street stall.")


async def correct(show: Show) -> None:
    """A change of venue."""
    say = show.words.say
    await show.chapter("edit")
    await show.types("alex", f"edit 1 {MOVED}")
    await show.hears("alex", say("edit-heading", number="1"), MOVED)
    await show.types("alex", "yes")
    await show.hears("alex", say("edit-under-way", number="1"))
    await show.hears("alex", before_link(show, "receipt-edit", number="1"))
    await show.group_shows(show.groups["board"], "mo", MOVED)
    await show.bluesky_shows(MOVED)
    await show.bluesky_lacks(MEETING)


async def retract(show: Show) -> None:
    """Something that should not have been posted."""
    say = show.words.say
    await show.chapter("retract")
    await show.types("bea", f"announce {SLIP}")
    await show.hears("bea", "1. Hackney branch", "2. Haringey branch")
    await show.types("bea", "1")
    await show.hears("bea", SLIP)
    await show.types("bea", "yes")
    await show.hears("bea", say("announce-posting", number="3"))
    await show.hears("bea", posted(show, bluesky=True))
    await show.narrate("tour-oh-no")
    await show.types("bea", "retract 3")
    await show.hears("bea", SLIP)
    await show.types("bea", "yes")
    await show.hears("bea", say("retract-under-way", number="3"))
    done = say("receipt-retract", number="3", groups=3, done=3, bluesky="done")
    await show.hears("bea", done)
    await show.group_hides(show.groups["board"], "mo", SLIP)
    await show.bluesky_lacks(SLIP)


async def two_admins(show: Show) -> None:
    """A branch in which two admins have to agree."""
    say = show.words.say
    await show.chapter("two")
    await show.types("bea", f"announce haringey {LUNCH}")
    await show.hears("bea", LUNCH, say("preview-needs-second-admin"))
    await show.types("bea", "yes")
    await show.hears("bea", say("announce-proposed", number="4", others=1))
    await show.hears("cy", say("proposal-answers", number="4"), LUNCH)
    show.group_is_silent(LUNCH)
    await show.types("bea", "agree 4")
    await show.hears("bea", say("agree-own", number="4"))
    await show.types("cy", "agree 4")
    await show.hears("cy", say("announce-posting", number="4"))
    await show.hears("bea", say("agree-was-agreed", number="4"))
    await show.hears("bea", posted(show, groups=1, bluesky=False))
    await show.group_shows(show.groups["haringey"], "mo", LUNCH)


async def next_morning(show: Show) -> None:
    """What was scheduled goes out."""
    await show.chapter("morning")
    show.group_is_silent(TEA)
    await show.moves_on_to(_nine_tomorrow(show) - _BEFORE)
    await show.hears("alex", posted(show, bluesky=True))
    await show.group_shows(show.groups["board"], "mo", TEA)
    await show.bluesky_shows(TEA)
    show.nobody_heard_more()


def _nine_tomorrow(show: Show) -> datetime:
    tomorrow = show.now().astimezone(_LONDON).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(9), _LONDON).astimezone(UTC)


def _has_clean_picture(files: tuple[Attachment, ...]) -> bool:
    from PIL import Image

    return len(files) == 1 and not Image.open(io.BytesIO(files[0].data)).getexif()


def _poster() -> Attachment:
    return Attachment(poster(), "image/jpeg", "poster.jpg")
