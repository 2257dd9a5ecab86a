"""The picture that links to a branch's page show."""

from relay.cards import Card
from relay.language.words import Words
from relay.web.pages.catalogue import PublicBranch
from relay.web.pages.linkify import one_line


def branch_card(words: Words, branch: PublicBranch) -> Card:
    """What the picture says: no date, because chats keep a preview for ever."""
    title = words.say("pages-branch-card-title")
    return Card(one_line(branch.name), title, "", colours=branch.colours)


def branch_alt(words: Words, branch: PublicBranch) -> str:
    """The same for those who do not see it."""
    card = branch_card(words, branch)
    return words.say("pages-branch-card", title=card.title, branch=card.branch)
