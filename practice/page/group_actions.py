"""What somebody does with a group itself on a phone of the page, by Signal's own means."""

from http import HTTPStatus

from aiohttp import web

from practice.groups import LinkState, Permission
from practice.page import forms
from practice.page.actions import place_in
from practice.page.places import Place, group_named, phone_named
from practice.page.refused import Refused
from practice.page.runs import Runs


class GroupActions:
    """Changing a group by hand, leaving it, following its link, accepting an invitation.

    Args:
        runs: whose phones.
    """

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def add_to(self, application: web.Application) -> None:
        """Add the routes."""
        add = application.router.add_post
        add("/phones/{phone}/{chat}/group", self._change)
        add("/phones/{phone}/{chat}/leaving", self._leave)
        add("/phones/{phone}/{chat}/joining", self._join)

    def _inside(self, request: web.Request) -> Place:
        """The chat of a group, where no story is being played that this would spoil."""
        place = place_in(self._runs.free, request)
        if place.group is None or place.phone.aci not in place.group.members:
            raise Refused("served-not-in-group")
        return place

    async def _change(self, request: web.Request) -> web.Response:
        place, form = self._inside(request), await forms.read(request, forms.GroupForm)
        assert place.group is not None  # noqa: S101 -- what `_inside` returns
        if not place.group.allows(place.phone.aci, place.group.edit_group):
            raise Refused("served-may-not-change")
        if form.name is not None:
            place.phone.rename(place.group, form.name)
        if form.posts is not None:
            if place.phone.aci not in place.group.admins:
                raise Refused("served-may-not-change")
            place.phone.let_write(place.group, Permission(form.posts))
        return web.json_response({})

    async def _leave(self, request: web.Request) -> web.Response:
        place = self._inside(request)
        await forms.read(request, forms.EmptyForm)
        place.phone.leave(place.group)
        self._runs.free.phones.tell_phone(place.phone_id)
        return web.json_response({})

    async def _join(self, request: web.Request) -> web.Response:
        run, names = self._runs.free, request.match_info
        form = await forms.read(request, forms.JoiningForm)
        phone = phone_named(run.rehearsal.cast, names["phone"])
        group = group_named(run.rehearsal.signal.world, run.rehearsal.cast, names["chat"])
        invited = phone.aci in group.invited
        if phone.aci in group.members:
            raise Refused("served-already-in-group")
        if form.do == "decline":
            phone.decline(group)
        elif invited or group.link is LinkState.ENABLED:
            phone.join(group)
        elif group.link is LinkState.WITH_APPROVAL:
            phone.ask_to_join(group)
        else:
            raise Refused("served-no-link", HTTPStatus.NOT_FOUND)
        run.phones.tell_phone(names["phone"])
        return web.json_response({})
