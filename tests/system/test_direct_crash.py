"""Killed while signal-cli itself carries something out: it has come about, and once."""

from collections.abc import Callable

import pytest
from relayprocess import BranchTable, MakeRelay, RelayProcess

from practice.events import EventKind
from practice.faults import Fault, FaultKind
from practice.groups import Group, LinkState
from practice.phones import Phone
from practice.server import PracticeSignal
from relay.signal.outgoing import Ban, DeleteTheirs, Outgoing, queue_outgoing
from relay.signal.priority import Priority
from relay.time.clock import SystemClock

CHANGED: tuple[EventKind, ...] = ("group update",)
ASKED = "/rpc/updateGroup"


async def relay_of(
    make_relay: MakeRelay, signal: PracticeSignal, admin: Phone
) -> tuple[RelayProcess, Callable[[Group, Outgoing], None]]:
    at = await signal.rpc.listen()
    relay = make_relay([BranchTable("hackney", (admin,), ())], secrets={"RELAY_SIGNAL__RPC": at})

    def queue(group: Group, outgoing: Outgoing) -> None:
        with relay.open_store() as store, store.transaction():
            queue_outgoing(
                store.outbox,
                group.api_id,
                outgoing,
                priority=Priority.REPLY,
                now=SystemClock().now(),
            )

    return relay, queue


@pytest.mark.parametrize("lost", ["drop after", "slow"])
async def test_a_ban_in_the_middle_of_which_the_relay_dies_is_made_and_made_once(
    lost: FaultKind, signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex, mo = signal.new_phone("Alex"), signal.new_phone("Mo")
    group = signal.new_group("Chat", [alex, mo])
    group.link = LinkState.ENABLED
    relay, queue = await relay_of(make_relay, signal, alex)
    queue(group, Ban(person=mo.aci))
    signal.put_in_the_way(Fault(lost, method="RPC", path=ASKED, seconds=0.2))
    await relay.spawn()
    await signal.rpc.until("updateGroup")
    await relay.kill()
    # signal-cli goes on with it, whoever has gone.
    await alex.next_event(CHANGED, group)
    assert group.banned == {mo.aci}
    revision = group.revision
    await relay.start()
    await relay.idle()
    assert await relay.stop() == 0
    assert (group.banned, group.revision) == ({mo.aci}, revision)
    assert not signal.counters.crashes
    assert [method for method, _ in signal.rpc.asked].count("updateGroup") == 2


async def test_a_deletion_in_the_middle_of_which_the_relay_dies_is_made(
    signal: PracticeSignal, make_relay: MakeRelay
) -> None:
    alex, mo = signal.new_phone("Alex"), signal.new_phone("Mo")
    group = signal.new_group("Chat", [alex, mo])
    stamp = mo.say("something that must go", group)
    relay, queue = await relay_of(make_relay, signal, alex)
    queue(group, DeleteTheirs(author=mo.aci, timestamp=stamp))
    signal.put_in_the_way(Fault("drop before", method="RPC", path="/rpc/sendAdminDelete"))
    await relay.spawn()
    await signal.rpc.until("sendAdminDelete")
    await relay.kill()
    assert not alex.messages(group)[0].deleted
    await relay.start()
    await relay.idle()
    assert await relay.stop() == 0
    assert alex.messages(group)[0].deleted
    assert "something" not in relay.log
    for private in (mo.aci, signal.number, group.internal_id):
        assert private not in relay.log
