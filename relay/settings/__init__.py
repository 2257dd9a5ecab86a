"""What a host configures: one TOML file, the environment and a folder of secrets.

`load_settings` reads them; the models say what there is. Their shape is a contract: other tools
start the relay with it.
"""

from relay.schema.values import Address
from relay.settings.announcements import AnnouncementSettings
from relay.settings.backup import BackupSettings
from relay.settings.loading import load_settings
from relay.settings.models import (
    Branch,
    LogSettings,
    Settings,
    SignalSettings,
    StoreSettings,
    WebSettings,
    WordingSettings,
)
from relay.settings.problems import Problem, SettingsError
from relay.settings.safeguarding import Officer, SafeguardingSettings, SafeguardingTeam
from relay.settings.watch import WatchSettings

__all__ = [
    "Address",
    "AnnouncementSettings",
    "BackupSettings",
    "Branch",
    "LogSettings",
    "Officer",
    "Problem",
    "SafeguardingSettings",
    "SafeguardingTeam",
    "Settings",
    "SettingsError",
    "SignalSettings",
    "StoreSettings",
    "WatchSettings",
    "WebSettings",
    "WordingSettings",
    "load_settings",
]
