"""`relay setup`: a conversation in a terminal that takes a host from nothing to a working relay.

`steps` holds one module for each step; every step can be repeated. `conversation` goes through
those that are not done. What a step may use comes to it as a `SetupContext`. What the host has
answered stands in the settings file, in the folder of secrets and in `progress`, each written as
soon as it is known, so that the program can be ended at any moment and goes on where it was.
"""

from relay.setup.context import SetupStopped
from relay.setup.conversation import set_up
from relay.setup.order import steps
from relay.setup.talk import FromAnswers, InTerminal, in_lines

__all__ = ["FromAnswers", "InTerminal", "SetupStopped", "in_lines", "set_up", "steps"]
