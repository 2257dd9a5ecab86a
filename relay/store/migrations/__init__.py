"""Every change of the schema since the first version, in order. A migration is never edited."""

from relay.store.migrations.m0001_first import first
from relay.store.migrations.m0002_safeguarding import safeguarding
from relay.store.migrations.m0003_meetings import meetings
from relay.store.migrations.m0004_public_posts import public_posts
from relay.store.migrations.m0005_backups import backups
from relay.store.migrations.m0006_silences import silences
from relay.store.migrations.m0007_nobody_named import nobody_named
from relay.store.migrations.m0008_message_versions import message_versions
from relay.store.migrations.m0009_unreadable import unreadable
from relay.store.migrations.m0010_new_phones import new_phones
from relay.store.migrations.m0011_missed_posts import missed_posts
from relay.store.migrations.m0012_missed_messages import missed_messages
from relay.store.migrations.m0013_chosen_languages import chosen_languages
from relay.store.migrations.m0014_phrase_offers import phrase_offers
from relay.store.migrations.m0015_quarantine import quarantine
from relay.store.migrations.m0016_hidden_chats import hidden_chats
from relay.store.migrations.m0017_stranger_counts import stranger_counts
from relay.store.migrations.m0018_case_languages import case_languages
from relay.store.migrations.m0019_ends_and_doors import ends_and_doors
from relay.store.migrations.m0020_styled_posts import styled_posts
from relay.store.migrations.m0021_kept_drafts import kept_drafts
from relay.store.migrations.m0022_whole_days import whole_days
from relay.store.migrations.m0023_kept_groups import kept_groups
from relay.store.migrations.m0024_costs_and_contacts import costs_and_contacts
from relay.store.migrations.m0025_language_guesses import language_guesses
from relay.store.migrations.m0026_on_pages import on_pages
from relay.store.migrations.m0027_post_receipts import post_receipts
from relay.store.migrations.m0028_paused_groups import paused_groups
from relay.store.migrations.m0029_uncompared_groups import uncompared_groups
from relay.store.migrations.m0030_group_rosters import group_rosters
from relay.store.migrations.m0031_subscriptions import subscriptions
from relay.store.migrations.m0032_adverts import adverts
from relay.store.migrations.m0033_ballots import ballots
from relay.store.migrations.m0034_newcomers import newcomers
from relay.store.migrations.m0035_join_requests import join_requests
from relay.store.migrations.m0036_ballot_subscribers import ballot_subscribers
from relay.store.migrations.m0037_message_marks import message_marks
from relay.store.migrations.m0038_mandates import mandates
from relay.store.migrations.m0039_conduct_matters import conduct_matters
from relay.store.migrations.m0040_decisions import decisions
from relay.store.migrations.m0041_talks_and_appeals import talks_and_appeals
from relay.store.migrations.m0042_signed_feed import signed_feed
from relay.store.migrations.m0043_followed_feeds import followed_feeds
from relay.store.migrations.m0044_false_claims import false_claims
from relay.store.migrations.m0046_contact_list import contact_list
from relay.store.migrations.m0047_contact_letters import contact_letters
from relay.store.migrations.m0048_feed_troubles import feed_troubles
from relay.store.migrations.m0049_followed_marks import followed_marks
from relay.store.migrations.registry import MIGRATIONS

__all__ = [
    "MIGRATIONS",
    "adverts",
    "backups",
    "ballot_subscribers",
    "ballots",
    "case_languages",
    "chosen_languages",
    "conduct_matters",
    "contact_letters",
    "contact_list",
    "costs_and_contacts",
    "decisions",
    "ends_and_doors",
    "false_claims",
    "feed_troubles",
    "first",
    "followed_feeds",
    "followed_marks",
    "group_rosters",
    "hidden_chats",
    "join_requests",
    "kept_drafts",
    "kept_groups",
    "language_guesses",
    "mandates",
    "meetings",
    "message_marks",
    "message_versions",
    "missed_messages",
    "missed_posts",
    "new_phones",
    "newcomers",
    "nobody_named",
    "on_pages",
    "paused_groups",
    "phrase_offers",
    "post_receipts",
    "public_posts",
    "quarantine",
    "safeguarding",
    "signed_feed",
    "silences",
    "stranger_counts",
    "styled_posts",
    "subscriptions",
    "talks_and_appeals",
    "uncompared_groups",
    "unreadable",
    "whole_days",
]
