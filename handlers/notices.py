"""What the relay tells people without being asked just then: receipts and troubles."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial

from handlers.public_places import own_page, place_name, places_said, say_of
from handlers.services import Services
from relay.announcements.reach import groups_among
from relay.destinations import branch_of
from relay.signal.outgoing import SIGNAL_LANE, SUBSCRIBERS_LANE
from relay.store.breakers import CircuitBreaker
from relay.store.inbox import InboxEntry
from relay.store.on_page import OnPage
from relay.store.operations import Operation
from relay.store.outbox import Delivery, Place

_RECEIPTS = {"post": "receipt-post", "edit": "receipt-edit", "retract": "receipt-retract"}


class Notices:
    """Implements `relay.announcements.Notifier` in the words of the wording files."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def settled(self, operation: Operation) -> None:
        """Send the receipt."""
        self._services.tell_text(operation.asked_by, partial(receipt_text, operation=operation))

    def still_waiting(self, operation: Operation) -> None:
        """Say what still waits, so that nobody wonders or posts twice."""
        services = self._services
        services.tell_text(operation.asked_by, partial(_waiting_text, operation=operation))

    def lane_blocked(self, breaker: CircuitBreaker) -> None:
        """Say what is stuck and what to do."""
        services = self._services
        for person in self._responsible(breaker.lane):
            delivery = services.tell_text(person, partial(_blocked_text, breaker=breaker))
            services.store.topics.assign(delivery, _trouble(breaker.lane))

    def lane_silent(self, lane: str, since: datetime) -> None:
        """Say since when nothing gets through; see `relay.watch`."""
        services = self._services
        text = partial(_stuck_text, lane=lane, since=since)
        for person in self._responsible(lane):
            services.store.topics.assign(services.tell_text(person, text), _trouble(lane))

    def lane_was_silent(self, lane: str, since: datetime) -> None:
        """Say that nothing got through for a while; before, nobody could be told."""
        self._drop_unheard(lane)
        for person in self._responsible(lane):
            self._services.tell_text(
                person,
                lambda speaking: speaking.words.say(
                    "lane-was-silent", since=speaking.time.spoken(since)
                ),
            )

    def lane_freed(self, lane: str) -> None:
        """Say that it works again; who has not heard of the trouble yet need not hear of it."""
        responsible = self._responsible(lane)
        if self._drop_unheard(lane) < len(responsible):
            self._tell_freed(responsible, lane)

    def challenge_taken(self, asked_by: str | None) -> None:
        """Say so to who solved it, and to those who were asked to."""
        self._drop_unheard(SIGNAL_LANE)
        solver = () if asked_by is None else (asked_by,)
        self._tell_freed(dict.fromkeys((*self._responsible(SIGNAL_LANE), *solver)), SIGNAL_LANE)

    def _drop_unheard(self, lane: str) -> int:
        topics = self._services.store.topics
        unheard = topics.queued(_trouble(lane))
        topics.drop(_trouble(lane), self._services.clock.now())
        return unheard

    def _tell_freed(self, people: Iterable[str], lane: str) -> None:
        self._services.store.silences.end(lane)
        for person in people:
            self._services.tell_text(person, partial(_freed_text, lane=lane))

    def challenge_failed(self, asked_by: str) -> None:
        """Ask for another solution."""
        self._services.tell(asked_by, "captcha-failed")

    def counted(self, delivery: Delivery, counted: Mapping[str, int] | None) -> None:
        """Say how often an announcement was liked and passed on, to who asked."""
        services = self._services
        if delivery.asked_by is None:
            return
        place = place_name(services, delivery.lane)
        number = str(delivery.payload["announcement"])
        if counted is None:
            services.tell(delivery.asked_by, "stats-not-counted", number=number, place=place)
            return
        numbers = {"likes": counted["likes"], "reposts": counted["reposts"]}
        services.tell(delivery.asked_by, "stats-counted", number=number, place=place, **numbers)

    def dead_letter(self, entry: InboxEntry) -> None:
        """Ask the sender to try again, and keep what was said only where it is no report.

        Somebody may have tried to report harm, and an admin may be who harmed them: admins hear of
        it with all others, on another day (`tell_of_dead_letters`).
        """
        services, reports = self._services, self._services.vault.reports
        text = services.speaking_to(entry.source).said_in_danger("dead-letter-sender")
        services.vault.post.farewell(entry.source, text)
        reporting = reports.draft_of(entry.source) or reports.cases_of(entry.source)
        if reporting or not services.is_admin(entry.source):
            for arrival in services.store.files.arrivals(entry.id):
                if arrival.file is not None:
                    services.store.files.remove(arrival.file)
            services.store.files.forget_arrivals(entry.id)
            services.store.inbox.empty(entry)
            services.store.shredder.shred(services.clock.now())

    def tell_of_unreadable(self) -> None:
        """Tell people once of what they sent and the relay could not read; called every round.

        They may be writing a report, perhaps on a phone that somebody else looks at: the sentence
        is the same for everybody, and says neither what it was nor what it was for.
        """
        services = self._services
        now = services.clock.now()
        told: set[str] = set()
        for one in services.store.unreadable.due(now):
            if one.source in told:
                continue
            told.add(one.source)
            lost = one.shape.startswith("exception.")
            message = "unreadable-lost" if lost else "unreadable-kind"
            text = services.speaking_to(one.source).said_in_danger(message)
            with services.store.transaction():
                services.vault.post.farewell(one.source, text)
                services.store.unreadable.told(one.source, now)

    def tell_of_dead_letters(self) -> None:
        """Tell the first branch's admins how many there were until yesterday; called every round.

        Neither whose they were nor when they came: only how many.
        """
        services = self._services
        now = services.clock.now()
        today = now.astimezone(services.settings.timezone).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        count = services.store.inbox.untold(today)
        if not count or services.vault.timetable.is_quiet():
            return
        with services.store.transaction():
            for person in self._admins(SIGNAL_LANE):
                services.tell(person, "dead-letter-admin", count=count)
            services.store.inbox.told(today, now)

    def _responsible(self, lane: str) -> tuple[str, ...]:
        """Who hears of a lane's troubles: the admins' group if there is one, else each of them."""
        group = self._services.settings.watch.admin_group
        return self._admins(lane) if group is None else (group,)

    def _admins(self, lane: str) -> tuple[str, ...]:
        """The admins of a lane's branch, for Signal those of the first."""
        branches = self._services.branches
        slug = branch_of(lane)
        first = self._services.settings.branches[0]
        return (first if lane == SIGNAL_LANE else branches.get(slug, first)).admins


