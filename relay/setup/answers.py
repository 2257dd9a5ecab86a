"""The answers file of `relay setup --answers`: what it may say."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from relay.destinations import KINDS
from relay.setup.checks import BadAnswer

KEYS = frozenset(
    {
        "timezone",
        "challenge",
        "challenge_file",
        "branch.name",
        "branch.slug",
        "api.url",
        "api.listen",
        "number.number",
        "number.how",
        "number.resume",
        "number.captcha",
        "number.captcha_file",
        "number.code",
        "number.code_file",
        "number.pin_file",
        "pin.how",
        "pin.pin_file",
        "profile.name",
        "profile.about",
        "profile.picture",
        "privacy.username",
        "privacy.change",
        "group.name",
        "group.link",
        "group.use",
        "group.another",
        "groups.rebuild",
        "admins.ids",
        "admins.group_admins",
        *(key for kind in KINDS for key in kind.answers),
        "web.public_url",
        "safeguarding.team",
        "safeguarding.name",
        "safeguarding.slug",
        "safeguarding.officers",
        "helplines.checked",
        "test.send",
        "test.arrived",
    }
)
"""Every answer there is, by table and name. `config/answers.example.toml` explains them."""


def check_keys(answers: Mapping[str, Any]) -> None:
    """Look whether a file says something that nothing asks for.

    Raises:
        BadAnswer: it does, or it holds a secret itself instead of the name of a file.
    """
    for key in _keys(answers, ""):
        if key in KEYS:
            continue
        if f"{key}_file" in KEYS:
            raise BadAnswer("setup-answer-is-secret", key=key)
        near = get_close_matches(key, KEYS, n=1)
        if near:
            raise BadAnswer("setup-answer-no-such-near", key=key, near=near[0])
        raise BadAnswer("setup-answer-no-such", key=key)


def _keys(table: Mapping[str, Any], prefix: str) -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _keys(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"
