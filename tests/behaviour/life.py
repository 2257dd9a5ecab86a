"""What has happened before: announcements, meetings and cases of every kind, by their numbers.

1  posted three days ago                    6  posted and corrected
2  posted an hour ago, and on Bluesky       7  a meeting that was called off
3  waits for tomorrow                       8  posted in Lambeth
4  a meeting, and its groups are asked      9  posted in Southwark, where two agree
5  a meeting every Tuesday                 10  a meeting in Southwark
"""

from behaviour.ground import Ground
from behaviour.play import Play, report, say

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
    await say(alex, "announce The oldest words.", "yes")
    await alex.wait(days=DAYS)
    await say(alex, "announce The hall is open from six.", "yes")
    await say(alex, "announce tomorrow 9am: The fair is on.", "yes")
    await say(alex, _MEETING.format(title="Branch meeting", when="Thursday 7pm"), "yes")
    await say(alex, "rsvp 4", "yes")
    await say(alex, _MEETING.format(title="Advice hour", when="every Tuesday 6pm"), "yes")
    await say(alex, "announce The fair is on Sundy.", "yes", "edit 6 The fair is on Sunday.")
    await say(alex, "yes")
    await say(alex, _MEETING.format(title="Quiz", when="Friday 8pm"), "yes")
    await say(alex, "cancel 7 because the hall is flooded", "yes")
    await say(dee, "announce Lambeth meets on Monday.", "2", "yes")
    await say(cal, "announce Southwark meets too.", "yes")
    await say(eve, "agree 9")
    await say(cal, _MEETING.format(title="Southwark meeting", when="Thursday 7pm"), "yes")
    await say(eve, "agree 10")
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
        ground.names[name] = await report(Play(ground, name), "He shouted at me.", "In the hall.")
    await say(Play(ground, "Ria"), "There is more.", "yes")
    await say(Play(ground, "Una"), f"reply {ground.names['Ria']} We believe you.")
    await say(Play(ground, "Una"), f"close {ground.names['Roy']} resolved")
    await report(Play(ground, "Ruy"), "And another thing.")
