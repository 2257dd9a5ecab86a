"""The states in which every message is tried: who somebody is, and what they are in the middle of.

Each begins where another ended (`after`), so that what leads there is played once.
"""

from behaviour.conduct_states import CONDUCT_STATES
from behaviour.group_states import GROUPS
from behaviour.messages import ASKED, LONG_AFTER
from behaviour.messages import AT_REST as RESTING
from behaviour.play import PICTURE, Play, answers, reacts, says, sends
from behaviour.state import State as State
from behaviour.state import does
from behaviour.trust_states import TRUST_STATES
from practice.faults import Fault


async def _blocked(play: Play) -> None:
    """Signal wants a captcha from now on."""
    board = play.ground.place_of("Board").api_id
    play.ground.signal.put_in_the_way(
        Fault("captcha", times=1, path="/v2/send", recipient=board, captcha="never")
    )


async def _at_night(play: Play) -> None:
    """It is eleven in the evening."""
    await play.wait(hours=10)


_INVITATION = "meeting Title: Film night\nWhen: Thursday 7pm"
_WHOLE = (
    "meeting Title: Film night\nWhen: Thursday 7pm\nWhere: Town Hall\nAgenda: A film\n"
    "Papers: none\nAccess: step-free"
)

AT_REST = (
    State("empty: nobody has done anything", "Alex", after="nothing", more=[ASKED, RESTING]),
    State("stranger", "Sam", more=[ASKED, RESTING]),
    State("member", "Mo", more=[ASKED, RESTING]),
    State("member who is reminded", "Mo", ["remind me", "remind me 5"]),
    State("left the group", "Lee", more=[ASKED]),
    State("admin", "Alex", more=[ASKED, RESTING]),
    State("admin of two branches", "Dee", more=[ASKED, RESTING]),
    State("admin of a branch that wants two", "Cal", more=[ASKED]),
    State("admin with a new phone", "Fay", more=[ASKED, RESTING]),
    State("officer", "Una", more=[ASKED, RESTING]),
    State("officer of two teams", "Ona", more=[ASKED]),
    State("officer with a new phone", "Gus", more=[ASKED, RESTING]),
    State("admin and officer", "Pat", more=[ASKED, RESTING]),
    State("reporter", "Rio", more=[ASKED, RESTING]),
    State("reporter who goes on writing", "Ria", more=[ASKED, RESTING]),
    State("reporter whose case is closed", "Roy", more=[ASKED]),
    State("reporter of two cases", "Ruy"),
    State("reporter with a new phone", "Ren", more=[ASKED]),
    State("reporter who is an admin", "Abe", more=[ASKED, RESTING]),
)

ANNOUNCING = (
    State("announcing: which text?", "Alex", ["announce"]),
    State(
        "announcing: what does the picture show?",
        "Alex",
        [does("Alex", sends("announce The new hall.", PICTURE))],
    ),
    State("announcing: may everybody read it?", "Alex", ["announce Ring Sam 07700 900123."]),
    State("announcing: preview", "Alex", ["announce Tea at four."], more=[ASKED]),
    State(
        "announcing: preview with a date",
        "Alex",
        ["announce tomorrow 9am: Tea at four."],
        more=[ASKED],
    ),
    State(
        "announcing: preview with a doubtful date",
        "Alex",
        ["announce Friday: Tea at four."],
        more=[ASKED],
    ),
    State(
        "announcing: preview again after edit",
        "Alex",
        ["edit Tea at five."],
        after="announcing: preview",
    ),
    State("announcing: just posted", "Alex", ["yes"], after="announcing: preview", more=[ASKED]),
    State("announcing: just dropped", "Alex", ["no"], after="announcing: preview"),
    State("announcing: which branch?", "Dee", ["announce Tea at four."]),
    State("announcing: which branch, chosen", "Dee", ["1"], after="announcing: which branch?"),
    State(
        "announcing: asked the other admin",
        "Cal",
        ["announce Tea at four.", "yes"],
        more=[LONG_AFTER],
    ),
    State(
        "announcing: is asked as the other admin",
        "Eve",
        after="announcing: asked the other admin",
        more=[LONG_AFTER],
    ),
    State("announcing: admin who is an officer, preview", "Pat", ["announce Tea at four."]),
    State("changing what waits: may everybody read it?", "Alex", ["edit 3 Ring Sam 07700 900123"]),
    State("changing what waits: preview", "Alex", ["edit 3 The fair is off."], more=[ASKED]),
    State("announcing: preview at night", "Alex", [does("Alex", _at_night), "announce Tea."]),
    State(
        "announcing: captcha wanted",
        "Alex",
        [does("Alex", _blocked), "announce Tea at four.", "yes"],
    ),
)

