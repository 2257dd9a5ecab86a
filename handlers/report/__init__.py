"""Reporting: everything the person who writes a report reads and types.

start      the words that begin it, and the first messages
questions  what it is about, who should read it, and who should not
writing    the report itself, its summary, and sending it
draft      hands what is typed while a report is written to the three above
later      what is written after sending
cases      `case`
leaving    `stop` and `erase`
traces     `hide` and `tidy`
keeping    `phrase` and `resume`
changes    edits and deletions of what was written
tidings    what the reporter is told without having asked
"""
