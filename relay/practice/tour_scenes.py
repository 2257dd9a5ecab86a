"""The tour's chapters. People type what stands here; the narrator is in tour.ftl."""

import io
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from relay.clock import BranchTime, SystemClock
from relay.practice.attachments import Attachment
from relay.practice.faults import Fault
from relay.practice.show import Show

_LONDON = ZoneInfo("Europe/London")
_BEFORE = timedelta(seconds=3)
_OURS = ("board", "chat", "ward")

MEETING = "Public meeting on Thursday at 7pm, Town Hall, room 2. Bring a friend! #Hackney"
MOVED = "Public meeting on Thursday at 7pm, now at the Library, first floor. Step-free. #Hackney"
POSTER = "A red poster with white letters: Public meeting, Thursday 7pm. A drawing of many hands."
TEA = "Today is our street stall. Tea and cake from ten."
SLIP = "The code of the hall’s back door is 4711"
LUNCH = "Lunch for the picket line: Saturday at noon, outside the depot."
CRECHE = "There will be a crèche on Thursday. Please tell us by Tuesday how many children come."
TALLY = "Thank you all: we were 84 people last night."
STORY = "The chair shouts at people in meetings, and on Monday he stood in my way."
ANSWER = "Thank you for telling us. We believe you. What would help you now?"
CAPTCHA = "signalcaptcha://signal-hcaptcha.practice.solved-by-a-person"


async def ask_for_help(show: Show) -> None:
    """An admin and a member ask what the bot can do."""
    show.chapter("help")
    show.types("alex", "help")
    await show.hears("alex", show.words.say("help-admin", branches="Hackney branch"))
    show.types("mo", "Hi! What is this?")
    await show.hears("mo", show.words.say("help-member"))


async def announce_with_a_picture(show: Show) -> None:
    """From the first word to the receipt."""
    say = show.words.say
    show.chapter("announce")
    show.types("alex", f"announce {MEETING}", [_poster()])
    await show.hears("alex", say("announce-ask-description", total=1, index=1))
    show.types("alex", POSTER)
    preview = await show.hears("alex", MEETING, POSTER, *_group_names(show))
    show.group_is_silent(MEETING)
    show.narrate("tour-nothing-yet")
    show.reacts("alex", preview, "👍")
    await show.hears("alex", say("announce-posting", number="1"))
    await show.hears("alex", _posted(show, bluesky=True))
    for group, viewer in (("board", "mo"), ("chat", "mo"), ("ward", "sam")):
        seen = await show.group_shows(show.groups[group], viewer, MEETING)
        show.expect(_has_clean_picture(seen.attachments), "expected-clean-picture")
    post = await show.bluesky_shows(MEETING)
    show.expect(post.pictures == (POSTER,), "expected-description-on-bluesky")
    show.narrate("tour-no-name")


async def member_tries(show: Show) -> None:
    """Somebody who is not an admin announces."""
    show.chapter("member")
    show.types("mo", "announce Free pizza for everybody at mine!")
    await show.hears("mo", show.words.say("announce-not-admin"))
    show.group_is_silent("Free pizza for everybody at mine!")


async def schedule(show: Show) -> None:
    """An announcement for tomorrow morning, and the queue."""
    say = show.words.say
    show.chapter("later")
    when = BranchTime(_LONDON, show.words, SystemClock()).spoken(_nine_tomorrow())
    show.types("alex", f"announce tomorrow 9am: {TEA}")
    await show.hears("alex", say("preview-heading-later", branch="Hackney branch", when=when), TEA)
    show.types("alex", "yes")
    await show.hears("alex", say("announce-scheduled", number="2", when=when))
    show.types("bea", "queue")
    await show.hears("bea", when, "Today is our street stall.")


async def correct(show: Show) -> None:
    """A change of venue."""
    say = show.words.say
    show.chapter("edit")
    show.types("alex", f"edit 1 {MOVED}")
    await show.hears("alex", say("edit-heading", number="1"), MOVED)
    show.types("alex", "yes")
    await show.hears("alex", say("edit-under-way", number="1"))
    await show.hears("alex", _before_link(show, "receipt-edit", number="1"))
    await show.group_shows(show.groups["board"], "mo", MOVED)
    await show.bluesky_shows(MOVED)
    await show.bluesky_lacks(MEETING)


