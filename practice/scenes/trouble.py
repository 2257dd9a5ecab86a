"""What goes wrong: Signal wants a captcha, somebody pulls the plug."""

from practice.faults import Fault
from practice.scenes.receipts import OURS, posted
from practice.show import Show

CRECHE = "There will be a crèche on Thursday. Please tell us by Tuesday how many children come."
TALLY = "Thank you all: we were 84 people last night."
CAPTCHA = "signalcaptcha://signal-hcaptcha.practice.solved-by-a-person"


async def captcha(show: Show) -> None:
    """Signal wants proof of a person, and an admin gives it."""
    say = show.words.say
    await show.chapter("captcha")
    await show.types("alex", f"announce {CRECHE}")
    await show.hears("alex", CRECHE)
    solved = CAPTCHA.removeprefix("signalcaptcha://")
    show.signal.put_in_the_way(Fault("captcha", times=None, path="/v2/send", captcha=solved))
    before = len(show.signal.calls)
    await show.types("alex", "yes")
    await show.until(lambda: _refused(show, before), "expected-captcha")
    show.group_is_silent(CRECHE)
    await show.narrate("tour-silence")
    status = await show.relay.command("status")
    await show.reads("tour-host-status", status)
    place, age = say("status-place-signal"), "…"
    blocked = say("status-lane-blocked", place=place, age=age, cause="captcha")
    parts = blocked.split(age)
    show.expect(all(part in status for part in parts), "expected-status", text=blocked)
    await show.narrate("tour-solves")
    await show.types("alex", f"captcha {CAPTCHA}")
    for message in (
        say("announce-posting", number="5"),
        say("captcha-handed-in"),
        say("lane-freed", place="signal"),
        posted(show, bluesky=True),
    ):
        await show.hears("alex", message)
    await show.hears("bea", say("lane-freed", place="signal"))
    await show.group_shows(show.groups["board"], "mo", CRECHE)


async def power_cut(show: Show) -> None:
    """The relay is killed while it posts."""
    say = show.words.say
    await show.chapter("killed")
    await show.types("alex", f"announce {TALLY}")
    await show.hears("alex", TALLY)
    # The second group's call is the moment: the first has the text, the others have not. Nor do
    # they get it before the relay is dead, or it could not know that they had.
    second, third = show.groups["chat"].api_id, show.groups["ward"].api_id
    moment = Fault("drop before", path="/v2/send", recipient=second)
    show.signal.put_in_the_way(moment)
    for group in (second, third):
        never = Fault("drop before", times=None, path="/v2/send", recipient=group)
        show.signal.put_in_the_way(never)
    await show.types("alex", "yes")
    await show.hears("alex", say("announce-posting", number="6"))
    await show.until(lambda: moment not in show.signal.faults.waiting, "expected-second-group")
    await show.relay.kill()
    show.signal.faults.clear()
    await show.group_shows(show.groups["board"], "mo", TALLY)
    await show.narrate("tour-plug-pulled")
    await show.types("mo", "help")
    await show.types("bea", "queue")
    await show.narrate("tour-restarted")
    await show.rehearsal.start_relay()
    await show.hears("mo", say("help-member"))
    await show.hears("bea", "Today is our street stall.")
    await show.hears("alex", posted(show, bluesky=True))
    for group, viewer in (("chat", "mo"), ("ward", "sam")):
        await show.group_shows(show.groups[group], viewer, TALLY)
    await show.bluesky_shows(TALLY)
    for group in OURS:
        shown = show.signal.world.group_chat(show.groups[group].internal_id).messages
        count = sum(message.text == TALLY for message in shown)
        show.expect(count == 1, "expected-once-in-group", group=group, text=TALLY)


def _refused(show: Show, before: int) -> bool:
    return any(call.status == 429 for call in list(show.signal.calls)[before:])
