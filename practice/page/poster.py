"""The branch's poster with its QR code, as it hangs in a window: what a newcomer sees first."""

import asyncio
import io

import pypdfium2
from aiohttp import web

from practice.cast import HACKNEY
from practice.page.actions import file_response
from practice.page.runs import Runs

_SCALE = 2.0
"""Pixels for each point of the paper: 1190 across for A4."""


class Poster:
    """Answers with a picture of it.

    Args:
        runs: whose branch.
    """

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._drawn: bytes | None = None

    def add_to(self, application: web.Application) -> None:
        """Add the route."""
        application.router.add_get("/poster", self._poster)

    async def _poster(self, _: web.Request) -> web.Response:
        relay = self._runs.run.rehearsal.relay
        if self._drawn is None:
            pdf = await relay.output("card", HACKNEY, "-", "--size", "a4")
            self._drawn = await asyncio.to_thread(_picture, pdf)
        return file_response(self._drawn, "image/png")


def _picture(pdf: bytes) -> bytes:
    """The first page of a paper of ours."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[0].render(scale=_SCALE).to_pil()
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()
