"""All states: what somebody can be in the middle of, by what it is called in the store."""

from handlers.adverts.states import (
    AskAdvertText,
    AskBoard,
    AskPersonal,
    AskPhoto,
    AskStandard,
    ConfirmAdvert,
)
from handlers.announcements.approval import ProposedEdit
from handlers.announcements.change import AskNewText, AskPublicEdit, ConfirmEdit, ConfirmRetraction
from handlers.announcements.drafts import (
    AskBranch,
    AskDescription,
    AskPublic,
    AskText,
    ConfirmDraft,
)
from handlers.announcements.waiting import AskPublicWaiting, ConfirmWaiting
from handlers.authenticity.states import AskWhatIsFalse, AskWhatIsReal, ConfirmFalse
from handlers.ballots.asking import (
    AskBallot,
    ConfirmBallot,
    ProposedBallot,
)
from handlers.ballots.calling_off import ConfirmCallingOff
from handlers.casework.answering import ConfirmWords
from handlers.conduct.appeals.states import AskAppeal, ConfirmOutcome
from handlers.conduct.complaints.answering import AskAnswer
from handlers.conduct.complaints.own import ConfirmComplaintEnding
from handlers.conduct.complaints.people import AskPerson
from handlers.conduct.complaints.questions import (
    AskAbout as AskComplaintAbout,
)
from handlers.conduct.complaints.questions import (
    AskExcluded,
    AskGroup,
    AskMessage,
    AskWhich,
    AskWords,
)
from handlers.conduct.complaints.review import ConfirmComplaint, NobodyLeft
from handlers.conduct.decisions.states import KINDS as DECIDING
from handlers.conduct.mandates.ending import ConfirmEnding, ConfirmResigning
from handlers.conduct.mandates.naming import ConfirmNaming
from handlers.conduct.mandates.renewing import ConfirmRenewal
from handlers.conduct.talks.states import AskMeant, ConfirmTalk
from handlers.contact_list.states import AskChange, AskContactBranch, AskField, ConfirmEntry
from handlers.contact_list.writing import ConfirmLetter, ProposedLetter
from handlers.conversation.state import by_name
from handlers.following.states import ConfirmFollow, ConfirmTrust, LookingAtFeed
from handlers.groups.check import ConfirmKeeping, ConfirmTaking
from handlers.groups.handing_over import ConfirmHandover
from handlers.groups.joining import AgreeStandards, AskNumber, AskWhy
from handlers.groups.passing_wishes import AskWish
from handlers.meetings.approval import ProposedChange
from handlers.meetings.facts import ASKED
from handlers.meetings.pending import AskPublicChange, ConfirmChange
from handlers.meetings.why import AskReason
from handlers.personal_data.forgetting import ConfirmForgetting
from handlers.report.consent import PassingOn
from handlers.report.contact import AskContact, AskHours
from handlers.report.context import Paced, Write
from handlers.report.erasing import ConfirmErasure
from handlers.report.leaving_out import AskAbout
from handlers.report.passing_on import OfferToPassOn
from handlers.report.questions import AskLane, AskTeam, AskTrack
from handlers.report.writing import ConfirmSending
from handlers.subscriptions.subscribing import AskSubscription

STATES = by_name(
    AskBranch,
    AskText,
    AskDescription,
    AskPublic,
    ConfirmDraft,
    AskNewText,
    ConfirmEdit,
    AskPublicEdit,
    ConfirmRetraction,
    ProposedEdit,
    ConfirmWaiting,
    AskPublicWaiting,
    ConfirmKeeping,
    ConfirmTaking,
    ConfirmHandover,
    AskBoard,
    AskAdvertText,
    AskPersonal,
    AskPhoto,
    ConfirmAdvert,
    AskStandard,
    ConfirmTalk,
    AskMeant,
    AskAnswer,
    AskAppeal,
    ConfirmOutcome,
    AgreeStandards,
    AskNumber,
    AskWhy,
    AskWish,
    *DECIDING,
    *ASKED.values(),
    AskReason,
    AskPublicChange,
    ConfirmChange,
    ProposedChange,
    ConfirmWords,
    AskTrack,
    AskLane,
    AskTeam,
    AskAbout,
    Write,
    ConfirmSending,
    OfferToPassOn,
    PassingOn,
    ConfirmErasure,
    AskContact,
    AskHours,
    Paced,
    AskMessage,
    AskWhich,
    AskGroup,
    AskPerson,
    AskComplaintAbout,
    AskWords,
    AskExcluded,
    ConfirmComplaint,
    NobodyLeft,
    ConfirmComplaintEnding,
    AskSubscription,
    ConfirmForgetting,
    AskContactBranch,
    AskField,
    ConfirmEntry,
    AskChange,
    ConfirmLetter,
    ProposedLetter,
    AskBallot,
    ConfirmBallot,
    ConfirmCallingOff,
    ProposedBallot,
    ConfirmNaming,
    ConfirmRenewal,
    ConfirmEnding,
    ConfirmResigning,
    LookingAtFeed,
    ConfirmFollow,
    ConfirmTrust,
    AskWhatIsReal,
    AskWhatIsFalse,
    ConfirmFalse,
)