def _trouble(lane: str) -> str:
    return f"trouble:{lane}"


def _waiting_text(services: Services, operation: Operation) -> str:
    lines = "\n".join(place_lines(services, operation))
    number = str(operation.announcement)
    return services.words.say("receipt-still-waiting", number=number, lines=lines)


def _blocked_text(services: Services, breaker: CircuitBreaker) -> str:
    say, on_signal = services.words.say, breaker.lane in (SIGNAL_LANE, SUBSCRIBERS_LANE)
    match breaker.cause:
        case "captcha" if breaker.lane == SUBSCRIBERS_LANE:
            return say("lane-captcha-subscribers")
        case "captcha":
            return say("lane-captcha")
        case "signed_out" if on_signal:
            return say("lane-signed-out-signal")
        case "signed_out":
            slug = branch_of(breaker.lane)
            branch = services.branches.get(slug)
            name = slug if branch is None else branch.name
            return say_of(services, breaker.lane, "signed-out", branch=name)
    return _stuck_text(services, breaker.lane, breaker.since)


def _stuck_text(services: Services, lane: str, since: datetime) -> str:
    where, when = place_name(services, lane), services.time.spoken(since)
    return services.words.say("lane-stuck", where=where, since=when)


def _freed_text(services: Services, lane: str) -> str:
    return services.words.say("lane-freed", where=place_name(services, lane))


def receipt_text(services: Services, operation: Operation) -> str:
    """Return the receipt of an operation whose deliveries have all ended."""
    say = services.words.say
    places = services.store.outbox.of_operation(operation.id)
    lines = [_outcome(services, operation, places), *_remarks(services, operation, places)]
    if any(place.state != "delivered" for place in places):
        lines.append(say("receipt-failed", lines="\n".join(place_lines(services, operation))))
    elif operation.kind == "post":
        is_meeting = services.is_meeting(operation.announcement)
        message = "receipt-next-meeting" if is_meeting else "receipt-next"
        lines.append(say(message, number=str(operation.announcement)))
    return "\n\n".join(lines)


