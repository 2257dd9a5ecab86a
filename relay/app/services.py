"""What conversations work with, made from the settings."""

from collections.abc import Callable, Mapping

import structlog

from handlers.adverts.notices import AdvertNotices
from handlers.conduct.appeals.notices import AppealNotices
from handlers.conduct.complaints.door import ComplaintDoor
from handlers.conduct.decisions.notices import DecisionNotices
from handlers.conduct.flooding import FloodStop
from handlers.conduct.notices import MatterNotices
from handlers.contact_list.texts import letter_text
from handlers.following.notices import FollowingNotices
from handlers.holders import HOLDERS
from handlers.listeners import LISTENERS
from handlers.report.door import ReportDoor
from handlers.routes import CATALOGUE
from handlers.services import Services
from handlers.states import STATES
from handlers.unasked import may_write
from relay.adverts.lists import BoardLists
from relay.adverts.service import AdvertService
from relay.announcements import AnnouncementService
from relay.announcements.page import page_shares
from relay.answers import load_answers
from relay.authenticity.service import Authenticity
from relay.ballots.service import BallotService
from relay.conduct.appeals.appeals import Appeals
from relay.conduct.appeals.taking_part import TakingPart
from relay.conduct.decisions.assembly import build_deciding, kept_out_by
from relay.conduct.decisions.decisions import Decisions
from relay.conduct.hearing.floods import FloodWatch
from relay.conduct.hearing.group_hearing import GroupHearing
from relay.conduct.hearing.message_index import MessageIndex
from relay.conduct.hearing.names import Names
from relay.conduct.hearing.people import People
from relay.conduct.hearing.watched_groups import WatchedGroups
from relay.conduct.mandates.moderators import Moderators
from relay.conduct.matters.complaints import Complaints
from relay.conduct.matters.matters import Matters
from relay.conduct.matters.readers import helping
from relay.conduct.record.record import Record
from relay.conduct.standards import BranchStandards
from relay.conduct.talks.opening import TalkOpening
from relay.conduct.talks.talks import Talks
from relay.conduct.two_admins import TwoAdmins
from relay.contact_list.entries import ContactList
from relay.contact_list.invitations import Invitations
from relay.contact_list.letters import Letters
from relay.destinations import Destination
from relay.following.service import Following
from relay.following.sources import FollowedSources
from relay.groups.declared import declared_groups
from relay.groups.doors import Doors
from relay.groups.keeping import GroupKeeper
from relay.groups.membership import MembershipWatch
from relay.groups.standards import Standards, version_of
from relay.groups.suggestions import Suggestions, made_groups
from relay.language.languages import Languages
from relay.language.words import Words
from relay.people.admins import Admins
from relay.people.left_alone import LeftAlone
from relay.people.reply_limits import ReplyLimits
from relay.safeguarding import Vault
from relay.safeguarding.helplines import load_helplines
from relay.settings import Settings
from relay.signal.abilities import Abilities
from relay.signal.bot import RelayBot
from relay.signal.directory import GroupDirectory
from relay.signed_feed.feed import SignedFeed
from relay.signed_feed.readable import PublicWords
from relay.store import Store
from relay.subscriptions.mailing import DirectMailings
from relay.subscriptions.places import Places
from relay.time.clock import BranchTime, Clock

log = structlog.get_logger(__name__)


