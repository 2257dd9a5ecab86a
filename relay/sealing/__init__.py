"""Sealing with keys that can be destroyed: what every part that keeps secrets is built on.

It knows no table and no key of its own. Each part brings the keys, and says what a sealed value is,
so that nothing which one part has sealed opens in another one.
"""

from relay.sealing.primitive import KEY_BYTES, keyed_hash, make_key, open_sealed, seal

__all__ = ["KEY_BYTES", "keyed_hash", "make_key", "open_sealed", "seal"]
