"""signal-cli-rest-api: where it is, whether it answers, and that it calls the relay."""

from functools import partial

from relay.check.findings import Outcome, Report
from relay.check.signal import check_api
from relay.setup import draft as at
from relay.setup.checks import a_web_address
from relay.setup.desk import DEFAULT_API, DEFAULT_LISTEN, Desk, Step
from relay.setup.files import write_private
from relay.setup.line import api_answers
from relay.setup.secrets import WEBHOOK_TOKEN
from relay.web.webhook import PATH, USER

ENVIRONMENT = "signal-api.env"
_PROXY = "127.0.0.1:8091"
"""Where `deploy/proxy/haproxy.cfg` listens unless told otherwise."""


def _run(desk: Desk) -> None:
    desk.talk.say("setup-api-about")
    desk.hang_up()
    listen = desk.talk.given("api.listen")
    if listen is not None:
        desk.draft.set(at.LISTEN, str(listen))
    local = desk.listen().host in ("127.0.0.1", "::1", "localhost")
    if local and not desk.from_environment(at.LISTEN):
        _write_environment(desk)
    while True:
        address = _address(desk)
        work = partial(check_api, Report(desk.words))
        finding = desk.line.wait_for(api_answers(address, work))
        desk.talk.show(f"{finding.what} {finding.todo}".strip() + "\n")
        if finding.outcome is Outcome.OK:
            return
        if not desk.talk.agreed("api.again", desk.words.say("setup-again"), "no"):
            raise desk.stopped("setup-api-later")


def _address(desk: Desk) -> str:
    fixed = desk.from_environment(at.API_URL)
    if fixed:
        desk.talk.say("setup-api-fixed", address=fixed)
        return fixed
    usual = desk.draft.text(at.API_URL) or DEFAULT_API
    address = desk.talk.ask("api.url", desk.words.say("setup-api-url"), a_web_address, usual)
    desk.draft.set(at.API_URL, address)
    return address


def _write_environment(desk: Desk) -> None:
    """The API server's own settings, with the token in them, for a host who starts it by hand."""
    path = desk.secrets.path(ENVIRONMENT)
    token = desk.secrets.get(WEBHOOK_TOKEN)
    # Without HAProxy in between, messages that come while the relay restarts are lost.
    url = f"http://{USER}:{token}@{_PROXY}{PATH}"
    write_private(path, f"MODE=json-rpc\nRECEIVE_WEBHOOK_URL={url}\n")
    listen = desk.setting(at.LISTEN, DEFAULT_LISTEN)
    desk.talk.say("setup-api-environment", file=str(path), proxy=_PROXY, listen=listen)


STEP = Step("api", "setup-step-api", _run, needs=("keys",))
