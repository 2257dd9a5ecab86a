"""The vault: reports of harm, from the first word to the day nothing of them is left.

Only the conversations of writers and officers work with it, and the module that puts the relay
together; a test holds that.
"""

from relay.safeguarding.codes import (
    OUTCOMES,
    Act,
    EntryKind,
    Manner,
    OfficerStatus,
    Outcome,
    PhraseVerdict,
    Refusal,
    Shown,
    State,
    Track,
    Wait,
)
from relay.safeguarding.contact import Consent, Contact, Sending
from relay.safeguarding.due import (
    Answered,
    Behind,
    Missed,
    Nudge,
    PausedOfficer,
    Swept,
    Unreached,
    Waiting,
)
from relay.safeguarding.lookup import NotYours
from relay.safeguarding.officer_cases import NoExportKey, OfficerCases
from relay.safeguarding.relayed import NewText
from relay.safeguarding.vault import Vault
from relay.safeguarding.views import (
    Added,
    Audience,
    Changed,
    Draft,
    Entry,
    Escalation,
    FileView,
    Hidden,
    OfficerCase,
    OfficerChoice,
    People,
    Quoted,
    Reader,
    Record,
    ReporterCase,
    Resumed,
    TeamChoice,
    Withdrawal,
)

__all__ = [
    "OUTCOMES",
    "Act",
    "Added",
    "Answered",
    "Audience",
    "Behind",
    "Changed",
    "Consent",
    "Contact",
    "Draft",
    "Entry",
    "EntryKind",
    "Escalation",
    "FileView",
    "Hidden",
    "Manner",
    "Missed",
    "NewText",
    "NoExportKey",
    "NotYours",
    "Nudge",
    "OfficerCase",
    "OfficerCases",
    "OfficerChoice",
    "OfficerStatus",
    "Outcome",
    "PausedOfficer",
    "People",
    "PhraseVerdict",
    "Quoted",
    "Reader",
    "Record",
    "Refusal",
    "ReporterCase",
    "Resumed",
    "Sending",
    "Shown",
    "State",
    "Swept",
    "TeamChoice",
    "Track",
    "Unreached",
    "Vault",
    "Wait",
    "Waiting",
    "Withdrawal",
]