async def retract(show: Show) -> None:
    """Something that should not have been posted."""
    say = show.words.say
    show.chapter("retract")
    show.types("bea", f"announce {SLIP}")
    await show.hears("bea", "1. Hackney branch", "2. Haringey branch")
    show.types("bea", "1")
    await show.hears("bea", SLIP)
    show.types("bea", "yes")
    await show.hears("bea", say("announce-posting", number="3"))
    await show.hears("bea", _posted(show, bluesky=True))
    show.narrate("tour-oh-no")
    show.types("bea", "retract 3")
    await show.hears("bea", SLIP)
    show.types("bea", "yes")
    await show.hears("bea", say("retract-under-way", number="3"))
    done = say("receipt-retract", number="3", groups=3, done=3, bluesky="done")
    await show.hears("bea", done)
    await show.group_hides(show.groups["board"], "mo", SLIP)
    await show.bluesky_lacks(SLIP)


async def two_admins(show: Show) -> None:
    """A branch in which two admins have to agree."""
    say = show.words.say
    show.chapter("two")
    show.types("bea", f"announce haringey {LUNCH}")
    await show.hears("bea", LUNCH, say("preview-needs-second-admin"))
    show.types("bea", "yes")
    await show.hears("bea", say("announce-proposed", number="4", others=1))
    await show.hears("cy", say("proposal-answers", number="4"), LUNCH)
    show.group_is_silent(LUNCH)
    show.types("bea", "agree 4")
    await show.hears("bea", say("agree-own", number="4"))
    show.types("cy", "agree 4")
    await show.hears("cy", say("announce-posting", number="4"))
    await show.hears("bea", say("agree-was-agreed", number="4"))
    await show.hears("bea", _posted(show, groups=1, bluesky=False))
    await show.group_shows(show.groups["haringey"], "mo", LUNCH)


async def report(show: Show) -> None:
    """Somebody reports, the team answers, and whom it is about hears of nothing."""
    say = show.words.say
    show.chapter("report")
    show.types("rio", "report")
    await show.hears("rio", "• Hackney safeguarding team: 2 people (Chair, Welfare officer)")
    await show.hears("rio", "call 999")
    await show.hears("rio", say("report-ask-track"))
    show.types("rio", "2")
    await show.hears("rio", "1. Chair", "2. Welfare officer")
    show.narrate("tour-about-chair")
    show.types("rio", "1")
    await show.hears("rio", "One person", "(Welfare officer)")
    show.types("rio", STORY)
    await show.hears("rio", say("report-first-part"))
    show.types("rio", "done")
    await show.hears("rio", say("report-left-out", roles="Chair"))
    show.types("rio", "send")
    sent = await show.hears("rio", "I call it ")
    case = sent.text.partition("I call it ")[2].partition(".")[0]
    await show.hears("rio", "passphrase")
    await show.hears("una", say("casework-new", case=case, parts=1))
    part = await show.hears("una", say("casework-part", case=case, number=1), STORY)
    show.knows_nothing_of("una", "rio")
    show.narrate("tour-no-reporter")
    show.quotes("una", part, ANSWER)
    await show.hears("rio", say("casework-answer", case=case, text=ANSWER))
    await show.hears(
        "una", say("casework-answer-sent", case=case, role="Welfare officer", others=0)
    )
    show.knows_nothing_of("rio", "una")
    show.narrate("tour-chair-asks")
    show.types("vic", "cases")
    await show.hears("vic", say("casework-list-empty"))
    show.types("vic", f"case {case}")
    await show.hears("vic", say("casework-unknown"))
    show.nobody_heard_more()
    show.group_is_silent(STORY)


async def captcha(show: Show) -> None:
    """Signal wants proof of a person, and an admin gives it."""
    say = show.words.say
    show.chapter("captcha")
    show.types("alex", f"announce {CRECHE}")
    await show.hears("alex", CRECHE)
    solved = CAPTCHA.removeprefix("signalcaptcha://")
    show.signal.put_in_the_way(Fault("captcha", times=None, path="/v2/send", captcha=solved))
    before = len(show.signal.calls)
    show.types("alex", "yes")
    await show.until(lambda: _refused(show, before), "expected-captcha")
    show.group_is_silent(CRECHE)
    show.narrate("tour-silence")
    status = await show.relay.command("status")
    show.reads("tour-host-status", status)
    blocked = say("status-lane-blocked", lane="signal", cause="captcha")
    show.expect(blocked in status, "expected-status", text=blocked)
    show.narrate("tour-solves")
    show.types("alex", f"captcha {CAPTCHA}")
    for message in (
        say("announce-posting", number="5"),
        say("captcha-handed-in"),
        say("lane-freed", place="signal"),
        _posted(show, bluesky=True),
    ):
        await show.hears("alex", message)
    await show.hears("bea", say("lane-freed", place="signal"))
    await show.group_shows(show.groups["board"], "mo", CRECHE)


