"""Each silence is kept once, and the last delivery of a lane is found."""

from datetime import UTC, datetime, timedelta

from relay.store import Store

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def test_a_silence_is_kept_as_it_began(store: Store) -> None:
    store.silences.begin("signal", NOW)
    store.silences.begin("signal", NOW + timedelta(hours=1))
    assert store.silences.all() == {"signal": NOW}
    assert store.silences.end("signal")
    assert not store.silences.end("signal")


def test_trying_to_write_leaves_nothing(store: Store) -> None:
    assert store.writable()
    assert store.writable()
    assert store.silences.all() == {}


def test_the_last_delivery_and_who_waits(store: Store) -> None:
    assert store.outbox.last_delivered("signal") is None
    for target in ("a", "a", "b"):
        store.outbox.queue(
            lane="signal", target=target, action="send", payload={}, priority=1, now=NOW
        )
    assert store.outbox.targets_waiting("signal", NOW) == 2
    assert store.outbox.targets_waiting("signal", NOW - timedelta(seconds=1)) == 0
    delivery = store.outbox.next("signal", NOW)
    assert delivery is not None
    store.outbox.delivered(delivery, {}, NOW + timedelta(minutes=1))
    assert store.outbox.last_delivered("signal") == NOW + timedelta(minutes=1)
    assert store.outbox.last_delivered("bluesky:x") is None
