"""Which conversation hears a message: the first here that wants it. This is the only order.

A message runs through four stretches: what is never put off (too much of anything, a quote of a
case, leaving and hiding a report), what somebody is in the middle of, what they ask for by a
command, and what may be meant where nobody else wants the words.
"""

from handlers.admins.confirming import confirming
from handlers.adverts.ending import advert_deletions, advert_endings
from handlers.adverts.moderating import advert_readings, advert_reasons, advert_thumbs
from handlers.adverts.writing import advert_answers, adverts
from handlers.announcements.again import repeats
from handlers.announcements.announce import draft_answers, draft_marks, drafts
from handlers.announcements.approval import draft_approvals
from handlers.announcements.change import change_answers, changes
from handlers.announcements.kept import kept, names_draft
from handlers.announcements.lookup import is_typed_in_full
from handlers.announcements.queue import queue
from handlers.announcements.stats import stats
from handlers.announcements.status import status
from handlers.announcements.waiting import waiting, waiting_answers
from handlers.answers.asking import asked_questions, perhaps_asked
from handlers.answers.leaflet import leaflets
from handlers.authenticity.asking import real, real_answers, remember
from handlers.authenticity.marking import marking, marking_answers
from handlers.ballots.asking import ballot_questions, ballots
from handlers.ballots.calling_off import calling_off
from handlers.ballots.voting import bare_votes, voting
from handlers.calls import calls
from handlers.captcha import captcha
from handlers.casework.answering import answers as words_answers
from handlers.casework.answering import deleted_words, edited_words
from handlers.casework.commands import (
    bare_names,
    late_edits,
    quotes,
    unknown_quotes,
)
from handlers.casework.commands import commands as officers_commands
from handlers.casework.marks import case_deletions, case_marks, case_reactions
from handlers.casework.pausing import confirming_officers, is_surely_about_cases, paused
from handlers.casework.routing import leaves_no_doubt
from handlers.conduct.appeals.answering import appeal_reviews
from handlers.conduct.appeals.appealing import appeal_answers, appealing, unknown_appeals
from handlers.conduct.appeals.recording import recording
from handlers.conduct.complaints.answering import meant_answers, meant_moves, meant_words
from handlers.conduct.complaints.complaining import complaint_answers, complaint_moves
from handlers.conduct.complaints.reading import complaint_begins, complaint_readings
from handlers.conduct.decisions.changes import decision_changes
from handlers.conduct.decisions.deciding import deciding, deciding_answers
from handlers.conduct.decisions.finding import finding
from handlers.conduct.decisions.votes import decision_thumbs, decision_votes
from handlers.conduct.flooding import flood_thumbs, floods
from handlers.conduct.mandates.ending import resigning
from handlers.conduct.mandates.listing import listing
from handlers.conduct.mandates.offering import offering
from handlers.conduct.proposals.agreeing import conduct_agreeing
from handlers.conduct.standards.balloting import balloting
from handlers.conduct.standards.suggesting import standards
from handlers.conduct.talks.answering import own_talks, talk_answers, talk_words
from handlers.conduct.talks.companions import companions, only_reading
from handlers.conduct.talks.talking import talking
from handlers.contact_card import contact_cards
from handlers.contact_list.asking import contact_list_answers
from handlers.contact_list.listing import contact_listing
from handlers.contact_list.meant import contact_list_meant
from handlers.contact_list.own import contact_list, contact_list_changes, is_entering
from handlers.contact_list.writing import contact_writing
from handlers.conversation.approval import approvals
from handlers.conversation.catalogue import Catalogue
from handlers.conversation.conversations import Conversations
from handlers.conversation.heard import HeardMessage
from handlers.conversation.pending import pending
from handlers.conversation.router import Router
from handlers.following.following import following, following_answers
from handlers.following.offers import following_offers, names_known_post
from handlers.groups.answering import answering
from handlers.groups.check import group_checks
from handlers.groups.directory import directory
from handlers.groups.handing_over import handing_over
from handlers.groups.joining import joining, joining_answers
from handlers.groups.leaving import leaving_groups
from handlers.groups.members import members
from handlers.groups.passing_wishes import wish_answers
from handlers.groups.pausing import pauses
from handlers.groups.suggesting import suggesting
from handlers.groups.vouching import vouching
from handlers.help import menu
from handlers.language import language
from handlers.limits import too_much
from handlers.meetings.change import meeting_change_answers, meeting_changes
from handlers.meetings.contact import meeting_contacts
from handlers.meetings.enter import entering, meeting_answers, meeting_marks
from handlers.meetings.members import questions
from handlers.meetings.remind import personal_reminders
from handlers.meetings.why import reasons
from handlers.not_understood import not_understood
from handlers.personal_data.asking import asking as asking_about_self
from handlers.personal_data.forgetting import forgetting, forgetting_answers
from handlers.report.beginning import beginning
from handlers.report.beside import say_left_beside
from handlers.report.consent import remarks
from handlers.report.contact import contacting
from handlers.report.drafting import drafting
from handlers.report.edits import deleted_parts, edited_parts
from handlers.report.erasing import erasing
from handlers.report.hiding import hiding
from handlers.report.marks import report_deletions, report_marks, report_reactions
from handlers.report.own_data import own_data
from handlers.report.passing_on import addressed, more_words, offered
from handlers.report.secrets import secrets
from handlers.report.sent import helping, sent_reports
from handlers.report.slips import is_told_of_a_meeting, slips
from handlers.report.speaking import speaking
from handlers.services import Services
from handlers.subscriptions.leaving import leaving
from handlers.subscriptions.silencing import silencing
from handlers.subscriptions.subscribing import subscribing, subscribing_answers
from handlers.unspoken import unspoken


