"""`follow LINK`, `following`, `unfollow 2`, `trust 2`: which feeds a branch follows.

admin: follow https://camden.example.org/b/camden
bot:   I am looking at it. …
bot:   This is the feed of Camden branch. Its key: ABCD EFGH … Ring somebody there …
admin: yes
bot:   Hackney branch follows Camden branch now. …
"""

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new, says_no, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.following.access import feed_of
from handlers.following.listing import feed_text, feeds_text
from handlers.following.notices import key_text
from handlers.following.numbered import numbered
from handlers.following.states import ConfirmFollow, ConfirmTrust, LookingAtFeed, record
from handlers.services import Services
from relay.following.links import feed_address
from relay.following.service import MOST_FEEDS
from relay.following.tables import FollowedFeed, Stage
from relay.settings import Branch

following = Router("following")
following_answers = Router("following_answers")


def names_feed(heard: HeardMessage) -> bool:
    """Whether a number follows, and nothing else."""
    return numbered(heard).is_alone


def names_link(heard: HeardMessage) -> bool:
    """Whether a link follows, or nothing: "follow me on Tuesday" is no command."""
    rest = heard.typed.rest
    return not rest or feed_address(_link_in(rest)) is not None or "://" in rest


@following.command(
    "follow",
    new,
    without_files,
    names_link,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.LINK,), (Follows.NUMBER,)),
)
async def follow(heard: HeardMessage) -> None:
    """Have a feed looked at, and its key shown."""
    services, typed = heard.services, heard.typed.rest
    url = feed_address(_link_in(typed))
    if url is None:
        await heard.say("following-how" if not typed else "following-no-feed")
        return
    branch = _branch(services, heard.person, typed[len(_link_in(typed)) :].strip())
    if branch is None:
        names = ", ".join(one.slug for one in services.branches_of(heard.person))
        await heard.say("following-which-branch", link=_link_in(typed), branches=names)
        return
    if len(services.following.feeds.of(branch.slug)) >= MOST_FEEDS:
        await heard.say("following-too-many", most=MOST_FEEDS)
        return
    feed = services.following.begin(branch.slug, url, heard.person)
    heard.enter(LookingAtFeed(feed=feed.number))
    await heard.say("following-looking")


@following.command("follow", new, names_feed, may=admin)
async def show_key(heard: HeardMessage) -> None:
    """Show a key again that is to be compared."""
    number = numbered(heard).number
    feed = None if number is None else feed_of(heard, number)
    if feed is None or feed.stage is Stage.LOOKING:
        await heard.say("following-unknown", number=str(number))
    elif feed.stage is Stage.FOLLOWED:
        await heard.say("following-already", name=feed.name, number=str(feed.number))
    elif feed.stage is Stage.PROPOSED and feed.asked_by == heard.person:
        await heard.say("following-own", name=feed.name)
    else:
        sent = await heard.say_text(key_text(heard.services, feed))
        heard.enter(ConfirmFollow(feed=feed.number, key=feed.key, preview=sent.delivery))


@following_answers.answer(LookingAtFeed, new, says_no)
async def do_not_look(heard: HeardMessage, looking: LookingAtFeed) -> None:
    """Forget it."""
    heard.leave()
    looking.put_down(heard.services, heard.person)
    await heard.say("following-dropped")


def asks_for_list(heard: HeardMessage) -> bool:
    """Whether it is `following`, alone or with a number."""
    return not heard.typed.rest or names_feed(heard)


@following.command(
    "following",
    new,
    without_files,
    asks_for_list,
    may=admin,
    section=Section.RUNNING,
    usages=((), (Follows.NUMBER,)),
)
async def list_feeds(heard: HeardMessage) -> None:
    """List the feeds, or what waits of one."""
    services = heard.services
    number = numbered(heard).number
    if number is None:
        await heard.say_text(feeds_text(services, services.branches_of(heard.person)))
        return
    feed = feed_of(heard, number)
    if feed is None or feed.stage is Stage.LOOKING:
        await heard.say("following-unknown", number=str(number))
    else:
        await heard.say_text(feed_text(services, feed))


def names_feed_or_nothing(heard: HeardMessage) -> bool:
    """Whether a number follows, or nothing."""
    return not heard.typed.rest or names_feed(heard)


@following.command(
    "unfollow",
    new,
    names_feed_or_nothing,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.NUMBER,),),
)
async def unfollow(heard: HeardMessage) -> None:
    """Follow a feed no longer: whoever does so by mistake follows it again."""
    feed = await _named(heard)
    if feed is None:
        return
    services = heard.services
    services.following.unfollow(feed)
    record(services, heard.person, "unfollow", feed)
    await heard.say("following-ended", name=feed.name or feed.url)


def trusts(heard: HeardMessage) -> bool:
    """Whether a number follows, perhaps with "off" before or behind it, or nothing."""
    said = numbered(heard)
    more = f"{said.before} {said.after}".strip()
    return not more or _says_off(heard, more)


@following.command(
    "trust",
    new,
    trusts,
    may=admin,
    section=Section.RUNNING,
    usages=((Follows.NUMBER,), (Follows.NUMBER, Follows.OFF)),
)
async def trust(heard: HeardMessage) -> None:
    """Say what it means, and ask; with "off", end it at once."""
    feed = await _named(heard)
    if feed is None:
        return
    services, name, number = heard.services, feed.name, str(feed.number)
    if feed.stage is not Stage.FOLLOWED:
        await heard.say("following-not-yet", name=name, number=number)
    elif numbered(heard).after or numbered(heard).before:
        services.following.distrust(feed)
        record(services, heard.person, "distrust", feed)
        await heard.say("following-trust-off", name=name)
    elif feed.trusted:
        await heard.say("following-trusted-already", name=name, number=number)
    else:
        branch = services.branches[feed.branch]
        second = "yes" if branch.approvals > 1 and feed.trusted_by is None else "no"
        sent = await heard.say("following-trust-ask", name=name, branch=branch.name, second=second)
        heard.enter(ConfirmTrust(feed=feed.number, preview=sent.delivery))


async def _named(heard: HeardMessage) -> FollowedFeed | None:
    """Return the feed that is named; None where there is none, and say so."""
    number = numbered(heard).number
    if number is None:
        example = heard.typed.command
        await heard.say("following-number-missing", example=f"{example} 2")
        return None
    feed = feed_of(heard, number)
    if feed is None:
        await heard.say("following-unknown", number=str(number))
    return feed


def _says_off(heard: HeardMessage, rest: str) -> bool:
    return heard.services.vocabulary.answers_with("trust_off", rest)


def _link_in(typed: str) -> str:
    return next(iter(typed.split(maxsplit=1)), "")


def _branch(services: Services, person: str, named: str) -> Branch | None:
    branches = services.branches_of(person)
    if not named and len(branches) == 1:
        return branches[0]
    said = named.casefold()
    return next((one for one in branches if said in (one.slug, one.name.casefold())), None)
