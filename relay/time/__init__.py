"""Time: the clock, waiting for a moment, counting in a window, and moments and dates in words."""
