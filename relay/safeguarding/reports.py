"""The writer's side of the vault, put together of its parts."""

from relay.safeguarding.drafts import Drafts
from relay.safeguarding.internals import Internals
from relay.safeguarding.reporter_view import WritingRate
from relay.safeguarding.resuming import Passphrases
from relay.safeguarding.sent import SentCases
from relay.safeguarding.spoken import Spoken
from relay.safeguarding.writing import Writing


class Reports:
    """Everything a writer can do. Each of it is described where it is done.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        rate = WritingRate(internals)
        self.allows = rate.allows

        drafts = Drafts(internals, rate)
        self.begin = drafts.begin
        self.draft_of = drafts.draft_of
        self.ends = drafts.ends
        self.set_track = drafts.set_track
        self.teams = drafts.teams
        self.set_team = drafts.set_team
        self.officers = drafts.officers
        self.named_officers = drafts.named_officers
        self.knows_names = drafts.knows_names
        self.exclude = drafts.exclude
        self.audience = drafts.audience
        self.stop = drafts.stop
        self.send = drafts.send

        sent = SentCases(internals)
        self.cases_of = sent.cases_of
        self.parts = sent.parts
        self.waiting_answers = sent.waiting_answers
        self.addressed = sent.addressed
        self.quoted = sent.quoted
        self.quoted_entry = sent.quoted_entry
        self.withdrawal = sent.withdrawal
        self.erase = sent.erase

        writing = Writing(internals, drafts, sent, rate)
        self.is_writing = writing.is_writing
        spoken = Spoken(internals)
        self.language_of = spoken.language_of
        self.speak = spoken.speak
        self.language_of_case = spoken.language_of_case
        self.add = writing.add
        self.case_of_part = writing.case_of_part
        self.edit = writing.edit
        self.delete = writing.delete
        self.may_delete = writing.may_delete

        self.agree = internals.contact.agree
        self.expose = internals.contact.expose
        self.has_read = internals.contact.read
        self.may_be_seen = internals.contact.may_be_seen

        passphrases = Passphrases(internals)
        self.offer_phrase = passphrases.offer_phrase
        self.suggested = passphrases.suggested
        self.has_phrase = passphrases.has_phrase
        self.set_phrase = passphrases.set_phrase
        self.change_phrase = passphrases.change_phrase
        self.take_offers_back = passphrases.take_offers_back
        self.resume = passphrases.resume
