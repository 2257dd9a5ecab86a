"""The pages of a store as they lie on the disk, opened: what a thief with the key would find."""

from practice.store_pages import opened

__all__ = ["opened"]
