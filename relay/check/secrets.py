"""Are the secrets hard to guess?"""

from collections.abc import Iterator

from relay.check.findings import Finding, Report
from relay.schema.secret import drawn_secrets, secrets_in, variable
from relay.settings import Settings


def check_secrets(report: Report, settings: Settings) -> Iterator[Finding]:
    """A note for each secret of the host's own that is short enough to be tried out."""
    drawn = drawn_secrets(type(settings))
    for path, secret in secrets_in(settings):
        mark = drawn.get(path)
        if mark is not None and len(secret) < mark.shortest:
            yield report.note(variable(*path), "check-secret-short", length=mark.shortest)
