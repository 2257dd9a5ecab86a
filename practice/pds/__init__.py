"""A real Bluesky server on this machine: `@atproto/pds` and the directory of identities it needs.

It is installed once by `make pds`. Who uses it and cannot find it gets an error that says so.
"""

from practice.pds.server import PdsMissing, PracticeAccount, PracticePds

__all__ = ["PdsMissing", "PracticeAccount", "PracticePds"]
