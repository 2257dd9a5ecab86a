"""`groups`: what groups there are, how many are in them, and how one gets in.

Nobody who is in one is told. Of a caucus not even how many they are: that would say when somebody
came or went.
"""

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import asked_for, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.groups.finding import Pair, listed
from relay.groups.wishes import is_passed_on
from relay.settings.groups import GroupKind

directory = Router("group_directory")


@directory.command("groups", new, by=asked_for, section=Section.JOINING)
async def list_groups(heard: HeardMessage) -> None:
    """List them, and say how to get in."""
    services = heard.services
    lines = [_line(heard, pair) for pair in listed(services)]
    waiting = services.doors.requests.of_person(heard.person)
    if lines:
        text = services.words.say("directory", lines="\n".join(lines))
    else:
        text = services.words.say("directory-empty")
    if any(request.is_open for request in waiting):
        text = f"{text}\n{services.words.say('directory-waiting')}"
    if services.is_admin(heard.person):
        text = f"{text}\n\n{services.words.say('directory-admin')}"
    await heard.say_text(text)


def _line(heard: HeardMessage, pair: Pair) -> str:
    services, (kept, group) = heard.services, pair
    is_caucus = group.kind is GroupKind.CAUCUS
    # The phone may lie open before somebody else: of a caucus it does not say who is in it.
    is_in = not is_caucus and services.doors.is_in(kept, heard.person)
    line = services.words.say(
        "directory-line",
        number=str(kept.number),
        name=group.name,
        kind=group.kind.value,
        about=next((one.strip() for one in group.about.splitlines() if one.strip()), ""),
        people=-1 if is_caucus else services.doors.members(kept),
        entry="passed_on" if is_passed_on(kept) else group.entry,
        inside="yes" if is_in else "no",
        branches=len(services.branches),
        branch=services.branches[kept.branch].name,
    )
    return line.strip()
