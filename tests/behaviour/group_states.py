"""States on the way into groups and around adverts, once a branch has declared its groups."""

from behaviour.messages import ASKED
from behaviour.messages import AT_REST as RESTING
from behaviour.play import Play
from behaviour.state import State, does
from practice.people import NumberSharing


async def _declared(play: Play) -> None:
    """The branch declares its groups, and an admin has them kept."""
    await play.ground.declare_groups()
    for number in (1, 2, 3, 4):
        await play.of("Alex").say(f"groups keep {number}")
        await play.of("Alex").say("yes")
    await _looked(play)


async def _looked(play: Play) -> None:
    """The relay has looked at the groups, and what follows is done."""
    for _ in range(3):
        await play.ground.relay.directory.refresh()
        await play.ground.carry()


async def _shows_number(play: Play) -> None:
    """Their number shows to others from now on."""
    play.phone.person.sharing = NumberSharing.SHOWN


GROUPS = (
    State("groups: are there", "Sam", [does("Sam", _declared)], more=[RESTING]),
    State("groups: as an admin", "Alex", after="groups: are there"),
    State("groups: standards", "Sam", ["join 2"], after="groups: are there", more=[ASKED]),
    State(
        "groups: others would see the number",
        "Sam",
        [does("Sam", _shows_number), "join 1", "yes"],
        after="groups: are there",
        more=[ASKED],
    ),
    State("groups: why?", "Sam", ["yes"], after="groups: standards", more=[ASKED]),
    State("groups: has asked", "Sam", ["I rent."], after="groups: why?"),
    State("groups: is asked as a keeper", "Bea", after="groups: has asked"),
    State(
        "groups: has suggested one",
        "Mo",
        ["suggest group Tenants: repairs"],
        after="groups: are there",
    ),
    State("groups: is asked for one", "Alex", after="groups: has suggested one"),
    State(
        "groups: hand it over?",
        "Dee",
        ["groups hand over 3"],
        after="groups: are there",
        more=[ASKED],
    ),
    State(
        "groups: run by keepers, how to reach?",
        "Sam",
        [("Dee", "yes"), does("Sam", _looked), "join 3"],
        after="groups: hand it over?",
        more=[ASKED],
    ),
    State("advert: which text?", "Mo", ["advert"], after="groups: are there", more=[ASKED]),
    State("advert: preview", "Mo", ["A sofa."], after="advert: which text?"),
    State("advert: waits to be read", "Mo", ["yes"], after="advert: preview"),
    State("advert: is to be read", "Alex", after="advert: waits to be read"),
    State(
        "advert: against which standard?", "Alex", ["advert no 1"], after="advert: is to be read"
    ),
    State(
        "advert: stands",
        "Mo",
        [("Alex", "advert yes 1"), does("Mo", _looked)],
        after="advert: waits to be read",
    ),
)
