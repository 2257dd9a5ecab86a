"""What an admin is in the middle of who follows a feed, or trusts one."""

from typing import Any, ClassVar

from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.following.access import feed_of, tell_admins
from handlers.services import Services
from relay.following.tables import FollowedFeed, Stage
from relay.settings import Branch


class LookingAtFeed(State):
    """A feed that they want to follow is being read.

    Attributes:
        feed: its number.
    """

    name: ClassVar[str] = "following.look"

    feed: int

    def expired(self, services: Services, person: str) -> None:
        """They are told once it was read, whatever they do by then."""

    def left(self, services: Services, person: str, coming: State) -> None:
        """They are told all the same."""

    def put_down(self, services: Services, person: str) -> bool:
        """Forget the feed."""
        _forget(services, self.feed)
        return True


class ConfirmFollow(Pending):
    """The key of a feed is shown, to be compared.

    Attributes:
        feed: its number.
        key: what was shown.
    """

    name: ClassVar[str] = "following.confirm"

    feed: int
    key: str

    def expired(self, services: Services, person: str) -> None:
        """Say how it is shown again: to ring somebody may take a while."""
        feed = services.following.feeds.get(self.feed)
        if feed is not None and feed.stage is not Stage.FOLLOWED:
            services.tell(person, "following-expired", name=feed.name, number=str(feed.number))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say how it is shown again."""
        if not coming.is_discreet and not isinstance(coming, ConfirmFollow):
            self.expired(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """Forget the feed, unless another admin has said yes to it."""
        _forget(services, self.feed)
        return True

    async def accept(self, heard: Heard[Any]) -> None:
        """Follow it, or let another admin agree."""
        heard.leave()
        services, feed = heard.services, feed_of(heard, self.feed)
        if feed is None or feed.stage is Stage.FOLLOWED or feed.key != self.key:
            await heard.say("following-gone")
            return
        branch = services.branches[feed.branch]
        asked_by = feed.asked_by if feed.stage is Stage.PROPOSED else None
        if not _is_agreed(branch, asked_by, heard.person):
            services.following.propose(feed, heard.person)
            tell_admins(
                services,
                feed,
                lambda speaking: speaking.words.say(
                    "following-proposed-to-you",
                    branch=branch.name,
                    name=feed.name,
                    number=str(feed.number),
                ),
                but=heard.person,
            )
            await heard.say("following-proposed", name=feed.name)
            return
        followed = services.following.follow(feed)
        record(services, heard.person, "follow", followed)
        await heard.say("following-begun", name=followed.name, number=str(followed.number))
        if asked_by is not None and asked_by in branch.admins and asked_by != heard.person:
            services.tell(
                asked_by, "following-agreed", name=followed.name, number=str(followed.number)
            )

    async def refuse(self, heard: Heard[Any]) -> None:
        """Forget it."""
        heard.leave()
        feed = feed_of(heard, self.feed)
        if feed is not None and feed.stage is not Stage.FOLLOWED:
            heard.services.following.unfollow(feed)
        await heard.say("following-dropped")


class ConfirmTrust(Pending):
    """What it means to trust a feed is shown.

    Attributes:
        feed: its number.
    """

    name: ClassVar[str] = "following.trust"

    feed: int

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing has changed."""
        services.tell(person, "following-trust-dropped")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say that nothing has changed."""
        if not coming.is_discreet and not isinstance(coming, ConfirmTrust):
            services.tell(person, "following-trust-dropped")

    def put_down(self, services: Services, person: str) -> bool:
        """Nothing is begun before the yes."""
        return True

    async def accept(self, heard: Heard[Any]) -> None:
        """Trust it, or let another admin agree."""
        heard.leave()
        services, feed = heard.services, feed_of(heard, self.feed)
        if feed is None or feed.stage is not Stage.FOLLOWED:
            await heard.say("following-gone")
            return
        branch = services.branches[feed.branch]
        if not feed.trusted and not _is_agreed(branch, feed.trusted_by, heard.person):
            services.following.ask_to_trust(feed, heard.person)
            tell_admins(
                services,
                feed,
                lambda speaking: speaking.words.say(
                    "following-trust-to-you", name=feed.name, number=str(feed.number)
                ),
                but=heard.person,
            )
            await heard.say("following-trust-proposed", name=feed.name)
            return
        services.following.trust(feed, heard.person)
        record(services, heard.person, "trust", feed)
        await heard.say("following-trusted", name=feed.name, number=str(feed.number))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it is."""
        heard.leave()
        await heard.say("following-trust-dropped")


def _is_agreed(branch: Branch, asked_by: str | None, person: str) -> bool:
    """Whether a yes is enough: the branch wants no second one, or it is that.

    Args:
        branch: whose admins are asked.
        asked_by: the account id of the admin who has said yes before.
        person: who says it now.
    """
    others = asked_by is not None and asked_by != person and asked_by in branch.admins
    return branch.approvals < 2 or others


def record(services: Services, person: str, action: str, feed: FollowedFeed) -> None:
    """Note in the audit trail what an admin does to a feed, by its number."""
    subject, now = f"followed feed {feed.number}", services.clock.now()
    services.store.audit.record(actor=person, action=action, subject=subject, now=now)


def _forget(services: Services, number: int) -> None:
    feed = services.following.feeds.get(number)
    if feed is not None and feed.stage in (Stage.LOOKING, Stage.SHOWN):
        services.following.unfollow(feed)
