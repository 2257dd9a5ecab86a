"""Reading what people write of a meeting: one reader for a line, a form and a pasted notice.

`read_invitation` takes any text and says what is certain in it, where in the text that stands, and
what has to be asked, by its reason. It never guesses silently.
"""

from relay.meetings.reading.reader import read_invitation
from relay.meetings.reading.reading import Ask, Found, Reading

__all__ = ["Ask", "Found", "Reading", "read_invitation"]
