"""The umbrella over a branch's groups: kept as declared, and ways in that nobody is seen on."""

from datetime import timedelta

from practice.groups import Group
from practice.scenario import Scenario
from practice.scenes.receipts import posted

MADE_UP = "HACKNEY natter!!"
DECLARED = "Hackney members"
WARD = "Dalston neighbours"
BY_HAND = (
    ("Dalston ward", "announcements", WARD),
    ("clapton!!", "area", "Clapton neighbours"),
    ("E8 renters", "chat", "Hackney renters"),
    ("Leaflets :)", "working", "Leafleting"),
    ("Stall rota 2019", "working", "Street stall"),
)
"""Groups that were made by hand: how they are called, their kind, and how they should be called."""
_DECLARED_BEFORE = 3
CANVASS = "Leaflets on Saturday: we meet at ten at the library, and there is tea after."
SOFA = "A blue two-seater sofa, for nothing, in Dalston. Ask for me at the stall on Saturday."
_SOON = timedelta(minutes=2)
"""A welcome does not come in the same moment."""


async def changed_by_hand(scenario: Scenario) -> None:
    """Somebody renames a group in Signal, and it comes right."""
    say, chat = scenario.words.say, scenario.groups["chat"]
    await scenario.chapter("by-hand")
    await scenario.renames("alex", chat, MADE_UP)
    await scenario.until(lambda: chat.name == DECLARED, "expected-group-name", name=DECLARED)
    beginning = say("group-mended", name=DECLARED, number="1", lines="").partition("\n")[0]
    for name in ("alex", "bea"):
        await scenario.hears(name, beginning, MADE_UP)
    await scenario.narrate("tour-not-who")


async def taken_over(scenario: Scenario) -> None:
    """The host declares five groups that have long been there; nothing changes before a yes."""
    say, found = scenario.words.say, _made_by_hand(scenario)
    await scenario.chapter("taken-over")
    lines = [
        line
        for group, (_, kind, name) in zip(found, BY_HAND, strict=True)
        for line in (
            "[[branches.groups]]",
            f'id = "{group.api_id}"',
            f'kind = "{kind}"',
            f'name = "{name}"',
            "",
        )
    ]
    await scenario.reads("tour-settings", "\n".join(lines[:-1]))
    await scenario.host_adds_to("hackney", lines)
    for number, (before, _, declared) in enumerate(BY_HAND, start=_DECLARED_BEFORE + 1):
        for name in ("alex", "bea"):
            await scenario.hears(name, before, declared, f"groups keep {number}")
    for group, (before, _, _) in zip(found, BY_HAND, strict=True):
        scenario.expect(group.name == before, "expected-group-name", name=before)
    await scenario.narrate("tour-not-yet-changed")
    for number, (before, _, declared) in enumerate(BY_HAND, start=_DECLARED_BEFORE + 1):
        await scenario.types("bea", f"groups keep {number}")
        await scenario.hears("bea", before, declared)
        await scenario.types("bea", "yes")
        await scenario.hears("bea", say("group-keep-under-way"))
        for name in ("alex", "bea"):
            await scenario.hears(name, say("group-settled", name=declared))
    for group, (_, _, declared) in zip(found, BY_HAND, strict=True):
        scenario.expect(group.name == declared, "expected-group-name", name=declared)
    await scenario.types("bea", "groups check")
    await scenario.hears("bea", *(declared for _, _, declared in BY_HAND), DECLARED)


def _made_by_hand(scenario: Scenario) -> list[Group]:
    """The ward's group, and four more that Bea and Sam have made over the years."""
    bea, sam = scenario.phones["bea"], scenario.phones["sam"]
    new_group = scenario.rehearsal.signal.new_group
    others = [new_group(name, (sam,), admins=(bea,)) for name, _, _ in BY_HAND[1:]]
    return [scenario.groups["ward"], *others]


async def unseen(scenario: Scenario) -> None:
    """Somebody hears of everything and stands in no list."""
    say = scenario.words.say
    await scenario.chapter("unseen")
    await scenario.types("rio", "subscribe Hackney branch")
    await scenario.hears("rio", say("subscribe-on", scope="all", branch="Hackney branch"))
    await scenario.types("alex", f"announce {CANVASS}")
    await scenario.hears("alex", CANVASS, say("preview-direct", people=1))
    await scenario.types("alex", "yes")
    await scenario.hears("alex", say("announce-posting", number="8"))
    await scenario.hears("alex", posted(scenario, bluesky=True))
    await scenario.hears("rio", CANVASS)
    await scenario.narrate("tour-unseen-count")
    await scenario.types("rio", "unsubscribe")
    await scenario.hears("rio", say("unsubscribe-done"))


async def noticeboard(scenario: Scenario) -> None:
    """A member gives something away; a moderator reads the first advert, and not whose it is."""
    say, board = scenario.words.say, scenario.groups["noticeboard"]
    await scenario.chapter("noticeboard")
    await scenario.types("mo", f"advert {SOFA}")
    await scenario.hears("mo", SOFA)
    await scenario.types("mo", "yes")
    await scenario.hears("mo", say("advert-asked"))
    offer = await scenario.hears("alex", SOFA)
    await scenario.hears("bea", SOFA)
    scenario.knows_nothing_of("alex", "mo")
    await scenario.reacts("alex", offer, "👍")
    await scenario.hears("alex", say("advert-agreed", number="1"))
    await scenario.hears("bea", say("advert-answered-other", number="1", how="yes"))
    await scenario.hears("mo", say("advert-read-and-posted", number="1"))
    await scenario.group_has(board, "sam", "Advert 1, from a member.", SOFA)
    await scenario.hears("mo", board.name)


async def newcomer(scenario: Scenario) -> None:
    """Somebody new finds the bot by the poster, and comes in."""
    say, chat = scenario.words.say, scenario.groups["chat"]
    await scenario.chapter("newcomer")
    await scenario.types("noor", "groups")
    await scenario.hears("noor", DECLARED, WARD)
    await scenario.types("noor", "join 1")
    await scenario.hears("noor", say("standards", branch="Hackney branch"))
    await scenario.types("noor", "yes")
    await scenario.hears("noor", say("join-number-shows", name=DECLARED).partition("\n")[0])
    await scenario.types("noor", "1")
    await scenario.hears("noor", say("join-under-way", name=DECLARED))
    await scenario.hears("noor", say("join-done", name=DECLARED))
    await scenario.moves_on_to(scenario.now() + _SOON)
    await scenario.hears("noor", "Welcome to Hackney branch")
    inside = scenario.phones["noor"].aci in chat.members
    scenario.expect(inside, "expected-in", name="Noor", group=DECLARED)


async def caucus(scenario: Scenario) -> None:
    """Noor asks to join a private group; its keeper answers, and nobody else hears of it."""
    say, group = scenario.words.say, scenario.groups["caucus"]
    await scenario.chapter("caucus")
    await scenario.types("noor", f"join {group.name}")
    await scenario.hears("noor", group.name, "skip")
    await scenario.types("noor", "I use a wheelchair, and I am new here.")
    await scenario.hears("noor", say("join-asked", command="").partition("\n")[0])
    asked = await scenario.hears("sam", "Noor", group.name)
    await scenario.reacts("sam", asked, "👍")
    await scenario.hears("sam", group.name)
    await scenario.hears("noor", say("join-done", name=group.name))
    for name in ("alex", "bea", "mo"):
        scenario.knows_nothing_of(name, "noor")
    scenario.nobody_heard_more()
    await scenario.narrate("tour-only-keeper")
