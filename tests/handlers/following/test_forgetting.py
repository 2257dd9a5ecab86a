"""What is kept of an admin who follows: named to them, and gone when they are forgotten."""

from harness.following import Following
from harness.running import branch

from relay.following.tables import FollowedFeeds


async def test_who_trusts_a_feed_is_told_so_and_forgotten(following: Following) -> None:
    stage, alex = following.stage, following.alex
    async with following.open():
        await following.trust()
        assert "Camden branch" in await following.say("about me")
        assert following.row.trusted_by == alex.aci
    async with stage.running(branch("hackney", following.bea, groups=[following.group])):
        await stage.say(alex, "forget me")
        await stage.say(alex, "yes")
        await stage.settle()
        [feed] = stage.store[FollowedFeeds].all()
        assert (feed.trusted, feed.trusted_by, feed.asked_by) == (True, None, None)
