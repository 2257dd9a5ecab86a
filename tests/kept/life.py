"""A life with one of everything, stopped while all of it is open.

1  posted and corrected twice                5  needs another admin's agreement
2  a meeting; its groups are asked           6  waits to be sent: said yes to, and not delivered
3  a meeting every Tuesday                   7  shown to Alex, waits for a yes
4  waits for tomorrow                        8  of Abe, whose picture has to be described
"""

from behaviour.play import PICTURE, Play, asks_by_poll, report, say, sends

from practice.phones import Phone

_MEETING = (
    "meeting Title: {title}\nWhen: {when}\nWhere: Town Hall\nAgenda: Rents\n"
    "Papers: https://example.org/rents.pdf\nAccess: step-free"
)


async def live(sam: Play) -> None:
    """Let it happen.

    Args:
        sam: of the ground on which it does.
    """
    alex, bea, dee, cal, mo, rio = (sam.of(n) for n in ("Alex", "Bea", "Dee", "Cal", "Mo", "Rio"))
    await sam.ground.watch()
    await say(alex, "announce The fair is on Sundy.", "yes", "edit 1 The fair is on Sunday.", "yes")
    await say(alex, "edit 1 The fair is on Sunday at two.", "yes")
    await say(alex, _MEETING.format(title="Branch meeting", when="Thursday 7pm"), "yes")
    await say(alex, "rsvp 2", "yes")
    _vote(mo.phone, sam, 0)
    _vote(rio.phone, sam, 1)
    await say(mo, "remind me")
    await say(alex, _MEETING.format(title="Advice hour", when="every Tuesday 6pm"), "yes")
    await say(alex, "announce tomorrow 9am: The fair is today.", "yes")
    await say(cal, "announce Southwark meets on Monday.", "yes")
    await _cases(sam)
    await asks_by_poll(mo)
    for name in ("Fay", "Gus"):
        sam.of(name).phone.change_safety_number()
        sam.ground.signal.world.fetch_key(sam.of(name).phone.person)
    await sam.ground.watch()
    await sam.wait(minutes=5)
    # What is left open, each by somebody else.
    await say(sam.of("Pat"), "announce Doors close at nine.")
    sam.of("Pat").phone.say("yes")
    await sam.ground.signal.signal_cli.drained()
    await sam.ground.relay.dispatcher.drain()
    await _leave_open(sam, alex, bea, dee)
    mo.phone.say("meetings")
    await sam.ground.signal.signal_cli.drained()


async def _cases(sam: Play) -> None:
    una = sam.of("Una")
    for name in ("Rio", "Ria", "Roy", "Ruy"):
        sam.ground.names[name] = await report(sam.of(name), "He shouted at me.", "In the hall.")
    await say(una, "claim {Rio}", "note {Rio} She sounds afraid.", "reply {Rio} We believe you.")
    await say(una, "decide {Rio} We talk to him.", "status {Rio} We meet on Thursday.")
    await say(sam.of("Rio"), "phrase one two three four five")
    await say(sam.of("Ria"), "There is more.", "yes")
    await say(una, "close {Roy} resolved")


async def _leave_open(sam: Play, alex: Play, bea: Play, dee: Play) -> None:
    """Nothing of this is delivered but what people are shown: the lanes stand still meanwhile."""
    held = sam.ground.relay.lanes
    sam.ground.relay.lanes = []
    try:
        await say(alex, "announce Tea at four.")
        await sends("announce The new hall.", PICTURE)(sam.of("Abe"))
        await say(bea, "edit 1 The fair is off.")
        await say(dee, "meeting Title: Quiz\nWhen: Friday 8pm", "2")
        await say(sam.of("Una"), "reply {Rio} Ring Sam Example.")
        await say(sam, "report", "1", "1", "0", "She hit me.")
        await sends("", PICTURE)(sam)
        await say(sam.of("Ruy"), "erase")
    finally:
        sam.ground.relay.lanes = held


def _vote(phone: Phone, sam: Play, option: int) -> None:
    board = sam.ground.place_of("Board")
    poll = next(m for m in reversed(phone.messages(board)) if m.question)
    phone.vote(poll.timestamp, (option,), board)
