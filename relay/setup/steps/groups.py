"""The groups that are declared, or posted to: made anew where this number is not in them."""

from collections.abc import Iterator

from relay.groups.declared import DeclaredGroup, declared_group, declared_groups
from relay.groups.handing_over import HANDING
from relay.groups.keeping import GroupKeeper
from relay.groups.rebuilding import Rebuilt, lost_among, rebuild
from relay.groups.rosters import Rosters
from relay.groups.suggestions import SuggestionTable
from relay.groups.tables import KeptGroups
from relay.language.words import Words
from relay.settings import Settings, SettingsError, load_settings
from relay.settings.groups import LONGEST_NAME, GroupKind, GroupSettings
from relay.settings.loading import SECRETS_FOLDER
from relay.setup.context import SetupContext, Step
from relay.store import Store
from relay.time.clock import BranchTime, SystemClock


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-groups-about")
    branches = context.draft.get(("branches",)) or ()
    if not any(one.get("groups") or one.get("announcement_groups") for one in branches):
        talk.say("setup-groups-none")
        return
    settings = _settings(context)
    words = _words(settings)
    declared = list(declared_groups(settings, words))
    lost = context.signal(lambda client: lost_among(client, declared))
    # The store is open once Signal was asked.
    store = context.session.store
    if posted := list(posted_groups(settings, store, words)):
        lost += context.signal(lambda client: lost_among(client, posted))
    # What was handed over to its keepers is theirs, and the bot is in none of it.
    handed = {one.id for one in store[KeptGroups].all() if one.standing in HANDING}
    lost = [one for one in lost if one.id not in handed]
    if not lost:
        talk.say("setup-groups-all-there", lines=_links(context))
        return
    names = "\n".join(f"- {one.name}" for one in lost)
    talk.say("setup-groups-lost", count=len(lost), names=names)
    if not talk.agreed("groups.rebuild", say("setup-groups-rebuild"), "no"):
        return
    made = _rebuilt(context, settings, lost)
    talk.say("setup-groups-done", count=len(made))
    talk.say("setup-groups-tell", lines=_links(context))


def posted_groups(settings: Settings, store: Store, words: Words) -> Iterator[DeclaredGroup]:
    """Return the groups that announcements go to and that are not declared, as they are made anew.

    Of such a group no more is known than its name, if the store still has that.

    Args:
        settings: complete and valid.
        store: what it knows of groups.
        words: in which the disclaimer is written.
    """
    for branch in settings.branches:
        declared = {group.id for group in branch.groups}
        for posted in branch.announcement_groups:
            if posted not in declared:
                known = store.groups.get(posted)
                name = (branch.name if known is None else known.name)[:LONGEST_NAME]
                group = GroupSettings(id=posted, kind=GroupKind.ANNOUNCEMENTS, name=name)
                yield declared_group(branch, group, words)


def _settings(context: SetupContext) -> Settings:
    environ = {SECRETS_FOLDER: str(context.secrets.folder), **context.environ}
    try:
        return load_settings(context.draft.path, environ)
    except SettingsError as error:
        problem = str(error.problems[0])
        raise context.stopped("setup-groups-unreadable", problem=problem) from None


def _words(settings: Settings) -> Words:
    return Words(settings.locale, settings.wording.folder)


def _rebuilt(context: SetupContext, settings: Settings, lost: list[DeclaredGroup]) -> list[Rebuilt]:
    store, words, clock = context.session.store, _words(settings), SystemClock()
    time = BranchTime(settings.timezone, words, clock)
    keeper = GroupKeeper(store, clock, declared_groups(settings, words), time, lambda: None)
    kept = {one.id: one for one in store[KeptGroups].all()}
    # With what admins have taken over instead of the settings.
    wanted = [keeper.declared(kept[one.id]) if one.id in kept else one for one in lost]
    declared = {one.id for one in declared_groups(settings, words)}
    posted = {one for branch in settings.branches for one in branch.announcement_groups}
    invited = {branch.slug: branch.admins for branch in settings.branches}

    def note(old: str, new: str) -> None:
        """First where numbers are kept, then in the settings: both can be done twice."""
        _renumber(store, old, new)
        context.draft.rename(old, new)
        context.talk.say("setup-groups-made")

    return context.signal(lambda client: rebuild(client, wanted, declared | posted, invited, note))


def _renumber(store: Store, old: str, new: str) -> None:
    """Keep the number; who was in the lost group is no news of the new one."""
    with store.transaction():
        for kept in store[KeptGroups].all():
            if kept.id == old:
                store[Rosters].forget(kept.number)
        store[KeptGroups].stand_in(old, new)
        store[SuggestionTable].stand_in(old, new)


def _links(context: SetupContext) -> str:
    """A line for each declared group: its link, or how people come in without one."""
    say, known = context.words.say, context.signal(lambda client: client.groups())
    found = {group.id: group for group in known}
    declared = [one for branch in _settings(context).branches for one in branch.groups]
    return "\n".join(
        say("setup-groups-link", name=group.name, link=group.invite_link)
        if group.invite_link
        else say("setup-groups-no-link", name=group.name)
        for group in (found[one.id] for one in declared if one.id in found)
    )


STEP = Step("groups", "setup-step-groups", _run, needs=("branch", "number", "profile"))
