"""`relay check`: looks at everything the relay depends on, without starting it.

Each module looks at one thing and gives `Finding`s; `run` puts them in the order in which a host
would mend them. Nothing is sent to anybody.
"""

from relay.check.findings import Finding, Outcome
from relay.check.run import findings

__all__ = ["Finding", "Outcome", "findings"]