def build_services(
    settings: Settings,
    store: Store,
    clock: Clock,
    destinations: Mapping[str, Mapping[str, Destination]],
    directory: Callable[[], GroupDirectory],
    abilities: Abilities,
) -> Services:
    """Return the parts that conversations work with; nothing is asked of them yet.

    Args:
        settings: complete and valid.
        store: open.
        clock: the time.
        destinations: each branch's public destinations, by slug and lane.
        directory: who is in which group. It is made after the parts, which it tells of changes.
        abilities: what can be done in Signal.
    """
    words = Words(settings.locale, settings.wording.folder)
    for problem in words.check():
        log.warning("wording_problem", message=problem.message, reason=problem.reason)
    branches = {branch.slug: branch for branch in settings.branches}
    number = settings.signal.number
    vault = Vault(store, clock, settings)
    time = BranchTime(settings.timezone, words, clock)

    def is_member(person: str) -> bool:
        return person in directory().members

    def people_in(group: str) -> frozenset[str]:
        return directory().people.get(group, frozenset())

    places = Places(store, clock, branches, is_member)
    left_alone = LeftAlone(store, clock, vault.hiding.has_hidden)
    ballots = BallotService(store, clock, left_alone.spares)
    mailings = DirectMailings(store, clock, places, ballots)
    declared = (*declared_groups(settings, words), *made_groups(settings, store, words))
    groups = GroupKeeper(store, clock, declared, time, lambda: directory().wakeup.ring())
    moderators = Moderators(
        store,
        clock,
        settings,
        is_officer=lambda person: vault.standing(person) is not None,
        waits=lambda person: admins.waits(person),
    )
    admins = Admins(store, clock, settings, groups.kept_by, moderators.moderating)
    with store.transaction():
        moderators.take_settings()
    names = Names(clock, is_member)
    matters = Matters(
        store,
        clock,
        moderators,
        helping(branches.values()),
        lambda person: names.of(person) or moderators.named(person),
    )
    decisions = Decisions(store, clock, settings.timezone, branches, matters.sealer)
    moderators.is_out = decisions.is_out
    standards = Standards(store, clock, lambda branch: version_of(services.standards.whole(branch)))
    talks = Talks(store, clock, matters.sealer)
    appeals = Appeals(store, clock, branches, moderators, matters, decisions)
    record = Record(
        store,
        clock,
        settings.timezone,
        branches,
        matters,
        decisions,
        appeals,
        talks,
        TakingPart(store, moderators, matters),
    )
    decisions.listeners.append(record)
    matters.needed.append(record.holds)
    doors = Doors(store, clock, groups, standards, kept_out_by(decisions))
    adverts = AdvertService(store, clock, settings, time, moderators.reading_adverts)
    membership = MembershipWatch(store, number)
    contacts = ContactList(store, clock, branches)
    watched = WatchedGroups(
        store, clock, groups, lambda slug, number: bool(moderators.of(slug, number))
    )
    people = People(store, clock, names, watched, groups, membership, people_in, words)
    floods = FloodWatch(branches, clock, moderators, groups, lambda flood: stop.stop(flood))
    hearing = GroupHearing(watched, MessageIndex(store, clock), people, names, floods)
    shares = page_shares(settings)
    signed_feed = SignedFeed(
        store, clock, PublicWords(store, settings, shares), branches, settings.locale
    )
    following = Following(store, clock, settings)
    services = Services(
        settings=settings,
        store=store,
        clock=clock,
        languages=Languages(store, words, settings.wording.folder, vault.reports.language_of),
        words=words,
        time=time,
        groups=groups,
        membership=membership,
        hearing=hearing,
        adverts=adverts,
        board_lists=BoardLists(
            store, clock, settings, time, adverts, lambda board: notices.to_pin(board)
        ),
        doors=doors,
        suggestions=Suggestions(store, clock, groups, doors, settings, words),
        announcements=AnnouncementService(
            store,
            clock,
            branches,
            destinations,
            (settings.locale,),
            shares,
            mailings,
        ),
        signed_feed=signed_feed,
        following=following,
        authenticity=Authenticity(
            store,
            clock,
            settings,
            signed_feed,
            FollowedSources(following.feeds, following.posts),
        ),
        bot=RelayBot(number=number, api_url=settings.signal.api_url, store=store, clock=clock),
        vault=vault,
        admins=admins,
        left_alone=left_alone,
        moderators=moderators,
        matters=matters,
        complaints=Complaints(store, clock, matters),
        to_moderators=ComplaintDoor(),
        to_safeguarding=ReportDoor(),
        deciding=build_deciding(
            store,
            clock,
            settings.timezone,
            branches,
            decisions=decisions,
            matters=matters,
            moderators=moderators,
            keeper=groups,
            doors=doors,
            abilities=abilities,
            people_in=people_in,
        ),
        two_admins=TwoAdmins(store, clock, settings, admins.waits),
        talks=talks,
        appeals=appeals,
        conduct_record=record,
        standards=BranchStandards(store, clock, words, branches),
        limits=ReplyLimits(settings, clock),
        states=STATES,
        helplines=load_helplines(settings.wording.folder),
        answers=load_answers(settings.wording.folder, settings.locale).answers,
        listeners=LISTENERS,
        holders=HOLDERS,
        commands=CATALOGUE,
        is_member=is_member,
        mailings=mailings,
        contacts=contacts,
        letters=Letters(
            store,
            clock,
            contacts,
            lambda slug, text, person: letter_text(services.speaking_to(person), slug, text),
            vault.hiding.has_hidden,
        ),
        invitations=Invitations(
            store,
            clock,
            settings,
            branches,
            lambda slug: words.say("contact-invite", branch=branches[slug].name),
            lambda slug, person: may_write(services, person) and not contacts.entry(slug, person),
        ),
        people_in=people_in,
        abilities=abilities,
    )
    services.announcements.pages.observers.append(signed_feed.changed)
    services.deciding.decisions.notifier = told = DecisionNotices(services)
    services.deciding.effects.notifier = told
    adverts.notifier = notices = AdvertNotices(services)
    stop = FloodStop(services)
    services.matters.notifier = MatterNotices(services)
    services.following.looks.notifier = FollowingNotices(services)
    signed_feed.origin_of = services.following.origin_of
    with store.transaction():
        signed_feed.wake()
    signed_feed.note()
    appeals.notifier = AppealNotices(services)
    decisions.listeners.append(TalkOpening(talks))
    return services
