"""All parts of one relay, and what they do while it runs."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

import structlog
from aiohttp import web
from prometheus_client import CollectorRegistry

from handlers.files import welcome_files
from handlers.groups.membership import group_look
from handlers.groups.showing_again import show_again
from handlers.jobs import Jobs
from handlers.meetings.notifier import MeetingNotifier
from handlers.notices import Notices
from handlers.report.in_group import warn_in_private
from handlers.routes import register
from relay.announcements import Outcomes
from relay.announcements.copies import DirectCopies
from relay.announcements.receipts import DeliveryReceipts
from relay.app.lanes import WaysOut, hears_ends
from relay.app.services import build_services
from relay.authenticity.printing import LOOK_SECONDS as PRINT_SECONDS
from relay.authenticity.printing import PrintJob
from relay.backup.job import LOOK_SECONDS, BackupJob
from relay.backup.making import is_set_up
from relay.backup.restored import RestoredNotice
from relay.conduct.hearing.names import NameLook
from relay.contact_list.metrics import InvitationMetrics
from relay.destinations import Destination
from relay.destinations.subjects import Subjects
from relay.following.puller import FeedPuller, feed_fetcher
from relay.meetings.early_votes import EarlyVotes
from relay.meetings.retelling import MeetingRetelling
from relay.personal_data.notice import privacy_notice
from relay.settings import Settings
from relay.signal.abilities import LOOK_MINUTES, Abilities
from relay.signal.adapter import SignalAdapter
from relay.signal.client import SignalClient
from relay.signal.directory import GroupDirectory
from relay.signal.dispatch import Dispatcher
from relay.signal.intake import Intake
from relay.signal.new_phones import NewPhones
from relay.signal.types import Identity
from relay.signal.unreadable import read_again
from relay.store import Store
from relay.store.finished import forget_finished, forget_schemas
from relay.time.clock import Clock
from relay.watch import Condition, Heartbeat, Silence, build_pinger
from relay.watch.memory import GIVE_BACK_MINUTES, give_back
from relay.watch.metrics import RunningMetrics, build_registry
from relay.web.health import Health
from relay.web.pages.addresses import Outside
from relay.web.pages.events import PublicEvents
from relay.web.pages.export_job import ExportJob
from relay.web.pages.posted import KeptPosts, StoredPosts
from relay.web.pages.routes import add_pages
from relay.web.pages.stored import Kept, StoredCatalogue, public_branches
from relay.web.server import build_application
from relay.web.webhook import Webhook

ROUND_SECONDS = 2
"""How often what is due is looked for."""

FIRST_LOOK_SECONDS = 10
"""How long the first message waits at most until the groups were looked at."""

GRACE_SECONDS = 60
"""How long stopping waits for a message that is being sent."""

log = structlog.get_logger(__name__)


class Relay:
    """All parts of one relay, put together but not running.

    Args:
        settings: complete and valid.
        store: open; the caller closes it.
        client: entered; the caller leaves it.
        destinations: each branch's public destinations, by slug and lane.
        clock: the time.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        client: SignalClient,
        destinations: Mapping[str, Mapping[str, Destination]],
        clock: Clock,
    ) -> None:
        self.settings = settings
        self.store = store
        self._client = client
        self.clock = clock
        self.services = build_services(
            settings, store, clock, destinations, lambda: self.directory, Abilities(client.direct)
        )
        words = self.services.words
        retelling = MeetingRetelling(store, clock, MeetingNotifier(self.services))
        self.copies = DirectCopies(
            client, store, clock, words, retelling, self.services.left_alone.spares
        )
        self.new_phones = NewPhones(client, store, clock, self._note_keys, self.copies)
        self._notices = notices = Notices(self.services)
        register(self.services)
        self.jobs = Jobs(self.services)
        self.outcomes = Outcomes(store, clock, notices)
        self.receipts = DeliveryReceipts(store, clock)
        self.backups = BackupJob(settings, store, clock)
        self.returning = RestoredNotice(
            settings, store, clock, words, self.services.time, partial(show_again, self.services)
        )
        authenticity = self.services.authenticity
        welcome = partial(welcome_files, self.services)
        intake = Intake(client, store, clock, welcome, authenticity.prints.arrived)
        self.prints = PrintJob(store, authenticity.prints)
        self.dispatcher = Dispatcher(store, self.services.bot, intake, clock, notices.dead_letter)
        self._catalogue = StoredCatalogue(Kept.of(store), public_branches(settings), clock)
        outside = Outside(settings.web.public_url)
        events = PublicEvents(self._catalogue, words, clock, outside)
        subjects = Subjects(settings.branches, events.of)
        signal = SignalAdapter(
            client,
            store,
            self.services.vault.file,
            self.new_phones.look_soon,
            self.copies.follows,
            self.copies.unreached,
            lambda: self.directory.wakeup.ring(),
        )
        votes = EarlyVotes(store, clock)
        observers = hears_ends(
            self.services, self.copies, self.outcomes, self.receipts, self.jobs.doors, votes
        )
        self._out = WaysOut(
            self.services, signal, destinations, subjects, observers, client.contacts
        )
        self.lanes = self._out.workers
        export = settings.web.export
        self.site = None if export is None else ExportJob(settings, store, clock, export)
        self.health = Health(
            store, clock, lambda: self.webhook.last_call, lambda: self.webhook.slow_by
        )
        self.heartbeat = Heartbeat(clock, timedelta(seconds=ROUND_SECONDS))
        patience = timedelta(minutes=settings.watch.silent_minutes)
        self.silence = Silence(store, clock, self._out.watched, patience, notices)
        self.condition = Condition(self.health.checks, store, self.silence, self.heartbeat)
        self.ping = build_pinger(settings, self.condition)
        look, see = group_look(self.services), self.health.see_api
        self.directory = GroupDirectory(client, store, clock, see, look.look, look.poll)
        hearing = self.services.hearing
        self.feeds = FeedPuller(
            store, clock, self.services.following, feed_fetcher(settings, clock)
        )
        self.services.following.look_soon = self.feeds.wakeup.ring
        self.names = NameLook(client, clock, hearing.names, lambda: bool(hearing.watched))
        self.webhook = Webhook(
            store,
            clock,
            account=settings.signal.number,
            token=settings.webhook_token.get_secret_value(),
            on_group_change=self.directory.wakeup.ring,
            on_withheld=self.new_phones.look_soon,
            on_said_in_group=(partial(warn_in_private, self.services), hearing.hear),
            on_receipt=self.receipts.arrived,
            on_vote=votes.cast,
        )

    def web_application(self) -> web.Application:
        """Return the web server's application: the webhook, what watches it, the public pages."""
        token = self.settings.metrics_token
        application = build_application(
            webhook=self.webhook,
            health=self.health,
            registry=self._registry(),
            max_body_bytes=self.settings.web.max_body_bytes,
            metrics_token=None if token is None else token.get_secret_value(),
        )
        add_pages(
            application,
            self._catalogue,
            self.services.words,
            self.clock,
            public_url=self.settings.web.public_url,
            posted=StoredPosts(
                KeptPosts.of(self.store), self.services.announcements.pages.shares, self.clock
            ),
            answers=self.services.answers.all,
            notice=privacy_notice(self.settings, self.services.words),
            feeds=self.services.signed_feed,
        )
        return application

    def _registry(self) -> CollectorRegistry:
        running = RunningMetrics(
            self.store,
            self.clock,
            condition=self.condition,
            heartbeat=self.heartbeat,
            last_envelope=self.health.last_envelope,
            slow_by=self.health.slow_by,
            other_lines=lambda: self.webhook.other_lines,
            api_seen=lambda: self.health.api_seen,
            new_keys=lambda: self.new_phones.counted,
            ping=self.ping,
            has_backups=is_set_up(self.settings),
        )
        slugs = self.services.branches
        invited = InvitationMetrics(self.services.invitations.table, slugs)
        counts = (*self._out.counts.collectors, invited)
        return build_registry(self.store, self.clock, self._out.names, running, *counts)

    def _note_keys(self, identities: Sequence[Identity]) -> None:
        """Have wait what must where keys are new; joins a transaction."""
        self.services.vault.watch.compare(identities)
        self.services.complaints.compare(identities)
        for admin in self.services.admins.compare(identities):
            self.services.put_down(admin)

    # Coroutines, because the scheduler runs plain functions in threads of its own, and the store
    # belongs to this one.

    async def go_round(self) -> None:
        """Do what is due; called every `ROUND_SECONDS`.

        What fails is told to the log and tried again the next time. It keeps nothing else back:
        a fault in one part must not stop what was promised to be destroyed, or an announcement.
        """
        self.heartbeat.beat()
        steps: tuple[Callable[[], object], ...] = (
            *self.jobs.steps(),
            self.services.signed_feed.note,
            self.services.mailings.work,
            self.services.hearing.work,
            self.returning.tell,
            self.outcomes.remind,
            self._notices.tell_of_dead_letters,
            self._notices.tell_of_unreadable,
            self.silence.look,
            lambda: self.store.shredder.work(self.clock.now()),
        )
        for step in steps:
            try:
                step()
            except Exception:
                log.exception("round_fault")

    def _keep_what_was_heard(self) -> None:
        try:
            self.services.hearing.work()
        except Exception:
            # No reason to leave what still runs to itself.
            log.exception("round_fault")

    async def tidy(self) -> None:
        """Forget what is finished for long; called every hour."""
        with self.store.transaction():
            self.jobs.tidy()
            self.copies.tidy()
            self.receipts.tidy()
            self.services.signed_feed.tidy()
            self.services.mailings.tidy()
            forget_finished(self.store, self.clock.now())
        forget_schemas(self.store, self.clock.now())

    async def _dispatch(self) -> None:
        """Handle what was said, as soon as it is known who is in which group.

        What came while the relay was down is there at once; without that, a member would be heard
        as a stranger. An API server that does not answer holds nothing up for long. Nobody in
        danger reads what to do any later: it takes one call at a time, so no answer goes out
        before it has said who is in which group.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(FIRST_LOOK_SECONDS):
                await self.directory.looked.wait()
        await self.dispatcher.run()

    async def work(self, stop: asyncio.Event) -> None:
        """Deliver, dispatch and go round until `stop` is set, then end what is under way."""
        self._out.open()
        if found := read_again(self.store, self.clock.now()):
            log.info("read_after_all", count=found)
        scheduler = self.services.bot.scheduler
        every = partial(scheduler.add_job, trigger="interval", coalesce=True)
        every(self.go_round, seconds=ROUND_SECONDS)
        every(self.tidy, hours=1)
        every(give_back, minutes=GIVE_BACK_MINUTES)
        every(self.backups.look, seconds=LOOK_SECONDS, max_instances=2)
        every(self.prints.look, seconds=PRINT_SECONDS)
        abilities = self.services.abilities
        if abilities.is_asked:
            every(abilities.look, minutes=LOOK_MINUTES, next_run_time=self.clock.now())
        scheduler.start()
        endless = [
            asyncio.create_task(self._dispatch(), name="dispatcher"),
            asyncio.create_task(self.directory.run(), name="directory"),
            asyncio.create_task(self.new_phones.run(), name="new phones"),
            asyncio.create_task(self.names.run(), name="names"),
            asyncio.create_task(self.feeds.run(), name="feeds"),
        ]
        if self.ping is not None:
            endless.append(asyncio.create_task(self.ping.run(), name="ping"))
        if self.site is not None:
            endless.append(asyncio.create_task(self.site.run(), name="site"))
        delivering = [asyncio.create_task(lane.run(), name=lane.name) for lane in self.lanes]
        stopping = asyncio.create_task(stop.wait(), name="stop")
        try:
            # None of them ends by itself: one that does has a fault, and the relay must not go on.
            await asyncio.wait(
                [stopping, *endless, *delivering], return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            self.backups.stop()
            scheduler.shutdown(wait=False)
            for task in (stopping, *endless):
                task.cancel()
            for lane in self.lanes:
                lane.stop()
            # Envelopes are still taken meanwhile: while the API server's webhook call is held, it
            # does not read the answer to the message that is being sent.
            await asyncio.wait(delivering, timeout=GRACE_SECONDS)
            # Nor any other answer; and the next life must not call while this call is under way.
            await self._client.rest()
            self.webhook.stop()
            self._keep_what_was_heard()
            for task in delivering:
                task.cancel()
            ended = await asyncio.gather(stopping, *endless, *delivering, return_exceptions=True)
        for outcome in ended:
            if isinstance(outcome, Exception):
                raise outcome
