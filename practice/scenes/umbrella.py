"""The umbrella over a branch's groups: kept as declared, and ways in that nobody is seen on."""

from practice.scenario import Scenario

MADE_UP = "HACKNEY natter!!"
DECLARED = "Hackney members"
WARD = "Dalston neighbours"


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
