"""The settings of what is kept: as a file, in which every table of the settings is used."""

import json
from collections.abc import Mapping
from pathlib import Path

from harness.running import KEY, TOKEN

from relay.settings import Settings, StoreSettings, load_settings
from relay.settings.models import SignalSettings

APP_PASSWORD = "abcd-efgh-ijkl-mnop"
ENVIRONMENT = {
    "RELAY_WEBHOOK_TOKEN": TOKEN,
    "RELAY_STORE_KEY": KEY,
    "RELAY_BLUESKY__HACKNEY": APP_PASSWORD,
    "RELAY_METRICS_TOKEN": "metrics-token-for-tests-only",
}


def written(acis: Mapping[str, str], groups: Mapping[str, str], recipient: str) -> str:
    """Return the file.

    Args:
        acis: account ids by name.
        groups: group ids by name, as the API has them.
        recipient: who can open the backups, an age public key.
    """
    admins = {
        slug: json.dumps([acis[name] for name in names])
        for slug, names in {
            "hackney": ("Alex", "Bea", "Dee", "Fay", "Pat", "Abe"),
            "lambeth": ("Dee",),
            "southwark": ("Cal", "Eve"),
        }.items()
    }
    officers = {
        slug: ", ".join(f'{{ id = "{acis[name]}", role = "{role}" }}' for name, role in people)
        for slug, people in {
            "hackney": (("Vic", "Chair"), ("Una", "Welfare officer"), ("Gus", "Trustee")),
            "national": (("Ona", "National lead"),),
        }.items()
    }
    return f'''timezone = "Europe/London"
locale = "en-GB"

[signal]
number = "+447700900000"
api_url = "http://127.0.0.1:8080"

[web]
listen = "127.0.0.1:8090"
public_url = "https://pages.example.org"

[store]
path = "relay.db"

[announcements]
draft_minutes = 30

[logs]
level = "info"
format = "json"

[backup]
folder = "backups"
recipient = "{recipient}"
at = 03:30:00
keep_days = 14
keep_weeks = 8

[watch]
silent_minutes = 60

[[branches]]
slug = "hackney"
name = "Hackney branch"
admins = {admins["hackney"]}
announcement_groups = ["{groups["Board"]}"]
approvals = 1
reminders = ["7d", "1d", "2h"]
online_links = "members"
public_sites = ["example.org"]

[branches.bluesky]
handle = "hackney.example.org"
service = "https://pds.example.org"

[branches.card]
band = "#3d1a52"
paper = "#ffffff"

[[branches]]
slug = "lambeth"
name = "Lambeth branch"
admins = {admins["lambeth"]}
announcement_groups = ["{groups["Forum"]}"]

[[branches]]
slug = "southwark"
name = "Southwark branch"
admins = {admins["southwark"]}
announcement_groups = ["{groups["Hall"]}"]
approvals = 2

[safeguarding]
codeword = "garden rota"
watch_names = ["Sam Example"]
keep_link_days = 30
keep_content_days = 90
messages_per_hour = 60

[[safeguarding.teams]]
slug = "hackney"
name = "Hackney team"
next = "national"
tracks = ["safeguarding", "conduct"]
branches = ["hackney"]
officers = [{officers["hackney"]}]

[[safeguarding.teams]]
slug = "national"
name = "National team"
officers = [{officers["national"]}]
'''


def read(file: Path, *, store: Path, api: str) -> Settings:
    """Read the file as the relay does, with the store and the API where a test has them."""
    settings = load_settings(file, ENVIRONMENT)
    return settings.model_copy(
        update={
            "store": StoreSettings(path=store),
            "signal": SignalSettings(number=settings.signal.number, api_url=api),
        }
    )
