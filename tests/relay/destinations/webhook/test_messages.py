"""The shape of what is sent is a contract, and so is how its signature is looked at."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from webhookserver import SECRET

from relay.destinations.webhook.messages import MESSAGE, body_of, schema
from relay.destinations.webhook.settings import keys_of
from relay.destinations.webhook.signing import signed_headers

DOCS = Path(__file__).parents[4] / "docs"
PAGE = (DOCS / "webhook.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_documented_schema_is_the_one_that_is_sent() -> None:
    documented = json.loads((DOCS / "webhook.schema.json").read_text(encoding="utf-8"))
    assert documented == schema()


def test_the_documented_example_is_a_message() -> None:
    example = json.loads(block("json"))
    assert json.loads(body_of(MESSAGE.validate_python(example))) == example


def test_every_type_that_is_sent_is_documented() -> None:
    assert set(re.findall(r"^\| `([a-z]+\.[a-z]+)`", PAGE, re.MULTILINE)) == set(
        schema()["discriminator"]["mapping"]
    )


def test_the_documented_way_of_looking_at_a_signature_works() -> None:
    known: dict[str, Any] = {}
    exec(block("python"), known)  # noqa: S102 - our own page
    body, now = b'{"type":"relay.check"}', datetime.now(UTC)

    def holds(body: bytes, sent: datetime, signed: bytes, secret: str = SECRET) -> bool:
        return bool(
            known["is_ours"](secret, signed_headers("msg_a", signed, keys_of(SECRET), sent), body)
        )

    assert holds(body, now, body)
    assert not holds(body, now, body + b" ")
    assert not holds(body, now - timedelta(minutes=6), body)
    assert not holds(body, now, body, "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=")
