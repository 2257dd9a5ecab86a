"""Practice partners: servers that stand in for the outside world in tests, demos and benchmarks.

Nothing in the product imports this package. What each stand-in is faithful to, and where it
differs, is in docs/stand-in.md.
"""
