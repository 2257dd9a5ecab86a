"""The doctor looks at everything that was set up; then the host is told how to start."""

from datetime import timedelta

from relay.check import Finding, Outcome, findings
from relay.settings.loading import SECRETS_FOLDER
from relay.setup.desk import Desk, Step


def _run(desk: Desk) -> None:
    desk.talk.say("setup-check-about")
    # It looks whether the address is free and the store can be opened.
    desk.hang_up()
    found = desk.line.wait_for(_findings(desk))
    for finding in found:
        desk.talk.show(finding.line(desk.words))
    desk.talk.show("")
    problems = sum(finding.outcome is Outcome.PROBLEM for finding in found)
    if problems:
        raise desk.stopped("setup-check-problems", count=problems)
    config, folder = str(desk.draft.path), str(desk.secrets.folder)
    if desk.environ.get(SECRETS_FOLDER):
        desk.talk.say("setup-check-start", config=config)
    else:
        desk.talk.say("setup-check-start-with", config=config, folder=folder)
    desk.talk.say("setup-check-next")


async def _findings(desk: Desk) -> list[Finding]:
    environ = {SECRETS_FOLDER: str(desk.secrets.folder), **desk.environ}
    return [one async for one in findings(desk.draft.path, environ, timedelta(0))]


STEP = Step("check", "setup-step-check", _run, needs=("keys", "branch", "api", "number"))
