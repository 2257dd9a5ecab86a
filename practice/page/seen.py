"""What the server can see: everything that the relay holds, logs and measures."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
from aiohttp import web

from practice.narration import Narration
from practice.page.relay_view import metrics
from practice.page.runs import Run, Runs
from practice.page.searched import names_in, written_by
from practice.page.store_view import Cell, Contents, Table, read_store

REPORTER = "rio"

_SEALED = frozenset({"sealed", "exclusions", "status", "hold"})

_ABOUT = {
    "admin_keys": "served-seen-admin-keys",
    "advert_keys": "served-seen-advert-marks",
    "advert_marks": "served-seen-advert-marks",
    "adverts": "served-seen-adverts",
    "announcement_files": "served-seen-announcements",
    "announcements": "served-seen-announcements",
    "arrivals": "served-seen-files",
    "audit": "served-seen-audit",
    "awaited_welcomes": "served-seen-newcomers",
    "backups": "served-seen-backups",
    "ballot_people": "served-seen-ballots",
    "ballot_votes": "served-seen-ballots",
    "ballots": "served-seen-ballots",
    "blockages": "served-seen-blockages",
    "board_lists": "served-seen-board-lists",
    "case_answers": "served-seen-case-answers",
    "case_counts": "served-seen-case-counts",
    "case_entries": "served-seen-case-entries",
    "case_files": "served-seen-case-entries",
    "case_keys": "served-seen-case-keys",
    "case_links": "served-seen-case-links",
    "case_names": "served-seen-case-names",
    "case_offers": "served-seen-case-offers",
    "case_origins": "served-seen-case-origins",
    "case_pace": "served-seen-pace",
    "case_quarantine": "served-seen-case-quarantine",
    "case_readers": "served-seen-case-readers",
    "case_record_bodies": "served-seen-case-records",
    "case_records": "served-seen-case-records",
    "case_relay_versions": "served-seen-case-relays",
    "case_relays": "served-seen-case-relays",
    "cases": "served-seen-cases",
    "chat_messages": "served-seen-chat-messages",
    "chosen_languages": "served-seen-languages",
    "conduct_decisions": "served-seen-decisions",
    "conduct_effects": "served-seen-decisions",
    "conduct_mark_keys": "served-seen-secrets",
    "conduct_marks": "served-seen-conduct-marks",
    "conduct_proposals": "served-seen-conduct-proposals",
    "conduct_votes": "served-seen-decisions",
    "conduct_copies": "served-seen-conduct-copies",
    "conduct_entries": "served-seen-conduct-matters",
    "conduct_keys": "served-seen-conduct-keys",
    "conduct_links": "served-seen-conduct-links",
    "conduct_matters": "served-seen-conduct-matters",
    "conduct_pace": "served-seen-pace",
    "conduct_secrets": "served-seen-secrets",
    "conduct_appeals": "served-seen-appeals",
    "conduct_counts": "served-seen-conduct-counts",
    "conduct_record": "served-seen-conduct-record",
    "conduct_talk_lines": "served-seen-talks",
    "conduct_talk_readers": "served-seen-talks",
    "conduct_talks": "served-seen-talks",
    "contact_asked": "served-seen-contact-asked",
    "contact_invitations": "served-seen-contact-invitations",
    "contact_letters": "served-seen-contact-letters",
    "contact_keys": "served-seen-contact-keys",
    "contact_outcomes": "served-seen-contact-counts",
    "contact_secrets": "served-seen-secrets",
    "contacts": "served-seen-contact-list",
    "conversations": "served-seen-conversations",
    "destroyed_keys": "served-seen-backups",
    "files": "served-seen-files",
    "flood_alarms": "served-seen-flood-alarms",
    "followed_feeds": "served-seen-followed-feeds",
    "followed_posts": "served-seen-followed-feeds",
    "group_fullness": "served-seen-fullness",
    "group_rosters": "served-seen-rosters",
    "group_warnings": "served-seen-group-warnings",
    "groups": "served-seen-groups",
    "hanging_invites": "served-seen-newcomers",
    "inbox": "served-seen-inbox",
    "agreed_standards": "served-seen-standards",
    "group_suggestions": "served-seen-suggestions",
    "made_groups": "served-seen-suggestions",
    "join_keys": "served-seen-secrets",
    "join_marks": "served-seen-join-marks",
    "join_requests": "served-seen-join-requests",
    "join_vouches": "served-seen-join-marks",
    "kept_groups": "served-seen-kept-groups",
    "language_guesses": "served-seen-language-guesses",
    "mailing_copies": "served-seen-mailings",
    "mailings": "served-seen-mailings",
    "mandate_offers": "served-seen-mandates",
    "mandates": "served-seen-mandates",
    "meeting_changes": "served-seen-meetings",
    "meeting_contacts": "served-seen-contacts",
    "meeting_followers": "served-seen-followers",
    "meeting_papers": "served-seen-meetings",
    "meeting_poll_places": "served-seen-polls",
    "meeting_polls": "served-seen-polls",
    "meeting_sessions": "served-seen-meetings",
    "meeting_votes": "served-seen-polls",
    "meetings": "served-seen-meetings",
    "member_counts": "served-seen-member-counts",
    "message_keys": "served-seen-message-marks",
    "message_marks": "served-seen-message-marks",
    "missed_messages": "served-seen-missed-messages",
    "muted_writers": "served-seen-muted",
    "officer_keys": "served-seen-officer-keys",
    "operations": "served-seen-announcements",
    "outbox": "served-seen-outbox",
    "passphrase_tries": "served-seen-pace",
    "people_key": "served-seen-secrets",
    "planned_posts": "served-seen-announcements",
    "post_receipts": "served-seen-receipts",
    "posts": "served-seen-announcements",
    "recent_joins": "served-seen-newcomers",
    "receipt_marks": "served-seen-receipts",
    "reminders": "served-seen-meetings",
    "restored": "served-seen-backups",
    "sessions": "served-seen-sessions",
    "shredding": "served-seen-shredding",
    "signed_contents": "served-seen-signed-feed",
    "signed_entries": "served-seen-signed-feed",
    "signed_feed_keys": "served-seen-signed-feed",
    "signed_feeds": "served-seen-signed-feed",
    "silences": "served-seen-silences",
    "standard_changes": "served-seen-standard-texts",
    "stranger_counts": "served-seen-stranger-counts",
    "subscribers": "served-seen-subscribers",
    "told_once": "served-seen-newcomers",
    "told_once_keys": "served-seen-newcomers",
    "trusted_keys": "served-seen-trusted-keys",
    "unreadable": "served-seen-unreadable",
    "unreadable_shapes": "served-seen-unreadable-shapes",
    "vault_secrets": "served-seen-secrets",
    "asked_count_key": "served-seen-secrets",
    "asked_counts": "served-seen-asked",
    "asked_keys": "served-seen-asked",
    "asked_prints": "served-seen-asked-prints",
    "askers": "served-seen-asked",
    "false_claim_authors": "served-seen-false-claims",
    "false_claims": "served-seen-false-claims",
    "file_prints": "served-seen-file-prints",
    "sent_key": "served-seen-secrets",
    "sent_marks": "served-seen-sent-marks",
    "followed_marks": "served-seen-sent-marks",
    "told_warnings": "served-seen-told-warnings",
}


@dataclass(frozen=True)
class Found:
    """What there is to look through."""

    contents: Contents
    log: str
    metrics: str

    def texts(self) -> str:
        """Every text of every row, the log and the metrics."""
        cells = (
            cell
            for table in self.contents.tables
            for row in table.rows
            for cell in row
            if isinstance(cell, str)
        )
        return "\n".join((*cells, self.log, self.metrics))


class SeenPage:
    """Answers what the server can see.

    Args:
        runs: whose server.
        narration: how it is said.
    """

    def __init__(self, runs: Runs, narration: Narration) -> None:
        self._runs = runs
        self._tell = narration.tell

    def add_to(self, application: web.Application) -> None:
        """Add the route."""
        application.router.add_get("/seen", self._seen)

    async def _seen(self, _: web.Request) -> web.Response:
        run = self._runs.run
        relay = run.rehearsal.relay
        try:
            measured = await metrics(relay.url)
        except (aiohttp.ClientError, OSError, TimeoutError):
            measured = ""
        contents = await asyncio.to_thread(read_store, run.rehearsal.store)
        found = Found(contents, _read(relay.log), measured)
        view = {
            "tables": [self._table(table) for table in contents.tables],
            "log": found.log.splitlines(),
            "metrics": measured,
            "about": [self._tell(f) for f in ("served-seen-all", "served-seen-sealed")],
            "searched": self._searched(run, found),
        }
        return web.json_response(view)

    def _table(self, table: Table) -> dict[str, Any]:
        about = _ABOUT.get(table.name)
        return {
            "name": table.name,
            "about": self._tell(about) if about else "",
            "columns": list(table.columns),
            "rows": [
                [self._cell(column, cell) for column, cell in zip(table.columns, row, strict=True)]
                for row in table.rows
            ],
        }

    def _cell(self, column: str, cell: Cell) -> str:
        if isinstance(cell, bytes):
            if column in _SEALED:
                return self._tell("served-seen-encrypted", count=len(cell))
            kind = "served-seen-key" if column == "secret" else "served-seen-bytes"
            return self._tell(kind, count=len(cell))
        return "" if cell is None else str(cell)

    def _searched(self, run: Run, found: Found) -> list[dict[str, Any]]:
        phone = run.rehearsal.cast.phones[REPORTER]
        name, number, aci = phone.person.name, phone.person.number or "", phone.aci
        written = written_by(phone)
        said, texts = self._tell, found.texts()
        traces = (number.encode(), aci.encode(), UUID(aci).bytes, *map(str.encode, written))
        return [
            {"what": said("served-searched-name", name=name), "hits": names_in(name, texts)},
            {
                "what": said("served-searched-number", name=name, number=number),
                "hits": texts.count(number),
            },
            {
                "what": said("served-searched-account", name=name, account=aci),
                "hits": texts.count(aci),
            },
            {
                "what": said("served-searched-texts", name=name, count=len(written)),
                "hits": sum(map(texts.count, written)),
            },
            {
                "what": said("served-searched-remains", name=name),
                "hits": sum(map(found.contents.pages.count, traces)),
            },
        ]


def _read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
