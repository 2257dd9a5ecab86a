"""What the real signal-cli-rest-api answered, and posted, in five versions; tests/wire/README.md.

for case in cases("0.100", "groups-list"):
    print(case.name, case.path, case.status, case.json)
for body in webhook_bodies("0.97"):
    print(body.name, body.envelope)
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from practice.releases import Release

Json = dict[str, Any]

WIRE = Path(__file__).parent / "wire"

RELEASES: tuple[Release, ...] = ("0.97", "0.98", "0.99", "0.100", "0.101-dev")
"""What was recorded, oldest first, as `GET /v1/about` names itself."""

NEWEST = RELEASES[-1]

WITH_NEWER_SIGNAL_CLI = "0.101-dev with signal-cli 0.14.8"
"""The newest once more, behind it the first signal-cli that writes `isVoiceNote`. Webhook only."""

SIGNAL_CLI = {
    "0.97": "0.13.23",
    "0.98": "0.14.1",
    "0.99": "0.14.3",
    "0.100": "0.14.5",
    "0.101-dev": "0.14.7",
    WITH_NEWER_SIGNAL_CLI: "0.14.8",
}
"""Which signal-cli each of them brings along."""


@dataclass(frozen=True)
class Asked:
    """One call that the API made of signal-cli.

    Attributes:
        method, params: of the JSON-RPC call.
        answer: `{"result": …}` or `{"error": {"code", "message", "data"}}`.
    """

    method: str
    params: Json
    answer: Json


@dataclass(frozen=True)
class Case:
    """One request to one release, and its answer.

    Attributes:
        name: what is special about it; unique within its endpoint.
        release, endpoint: what was asked.
        method, path, query, body: of the request; `body` is None where it had none.
        raw_body: sent instead of `body`, as it stands; None where `body` is what was sent.
        follows: whether it was made in the state that the case before it left.
        asked: the calls to signal-cli, oldest first.
        status: of the answer; None where none came, and `failure` says so.
        content_type, content: of the answer.
        headers: those of the answer that matter.
    """

    name: str
    release: str
    endpoint: str
    method: str
    path: str
    query: Mapping[str, str]
    body: Any
    raw_body: str | None
    follows: bool
    asked: tuple[Asked, ...]
    status: int | None
    failure: str | None
    content_type: str | None
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The body of the answer."""
        return self.content.decode()

    @property
    def json(self) -> Any:
        """The body of the answer; None where there is none.

        Raises:
            ValueError: the body is not JSON.
        """
        return json.loads(self.content) if self.content else None


@dataclass(frozen=True)
class WebhookBody:
    """What one release posts for one kind of notification.

    Attributes:
        name: the kind.
        text: the body to the byte, with the line's end.
    """

    name: str
    text: str

    @property
    def notification(self) -> Json:
        """The whole JSON-RPC notification."""
        read: Json = json.loads(self.text)
        return read

    @property
    def envelope(self) -> Json:
        """Its envelope; empty where it has none."""
        found: Json = self.notification["params"].get("envelope") or {}
        return found


def _load(name: str) -> Any:
    return json.loads((WIRE / name).read_text(encoding="utf-8"))


@cache
def _values() -> Json:
    values: Json = _load("values.json")
    return values


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"value"} and value["value"] in _values():
            return _values()[value["value"]]
        return {key: _filled(item) for key, item in value.items()}
    return [_filled(item) for item in value] if isinstance(value, list) else value


def endpoints() -> tuple[str, ...]:
    """The names of everything that was asked, such as `groups-list`."""
    return tuple(sorted(path.stem for path in (WIRE / "answers").glob("*.json")))


@cache
def cases(release: str, endpoint: str) -> tuple[Case, ...]:
    """Every case of an endpoint, in the order in which they were recorded.

    Raises:
        FileNotFoundError: there is no such endpoint.
        ValueError: there is no such release.
    """
    if release not in RELEASES:
        raise ValueError(f"no such release: {release}")
    rows = _filled(_load(f"answers/{endpoint}.json"))
    return tuple(_case(row, release, endpoint) for row in rows)


def case(release: str, endpoint: str, name: str) -> Case:
    """One case by its name.

    Raises:
        KeyError: there is no such case.
    """
    for found in cases(release, endpoint):
        if found.name == name:
            return found
    raise KeyError(f"{endpoint}: {name}")


def _case(row: Json, release: str, endpoint: str) -> Case:
    request = row["request"]
    answer = next(answer for answer in row["answers"] if release in answer["releases"])
    response = answer["response"]
    asked = [*answer.get("signal_cli_before", ()), answer["signal_cli"]]
    content = response.get("body") or ""
    if "body_base64" in response:
        raw = base64.b64decode(response["body_base64"])
    else:
        raw = content.encode()
    return Case(
        name=row["name"],
        release=release,
        endpoint=endpoint,
        method=request["method"],
        path=request["path"],
        query=request["query"],
        body=request.get("body"),
        raw_body=request.get("raw_body"),
        follows="after" in request,
        asked=tuple(Asked(one["method"], one["params"], one["answer"]) for one in asked if one),
        status=response["status"],
        failure=response.get("failure"),
        content_type=response["content_type"],
        content=raw,
        headers=response.get("headers", {}),
    )


@cache
def webhook_bodies(release: str) -> tuple[WebhookBody, ...]:
    """What a release posts for every kind of notification.

    Args:
        release: one of RELEASES, or WITH_NEWER_SIGNAL_CLI.

    Raises:
        ValueError: there is no such release.
    """
    if release not in SIGNAL_CLI:
        raise ValueError(f"no such release: {release}")
    return tuple(
        WebhookBody(row["name"], body["body"])
        for row in _load("webhook.json")
        for body in row["bodies"]
        if release in body["posted_by"]
    )


@cache
def all_webhook_bodies() -> tuple[WebhookBody, ...]:
    """What is posted by any release: of each kind the newest, and every one of another shape.

    A shape is which fields there are and of which types, whatever stands in them.
    """
    found: dict[tuple[str, str], WebhookBody] = {}
    for release in (WITH_NEWER_SIGNAL_CLI, *reversed(RELEASES)):
        for body in webhook_bodies(release):
            shape = json.dumps(_shape(body.notification), sort_keys=True)
            found.setdefault((body.name, shape), body)
    return tuple(found.values())


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in value.items()}
    return [_shape(item) for item in value] if isinstance(value, list) else type(value).__name__


@cache
def behaviour(release: str) -> Mapping[str, Json]:
    """What was measured of a release, by the name of the measurement."""
    return {
        row["name"]: next(answer for answer in row["answers"] if release in answer["releases"])
        for row in _load("behaviour.json")
    }
