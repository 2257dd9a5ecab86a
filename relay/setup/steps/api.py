"""signal-cli-rest-api: where it is, whether it answers, and that it calls the relay."""

from functools import partial

from relay.check.findings import Outcome, Report
from relay.check.signal import check_api
from relay.setup import draft as at
from relay.setup.checks import a_web_address
from relay.setup.context import DEFAULT_API, DEFAULT_LISTEN, SetupContext, Step
from relay.setup.files import write_private
from relay.setup.secrets import WEBHOOK_TOKEN
from relay.setup.signal_session import api_answers
from relay.web.webhook import PATH, USER

ENVIRONMENT = "signal-api.env"
_PROXY = "127.0.0.1:8091"
"""Where `deploy/proxy/haproxy.cfg` listens unless told otherwise."""


def _run(context: SetupContext) -> None:
    context.talk.say("setup-api-about")
    context.hang_up()
    listen = context.talk.given("api.listen")
    if listen is not None:
        context.draft.set(at.LISTEN, str(listen))
    local = context.listen().host in ("127.0.0.1", "::1", "localhost")
    if local and not context.from_environment(at.LISTEN):
        _write_environment(context)
    while True:
        address = _address(context)
        work = partial(check_api, Report(context.words))
        finding = context.session.wait_for(api_answers(address, work))
        context.talk.show(f"{finding.what} {finding.todo}".strip() + "\n")
        if finding.outcome is Outcome.OK:
            return
        if not context.talk.agreed("api.again", context.words.say("setup-again"), "no"):
            raise context.stopped("setup-api-later")


def _address(context: SetupContext) -> str:
    fixed = context.from_environment(at.API_URL)
    if fixed:
        context.talk.say("setup-api-fixed", address=fixed)
        return fixed
    usual = context.draft.text(at.API_URL) or DEFAULT_API
    address = context.talk.ask("api.url", context.words.say("setup-api-url"), a_web_address, usual)
    context.draft.set(at.API_URL, address)
    return address


def _write_environment(context: SetupContext) -> None:
    """The API server's own settings, with the token in them, for a host who starts it by hand."""
    path = context.secrets.path(ENVIRONMENT)
    token = context.secrets.get(WEBHOOK_TOKEN)
    # Without HAProxy in between, messages that come while the relay restarts are lost.
    url = f"http://{USER}:{token}@{_PROXY}{PATH}"
    write_private(path, f"MODE=json-rpc\nRECEIVE_WEBHOOK_URL={url}\n")
    listen = context.setting(at.LISTEN, DEFAULT_LISTEN)
    context.talk.say("setup-api-environment", file=str(path), proxy=_PROXY, listen=listen)


STEP = Step("api", "setup-step-api", _run, needs=("keys",))
