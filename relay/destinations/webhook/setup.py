"""The branch's webhook, for a website, a forum or a mailing tool."""

import base64
import secrets

from relay.destinations.webhook.check import try_webhook
from relay.destinations.webhook.kind import WebhookKind
from relay.destinations.webhook.settings import PREFIX, WebhookUrl
from relay.setup import draft as at
from relay.setup.checks import a_text, checked_by
from relay.setup.context import SetupContext, Step
from relay.setup.draft import Path_

URL: Path_ = ("branches", 0, "webhook", "url")
NAME: Path_ = ("branches", 0, "webhook", "name")

_KEY_BYTES = 32

a_webhook_url = checked_by(WebhookUrl)


def _run(context: SetupContext) -> None:
    talk, say, draft = context.talk, context.words.say, context.draft
    talk.say("setup-webhook-about")
    url, name = draft.text(URL), draft.text(NAME)
    usual = "yes" if url or talk.given("webhook.url") else "no"
    if not talk.agreed("webhook.use", say("setup-webhook-now"), usual):
        talk.say("setup-webhook-none")
        return
    url = talk.ask("webhook.url", say("setup-webhook-url"), a_webhook_url, url or None)
    name = talk.ask("webhook.name", say("setup-webhook-name"), a_text, name or None)
    secret = WebhookKind().secret_variable(draft.text(at.SLUG))
    # The secret first: a webhook without one keeps the relay from starting.
    if not context.secrets.get(secret):
        key = base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()
        context.secrets.put(secret, f"{PREFIX}{key}")
    draft.update({URL: url, NAME: name})
    talk.say("setup-webhook-secret", file=str(context.secrets.path(secret)))
    refusal = context.session.wait_for(try_webhook(url, context.secrets.get(secret)))
    if refusal is None:
        talk.say("setup-webhook-done")
    else:
        talk.say("setup-webhook-later", reason=refusal.reason)


STEP = Step("webhook", "setup-step-webhook", _run, needs=("keys", "branch"))
