"""The public pages on the relay's web server, and what is said where there is none."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from relay.answers import Answer
from relay.language.words import Words
from relay.personal_data.notice import Notice
from relay.time.clock import Clock
from relay.web.expecting import expected
from relay.web.pages.addresses import ANSWERS, CALENDAR, HOME, PRIVACY, STYLE, Outside, ServedLinks
from relay.web.pages.asking import add_asking
from relay.web.pages.catalogue import MeetingCatalogue
from relay.web.pages.documents import Document, Job
from relay.web.pages.posted import PostedCatalogue
from relay.web.pages.responses import Responses, safe
from relay.web.pages.signed import SignedCatalogue
from relay.web.pages.site import Site

# What a slug and a number can be; everything else is no address at all.
_SLUG = "{slug:[a-z0-9-]{1,100}}"
_NUMBER = "{number:[1-9][0-9]{0,8}}"
_POSITION = "{position:[1-9][0-9]{0,3}}"

log = structlog.get_logger(__name__)

_READING = frozenset({"GET", "HEAD"})


def add_pages(
    application: web.Application,
    catalogue: MeetingCatalogue,
    words: Words,
    clock: Clock,
    *,
    public_url: str | None,
    posted: PostedCatalogue | None = None,
    answers: Sequence[Answer] = (),
    notice: Notice | None = None,
    feeds: SignedCatalogue | None = None,
) -> None:
    """Add the public pages to an application that has not started yet.

    Args:
        application: answers under its root; a page that does not exist, of any part of it, is
            said in words to whoever asked with GET or HEAD.
        catalogue: the published meetings.
        words: the wording.
        clock: the time.
        public_url: what the outside calls the root, without a slash at its end; its path is put
            before every link. None leaves out what needs a whole address.
        posted: the announcements that everybody may read.
        answers: to questions that people ask, in their order.
        notice: what is kept of people, and why.
        feeds: what is signed of them.
    """
    outside = Outside(public_url)
    site = Site(
        catalogue,
        words,
        clock,
        outside=outside,
        links=ServedLinks(outside),
        posted=posted,
        answers=answers,
        notice=notice,
        feeds=feeds,
    )
    pages = _Pages(site, Responses(clock))
    application.middlewares.append(pages.say_what_is_missing)
    add = partial(application.router.add_get, expect_handler=expected)
    add(HOME, pages.shown(lambda _: site.home()))
    add(ANSWERS, pages.shown(lambda _: site.answers.document))
    add(STYLE, pages.shown(lambda _: site.style()))
    add(PRIVACY, pages.shown(lambda _: site.privacy))
    add(CALENDAR, pages.made(lambda _: site.calendar(None)))
    add(f"/b/{_SLUG}", pages.shown(lambda request: site.branch(_slug(request))))
    add(f"/b/{_SLUG}/calendar.ics", pages.made(lambda request: site.calendar(_slug(request))))
    add(f"/b/{_SLUG}/embed", pages.shown(lambda request: site.embed(_slug(request))))
    add(f"/b/{_SLUG}/feed.atom", pages.shown(lambda request: site.feed(_slug(request))))
    add(f"/b/{_SLUG}/preview.png", pages.made(lambda request: site.branch_card(_slug(request))))
    add(f"/m/{_NUMBER}", pages.shown(lambda request: site.meeting(_number(request))))
    add(f"/m/{_NUMBER}.ics", pages.shown(lambda request: site.meeting_calendar(_number(request))))
    add(f"/m/{_NUMBER}/card.png", pages.made(lambda request: site.card(_number(request))))
    add(
        f"/m/{_NUMBER}/papers/{_POSITION}",
        pages.made(lambda request: site.paper(_number(request), _position(request))),
    )
    signed = site.signed
    add(f"/b/{_SLUG}/signed.json", pages.shown(lambda request: signed.newest(_slug(request))))
    add(
        f"/b/{_SLUG}/signed/{_NUMBER}.json",
        pages.shown(lambda request: signed.older(_slug(request), _number(request))),
    )
    add_asking(application, f"/b/{_SLUG}/verify", site, pages.responses, clock)
    told = site.announcements
    add(f"/a/{_NUMBER}", pages.shown(lambda request: told.page(_number(request))))
    add(f"/a/{_NUMBER}/card.png", pages.made(lambda request: told.card(_number(request))))
    brought = pages.made(lambda request: told.file(_number(request), request.path))
    add(f"/a/{_NUMBER}/pictures/{_POSITION}.{{ending:jpg|png}}", brought)
    add(f"/a/{_NUMBER}/papers/{_POSITION}", brought)


class _Pages:
    def __init__(self, site: Site, responses: Responses) -> None:
        self._site = site
        self.responses = responses
        self._making_one = asyncio.Lock()

    def shown(self, document_for: Callable[[web.Request], Document | None]) -> Handler:
        async def show(request: web.Request) -> web.StreamResponse:
            return self._answer(request, document_for(request))

        return show

    def made(self, job_for: Callable[[web.Request], Job | None]) -> Handler:
        async def make(request: web.Request) -> web.StreamResponse:
            job = job_for(request)
            if job is None:
                return self._answer(request, None)
            # In a thread, and one at a time: the relay has other work to do meanwhile.
            async with self._making_one:
                document = await asyncio.to_thread(_finished, job)
            return self._answer(request, document)

        return make

    @web.middleware
    async def say_what_is_missing(
        self, request: web.Request, handler: Handler
    ) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPNotFound:
            if request.method not in _READING:
                return safe(web.Response(status=404))
            return self._answer(request, None)
        except web.HTTPMethodNotAllowed as error:
            return safe(web.Response(status=405, headers={"Allow": error.headers["Allow"]}))
        except web.HTTPException:
            raise
        except Exception:
            log.exception("page_failed")
            return safe(web.Response(status=500))

    def _answer(self, request: web.Request, document: Document | None) -> web.StreamResponse:
        if document is None:
            return self.responses.missing(self._site.missing)
        return self.responses.found(request, document)


def _finished(job: Job) -> Document:
    """Do a job, and what else takes long with a large document."""
    document = job()
    _ = document.tag
    return document


def _slug(request: web.Request) -> str:
    return request.match_info["slug"]


def _number(request: web.Request) -> int:
    return int(request.match_info["number"])


def _position(request: web.Request) -> int:
    return int(request.match_info["position"])
