"""What came of a message, as everybody outside saw it: calls to Signal, and the public place."""

import hashlib
import json
import re
from collections.abc import Iterator

from behaviour.ground import Ground
from practice.calls import LoggedCall

_EXCERPT = 30
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Sentences(dict[str, str]):
    """Every text that anybody read, by a short name made of what it says."""

    def name(self, text: str) -> str:
        """Return a text's name and its beginning; the same text has the same one."""
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        self[digest] = text
        flat = " ".join(text.split())
        excerpt = flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1] + "…"
        return f"#{digest} “{excerpt}”"


def noticed(ground: Ground, sentences: Sentences) -> Iterator[str]:
    """Say, one by one, what happened since the stage went back to its moment."""
    for call in ground.signal.calls:
        if call.method != "GET":
            yield from _said(ground, call, sentences)
    for how, text in ground.place.done:
        yield f"Bluesky {how}: {sentences.name(text)}" if text else f"Bluesky {how}"


def _said(ground: Ground, call: LoggedCall, sentences: Sentences) -> Iterator[str]:
    body = call.body or {}
    people = ", ".join(ground.name_of(one) for one in call.recipients)
    failed = "" if call.status < 300 else f" [{call.status}]"
    match call.path.split("/")[2]:
        case "send":
            marks = "".join(_marks(ground, body))
            files = "".join(_files(body))
            text = _named(ground, body.get("message") or "")
            yield f"{people}{marks}: {sentences.name(text)}{files}{failed}"
        case "reactions":
            yield f"{people} reaction {body.get('reaction')}{failed}"
        case "remote-delete":
            which = _text_of(ground, body.get("timestamp"))
            yield f"{people} deletes: {which}{failed}"
        case "polls":
            asked = json.dumps(body.get("question"), ensure_ascii=False)
            yield f"{people} poll: {asked}{failed}"
        case "receipts":
            return
        case other:
            yield f"{call.method} {other} {people}{failed}".strip()


def _marks(ground: Ground, body: dict[str, object]) -> Iterator[str]:
    if body.get("edit_timestamp"):
        yield f" edits {_text_of(ground, body['edit_timestamp'])}"
    if body.get("quote_timestamp"):
        yield f" quotes {_text_of(ground, body['quote_timestamp'])}"


def _files(body: dict[str, object]) -> Iterator[str]:
    files = body.get("base64_attachments")
    for file in files if isinstance(files, list) else ():
        head = str(file)[:120].partition(";base64")[0].removeprefix("data:")
        yield f" + {head.replace(';filename=', ' ')}"


def _text_of(ground: Ground, timestamp: object) -> str:
    """Which message has a version of that moment, and which version it is."""
    for chat in ground.signal.world.chats.values():
        for message in chat.messages:
            moments = [revision.timestamp for revision in message.revisions]
            if timestamp in moments:
                text = " ".join(_named(ground, message.revisions[0].content.text).split())
                return f"“{text[:_EXCERPT]}” v{moments.index(int(str(timestamp))) + 1}"
    return "what is nowhere"


def _named(ground: Ground, text: str) -> str:
    """A text with names in the place of account ids."""
    return _UUID.sub(lambda found: f"⟨{ground.name_of(found[0])}⟩", text)
