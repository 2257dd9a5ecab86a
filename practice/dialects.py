"""How the versions of signal-cli differ in what they write of a received message.

Each release of signal-cli-rest-api brings one along; `tests/wire/webhook.json` has their bodies.
"""

from typing import Any, Literal

from practice.releases import Release

SignalCliVersion = Literal["0.13.23", "0.14.1", "0.14.3", "0.14.5", "0.14.7", "0.14.8"]

NEWEST_SIGNAL_CLI: SignalCliVersion = "0.14.8"

BROUGHT_ALONG: dict[Release, SignalCliVersion] = {
    "0.97": "0.13.23",
    "0.98": "0.14.1",
    "0.99": "0.14.3",
    "0.100": "0.14.5",
    "0.101-dev": "0.14.7",
}
"""Which version each release of signal-cli-rest-api brings along."""

_CALL_IDS_WRAP = 2**63


def _number(version: SignalCliVersion) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def as_written_by(version: SignalCliVersion, written: Any) -> Any:
    """What the newest signal-cli writes, as an older one does.

    - `isVoiceNote` came with 0.14.8 (`JsonAttachment`).
    - Pins and deletions by admins came with 0.14.1; one before it shows an empty message.
    - Ids of calls are whole since 0.14.3; before, those above 2^63 come out negative.
    """
    number = _number(version)
    unknown: set[str] = set()
    if number < (0, 14, 8):
        unknown.add("isVoiceNote")
    if number < (0, 14, 1):
        unknown |= {"pinMessage", "unpinMessage", "adminDelete"}
    return _rewritten(written, unknown, signed_calls=number < (0, 14, 3))


def _rewritten(value: Any, unknown: set[str], *, signed_calls: bool) -> Any:
    if isinstance(value, list):
        return [_rewritten(item, unknown, signed_calls=signed_calls) for item in value]
    if not isinstance(value, dict):
        return value
    told: dict[str, Any] = {}
    for key, item in value.items():
        if key in unknown:
            continue
        if key == "callMessage" and signed_calls:
            told[key] = _signed(item)
        else:
            told[key] = _rewritten(item, unknown, signed_calls=signed_calls)
    return told


def _signed(value: Any) -> Any:
    if isinstance(value, list):
        return [_signed(item) for item in value]
    if isinstance(value, dict):
        return {key: _signed(item) for key, item in value.items()}
    if isinstance(value, int) and value >= _CALL_IDS_WRAP:
        return value - 2 * _CALL_IDS_WRAP
    return value
