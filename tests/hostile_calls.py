"""Calls to the webhook as somebody makes them who means no good, from a seed.

Hypothesis finds small examples well, but makes a few hundred inputs a second; these are made by the
thousand. What is shown in place of the token never is the token: `unentitled` only returns calls
that have to be refused.
"""

import base64
import copy
import json
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote

from notifications import notification

WORDS = (
    "announce Hello", "announce", "yes", "no", "report", "1", "0", "done", "send", "stop", "help",
    "status", "cases", "meeting", "meetings", "remind me", "cancel", "erase", "ask", "hide", "tidy",
    "resume amber river 12 one two three", "rsvp", "why", "edit", "delete", "case amber river 12",
)  # fmt: skip

JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, 2**64, -(2**63), 10**400, 0.0, -0.0, 1e308,
    float("nan"), float("inf"), "", " ", "0", "yes", "\x00", "\ud800", "\udfff\ud800", "\u202e",
    "\u2066\u2069", "\ufeff", "\r\nSet-Cookie: a=b", "'; DROP TABLE inbox; --", "%s%n{0}{{7*7}}",
    "../../etc/passwd", "<script>", "A" * 5_000, "🏳️‍🌈" * 50, "e" + "\u0301" * 2_000, [], {}, [[]],
    [None], [{}], {"": None}, {"id": "x", "contentType": "image/png"}, "\uffff",
)  # fmt: skip


@dataclass(frozen=True)
class People:
    """Whom envelopes come from and go to: account ids, and groups by internal id."""

    number: str
    accounts: tuple[str, ...]
    groups: tuple[str, ...] = ("Z3JvdXA=",)


def _text(random: Random) -> str:
    kind = random.randrange(4)
    if kind == 0:
        return str(random.choice(JUNK))
    return random.choice(WORDS) + (f" {random.choice(JUNK)}" if kind == 1 else "")


def _file(random: Random) -> dict[str, Any]:
    return {
        "contentType": random.choice(("image/png", "application/pdf", "audio/aac", "text/x")),
        "filename": random.choice(("a.png", None, "../../x", "\u202egnp.exe")),
        "id": random.choice(("abc", "../abc", "", "a/b?c#d", "%2e%2e", f"f{random.random()}")),
        "size": random.choice((5, -1, 2**40)),
    }


def _data(random: Random, people: People) -> dict[str, Any]:
    data: dict[str, Any] = {
        "timestamp": 1, "message": _text(random), "expiresInSeconds": 0,
        "isExpirationUpdate": False, "viewOnce": False,
    }  # fmt: skip
    author = random.choice(people.accounts)
    stamp = random.choice((1, 5, 1795362340397))
    more = random.randrange(9)
    if more == 0:
        data["quote"] = {
            "id": stamp, "author": author, "authorUuid": author, "text": "Hi", "attachments": [],
        }  # fmt: skip
    elif more == 1:
        data["mentions"] = [{"name": "x", "uuid": author, "start": 0, "length": 1}]
    elif more == 2:
        data["attachments"] = [_file(random) for _ in range(random.randrange(4))]
    elif more == 3:
        data["reaction"] = {
            "emoji": "👍", "targetAuthor": author, "targetAuthorUuid": author,
            "targetSentTimestamp": stamp, "isRemove": random.random() < 0.3,
        }  # fmt: skip
        data["message"] = None
    elif more == 4:
        data["remoteDelete"] = {"timestamp": stamp}
        data["message"] = None
    elif more == 5:
        data["groupInfo"] = {
            "groupId": random.choice(people.groups),
            "type": random.choice(("UPDATE", "DELIVER")),
        }
        data["pollVote"] = {"targetSentTimestamp": stamp, "optionIndexes": [0], "voteCount": 1}
    elif more == 6:
        data["sticker"] = {"packId": "ab", "stickerId": 1}
        data["contacts"] = [{"name": {"display": "x"}}]
    return data


