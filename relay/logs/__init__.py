"""Logs that can be shown to anybody: redaction is on at every level and for every library.

A message's text cannot be recognised by its shape, so nothing is let through because it looks
harmless; only what is known to be harmless passes:

* **Our events** (structlog). The event is a constant name such as `lane_blocked`. Numbers, truth
  values and types pass; text passes only under the keys in `relay.logs.events.TEXT_KEYS`, on one
  line, shortened, and with everything that looks like a number, id, token or known secret taken
  out. Any other text becomes `[withheld]`.
* **Libraries** (everything that uses `logging`, whatever handlers it brings). The record is
  stripped when it is made: its arguments are dropped, and its message is kept only if it is a
  constant in the code of the function that logs, as `"Job %s missed"` is and an f-string is not.
  What remains is the logger, the level and the place in the code.
* **Exceptions**, also uncaught ones. Type names and places in the code, along the chain of causes;
  no text and no variables. The text of an error class with `safe_to_log = True` is kept, scrubbed.

Libraries below `warning` are only heard at level `debug`.
"""

from relay.logs.setup import crashes_logged, logging_to, watch_loop

__all__ = ["crashes_logged", "logging_to", "watch_loop"]
