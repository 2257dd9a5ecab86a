"""The tour's buttons, and what nobody has on a phone: time, faults, and a new beginning."""

from datetime import timedelta
from http import HTTPStatus

from aiohttp import web

from practice.faults import Fault
from practice.page import forms
from practice.page.refused import Refused
from practice.page.runs import Run, Runs
from practice.relay_process import RelayNotRunningError

SOLUTION = "signal-hcaptcha.practice.solved-by-a-person"
"""What solves the puzzle; admins send it to the bot, after `captcha signalcaptcha://`."""


class Powers:
    """Answers the buttons beside the phones.

    Args:
        runs: what they act on.
    """

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def add_to(self, application: web.Application) -> None:
        """Add the routes."""
        add = application.router.add_post
        add("/tour", self._tour)
        add("/time", self._time)
        add("/faults", self._faults)
        add("/restart", self._restart)

    async def _tour(self, request: web.Request) -> web.Response:
        form = await forms.read(request, forms.TourForm)
        run = self._runs.run
        begins = run.story.state in {"idle", "ended", "failed"} and form.do != "pause"
        if form.do == "restart" or (begins and not run.untouched):
            run = await self._runs.restart()
        if form.do == "step":
            run.story.step()
        elif form.do == "pause":
            run.story.pause()
        else:
            run.story.play(form.pace)
        return web.json_response({})

    async def _time(self, request: web.Request) -> web.Response:
        form = await forms.read(request, forms.TimeForm)
        run = self._runs.free
        try:
            await run.rehearsal.move_on(timedelta(hours=form.hours))
        except RelayNotRunningError:
            self._say_not_started(run)
        run.tell_time()
        return web.json_response({})

    async def _faults(self, request: web.Request) -> web.Response:
        form = await forms.read(request, forms.FaultsForm)
        run = self._runs.free
        if form.captcha is not None:
            _set_captcha(run, form.captcha)
        if form.bluesky is not None:
            _set_bluesky(run, form.bluesky)
        try:
            if form.relay == "kill":
                await run.rehearsal.kill_relay()
            elif form.relay == "stop":
                await run.rehearsal.stop_relay()
            elif form.relay == "start":
                await run.rehearsal.start_relay()
        except RelayNotRunningError:
            self._say_not_started(run)
        finally:
            run.tell_relay()
        return web.json_response({})

    async def _restart(self, request: web.Request) -> web.Response:
        await forms.read(request, forms.EmptyForm)
        await self._runs.restart()
        return web.json_response({})

    def _say_not_started(self, run: Run) -> None:
        """Unless somebody has begun anew meanwhile: then it was not meant to."""
        if self._runs.holds(run):
            raise Refused("served-relay-not-started", HTTPStatus.CONFLICT) from None


def _set_captcha(run: Run, wanted: bool) -> None:
    signal = run.rehearsal.signal
    if wanted and not run.relay.wants_captcha:
        signal.put_in_the_way(Fault("captcha", times=None, path="/v2/send", captcha=SOLUTION))
    elif not wanted:
        others = [fault for fault in signal.faults.waiting if fault.kind != "captcha"]
        signal.faults.clear()
        for fault in others:
            signal.put_in_the_way(fault)


def _set_bluesky(run: Run, wanted: str) -> None:
    bluesky = run.rehearsal.bluesky
    if wanted == "down" and not bluesky.paused:
        bluesky.pause()
    elif wanted == "up" and bluesky.paused:
        bluesky.resume()
    run.tell_feed()
