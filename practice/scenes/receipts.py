"""What several scenes expect: Hackney's groups, and receipts without the link that ends them."""

from practice.show import Show

OURS = ("board", "chat", "ward")
"""The groups of the Hackney branch."""


def group_names(show: Show) -> list[str]:
    """The names of Hackney's groups."""
    return [show.groups[name].name for name in OURS]


def posted(show: Show, *, groups: int = 3, bluesky: bool) -> str:
    """A receipt of a post up to its link; `bluesky` tells whether the branch has an account."""
    code = "done" if bluesky else "none"
    return before_link(show, "receipt-post", groups=groups, bluesky=code)


def before_link(
    show: Show, message_id: str, *, groups: int = 3, bluesky: str = "done", **args: str
) -> str:
    """A receipt up to its link, which nobody can know before."""
    counts: dict[str, str | int] = {"done": groups, "groups": groups, "bluesky": bluesky}
    return show.words.say(message_id, link="https://", **counts, **args).partition("https://")[0]
