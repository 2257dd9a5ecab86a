"""Signing a message, so that who gets it knows that it is ours and whole.

Standard Webhooks 1.0.0, "Signature scheme" and "Webhook headers": HMAC-SHA256 over the id, the time
of the attempt and the body, with full stops between them; one signature for each key.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime


def signed_headers(
    message_id: str, body: bytes, keys: Sequence[bytes], now: datetime
) -> dict[str, str]:
    """Return the headers of one attempt.

    Args:
        message_id: the same in every attempt; without a full stop.
        body: exactly as it is sent.
        keys: the newest first.
        now: when it is sent (aware).
    """
    moment = str(int(now.timestamp()))
    signed = f"{message_id}.{moment}.".encode() + body
    signatures = [
        base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode() for key in keys
    ]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": moment,
        "webhook-signature": " ".join(f"v1,{one}" for one in signatures),
    }
