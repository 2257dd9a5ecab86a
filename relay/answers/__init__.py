"""Questions people ask, and the answers: one source for chat, page and leaflet."""

from relay.answers.answer import Answer as Answer
from relay.answers.answer import Source as Source
from relay.answers.asked import Answers as Answers
from relay.answers.asked import Found as Found
from relay.answers.loading import load_answers as load_answers