def _outcome(services: Services, operation: Operation, places: list[Place]) -> str:
    say = services.words.say
    # A group that an edit and a notice go to has it once both are there.
    groups = {place.target for place in places if place.lane == SIGNAL_LANE}
    missed = {
        place.target for place in places if place.lane == SIGNAL_LANE and place.state != "delivered"
    }
    public = {place.lane: place.state == "delivered" for place in places if _is_public(place)}
    links = {} if operation.kind == "retract" else _links(services, operation)
    reached = [_linked(services, lane, links.get(lane)) for lane, done in public.items() if done]
    if (page := _on_page(services, operation)) is not None:
        reached.append(page)
    failed = [place_name(services, lane) for lane, done in public.items() if not done]
    counts: dict[str, str | int] = {
        "done": len(groups - missed),
        "groups": len(groups),
        "reached": places_said(services, reached),
        "failed": places_said(services, failed),
    }
    return say(_RECEIPTS[operation.kind], number=str(operation.announcement), **counts)


def _remarks(services: Services, operation: Operation, places: list[Place]) -> list[str]:
    say = services.words.say
    remarks = []
    results = [(place, place.result or {}) for place in places]
    if any("apart" in result for _, result in results):
        remarks.append(say("receipt-edit-late"))
    if any("left" in result for _, result in results):
        remarks.append(say("receipt-change-late"))
    stays = any(result.get("too_old") for _, result in results)
    if operation.kind == "edit" and (stays or any(r.get("deleted") for _, r in results)):
        remarks.append(say("receipt-renewed-late" if stays else "receipt-renewed"))
    if operation.kind == "retract" and (stays or _stays_in_groups(services, operation, places)):
        remarks.append(say("receipt-retract-late"))
    for place, result in results:
        where = place_name(services, place.lane)
        if result.get("how") == "replied":
            remarks.append(say("receipt-edit-replied", place=where))
        if remaining := result.get("remaining", 0):
            remarks.append(say("receipt-retract-remaining", count=remaining, place=where))
    if copied := sum(result.get("copied", 0) for _, result in results):
        # One person may be in several of the groups.
        since = operation.created_at
        people = services.store.missed_messages.people(operation.announcement, since)
        remarks.append(say("receipt-new-phone", people=people or copied))
    if missed := sum(len(result.get("missed", ())) for _, result in results) - copied:
        remarks.append(say("receipt-missed", people=missed))
    return remarks


def _stays_in_groups(services: Services, operation: Operation, places: list[Place]) -> bool:
    """Whether it stands in groups where nothing of it could be deleted any more."""
    tried = {place.target for place in places if place.lane == SIGNAL_LANE}
    standing = services.store.announcements.standing(operation.announcement)
    return not frozenset(groups_among(list(standing))) <= tried


def _on_page(services: Services, operation: Operation) -> str | None:
    """What people call the public page, where it has followed; it does so at once."""
    announcement = services.store.announcements.get(operation.announcement)
    if announcement is None or services.announcements.pages.of(announcement) is OnPage.NOTHING:
        return None
    return own_page(services, announcement)


def _is_public(place: Place) -> bool:
    return place.lane != SIGNAL_LANE


def place_lines(services: Services, operation: Operation) -> list[str]:
    """Return one line for each place an operation goes to: done, waiting, or why not."""
    say = services.words.say
    lines = []
    for place in services.store.outbox.of_operation(operation.id):
        if place.lane == SIGNAL_LANE:
            name = services.group_name(place.target)
        else:
            name = place_name(services, place.lane)
        blocked = services.store.breakers.of(place.lane)
        state = "blocked" if place.state == "queued" and blocked else place.state
        lines.append(say("place-line", place=name, state=state, reason=place.reason or "none"))
    if (page := _on_page(services, operation)) is not None:
        lines.append(say("place-line", place=page, state="delivered", reason="none"))
    return lines


def _links(services: Services, operation: Operation) -> dict[str, str]:
    """Where an announcement can be read by everybody, by lane."""
    standing = services.store.announcements.standing(operation.announcement)
    publications = {lane: reference.get("publication") for lane, reference in standing.items()}
    return {lane: str(one["link"]) for lane, one in publications.items() if one and one["link"]}


def _linked(services: Services, lane: str, link: str | None) -> str:
    name = place_name(services, lane)
    return name if link is None else services.words.say("receipt-place", place=name, link=link)
