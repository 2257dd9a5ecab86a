"""Is an answer of the kind that is asked for? The same rules as those of the settings."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from relay.language.words import Words
from relay.schema.values import Aci, PhoneNumber, Slug, Text, Url, Zone

_CODE = re.compile(r"\d{3}[- ]?\d{3}")
_PIN = re.compile(r"[^\s].{2,}[^\s]")
_NICKNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{2,31}(\.\d{2,9})?")
_CAPTCHA = "signalcaptcha://"
_LONGEST_NAME = 26
"""Letters of a Signal profile name that are sure to fit (128 bytes with the padding of Signal)."""


class BadAnswer(Exception):
    """An answer that cannot be used.

    Args:
        wording: the message that says why; its attribute `fix`, where there is one, what to do.
        args: what the message mentions.
    """

    def __init__(self, wording: str, **args: str | int) -> None:
        super().__init__(wording)
        self.wording = wording
        self._args = args

    def sentence(self, words: Words) -> str:
        """Why, and what to do."""
        ids = [one for one in (self.wording, f"{self.wording}.fix") if words.has(one)]
        return "\n".join(words.say(one, **self._args_for(words, one)) for one in ids)

    def _args_for(self, words: Words, message_id: str) -> dict[str, str | int]:
        return {name: self._args[name] for name in words.needs(message_id) & self._args.keys()}


def checked_by(kind: Any) -> Callable[[str], str]:
    """Return what checks an answer as the settings would.

    Args:
        kind: the type of the setting.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def check(answer: str) -> str:
        try:
            return str(adapter.validate_python(answer))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            if not first["type"].startswith("settings-"):
                raise BadAnswer("setup-bad-text") from None
            context = {name: str(value) for name, value in first.get("ctx", {}).items()}
            raise BadAnswer(first["type"], **context) from None

    return check


a_text = checked_by(Text)
a_slug = checked_by(Slug)
a_zone = checked_by(Zone)
a_web_address = checked_by(Url)
an_account_id = checked_by(Aci)
_a_number = checked_by(PhoneNumber)


def a_number(answer: str) -> str:
    """A phone number; spaces, brackets and hyphens of how people write it are left out."""
    return _a_number(re.sub(r"[\s().-]", "", answer))


def a_public_address(answer: str) -> str:
    """A web address with `https://`, or nothing."""
    if not answer:
        return ""
    address = answer if "://" in answer else f"https://{answer}"
    return a_web_address(address)


def a_profile_name(answer: str) -> str:
    """A name that Signal's profile takes."""
    name = a_text(answer)
    if len(name.encode()) > 2 * _LONGEST_NAME:
        raise BadAnswer("setup-bad-profile-name")
    return name


def a_code(answer: str) -> str:
    """The six digits that Signal sends."""
    if not _CODE.fullmatch(answer):
        raise BadAnswer("setup-bad-code")
    return re.sub(r"\D", "", answer)


def a_pin(answer: str) -> str:
    """A registration PIN: four characters at least."""
    if not _PIN.fullmatch(answer):
        raise BadAnswer("setup-bad-pin")
    return answer


def a_captcha(answer: str) -> str:
    """The link that the captcha page gives, or `@` and the name of a file that holds it."""
    if answer.startswith("@"):
        try:
            answer = Path(answer[1:]).expanduser().read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise BadAnswer("setup-bad-file") from None
    if not answer.startswith(_CAPTCHA) or re.search(r"\s", answer):
        raise BadAnswer("setup-bad-captcha")
    return answer


def a_username(answer: str) -> str:
    """A Signal username, with or without its number."""
    if not _NICKNAME.fullmatch(answer):
        raise BadAnswer("setup-bad-username")
    return answer


def anything(answer: str) -> str:
    """Any text, also none."""
    return answer
