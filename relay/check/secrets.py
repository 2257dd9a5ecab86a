"""Are the secrets hard to guess?"""

from collections.abc import Iterator

from relay.check.findings import Finding, Report
from relay.settings import Settings

_SHORTEST = 20


def check_secrets(report: Report, settings: Settings) -> Iterator[Finding]:
    """A note for each of our own secrets that is short enough to be tried out."""
    for name, secret in (
        ("RELAY_WEBHOOK_TOKEN", settings.webhook_token),
        ("RELAY_STORE_KEY", settings.store_key),
        ("RELAY_METRICS_TOKEN", settings.metrics_token),
    ):
        if secret is not None and len(secret.get_secret_value()) < _SHORTEST:
            yield report.note(name, "check-secret-short", length=_SHORTEST)
