"""States of what people ask: whether something is real, what is kept of them, who wants a list."""

from behaviour.messages import ASKED, TRUST
from behaviour.play import Play
from behaviour.state import State, does


async def _listed(play: Play) -> None:
    """The branch has a contact list."""
    await play.ground.open_contact_list()


TRUST_STATES = (
    State("trust: a member", "Mo", [does("Mo", _listed)], more=[TRUST]),
    State("trust: a stranger", "Sam", after="trust: a member", more=[TRUST]),
    State("trust: an admin", "Alex", after="trust: a member", more=[TRUST]),
    State("trust: an officer", "Una", after="trust: a member", more=[TRUST]),
    State("trust: a reporter", "Rio", after="trust: a member", more=[TRUST]),
    State("real: what is it?", "Mo", ["is this real"], after="trust: a member", more=[ASKED]),
    State("false: what is it?", "Alex", ["false"], after="trust: a member"),
    State(
        "false: preview",
        "Alex",
        ["false Cancel your direct debit at https://portal.example.com"],
        after="trust: a member",
        more=[ASKED],
    ),
    State("false: stands", "Alex", ["yes"], after="false: preview", more=[TRUST]),
    State(
        "follow: is looked at",
        "Alex",
        ["follow https://camden.example.org/b/camden"],
        after="trust: a member",
    ),
    State("contact list: shall I?", "Mo", ["contact list"], after="trust: a member", more=[ASKED]),
    State("contact list: what name?", "Mo", ["yes"], after="contact list: shall I?", more=[ASKED]),
)