def register(services: Services) -> None:
    """Register every conversation with the bot."""
    services.bot.register(Conversations(services, ROUTES, _count, _carried))


def _routes() -> Router:
    """Return every conversation, in the order in which they are asked."""
    router = Router("relay")
    # What is done without words is no message to any conversation, nor counted as too much of it.
    router.include(report_marks, case_marks, unspoken)
    router.include(too_much)
    _add_what_is_never_put_off(router)
    _add_what_is_under_way(router)
    _add_commands(router)
    _add_what_may_be_meant(router)
    router.include(draft_marks, meeting_marks, deleted_words, deleted_parts)
    router.include(advert_thumbs, flood_thumbs, decision_thumbs, advert_deletions)
    router.include(report_reactions, case_reactions, report_deletions, case_deletions)
    return router


def _add_what_is_never_put_off(router: Router) -> None:
    # A call is no part of anything, and who rings may be in danger.
    router.include(calls)
    # What opens a report elsewhere is for nobody, whatever they are in the middle of.
    router.include(secrets)
    # Before a report of one's own, too: a quote was meant for whoever wrote the case.
    router.include(quotes)
    # Somebody has come into the room: that cannot wait for anything.
    router.include(hiding)
    # While somebody writes a report, all that they say is part of it.
    router.include(edited_parts, speaking, drafting)
    # Before what members, or whoever has a report, may mean by the same words.
    router.include(confirming, paused.only(is_surely_about_cases))
    # What waits for a yes is sent as it stands by now, and before a report is left by the same no.
    router.include(edited_words, words_answers)
    # A name of one of their own cases leaves no doubt.
    router.include(officers_commands.only(leaves_no_doubt), late_edits, confirming_officers)
    # With the number of a meeting it is about that, and not about who may be written to.
    router.include(meeting_contacts)
    # Whoever writes a complaint takes it along into a report; and their word for a complaint
    # begins none of those where moderators look after conduct.
    router.include(complaint_moves, meant_moves, complaint_begins, complaint_readings)
    # A report can be begun, and be taken back, in the middle of anything else.
    # "No" and "stop" end it that what is written goes to a case by itself, before they are anything
    # else.
    router.include(beginning, erasing, contacting, remarks, own_data, sent_reports, helping)
    # The answer to a question about a report, and what is addressed to those who read one.
    router.include(offered, addressed)


