"""Branch Relay's engine: Signal, public destinations, time, storage and delivery.

It knows no conversation; those live in `handlers`.
"""

__version__ = "0.1.0"
