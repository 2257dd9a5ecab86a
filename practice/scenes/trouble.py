"""What goes wrong: Signal wants a captcha, somebody pulls the plug."""

from practice.faults import Fault
from practice.helping import help_of_member
from practice.scenario import Scenario
from practice.scenes.receipts import OURS, posted

CRECHE = "There will be a crèche on Thursday. Please tell us by Tuesday how many children come."
TALLY = "Thank you all: we were 84 people last night."
CAPTCHA = "signalcaptcha://signal-hcaptcha.practice.solved-by-a-person"


async def captcha(scenario: Scenario) -> None:
    """Signal wants proof of a person, and an admin gives it."""
    say = scenario.words.say
    await scenario.chapter("captcha")
    await scenario.types("alex", f"announce {CRECHE}")
    await scenario.hears("alex", CRECHE)
    solved = CAPTCHA.removeprefix("signalcaptcha://")
    scenario.signal.put_in_the_way(Fault("captcha", times=None, path="/v2/send", captcha=solved))
    before = len(scenario.signal.calls)
    await scenario.types("alex", "yes")
    await scenario.until(lambda: _refused(scenario, before), "expected-captcha")
    scenario.group_is_silent(CRECHE)
    await scenario.narrate("tour-silence")
    status = await scenario.relay.command("status")
    await scenario.reads("tour-host-status", status)
    place, age = say("status-place-signal"), "…"
    blocked = say("status-lane-blocked", place=place, age=age, cause="captcha")
    parts = blocked.split(age)
    scenario.expect(all(part in status for part in parts), "expected-status", text=blocked)
    await scenario.narrate("tour-solves")
    await scenario.types("alex", f"captcha {CAPTCHA}")
    for message in (
        say("announce-posting", number="5"),
        say("captcha-handed-in"),
        say("lane-freed", where=say("place-signal")),
        posted(scenario, bluesky=True),
    ):
        await scenario.hears("alex", message)
    await scenario.hears("bea", say("lane-freed", where=say("place-signal")))
    await scenario.group_shows(scenario.groups["board"], "mo", CRECHE)


async def power_cut(scenario: Scenario) -> None:
    """The relay is killed while it posts."""
    say = scenario.words.say
    await scenario.chapter("killed")
    await scenario.types("alex", f"announce {TALLY}")
    await scenario.hears("alex", TALLY)
    # The second group's call is the moment: the first has the text, the others have not. Nor do
    # they get it before the relay is dead, or it could not know that they had.
    second, third = scenario.groups["chat"].api_id, scenario.groups["ward"].api_id
    moment = Fault("drop before", path="/v2/send", recipient=second)
    scenario.signal.put_in_the_way(moment)
    for group in (second, third):
        never = Fault("drop before", times=None, path="/v2/send", recipient=group)
        scenario.signal.put_in_the_way(never)
    await scenario.types("alex", "yes")
    await scenario.hears("alex", say("announce-posting", number="6"))
    await scenario.until(
        lambda: moment not in scenario.signal.faults.waiting, "expected-second-group"
    )
    await scenario.relay.kill()
    scenario.signal.faults.clear()
    await scenario.group_shows(scenario.groups["board"], "mo", TALLY)
    await scenario.narrate("tour-plug-pulled")
    await scenario.types("mo", "help")
    await scenario.types("bea", "queue")
    await scenario.narrate("tour-restarted")
    await scenario.rehearsal.start_relay()
    await scenario.hears("mo", help_of_member(scenario.words))
    await scenario.hears("bea", "Today is our street stall.")
    await scenario.hears("alex", posted(scenario, bluesky=True))
    for group, viewer in (("chat", "mo"), ("ward", "sam")):
        await scenario.group_shows(scenario.groups[group], viewer, TALLY)
    await scenario.bluesky_shows(TALLY)
    for group in OURS:
        shown = scenario.signal.world.group_chat(scenario.groups[group].internal_id).messages
        count = sum(message.text == TALLY for message in shown)
        scenario.expect(count == 1, "expected-once-in-group", group=group, text=TALLY)


def _refused(scenario: Scenario, before: int) -> bool:
    return any(call.status == 429 for call in list(scenario.signal.calls)[before:])