CHANGING = (
    State("correcting: which words?", "Alex", ["edit 2"]),
    State("correcting: may everybody read it?", "Alex", ["edit 2 Ring Sam 07700 900123"]),
    State("correcting: preview", "Alex", ["edit 2 The hall is shut."], more=[ASKED]),
    State("correcting: preview of an old one", "Alex", ["edit 1 Old words put right."]),
    State("correcting: just done", "Alex", ["yes"], after="correcting: preview"),
    State(
        "correcting: asked the other admin",
        "Cal",
        ["edit 9 The hall is shut.", "yes"],
        more=[LONG_AFTER],
    ),
    State(
        "correcting: is asked as the other admin",
        "Eve",
        after="correcting: asked the other admin",
        more=[LONG_AFTER],
    ),
    State("retracting: preview", "Alex", ["retract 2"], more=[ASKED]),
    State("retracting: preview of an old one", "Alex", ["retract 1"]),
    State("retracting: preview of a meeting", "Alex", ["retract 4"]),
    State("retracting: just done", "Alex", ["yes"], after="retracting: preview"),
)

MEETING = (
    State("meeting: which branch?", "Dee", ["meeting"]),
    State("meeting: what is it called?", "Alex", ["meeting"]),
    State("meeting: when?", "Alex", ["Film night"], after="meeting: what is it called?"),
    State("meeting: when, of two days?", "Alex", ["Friday 3 December 7pm"], after="meeting: when?"),
    State("meeting: where?", "Alex", [_INVITATION]),
    State("meeting: agenda?", "Alex", ["Town Hall"], after="meeting: where?"),
    State("meeting: papers?", "Alex", ["A film"], after="meeting: agenda?"),
    State(
        "meeting: papers, some came",
        "Alex",
        ["https://example.org/film.pdf"],
        after="meeting: papers?",
    ),
    State("meeting: access?", "Alex", ["skip"], after="meeting: papers?"),
    State("meeting: may everybody read it?", "Alex", [f"{_WHOLE}\nRing Sam 07700 900123"]),
    State("meeting: preview", "Alex", [_WHOLE], more=[ASKED]),
    State("meeting: just posted", "Alex", ["yes"], after="meeting: preview"),
    State("meeting: asked the other admin", "Cal", [_WHOLE, "yes"], more=[LONG_AFTER]),
    State(
        "meeting: is asked as the other admin",
        "Eve",
        after="meeting: asked the other admin",
        more=[LONG_AFTER],
    ),
    State("moving: preview", "Alex", ["move 4 to Friday 7pm"], more=[ASKED]),
    State("moving: just done", "Alex", ["yes"], after="moving: preview"),
    State("moving: preview of one date", "Alex", ["move 5 on 8 December to 9 December 7pm"]),
    State("placing: may everybody read it?", "Alex", ["where 4 my house, 3 Cable Street"]),
    State("placing: preview", "Alex", ["where 4 Library"]),
    State("agenda: preview", "Alex", ["agenda 4 Rents"]),
    State("papers: preview", "Alex", ["papers 4 https://example.org/p.pdf"]),
    State("cancelling: why?", "Alex", ["cancel 4"], more=[ASKED]),
    State("cancelling: preview", "Alex", ["cancel 4 because snow"], more=[ASKED]),
    State("cancelling: preview of a series", "Alex", ["cancel 5 because rain"]),
    State("cancelling: just done", "Alex", ["yes"], after="cancelling: preview"),
    State("asking who comes: preview", "Alex", ["rsvp 5"], more=[ASKED]),
    State(
        "moving: asked the other admin", "Cal", ["move 10 to Friday 7pm", "yes"], more=[LONG_AFTER]
    ),
    State(
        "moving: is asked as the other admin",
        "Eve",
        after="moving: asked the other admin",
        more=[LONG_AFTER],
    ),
)

