"""The bot's own account: state of the server, profile, username, PIN, captchas, people's keys."""

import base64

from relay.signal.answers import read_about, read_accounts, read_identities, read_username
from relay.signal.priority import Priority
from relay.signal.resource import ApiResource
from relay.signal.types import About, Identity, Username


class Accounts(ApiResource):
    """All methods raise a `SignalApiError`."""

    async def about(self, *, priority: Priority = Priority.BACKGROUND) -> About:
        """The server's version and mode. It answers without asking signal-cli."""
        return read_about(await self._ask("v1", "about", priority=priority))

    async def accounts(self, *, priority: Priority = Priority.BACKGROUND) -> tuple[str, ...]:
        """The numbers registered on the server. This does ask signal-cli."""
        return read_accounts(await self._ask("v1", "accounts", priority=priority))

    async def submit_challenge(
        self, token: str, captcha: str, *, priority: Priority = Priority.URGENT
    ) -> None:
        """Lift a rate limit with the solution of a captcha.

        Args:
            token: one of the `challenge_tokens` of `CaptchaNeeded`.
            captcha: the whole `signalcaptcha://…` link.
            priority: its place in the line.

        Raises:
            CallRefused: with code `captcha_rejected`: old, used before, or solved elsewhere.
        """
        body = {"challenge_token": token, "captcha": captcha}
        path = ("v1", "accounts", self._number, "rate-limit-challenge")
        await self._tell("POST", *path, body=body, priority=priority)

    async def set_expiration(
        self, recipient: str, seconds: int, *, priority: Priority = Priority.REPLY
    ) -> None:
        """Let messages of a direct chat vanish after `seconds`. For a group, use `update_group`.

        Raises:
            ValueError: `seconds` is below 1: the server drops a zero without a word, so that a
            timer
                cannot be switched off through it.
        """
        if seconds < 1:
            raise ValueError("an expiration timer cannot be switched off through the API")
        body = {"recipient": recipient, "expiration_in_seconds": seconds}
        await self._tell("PUT", "v1", "contacts", self._number, body=body, priority=priority)

    async def update_profile(
        self,
        name: str,
        *,
        about: str | None = None,
        avatar: bytes | None = None,
        priority: Priority = Priority.BACKGROUND,
    ) -> None:
        """Set what people see of the bot. Without a profile, signal-cli can send to no group."""
        body = {
            "name": name,
            "about": about,
            "base64_avatar": base64.b64encode(avatar).decode("ascii") if avatar else None,
        }
        await self._tell("PUT", "v1", "profiles", self._number, body=body, priority=priority)

    async def update_settings(
        self,
        *,
        discoverable_by_number: bool | None = None,
        share_number: bool | None = None,
        priority: Priority = Priority.BACKGROUND,
    ) -> None:
        """Whether people can find the bot by its number, and whether they see the number."""
        body = {"discoverable_by_number": discoverable_by_number, "share_number": share_number}
        path = ("v1", "accounts", self._number, "settings")
        await self._tell("PUT", *path, body=body, priority=priority)

    async def set_username(
        self, username: str, *, priority: Priority = Priority.BACKGROUND
    ) -> Username:
        """Take a username; Signal adds a number unless `username` has one (`branch.42`)."""
        path = ("v1", "accounts", self._number, "username")
        body = {"username": username}
        return read_username(await self._tell("POST", *path, body=body, priority=priority))

    async def set_pin(self, pin: str, *, priority: Priority = Priority.BACKGROUND) -> None:
        """Set the registration lock, so that nobody else can take the number over."""
        path = ("v1", "accounts", self._number, "pin")
        await self._tell("POST", *path, body={"pin": pin}, priority=priority)

    async def identities(self, *, priority: Priority = Priority.BACKGROUND) -> tuple[Identity, ...]:
        """The keys that the server knows for people."""
        path = ("v1", "identities", self._number)
        return read_identities(await self._ask(*path, priority=priority))

    async def trust_known_keys(
        self, recipient: str, *, priority: Priority = Priority.REPLY
    ) -> None:
        """Accept a person's new key without comparing it: they have a new phone, or say so."""
        path = ("v1", "identities", self._number, "trust", recipient)
        body = {"trust_all_known_keys": True}
        await self._tell("PUT", *path, body=body, priority=priority)
