"""What another member could find out: everything on one person's phone, searched for another."""

from typing import Any

from aiohttp import web

from practice.groups import Group
from practice.narration import Narration
from practice.page.places import phone_named
from practice.page.runs import Runs
from practice.page.searched import names_in, written_by
from practice.phones import Phone


class FoundPage:
    """Answers what somebody could find out about somebody else by their own phone.

    Args:
        runs: whose phones.
        narration: how it is said.
    """

    def __init__(self, runs: Runs, narration: Narration) -> None:
        self._runs = runs
        self._tell = narration.tell

    def add_to(self, application: web.Application) -> None:
        """Add the route: `by` is whose phone it is, `about` whom they wonder about."""
        application.router.add_get("/found/{by}/{about}", self._found)

    async def _found(self, request: web.Request) -> web.Response:
        cast = self._runs.run.rehearsal.cast
        by = phone_named(cast, request.match_info["by"])
        about = phone_named(cast, request.match_info["about"])
        names = {"by": by.person.name, "about": about.person.name}
        shared = [one for one in _groups(by) if about.aci in one.members]
        lists = ", ".join(one.name for one in shared)
        number = about.person.visible_number if shared else None
        said = [self._tell("served-found-lists" if shared else "served-found-no-lists", **names)]
        if number is not None:
            said.append(self._tell("served-found-number", number=number, **names))
        return web.json_response(
            {
                "lists": lists,
                "about": said,
                "searched": self._searched(by, about),
            }
        )

    def _searched(self, by: Phone, about: Phone) -> list[dict[str, Any]]:
        """What is true of somebody and meant for nobody else, and how often this phone says it."""
        name, tell = about.person.name, self._tell
        texts = [
            text for chat in by.chats() for one in by.messages(chat.group) for text in one.history
        ]
        found = [
            {
                "what": tell("served-found-account", about=name),
                "hits": sum(text.count(about.aci) for text in texts),
            }
        ]
        if (number := about.person.number) and about.person.visible_number is None:
            hits = sum(text.count(number) for text in texts)
            found.append({"what": tell("served-found-hidden-number", about=name), "hits": hits})
        written = written_by(about)
        hits = sum(text.count(one) for text in texts for one in written)
        what = tell("served-found-written", about=name, count=len(written))
        found.append({"what": what, "hits": hits})
        for group in _groups(about):
            if about.aci not in group.members or by.aci in group.members:
                continue
            told = [text for text in texts if group.name in text and names_in(name, text)]
            what = tell("served-found-group", about=name, group=group.name)
            found.append({"what": what, "hits": len(told)})
        return found


def _groups(phone: Phone) -> list[Group]:
    return [chat.group for chat in phone.chats() if chat.group and phone.aci in chat.group.members]
