"""What several scenes expect: Hackney's groups, and receipts without the link that ends them."""

from practice.scenario import Scenario

OURS = ("board", "chat", "ward")
"""The groups of the Hackney branch."""


def group_names(scenario: Scenario) -> list[str]:
    """The names of Hackney's groups."""
    return [scenario.groups[name].name for name in OURS]


def posted(scenario: Scenario, *, groups: int = 3, bluesky: bool) -> str:
    """A receipt of a post up to its link; `bluesky` tells whether the branch has an account."""
    code = "done" if bluesky else "none"
    return before_link(scenario, "receipt-post", groups=groups, bluesky=code)


def before_link(
    scenario: Scenario, message_id: str, *, groups: int = 3, bluesky: str = "done", **args: str
) -> str:
    """A receipt up to its link, which nobody can know before."""
    counts: dict[str, str | int] = {"done": groups, "groups": groups, "bluesky": bluesky}
    return scenario.words.say(message_id, link="https://", **counts, **args).partition("https://")[
        0
    ]
