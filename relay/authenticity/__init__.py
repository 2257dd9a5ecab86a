"""Whether a text, a link, a picture or a paper that goes round is what it says it is.

It compares what somebody asks about with what the branch has posted, with what those have posted
whom the branch follows, and with what admins have said is false. It keeps nothing that is asked.
"""
