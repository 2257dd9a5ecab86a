"""States of complaints, decisions, talks and appeals, once somebody moderates the groups.

Mo complains of what Lee has written. Bea and Dee, who are admins too, and Vic, who reads reports
of harm as well, moderate.
"""

import re

from behaviour.messages import ASKED, CONDUCT
from behaviour.play import Act, Play
from behaviour.state import State, does

RUDE = "You lot are rats"
_CODE = re.compile(r"\b[A-Z2-9]{8}$")
_NUMBER = re.compile(r"number (\d{3,})")


async def _moderated(play: Play) -> None:
    """Somebody moderates the groups, which are kept, and Lee has written into one."""
    await play.ground.declare_groups(("Bea", "Dee", "Vic"))
    for number in (1, 2, 3, 4):
        await play.of("Alex").say(f"groups keep {number}")
        await play.of("Alex").say("yes")
    await looked(play)
    play.ground.phone("Lee").say(RUDE, to=play.ground.place_of("Chat"))
    await play.ground.carry()
    # What was heard is written down, so that a moment that is gone back to has it.
    await play.ground.relay.go_round()
    await play.ground.carry()


async def looked(play: Play) -> None:
    """The relay has looked at the groups, and what follows is done."""
    for _ in range(4):
        await play.ground.relay.directory.refresh()
        await play.ground.relay.go_round()
        await play.ground.carry()


async def _numbered(play: Play) -> None:
    """The complaint has been sent: from now on its number is known as {matter}."""
    await play.say("yes")
    sent = play.holding("Your complaint is number")
    found = _NUMBER.search(sent.text if sent else "")
    if found is None:
        raise LookupError([message.text for message in play.shown()])
    play.ground.names["matter"] = found[1]
    await looked(play)


def _all(*texts: str) -> Act:
    async def act(play: Play) -> None:
        for text in texts:
            await play.say(text)
        await looked(play)

    return act


async def _proposes_moderator(play: Play) -> None:
    """An admin has the code of somebody who is ready to moderate."""
    found = [_CODE.search(message.text) for message in play.of("Mo").shown()]
    [code] = [one[0] for one in found if one]
    await play.say(f"moderators {code}")


_DECIDED = ("no", "4", "Two have left.", "You called people names.", "3", "1", "7")

CONDUCT_STATES = (
    State("conduct: is looked after", "Mo", [does("Mo", _moderated)], more=[CONDUCT]),
    State("conduct: as a moderator", "Bea", after="conduct: is looked after", more=[CONDUCT]),
    State("complaint: which message?", "Mo", ["complain"], after="conduct: is looked after"),
    State("complaint: what was wrong?", "Mo", [RUDE], after="complaint: which message?"),
    State("complaint: how was it?", "Mo", ["4"], after="complaint: what was wrong?"),
    State("complaint: who must not?", "Mo", ["I cannot sleep."], after="complaint: how was it?"),
    State("complaint: shown", "Mo", ["no"], after="complaint: who must not?", more=[ASKED]),
    State(
        "complaint: sent", "Mo", [does("Mo", _numbered)], after="complaint: shown", more=[CONDUCT]
    ),
    State("complaint: is there to be read", "Bea", after="complaint: sent", more=[CONDUCT]),
    State(
        "complaint: is asked something",
        "Mo",
        [("Bea", "ask {matter} Since when?")],
        after="complaint: sent",
    ),
    State("decision: close to them?", "Bea", ["decide {matter}"], after="complaint: sent"),
    State("decision: what was done?", "Bea", ["no"], after="decision: close to them?"),
    State("decision: which effect?", "Bea", ["4"], after="decision: what was done?"),
    State(
        "decision: which step?",
        "Bea",
        ["Two have left.", "You called people names."],
        after="decision: which effect?",
    ),
    State("decision: where?", "Bea", ["3"], after="decision: which step?"),
    State("decision: preview", "Bea", ["1", "7"], after="decision: where?", more=[ASKED]),
    State(
        "decision: is asked to agree",
        "Dee",
        [does("Bea", _all("yes"))],
        after="decision: preview",
        more=[CONDUCT],
    ),
    State(
        "decision: is out for a time",
        "Lee",
        [does("Dee", _all("decision yes {matter}"))],
        after="decision: is asked to agree",
        more=[CONDUCT],
    ),
    State("appeal: why?", "Lee", ["appeal {matter}"], after="decision: is out for a time"),
    State(
        "appeal: is to be answered",
        "Vic",
        [does("Lee", _all("It was a joke."))],
        after="appeal: why?",
        more=[CONDUCT],
    ),
    State(
        "appeal: preview",
        "Vic",
        ["appeal {matter} overturn It was a quotation."],
        after="appeal: is to be answered",
    ),
    State("talk: preview", "Bea", ["talk {matter} Hello, can we talk?"], after="complaint: sent"),
    State(
        "talk: is written to",
        "Lee",
        [("Bea", "yes")],
        after="talk: preview",
        more=[ASKED, CONDUCT],
    ),
    State("moderate: has offered", "Mo", ["moderate"], after="conduct: is looked after"),
    State(
        "moderate: shall I ask?",
        "Alex",
        [does("Alex", _proposes_moderator)],
        after="moderate: has offered",
    ),
    State(
        "moderate: is asked to agree",
        "Bea",
        [does("Alex", _all("yes"))],
        after="moderate: shall I ask?",
    ),
    State(
        "standard: has suggested one",
        "Mo",
        ["suggest standard Late posts: Writing after eleven at night"],
        after="conduct: is looked after",
    ),
    State("standard: is asked to agree", "Alex", after="standard: has suggested one"),
)