def envelope(random: Random, people: People) -> dict[str, Any]:
    """An envelope as signal-cli would write it."""
    source = random.choice(people.accounts)
    head = {
        "source": source, "sourceNumber": None, "sourceUuid": source, "sourceName": "Sam",
        "sourceDevice": 1, "timestamp": random.randrange(2**53), "serverReceivedTimestamp": 1,
        "serverDeliveredTimestamp": 2,
    }  # fmt: skip
    data = _data(random, people)
    kind = random.randrange(10)
    if kind < 7:
        return {**head, "dataMessage": data}
    if kind == 7:
        return {**head, "editMessage": {"targetSentTimestamp": 1, "dataMessage": data}}
    if kind == 8:
        return {**head, "syncMessage": {"sentMessage": data}}
    other = random.choice(("receiptMessage", "typingMessage", "callMessage", "storyMessage"))
    return {**head, other: data}


def _places(value: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        found.append((value, key))
        if isinstance(inner, dict | list):
            _places(inner, found)
    return found


def bend(random: Random, value: Any) -> Any:
    """The same JSON with some of it left out, doubled, moved or replaced by junk."""
    bent = copy.deepcopy(value)
    for _ in range(random.randrange(1, 5)):
        places = _places(bent, [])
        if not places:
            break
        holder, key = random.choice(places)
        how = random.randrange(6)
        if how < 3:
            holder[key] = copy.deepcopy(random.choice(JUNK))
        elif how == 3:
            del holder[key]
        elif how == 4:
            source, name = random.choice(places)
            kept = source.get(name) if isinstance(source, dict) else None
            holder[key] = copy.deepcopy(kept)
        else:
            holder[key] = [copy.deepcopy(holder[key])] * random.randrange(3)
    return bent


def body(random: Random, people: People) -> bytes:
    """The body of a call: whole, bent, torn, or nothing of the kind."""
    whole: Any = notification(envelope(random, people), people.number)
    kind = random.randrange(14)
    if kind >= 10:
        return json.dumps(whole).encode()
    if kind < 7:
        # Below the envelope, so that most still are notifications.
        inner = whole["params"]["envelope"]
        whole["params"]["envelope"] = bend(random, inner)
        return json.dumps(whole).encode()
    if kind == 7:
        return json.dumps(bend(random, whole)).encode()
    if kind == 8:
        return torn(random, json.dumps(whole).encode())
    return random.choice(
        (
            random.randbytes(random.randrange(200)),
            b"[" * random.randrange(20_000),
            b'{"a":' * random.randrange(20_000),
            b"9" * random.randrange(6_000),
            json.dumps(random.choice(JUNK)).encode(),
        )
    )


def torn(random: Random, data: bytes) -> bytes:
    """Bytes with some of them changed, put in or left out."""
    changed = bytearray(data)
    for _ in range(random.randrange(1, 8)):
        at = random.randrange(len(changed) + 1)
        how = random.randrange(4)
        if how == 0:
            changed[at:at] = random.randbytes(random.randrange(1, 9))
        elif how == 1:
            del changed[at : at + random.randrange(1, 40)]
        elif how == 2 and at < len(changed):
            changed[at] = random.randrange(256)
        else:
            del changed[at:]
    return bytes(changed)


def post(data: bytes, *headers: bytes, target: bytes = b"/signal/receive") -> bytes:
    """A whole HTTP call."""
    lines = (b"POST %b HTTP/1.1" % target, b"Host: relay", b"Content-Length: %d" % len(data))
    return b"\r\n".join((*lines, *headers, b"", data))


def entitled(token: str) -> bytes:
    """The header that shows the token."""
    return b"Authorization: Basic " + base64.b64encode(f"relay:{token}".encode())


def unentitled(random: Random, token: str) -> list[bytes]:
    """Headers of a well-formed call that does not show the token as it has to be shown."""
    good = base64.b64encode(f"relay:{token}".encode())
    pair = f"relay:{token}"
    name = random.choice((b"Authorization", b"authorization", b"AUTHORIZATION"))
    wrong = [
        [],
        [name + b": "],
        [name + b": Basic"],
        [name + b": Basic " + base64.b64encode(random.randbytes(random.randrange(40)))],
        [name + b": Basic " + base64.b64encode(f"relay:{token[:-1]}".encode())],
        [name + b": Basic " + base64.b64encode(f"Relay:{token}".encode())],
        [name + b": Basic " + base64.b64encode(f"relay:{token}\0".encode())],
        [name + b": Basic " + base64.b64encode(f"relay:{token}\n".encode())],
        [name + b": Basic " + base64.b64encode(f"relay:{token}".encode("utf-16"))],
        [name + b": Basic " + base64.b64encode(quote(pair).encode())],
        [name + b": Basic " + quote(good.decode(), safe="").replace("=", "%3D").encode() + b"%20"],
        [name + b": Basic " + pair.encode()],
        [name + b": Basic  " + good],
        [name + b": Basic\t" + good],
        [name + b": Basic " + good + b" " + good],
        [name + b": Basic " + good + b", Basic " + good],
        [name + b": Basic " + good.replace(b"=", b"")[:-1]],
        [name + b": Basic " + good.swapcase()],
        [name + b": Basic " + b"\xff\xfe" + good],
        [name + b": Basic " + "ü".encode() + good],
        [name + b": B\xc3\xa4sic " + good],
        [name + b": Bearer " + good],
        [name + b": Bearer " + token.encode()],
        [name + b": Digest username=relay, response=" + good],
        [name + b": Negotiate " + good],
        [name + b": " + good],
        [name + b": basic:" + good],
        [name + b": Basic " + b"A" * random.randrange(6_000)],
        [name + b": Basic YQ==", name + b": Basic " + good],
        [name + b": Basic " + good, name + b": Basic YQ=="],
        [name + b": Basic " + good, name + b": Basic " + good],
        [b"Proxy-Authorization: Basic " + good],
        [b"X-Authorization: Basic " + good, b"X-Original-Authorization: Basic " + good],
        [b"X-Forwarded-User: relay", b"X-Forwarded-For: 127.0.0.1", b"X-Real-IP: 127.0.0.1"],
        [b"Cookie: Authorization=Basic%20" + good],
        [b"X-HTTP-Method-Override: POST", b"Forwarded: for=127.0.0.1;proto=https"],
    ]
    return random.choice(wrong)


def refused(random: Random, data: bytes, token: str) -> bytes:
    """A well-formed call with a body that nothing may come of."""
    target = b"/signal/receive"
    if random.random() < 0.1:
        pair = f"relay:{token}"
        target = random.choice(
            (
                b"/signal/receive?token=" + token.encode(),
                f"/signal/receive?Authorization={quote(pair)}".encode(),
                f"http://{pair}@relay/signal/receive".encode(),
                b"/signal/receive;" + token.encode(),
                b"/signal//receive",
                b"/signal/%72eceive",
                b"/./signal/receive",
            )
        )
    return post(data, *unentitled(random, token), target=target)


def malformed(random: Random, people: People) -> bytes:
    """Bytes that are hardly HTTP, or not at all; the token is nowhere in them."""
    call = post(body(random, people), b"Authorization: Basic " + base64.b64encode(b"relay:guess"))
    kind = random.randrange(6)
    if kind == 0:
        return random.randbytes(random.randrange(300))
    if kind == 1:
        return call.replace(b"Host:", b"Transfer-Encoding: chunked\r\nHost:", 1)
    if kind == 2:
        return call.replace(b"\r\n", random.choice((b"\n", b"\r", b"\r\n ", b"\0\r\n")), 3)
    if kind == 3:
        return call.replace(b"Content-Length: ", b"Content-Length: -", 1)
    if kind == 4:
        return call.replace(b"Host: relay", b"Host: " + b"x" * random.randrange(40_000), 1)
    return torn(random, call)
