"""The announcement group: only admins write, and its description says what it is."""

from relay.setup import draft as at
from relay.setup.checks import a_text
from relay.setup.context import SetupContext, Step
from relay.setup.signal_session import Ask
from relay.signal.types import Group, LinkState, Permission, Permissions

ONLY_ADMINS = Permissions(
    add_members=Permission.ONLY_ADMINS,
    edit_group=Permission.ONLY_ADMINS,
    send_messages=Permission.ONLY_ADMINS,
)


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-group-about")
    known = {group.id: group for group in context.signal(lambda client: client.groups())}
    _forget_lost(context, known)
    ours = [
        known[one] for one in context.draft.texts(at.GROUPS) if one in known and known[one].admin
    ]
    if ours:
        talk.say("setup-group-there", name=ours[0].name)
        if not talk.agreed("group.another", say("setup-group-another"), "no"):
            return
    usual = say("setup-group-name-usual", branch=context.branch)
    name = talk.ask("group.name", say("setup-group-name"), a_text, usual)
    group = _left_over(context, name, list(known.values())) or _make(context, name)
    named = context.draft.texts(at.GROUPS)
    if group.id not in named:
        context.draft.set(at.GROUPS, [*named, group.id])
    if group.permissions.send_messages is not Permission.ONLY_ADMINS:
        # The API server says that it worked even where Signal refused it.
        raise context.stopped("setup-group-open")
    talk.say("setup-group-done", name=group.name)
    if group.invite_link:
        talk.say("setup-group-link-is", link=group.invite_link)


def _forget_lost(context: SetupContext, known: dict[str, Group]) -> None:
    """Take out the groups that this number is not in, such as those of another number before."""
    named = context.draft.texts(at.GROUPS)
    kept = [one for one in named if one in known and known[one].member]
    if kept != named:
        context.draft.set(at.GROUPS, kept)
        context.talk.say("setup-group-lost", count=len(named) - len(kept))


def _left_over(context: SetupContext, name: str, groups: list[Group]) -> Group | None:
    """A group of that name which was made and not noted, because something ended in between."""
    named = context.draft.texts(at.GROUPS)
    for group in groups:
        if group.name == name and group.member and group.admin and group.id not in named:
            context.talk.say("setup-group-found", name=name)
            if context.talk.agreed("group.use", context.words.say("setup-group-use"), "yes"):
                context.signal(_protecting(group.id))
                return context.signal(_reading(group.id))
    return None


def _make(context: SetupContext, name: str) -> Group:
    say, talk = context.words.say, context.talk
    description = say("setup-group-description", branch=context.branch)
    talk.say("setup-group-says", description=description)
    talk.say("setup-group-link-about")
    linked = talk.agreed("group.link", say("setup-group-link"), "yes")
    made = context.signal(
        lambda client: client.create_group(
            name,
            members=context.draft.texts(at.ADMINS),
            description=description,
            permissions=ONLY_ADMINS,
            link=LinkState.ENABLED if linked else LinkState.DISABLED,
        )
    )
    return context.signal(_reading(made))


def _protecting(group_id: str) -> Ask[None]:
    return lambda client: client.update_group(group_id, permissions=ONLY_ADMINS)


def _reading(group_id: str) -> Ask[Group]:
    return lambda client: client.group(group_id)


STEP = Step("group", "setup-step-group", _run, needs=("branch", "number", "profile"))
