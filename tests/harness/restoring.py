"""A store that comes back from a backup."""

from datetime import timedelta

from harness.running import KEY, RelayHarness
from relay.store.copies import Moment, merge, partition, snapshot


def restored(play: RelayHarness, away: timedelta = timedelta(days=2)) -> None:
    """Put what a backup of the stage's store gives in the place of that store."""
    path = play.folder / "relay.db"
    copy, dated, confidential = (play.folder / name for name in ("copy", "dated", "confidential"))
    made_at = play.clock.now()
    snapshot(path, KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=confidential)
    play.clock.move(away)
    path.unlink()
    when = Moment(made_at=made_at, now=play.clock.now(), reason="it waited when it was made")
    merge(path, KEY, dated=dated, confidential=confidential, when=when)
