"""Reporting: everything the person who writes a report reads and types.

beginning   the words that begin it, and the first messages
questions   what it is about, who should read it, and who should not
drafting    what is typed while a report is written
writing     taking its parts, the summary, and sending it
beside      what comes beside an answer or a command, and goes nowhere
secrets     words that open a report from another phone
passing_on  what is written after sending
sent        commands about what was sent
erasing     `stop` and `erase`
hiding      `hide`, and coming back
reading     where it stands, and the answers that were kept
contact     when the bot may write by itself
traces      `tidy`
recovery    `phrase` and `resume`
edits       edits and deletions of what was written
jobs        what the reporter is told without having asked
"""