def _add_what_is_under_way(router: Router) -> None:
    # A number of theirs after a command leaves no doubt, whatever they are asked for.
    router.include(conduct_agreeing)
    # What is to be checked is somebody else's words, and may begin with any command.
    router.include(real_answers, marking_answers)
    for commands in (waiting, changes, queue, status, stats, repeats, approvals, draft_approvals):
        router.include(commands.only(is_typed_in_full))
    # Nor does the number of a matter that somebody moderates.
    router.include(deciding, decision_votes, decision_changes)
    # "post draft 14" is no text either.
    router.include(kept.only(names_draft), following_offers.only(names_known_post))
    # Members enter no meetings: what begins so is a slip, or for those who read their report.
    router.include(slips.only(is_told_of_a_meeting), more_words.only(is_told_of_a_meeting))
    # Whoever is asked about a meeting answers that, also with words that are commands elsewhere.
    router.include(meeting_answers, reasons, drafts, entering)
    router.include(subscribing_answers, forgetting_answers, ballot_questions)
    # "contact list off" is no answer to what is asked for it.
    router.include(contact_list_changes.only(is_entering))
    # "advert yes 12" and "advert down" are no words of the advert that is being written.
    router.include(advert_readings, advert_endings)
    # Inside a draft, "edit …" and "cancel" belong to the draft.
    router.include(complaint_answers, meant_answers)
    router.include(
        pending, joining_answers, wish_answers, draft_answers, change_answers, waiting_answers
    )
    router.include(following_answers)
    router.include(advert_answers, deciding_answers, finding, talk_answers, appeal_answers)
    router.include(adverts, advert_reasons)
    # "No" to what is to be changed is no new value.
    router.include(contact_list_answers, contact_list)
    # Only "agree 12" where something of number 12 waits: drafts that wait are announcements.
    router.include(approvals, meeting_change_answers)


def _add_commands(router: Router) -> None:
    router.include(asking_about_self, forgetting)
    router.include(real, marking)
    # Of what admins and members type alike, the change of a meeting first, and meetings before
    # announcements: "edit 12", "cancel 12" and "papers 12" are about a meeting where 12 is one.
    # What waits and is no meeting is changed before it is posted; `move` is else about meetings.
    router.include(kept, waiting, meeting_changes, questions)
    # "Stop" ends all that somebody gets by itself.
    router.include(subscribing, silencing, leaving, personal_reminders)
    router.include(contact_list_changes)
    router.include(calling_off, balloting, ballots, voting)
    router.include(contact_cards, leaflets, contact_writing, contact_listing)
    router.include(offering, listing, resigning, standards)
    router.include(
        suggesting, draft_approvals, captcha, queue, status, stats, repeats, changes, language
    )
    router.include(
        directory,
        members,
        handing_over,
        group_checks,
        pauses,
        floods,
        joining,
        leaving_groups,
        vouching,
        answering,
    )
    # Whose talk it is, is known by the number; who was brought to one only reads.
    router.include(companions, own_talks, talking, only_reading)
    router.include(following, following_offers)
    router.include(appealing, appeal_reviews, unknown_appeals, recording)
    router.include(menu)
    router.include(asked_questions)


def _add_what_may_be_meant(router: Router) -> None:
    # `note` and `hold` are words that people also begin other messages with.
    router.include(officers_commands, bare_names, paused, unknown_quotes)
    # A number alone answers the branch's question only where it can mean nothing else.
    router.include(bare_votes)
    # Nor is a bare yes about the contact list where it can mean something else.
    router.include(contact_list_meant)
    # A slip of a command is asked about before anything goes to those who read a report.
    router.include(slips, more_words)
    # Of whoever has a report, what is plain was for those who read it. Who complained is asked
    # first whether it is their answer: in a talk it would tell moderators who they are.
    router.include(meant_words, talk_words, perhaps_asked, not_understood)


def _carried(heard: HeardMessage, route: str) -> None:
    """Say what came beside a message, and remember for minutes what nobody understood."""
    remember(heard, route)
    say_left_beside(heard, route)


def _count(heard: HeardMessage) -> None:
    heard.services.limits.anything.note(heard.person)


ROUTES = _routes()
CATALOGUE = Catalogue(ROUTES.declared())
