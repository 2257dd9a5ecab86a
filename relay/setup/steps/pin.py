"""The registration PIN: without it, whoever gets the number could take the account over."""

import secrets

from relay.setup.checks import a_pin
from relay.setup.context import SetupContext, Step
from relay.setup.secrets import PIN
from relay.setup.steps.number import LINKED
from relay.setup.talk import offered

_DIGITS = 12


def _run(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    if context.progress.has(LINKED):
        talk.say("setup-pin-on-phone")
        return
    talk.say("setup-pin-about")
    ways = (("make", "setup-pin-make"), ("own", "setup-pin-own"))
    # An answers file that names a PIN need not say that it does.
    usual = "own" if talk.given("pin.pin_file") else "make"
    how = talk.choose("pin.how", say("setup-pin-how"), offered(context.words, ways), usual)
    if how == "own":
        pin = talk.ask_secret("pin.pin", say("setup-pin-ask"), a_pin)
    else:
        pin = context.secrets.get(PIN) or "".join(
            str(secrets.randbelow(10)) for _ in range(_DIGITS)
        )
    # First on disk: a PIN that is set and that nobody knows locks the number for ever.
    context.secrets.put(PIN, pin)
    context.signal(lambda client: client.set_pin(pin))
    talk.say("setup-pin-done", file=str(context.secrets.path(PIN)))


STEP = Step("pin", "setup-step-pin", _run, needs=("number",))
