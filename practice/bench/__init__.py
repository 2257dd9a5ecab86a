"""`make bench`: what the relay costs, beside the plainest program that does the same.

The machine that runs it has other work too, so nearly everything is a ratio: the relay and its
peer take turns, and the medians are compared. All of it runs against the stand-in for Signal.
"""
