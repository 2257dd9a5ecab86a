"""What several scenes expect: Hackney's groups, and receipts without the link that ends them."""

from practice.scenario import Scenario

_LINK = "https://"

OURS = ("board", "chat", "ward")
"""The groups of the Hackney branch."""


def group_names(scenario: Scenario) -> list[str]:
    """The names of Hackney's groups."""
    return [scenario.groups[name].name for name in OURS]


def posted(scenario: Scenario, *, groups: int = 3, bluesky: bool) -> str:
    """A receipt of a post up to its link; `bluesky` tells whether the branch has an account."""
    reached = _linked(scenario) if bluesky else "none"
    return before_link(scenario, "receipt-post", groups=groups, reached=reached)


def before_link(
    scenario: Scenario, message_id: str, *, groups: int = 3, reached: str = "", **args: str
) -> str:
    """A receipt up to its link, which nobody can know before."""
    places = {"reached": reached or _linked(scenario), "failed": "none"}
    told = scenario.words.say(message_id, done=groups, groups=groups, **places, **args)
    return told.partition(_LINK)[0]


def _linked(scenario: Scenario) -> str:
    say = scenario.words.say
    return say("receipt-place", place=say("bluesky-place"), link=_LINK)
