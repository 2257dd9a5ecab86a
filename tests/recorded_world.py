"""The world of the recordings (tests/wire), built in the stand-in: the same people and groups."""

BOT = "b0700000-0000-4000-8000-000000000000"
ADA = "a1a1a1a1-0000-4000-8000-0000000000a1"
BEA = "b2b2b2b2-0000-4000-8000-0000000000b2"
CAZ = "c3c3c3c3-0000-4000-8000-0000000000c3"
DOT = "d4d4d4d4-0000-4000-8000-0000000000d4"
