"""What goes to signal-cli itself, in a whole relay: it keeps nothing and nobody else waiting."""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot

from relay.signal.outgoing import Ban, Message, Outgoing, Refresh, queue_outgoing
from relay.signal.priority import Priority


def queue(relay: RelayHarness, target: str, outgoing: Outgoing) -> int:
    with relay.store.transaction():
        return queue_outgoing(
            relay.store.outbox,
            target,
            outgoing,
            priority=Priority.REPLY,
            now=relay.clock.now(),
        )


async def test_a_relay_says_what_it_can_do(on_stage: RelayHarness) -> None:
    there = branch("hackney", on_stage.alex)
    async with on_stage.running(there):
        services = on_stage.relay.services
        can = {services.can_delete_others, services.can_ban, services.can_reset_links}
        assert can == {False}
    await on_stage.open_rpc()
    async with on_stage.running(there):
        services = on_stage.relay.services
        can = {services.can_delete_others, services.can_ban, services.can_reset_links}
        assert can == {True}
        group = on_stage.group("Chat", on_stage.mo)
        queue(on_stage, group.api_id, Ban(person=on_stage.mo.aci))
        await on_stage.settle()
        assert group.banned == {on_stage.mo.aci}


async def test_what_was_queued_with_a_socket_is_refused_without(on_stage: RelayHarness) -> None:
    group = on_stage.group("Chat", on_stage.mo)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        queue(on_stage, group.api_id, Ban(person=on_stage.mo.aci))
        await on_stage.settle()
        assert on_stage.mo.aci in group.members
        assert on_stage.store.outbox.next("signal", on_stage.clock.now()) is None


async def test_a_socket_that_is_away_holds_up_nothing_else(on_stage: RelayHarness) -> None:
    await on_stage.open_rpc()
    group = on_stage.group("Chat", on_stage.mo, on_stage.bea)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.signal.rpc.go_away()
        queue(on_stage, group.api_id, Ban(person=on_stage.mo.aci))
        queue(on_stage, on_stage.bea.aci, Message(text="How are you?"))
        await on_stage.settle()
        assert [message.text for message in from_bot(on_stage.bea)] == ["How are you?"]
        assert on_stage.store.breakers.of("signal") is None
        await on_stage.signal.rpc.come_back()
        await on_stage.wait(timedelta(minutes=1))
        assert group.banned == {on_stage.mo.aci}


async def test_one_that_stays_away_is_given_up_before_the_group_waits_for_long(
    on_stage: RelayHarness,
) -> None:
    await on_stage.open_rpc()
    group = on_stage.group("Chat", on_stage.mo)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.signal.rpc.go_away()
        queue(on_stage, group.api_id, Ban(person=on_stage.mo.aci))
        queue(on_stage, group.api_id, Message(text="Hello"))
        for _ in range(20):
            await on_stage.wait(timedelta(minutes=1))
        assert "Hello" in [message.text for message in on_stage.mo.messages(group)]


async def test_what_people_write_is_believed_of_the_webhook_alone(
    on_stage: RelayHarness,
) -> None:
    """A copy of each message comes by the socket while something is done there."""
    await on_stage.open_rpc()
    group = on_stage.group("Chat", on_stage.mo)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        queue(on_stage, group.api_id, Refresh())
        await on_stage.settle()
        assert len(await on_stage.say(on_stage.alex, "help")) == 1
        assert on_stage.signal.rpc.connected == 1
