"""What signal-cli-rest-api posts to the webhook."""

from typing import Any
from uuid import uuid4

NUMBER = "+447700900000"
SAM = str(uuid4())


def envelope(timestamp: int = 1, *, source: str | None = SAM, **content: Any) -> dict[str, Any]:
    sender = {"source": source, "sourceUuid": source, "sourceName": "Sam", "sourceDevice": 1}
    body = content or {"dataMessage": {"timestamp": timestamp, "message": "Hello"}}
    return {**sender, "timestamp": timestamp, **body}


def notification(envelope: Any, account: str = NUMBER) -> dict[str, Any]:
    return {
        "jsonrpc": "2.0",
        "method": "receive",
        "params": {"envelope": envelope, "account": account},
    }
