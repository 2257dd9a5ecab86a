"""What has happened before: announcements, meetings and cases of every kind, by their numbers.

1  posted three days ago                    6  posted and corrected
2  posted an hour ago, and on Bluesky       7  a meeting that was called off
3  waits for tomorrow                       8  posted in Lambeth
4  a meeting, and its groups are asked      9  posted in Southwark, where two agree
5  a meeting every Tuesday                 10  a meeting in Southwark
"""

import re

from behaviour.ground import Ground
from behaviour.play import Play

DAYS = 3
"""How long it all takes, until the moment at which messages are tried."""

_MEETING = (
    "meeting Title: {title}\nWhen: {when}\nWhere: Town Hall\nAgenda: Rents and repairs\n"
    "Papers: https://example.org/rents.pdf\nAccess: step-free"
)


async def live(ground: Ground) -> None:
    """Let it all happen, over three days."""
    alex, dee, cal, eve = (Play(ground, name) for name in ("Alex", "Dee", "Cal", "Eve"))
    await ground.watch()
    await _says(alex, "announce The oldest words.", "yes")
    await alex.wait(days=DAYS)
    await _says(alex, "announce The hall is open from six.", "yes")
    await _says(alex, "announce tomorrow 9am: The fair is on.", "yes")
    await _says(alex, _MEETING.format(title="Branch meeting", when="Thursday 7pm"), "yes")
    await _says(alex, "rsvp 4", "yes")
    await _says(alex, _MEETING.format(title="Advice hour", when="every Tuesday 6pm"), "yes")
    await _says(alex, "announce The fair is on Sundy.", "yes", "edit 6 The fair is on Sunday.")
    await _says(alex, "yes")
    await _says(alex, _MEETING.format(title="Quiz", when="Friday 8pm"), "yes")
    await _says(alex, "cancel 7 because the hall is flooded", "yes")
    await _says(dee, "announce Lambeth meets on Monday.", "2", "yes")
    await _says(cal, "announce Southwark meets too.", "yes")
    await _says(eve, "agree 9")
    await _says(cal, _MEETING.format(title="Southwark meeting", when="Thursday 7pm"), "yes")
    await _says(eve, "agree 10")
    await _cases(ground)
    ground.phone("Lee").leave(ground.place_of("Board"))
    for name in ("Fay", "Gus", "Ren"):
        ground.phone(name).change_safety_number()
        ground.signal.world.fetch_key(ground.phone(name).person)
    await ground.watch()
    await ground.relay.directory.refresh()
    await alex.wait(hours=1, minutes=5)


async def _cases(ground: Ground) -> None:
    for name in ("Rio", "Ria", "Roy", "Ren", "Abe", "Ruy"):
        ground.names[name] = await _report(Play(ground, name), "He shouted at me.", "In the hall.")
    await _says(Play(ground, "Ria"), "There is more.", "yes")
    await _says(Play(ground, "Una"), f"reply {ground.names['Ria']} We believe you.")
    await _says(Play(ground, "Una"), f"close {ground.names['Roy']} resolved")
    await _report(Play(ground, "Ruy"), "And another thing.")


async def _report(writer: Play, *texts: str) -> str:
    await _says(writer, "report", "1", "1", "0", *texts, "done", "send")
    sent = writer.holding("I call it")
    found = re.search(r"I call it (\w+ \w+ \d+)", sent.text if sent else "")
    if found is None:
        raise LookupError(f"{writer.who} has no case: {[m.text for m in writer.shown()]}")
    return found[1]


async def _says(play: Play, *texts: str) -> None:
    for text in texts:
        await play.say(text)
