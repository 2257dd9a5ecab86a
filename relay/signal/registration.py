"""Bringing a number to the API server: registering it, or linking the server to a phone."""

from relay.signal.answers import read_device_link
from relay.signal.priority import Priority
from relay.signal.resource import ApiResource


class Registration(ApiResource):
    """`/v1/register` and `/v1/qrcodelink`. All methods raise a `SignalApiError`.

    Codes of `CallRefused` here: `captcha_rejected`, `already_registered`, `try_voice` (no SMS to
    this number), `sms_first` (no call before an SMS), `wrong_code`, `code_expired`, `pin_locked`
    (verify again with the PIN), `pin_wrong`, `pin_lost`. Signal wants a captcha: `CaptchaNeeded`.
    """

    async def register(
        self, *, captcha: str | None = None, voice: bool = False, priority: Priority
    ) -> None:
        """Ask Signal to send the number a code, by SMS or (`voice`) by a call.

        Where the server still has the keys of an earlier registration, Signal may take the number
        back without a code; `accounts` shows it then.

        Args:
            captcha: the whole `signalcaptcha://…` link.
            voice: a call instead of an SMS; Signal allows it a minute after an SMS was asked for.
            priority: its place in the line.
        """
        body = {"captcha": captcha, "use_voice": voice}
        await self._tell("POST", "v1", "register", self._number, body=body, priority=priority)

    async def verify(self, code: str, *, pin: str | None = None, priority: Priority) -> None:
        """Show Signal the code, and the PIN where the number is locked with one."""
        path = ("v1", "register", self._number, "verify", code)
        await self._tell("POST", *path, body={"pin": pin}, priority=priority)

    async def link(self, device_name: str, *, priority: Priority) -> str:
        """Begin to link the server to a phone. Returns the link of the QR code.

        The server waits for the phone by itself; `accounts` shows the number once it is linked. The
        client's own number is not used.
        """
        path = ("v1", "qrcodelink", "raw")
        return read_device_link(await self._ask(*path, priority=priority, device_name=device_name))
