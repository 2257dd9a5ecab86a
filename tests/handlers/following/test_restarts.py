"""The relay ends between any two steps: nothing is said twice, and nothing is lost."""

from datetime import timedelta

from harness.following import Following

from relay.store.inbox import InboxEntry

_MINUTES = timedelta(minutes=10)


class PowerCut(Exception):
    """What was done is lost before it was committed."""


def _lose(following: Following, entry: InboxEntry) -> None:
    stage = following.stage
    try:
        with stage.store.transaction():
            stage.relay.services.bot.dispatch(entry)
            raise PowerCut
    except PowerCut:
        pass


async def test_it_ends_after_every_step(following: Following) -> None:
    async with following.open():
        await following.say(f"follow {following.link}")
    async with following.open():
        # Read, and not yet told.
        await following.stage.relay.feeds.pull_due()
    async with following.open():
        await following.stage.settle()
        assert sum("Its key:" in one for one in following.told()) == 1
    async with following.open():
        await following.say("yes")
    following.feed.post(1, "The hall is open on Friday.")
    async with following.open():
        following.stage.clock.move(_MINUTES)
        await following.stage.relay.feeds.pull_due()
    for _ in range(2):
        async with following.open():
            await following.stage.settle()
    assert sum("have posted something" in one for one in following.told()) == 1
    async with following.open():
        await following.say("pass on 1")
    async with following.open():
        following.alex.say("yes")
        await following.stage.signal.signal_cli.drained()
        # Agreed to, and not yet sent.
        await following.stage.relay.dispatcher.drain()
    for _ in range(2):
        async with following.open():
            await following.stage.settle()
    assert following.shown() == ["From Camden branch:\n\nThe hall is open on Friday."]
    following.feed.correct(1, "The hall is open on Saturday.")
    async with following.open():
        following.stage.clock.move(_MINUTES)
        await following.stage.relay.feeds.pull_due()
    for _ in range(2):
        async with following.open():
            await following.stage.settle()
    assert following.shown() == ["From Camden branch:\n\nThe hall is open on Saturday."]
    assert sum("I correct it here, too" in one for one in following.told()) == 1


async def test_every_word_may_be_handled_and_lost_and_handled_again(following: Following) -> None:
    stage = following.stage
    async with following.open():
        for text in (
            f"follow {following.link}",
            "yes",
            "trust 1",
            "yes",
            "trust 1 off",
            "pass on 1",
            "yes",
        ):
            if text == "pass on 1":
                following.feed.post(1, "The hall is open on Friday.")
                await following.pull(minutes=10)
            following.alex.say(text)
            await stage.signal.signal_cli.drained()
            entry = stage.store.inbox.next(stage.clock.now())
            assert entry is not None
            _lose(following, entry)
            await stage.settle()
            await following.pull()
        assert following.shown() == ["From Camden branch:\n\nThe hall is open on Friday."]
        assert sum("follows Camden branch now" in one for one in following.told()) == 1
