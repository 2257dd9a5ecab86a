"""The soak: an hour of many branches in a few minutes, to see whether the relay keeps anything.

`python -m practice.bench.soak --minutes 5 --branches 100` (`make soak`). It runs the real
`relay run` and watches it from outside: memory, threads, open files, its store, what waits.
"""
