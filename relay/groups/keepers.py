"""Who keeps groups, asked of the settings and the store: for where no relay runs."""

from relay.groups.suggestions import SuggestionTable
from relay.settings import Settings
from relay.store import Store


def kept_in(settings: Settings, store: Store, person: str) -> frozenset[str]:
    """Return the slugs of the branches that have a group whose keeper an account id is.

    Args:
        settings: complete and valid.
        store: has the groups that the bot has made.
        person: account id.
    """
    declared = (
        branch.slug
        for branch in settings.branches
        for group in branch.groups
        if person in (group.keepers or branch.admins)
    )
    made = (one.branch for one in store[SuggestionTable].made() if person in one.keepers)
    return frozenset((*declared, *made))