REPORTING = (
    State("report: what is it about?", "Sam", ["report"]),
    State("report: which team?", "Sam", ["1"], after="report: what is it about?"),
    State("report: who must not read it?", "Sam", ["1"], after="report: which team?"),
    State("report: nothing written yet", "Sam", ["0"], after="report: who must not read it?"),
    State(
        "report: half written",
        "Sam",
        ["He shouted at me.", "In the hall."],
        after="report: nothing written yet",
        more=[ASKED],
    ),
    State(
        "report: with a picture",
        "Sam",
        [does("Sam", sends("", PICTURE))],
        after="report: half written",
    ),
    State("report: send it?", "Sam", ["done"], after="report: half written", more=[ASKED]),
    State("report: just sent", "Sam", ["send"], after="report: send it?"),
    State(
        "report: more, for the case?",
        "Sam",
        ["It happened again."],
        after="report: just sent",
        more=[ASKED],
    ),
    State("report: being listened to", "Sam", ["yes"], after="report: more, for the case?"),
    State("report: erase it?", "Sam", ["erase"], after="report: just sent", more=[ASKED]),
    State("report: erased", "Sam", ["yes"], after="report: erase it?"),
    State("report: stopped", "Sam", ["stop"], after="report: half written"),
    State(
        "report: kept by a phrase", "Sam", ["phrase one two three four"], after="report: just sent"
    ),
    State(
        "report: an answer came",
        "Sam",
        [("Una", answers("Sam", "We believe you."))],
        after="report: just sent",
    ),
    State(
        "report by code word: writing",
        "Kim",
        ["garden rota", "1", "1", "0", "He shouted."],
        more=[ASKED],
    ),
    State(
        "report by code word: sent", "Kim", ["done", "send"], after="report by code word: writing"
    ),
    State("report by an admin: half written", "Alex", ["report", "1", "1", "0", "She shouted."]),
    State("report by an officer: half written", "Una", ["report", "1", "1", "0", "She shouted."]),
)

CASEWORK = (
    State("officer: reads a case", "Una", ["case {case}"]),
    State("officer: send these words?", "Una", ["reply {case} Ring Sam Example."], more=[ASKED]),
    State(
        "officer: for that case?",
        "Una",
        [does("Una", says("reply Nothing Like 99 Hello."))],
        more=[ASKED],
    ),
    State("officer: has answered", "Una", ["reply {case} We believe you."]),
    State("officer: has claimed and noted", "Una", ["claim {case}", "note {case} Afraid."]),
    State("officer: has closed it", "Una", ["close {case} resolved"]),
    State("officer: has muted it", "Una", ["mute {case}"]),
    State("officer: has handed it on", "Una", ["escalate {case}"]),
    State("officer of two teams: send these words?", "Ona", ["reply {case} Ring Sam Example."]),
    State("officer and admin: preview, then a case", "Pat", ["announce Tea.", "cases"]),
    State("officer: thumb on a case", "Una", [does("Una", reacts("👍"))]),
)

_BALLOT = "ballot Tea or coffee?\nTea\nCoffee\nuntil Friday 6pm\nto: subscribers"

UNSEEN = (
    State("subscribing: which branch?", "Mo", ["subscribe"], more=[ASKED]),
    State("subscribing: has subscribed", "Sam", ["subscribe hackney"], more=[ASKED, RESTING]),
    State(
        "forgetting: shall it be destroyed?",
        "Sam",
        ["forget me"],
        after="subscribing: has subscribed",
        more=[ASKED],
    ),
    State("ballot: which question?", "Alex", ["ballot"], more=[ASKED]),
    State(
        "ballot: preview",
        "Alex",
        [
            *((one, "subscribe hackney") for one in ("Mo", "Lee", "Sam", "Dee", "Bea", "Rio")),
            _BALLOT,
        ],
        more=[ASKED],
    ),
    State("ballot: is asked", "Mo", [("Alex", "yes")], after="ballot: preview", more=[ASKED]),
    State("ballot: call it off?", "Alex", ["ballot off"], after="ballot: is asked"),
)

STATES: tuple[State, ...] = (
    *AT_REST,
    *ANNOUNCING,
    *CHANGING,
    *MEETING,
    *REPORTING,
    *CASEWORK,
    *UNSEEN,
    *GROUPS,
    *CONDUCT_STATES,
    *TRUST_STATES,
)


def chains() -> list[list[State]]:
    """Return the states, those that begin where another ends together with that one."""
    found: dict[str, list[State]] = {}
    roots: dict[str, str] = {}
    for state in STATES:
        root = roots[state.name] = roots.get(state.after, state.name)
        found.setdefault(root, []).append(state)
    return list(found.values())
