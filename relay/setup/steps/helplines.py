"""The helplines that reporters are shown: somebody has to ring them before the first report."""

import tomllib
from pathlib import Path
from typing import Any

from relay.language.words import shipped_config
from relay.setup import draft as at
from relay.setup.context import SetupContext, Step

_FILE = "helplines.toml"


def _run(context: SetupContext) -> None:
    talk = context.talk
    talk.say("setup-helplines-about")
    own = context.draft.text(at.WORDING)
    path = Path(own) / _FILE if own and (Path(own) / _FILE).is_file() else shipped_config() / _FILE
    lines = _read(path)
    for line in lines:
        talk.show(f"  {line.get('name', '?')}: {line.get('number', '?')}")
    talk.show("")
    talk.say("setup-helplines-where", file=str(path), count=len(lines))
    if not talk.agreed("helplines.checked", context.words.say("setup-helplines-checked"), "no"):
        talk.say("setup-helplines-later")


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        lines = tomllib.loads(path.read_text(encoding="utf-8")).get("helplines", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return []
    return [line for line in lines if isinstance(line, dict)]


STEP = Step("helplines", "setup-step-helplines", _run)
