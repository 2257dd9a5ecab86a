"""The dead man's switch: people hear when nothing gets through, and so does a service outside.

`silence` says which lanes are silent and has people told; `condition` says whether the relay is
well; `ping` tells a service outside for as long as it is, so that somebody hears when it is not,
even when the whole computer is off.
"""

from relay.watch.condition import Condition
from relay.watch.heartbeat import Heartbeat
from relay.watch.ping import Pinger, build_pinger
from relay.watch.silence import Silence

__all__ = ["Condition", "Heartbeat", "Pinger", "Silence", "build_pinger"]