async def power_cut(show: Show) -> None:
    """The relay is killed while it posts."""
    say = show.words.say
    show.chapter("killed")
    show.types("alex", f"announce {TALLY}")
    await show.hears("alex", TALLY)
    # The second group's call is the moment: the first has the text, the others have not.
    second = show.groups["chat"].api_id
    show.signal.put_in_the_way(Fault("drop before", path="/v2/send", recipient=second))
    show.types("alex", "yes")
    await show.hears("alex", say("announce-posting", number="6"))
    await show.until(lambda: not show.signal.faults.waiting, "expected-second-group")
    await show.relay.kill()
    await show.group_shows(show.groups["board"], "mo", TALLY)
    show.narrate("tour-plug-pulled")
    show.types("mo", "help")
    show.types("bea", "queue")
    show.narrate("tour-restarted")
    await show.rehearsal.start_relay()
    await show.hears("mo", say("help-member"))
    await show.hears("bea", "Today is our street stall.")
    await show.hears("alex", _posted(show, bluesky=True))
    for group, viewer in (("chat", "mo"), ("ward", "sam")):
        await show.group_shows(show.groups[group], viewer, TALLY)
    await show.bluesky_shows(TALLY)
    for group in _OURS:
        posted = show.signal.world.group_chat(show.groups[group].internal_id).messages
        count = sum(message.text == TALLY for message in posted)
        show.expect(count == 1, "expected-once-in-group", group=group, text=TALLY)


async def next_morning(show: Show) -> None:
    """What was scheduled goes out."""
    show.chapter("morning")
    show.group_is_silent(TEA)
    await show.rehearsal.move_on(_nine_tomorrow() - _BEFORE - datetime.now(UTC))
    await show.hears("alex", _posted(show, bluesky=True))
    await show.group_shows(show.groups["board"], "mo", TEA)
    await show.bluesky_shows(TEA)
    show.nobody_heard_more()


Scene = Callable[[Show], Awaitable[None]]

SCENES: tuple[Scene, ...] = (
    ask_for_help,
    announce_with_a_picture,
    member_tries,
    schedule,
    correct,
    retract,
    two_admins,
    report,
    captcha,
    power_cut,
    next_morning,
)


def _nine_tomorrow() -> datetime:
    tomorrow = datetime.now(_LONDON).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(9), _LONDON).astimezone(UTC)


def _group_names(show: Show) -> list[str]:
    return [show.groups[name].name for name in _OURS]


def _posted(show: Show, *, groups: int = 3, bluesky: bool) -> str:
    code = "done" if bluesky else "none"
    return _before_link(show, "receipt-post", groups=groups, bluesky=code)


def _before_link(
    show: Show, message_id: str, *, groups: int = 3, bluesky: str = "done", **args: str
) -> str:
    """A receipt up to its link, which nobody can know before."""
    counts: dict[str, str | int] = {"done": groups, "groups": groups, "bluesky": bluesky}
    return show.words.say(message_id, link="https://", **counts, **args).partition("https://")[0]


def _refused(show: Show, before: int) -> bool:
    return any(call.status == 429 for call in list(show.signal.calls)[before:])


def _has_clean_picture(files: tuple[Attachment, ...]) -> bool:
    from PIL import Image

    return len(files) == 1 and not Image.open(io.BytesIO(files[0].data)).getexif()


def _poster() -> Attachment:
    """A photograph as a phone takes it: with the place it was taken at inside."""
    from PIL import Image

    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 44.0), 3: "W", 4: (0.0, 3.0, 19.0)})
    out = io.BytesIO()
    Image.effect_noise((800, 600), 40).convert("RGB").save(out, "JPEG", exif=exif)
    return Attachment(out.getvalue(), "image/jpeg", "poster.jpg")
