"""How Signal lets a number in: the captcha, the code it sends, and the PIN of a locked number.

Texts are those of signal-cli's `RegisterCommand`, `VerifyCommand` and `CommandUtil`.
"""

from dataclasses import dataclass, field

from practice.refusals import Refusal

_CAPTCHA_WANTED = """Captcha required for verification, use --captcha CAPTCHA
To get the token, go to https://signalcaptchas.org/registration/generate.html
After solving the captcha, right-click on the "Open Signal" link and copy the link."""
_LOCKED = """Verification failed! This number is locked with a pin. Hours remaining until reset: 167
Use '--pin PIN_CODE' to specify the registration lock PIN"""


@dataclass
class Registrar:
    """Signal's rules for a new number, changeable while it runs.

    Args:
        captcha: the only solution that is taken, without `signalcaptcha://`; empty wants none.
        code: the only code that is taken; empty takes any six digits.
        locks: numbers that are locked with a PIN, and the PIN.
        tries: how many wrong PINs are left.
        solved: numbers whose captcha was solved; Signal asks once.
        waiting: numbers that were sent a code.
    """

    captcha: str = ""
    code: str = ""
    locks: dict[str, str] = field(default_factory=dict)
    tries: int = 9
    solved: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)

    def send_code(self, number: str, captcha: str | None) -> None:
        """Sends a number its code.

        Raises:
            Refusal: the captcha is missing or wrong.
        """
        if self.captcha and number not in self.solved:
            if not captcha:
                raise Refusal(_CAPTCHA_WANTED)
            if captcha.removeprefix("signalcaptcha://") != self.captcha:
                raise Refusal("Invalid captcha given.")
            self.solved.add(number)
        self.waiting.add(number)

    def let_in(self, number: str, code: str, pin: str | None) -> None:
        """Takes the code, and the PIN of a locked number.

        Raises:
            Refusal: one of them is missing or wrong.
        """
        if number not in self.waiting:
            raise Refusal("Verify error: No registration verification session active")
        if not code.isdigit() or (self.code and code != self.code):
            raise Refusal("Verify error: [403] Invalid verification code")
        lock = self.locks.get(number)
        if lock and not pin:
            raise Refusal(_LOCKED)
        if lock and pin != lock:
            self.tries -= 1
            raise Refusal(f"Verification failed! Invalid pin, tries remaining: {self.tries}")
        self.waiting.discard(number)
        self.solved.discard(number)
