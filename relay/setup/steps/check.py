"""The doctor looks at everything that was set up; then the host is told how to start."""

from datetime import timedelta

from relay.check import Finding, Outcome, findings
from relay.settings.loading import SECRETS_FOLDER
from relay.setup.context import SetupContext, Step


def _run(context: SetupContext) -> None:
    context.talk.say("setup-check-about")
    # It looks whether the address is free and the store can be opened.
    context.hang_up()
    found = context.session.wait_for(_findings(context))
    for finding in found:
        context.talk.show(finding.line(context.words))
    context.talk.show("")
    problems = sum(finding.outcome is Outcome.PROBLEM for finding in found)
    if problems:
        raise context.stopped("setup-check-problems", count=problems)
    config, folder = str(context.draft.path), str(context.secrets.folder)
    if context.environ.get(SECRETS_FOLDER):
        context.talk.say("setup-check-start", config=config)
    else:
        context.talk.say("setup-check-start-with", config=config, folder=folder)
    context.talk.say("setup-check-next")


async def _findings(context: SetupContext) -> list[Finding]:
    environ = {SECRETS_FOLDER: str(context.secrets.folder), **context.environ}
    return [one async for one in findings(context.draft.path, environ, timedelta(0))]


STEP = Step("check", "setup-step-check", _run, needs=("keys", "branch", "api", "number"))
