"""The dedicated number: registered with the API server by a code, or linked to a phone."""

import io

import segno

from relay.setup import draft as at
from relay.setup.checks import a_captcha, a_code, a_number, a_pin
from relay.setup.context import SetupContext, SetupStopped, Step
from relay.setup.signal_session import Ask
from relay.setup.talk import offered
from relay.signal.errors import CallRefused, CaptchaNeeded, RateLimited
from relay.signal.priority import Priority

CAPTCHA_PAGE = "https://signalcaptchas.org/registration/generate.html"
LINKED = "number-linked"
_CODE_SENT = "number-code-sent"
_SMS_ASKED = "number-sms-asked"
ABOUT_THE_NUMBER = ("pin", "profile", "privacy", "group", "test")
"""Steps that have to be done again for another number."""
_DEVICE = "Branch Relay"
_FIRST = Priority.URGENT
_ASKED_AGAIN = {
    "wrong_code": "setup-number-code-wrong",
    "pin_locked": "setup-number-locked",
    "pin_wrong": "setup-number-pin-wrong",
}


def _run(context: SetupContext) -> None:
    say, talk = context.words.say, context.talk
    talk.say("setup-number-about")
    before = context.draft.text(at.NUMBER)
    number = talk.ask("number.number", say("setup-number-ask"), a_number, before or None)
    context.hang_up()
    if number != before:
        for mark in (_CODE_SENT, _SMS_ASKED, LINKED, *ABOUT_THE_NUMBER):
            context.progress.drop(mark)
        context.draft.set(at.NUMBER, number)
    if _registered(context):
        talk.say("setup-number-there")
        return
    if context.progress.has(_CODE_SENT) and _still_waiting(context):
        _verify(context)
        return
    ways = (
        ("sms", "setup-number-sms"),
        ("voice", "setup-number-voice"),
        ("link", "setup-number-link"),
    )
    how = talk.choose("number.how", say("setup-number-how"), offered(context.words, ways), "sms")
    if how == "link":
        _link(context)
        return
    _request_code(context, how)
    if _registered(context):
        # Signal may give a number back to the keys it had before, without a code.
        talk.say("setup-number-done")
        return
    context.progress.add(_CODE_SENT)
    _verify(context)


def _registered(context: SetupContext) -> bool:
    numbers = context.signal(lambda client: client.accounts(priority=_FIRST))
    return context.draft.text(at.NUMBER) in numbers


def _still_waiting(context: SetupContext) -> bool:
    ways = (("code", "setup-number-have-code"), ("new", "setup-number-new-code"))
    question = context.words.say("setup-number-code-sent")
    options = offered(context.words, ways)
    return context.talk.choose("number.resume", question, options, "code") == "code"


def _request_code(context: SetupContext, how: str) -> None:
    """Let Signal send a code. It calls only a minute after it was asked for an SMS."""
    say, talk, progress = context.words.say, context.talk, context.progress
    if how == "sms" or not progress.has(_SMS_ASKED):
        texted = _ask_signal(context, "sms")
        progress.add(_SMS_ASKED)
        if how == "sms" and texted:
            talk.say("setup-number-code-texted")
            return
        talk.say("setup-number-sms-first" if texted else "setup-number-no-sms")
        talk.pause("number.minute", say("setup-number-minute"))
    _ask_signal(context, "voice")
    talk.say("setup-number-code-called")


def _ask_signal(context: SetupContext, how: str) -> bool:
    """Ask for a code. Returns whether Signal sends one this way."""
    captcha: str | None = None
    while True:
        try:
            context.signal(_registering(captcha, how))
        except CaptchaNeeded:
            captcha = _captcha(context)
        except RateLimited:
            raise context.stopped("setup-number-wait") from None
        except CallRefused as refused:
            match refused.code:
                case "captcha_rejected":
                    context.talk.say("setup-captcha-rejected")
                    captcha = _captcha(context)
                case "try_voice":
                    return False
                case "sms_first":
                    context.progress.drop(_SMS_ASKED)
                    raise context.stopped("setup-number-no-call") from None
                case "already_registered":
                    return True
                case _:
                    raise context.stopped("setup-number-refused", reason=str(refused)) from None
        else:
            return True


def _registering(captcha: str | None, how: str) -> Ask[None]:
    return lambda client: client.register(captcha=captcha, voice=how == "voice", priority=_FIRST)


def _captcha(context: SetupContext) -> str:
    context.talk.say("setup-captcha", page=CAPTCHA_PAGE)
    return context.talk.ask("number.captcha", context.words.say("setup-captcha-ask"), a_captcha)


def _verify(context: SetupContext) -> None:
    """Show Signal the code, until it takes one."""
    say, talk = context.words.say, context.talk
    code, pin = talk.ask("number.code", say("setup-number-code"), a_code), None
    while True:
        try:
            context.signal(_verifying(code, pin))
            break
        except RateLimited:
            raise context.stopped("setup-number-wait") from None
        except CallRefused as refused:
            if refused.code == "already_registered":
                break
            if refused.code not in _ASKED_AGAIN:
                raise _given_up(context, refused) from None
            talk.say(_ASKED_AGAIN[refused.code])
            if refused.code == "wrong_code":
                code = talk.ask("number.code", say("setup-number-code"), a_code)
            else:
                pin = talk.ask_secret("number.pin", say("setup-number-pin"), a_pin)
    for mark in (_CODE_SENT, _SMS_ASKED):
        context.progress.drop(mark)
    talk.say("setup-number-done")


def _given_up(context: SetupContext, refused: CallRefused) -> SetupStopped:
    if refused.code == "code_expired":
        context.progress.drop(_CODE_SENT)
        return context.stopped("setup-number-code-old")
    if refused.code == "pin_lost":
        return context.stopped("setup-number-pin-lost")
    return context.stopped("setup-number-refused", reason=str(refused))


def _verifying(code: str, pin: str | None) -> Ask[None]:
    return lambda client: client.verify(code, pin=pin, priority=_FIRST)


def _link(context: SetupContext) -> None:
    talk, say = context.talk, context.words.say
    talk.say("setup-link-about")
    while True:
        link = context.signal(lambda client: client.link(_DEVICE, priority=_FIRST))
        talk.draw(_square(link))
        talk.say("setup-link-scan")
        talk.pause("number.link", say("setup-link-scanned"))
        if _registered(context):
            context.progress.add(LINKED)
            talk.say("setup-link-done")
            return
        if not talk.agreed("number.again", say("setup-link-again"), "yes"):
            raise context.stopped("setup-number-later")


def _square(link: str) -> str:
    """A QR code, black on white whatever the terminal's colours: phones do not read it inverted."""
    picture = io.StringIO()
    segno.make(link, error="l").terminal(out=picture, compact=True)
    lines = picture.getvalue().rstrip("\n").split("\n")
    return "\n".join(f"\033[97;40m{line}\033[0m" for line in lines) + "\n"


STEP = Step("number", "setup-step-number", _run, needs=("keys", "api"))
