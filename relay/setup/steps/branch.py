"""The branch: its name, its short name, and whose clocks it goes by."""

import re
import unicodedata

from relay.destinations import KINDS
from relay.setup import draft as at
from relay.setup.checks import a_slug, a_text, a_zone
from relay.setup.context import SetupContext, Step


def _run(context: SetupContext) -> None:
    say, ask, draft = context.words.say, context.talk.ask, context.draft
    context.talk.say("setup-branch-about")
    name = ask("branch.name", say("setup-branch-name"), a_text, draft.text(at.NAME) or None)
    before = draft.text(at.SLUG)
    slug = ask("branch.slug", say("setup-branch-slug"), a_slug, before or _slug_for(name))
    zone = ask("timezone", say("setup-branch-zone"), a_zone, draft.text(at.TIMEZONE))
    if before and before != slug:
        _rename_secrets(context, before, slug)
    draft.update({at.NAME: name, at.SLUG: slug, at.TIMEZONE: zone})


def _slug_for(name: str) -> str | None:
    """`tower-hamlets` for `Tower Hamlets branch`."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = [word for word in re.findall("[a-z0-9]+", plain) if word not in ("branch", "the")]
    return "-".join(words)[:40].strip("-") or None


def _rename_secrets(context: SetupContext, before: str, slug: str) -> None:
    for kind in KINDS:
        old = context.secrets.get(kind.secret_variable(before))
        if old:
            context.secrets.put(kind.secret_variable(slug), old)
            context.secrets.path(kind.secret_variable(before)).unlink()


def _is_done(context: SetupContext) -> bool:
    return bool(context.draft.text(at.NAME) and context.draft.text(at.SLUG))


STEP = Step("branch", "setup-step-branch", _run, needs=("keys",), is_done=_is_done)
