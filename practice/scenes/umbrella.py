"""The umbrella over a branch's groups: kept as declared, and ways in that nobody is seen on."""

from datetime import timedelta

from practice.scenario import Scenario
from practice.scenes.receipts import posted

MADE_UP = "HACKNEY natter!!"
DECLARED = "Hackney members"
WARD = "Dalston neighbours"
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
    """The host declares a group that has long been there; nothing changes before a yes."""
    say, ward = scenario.words.say, scenario.groups["ward"]
    before = ward.name
    await scenario.chapter("taken-over")
    lines = [
        "[[branches.groups]]",
        f'id = "{ward.api_id}"',
        'kind = "announcements"',
        f'name = "{WARD}"',
    ]
    await scenario.reads("tour-settings", "\n".join(lines))
    await scenario.host_adds_to("hackney", lines)
    for name in ("alex", "bea"):
        await scenario.hears(name, before, WARD, "groups keep 4")
    scenario.expect(ward.name == before, "expected-group-name", name=before)
    await scenario.narrate("tour-not-yet-changed")
    await scenario.types("bea", "groups keep 4")
    await scenario.hears("bea", before, WARD)
    await scenario.types("bea", "yes")
    await scenario.hears("bea", say("group-keep-under-way"))
    for name in ("alex", "bea"):
        await scenario.hears(name, say("group-settled", name=WARD))
    scenario.expect(ward.name == WARD, "expected-group-name", name=WARD)
    await scenario.types("bea", "groups check")
    await scenario.hears("bea", WARD, DECLARED)


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
