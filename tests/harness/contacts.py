"""A branch with a contact list: what tests of it are played with."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from pyrage import decrypt, x25519

from harness.running import RelayHarness, branch, from_bot
from practice.phones import Phone
from relay.settings import Branch
from relay.settings.contact_list import ContactListSettings

ANSWERS = ("Ana", "Clapton", "housing, leaflets", "Polish", "skip")


class ContactStage:
    """Mo and others enter themselves; Alex and Bea are the admins."""

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.mo: Phone = stage.mo
        self.key = x25519.Identity.generate()

    def declaration(self, **more: Any) -> Branch:
        """The branch with its list."""
        settled: dict[str, Any] = {"export_key": str(self.key.to_public()), **more}
        return branch(
            "hackney",
            self.stage.alex,
            self.stage.bea,
            contact_list=ContactListSettings(**settled),
        )

    @asynccontextmanager
    async def open(self, **more: Any) -> AsyncIterator["ContactStage"]:
        """Let the relay run."""
        async with self.stage.running(self.declaration(**more)):
            yield self

    async def say(self, phone: Phone, text: str, **more: Any) -> str:
        """Say something to the bot; return all that it answers."""
        return "\n---\n".join(await self.stage.say(phone, text, **more))

    async def enter(self, phone: Phone, answers: Iterable[str] = ANSWERS) -> str:
        """Go through all questions and say yes; return what is said to that."""
        await self.say(phone, "contact list")
        for answer in answers:
            await self.say(phone, answer)
        return await self.say(phone, "yes")

    async def hides(self, phone: Phone) -> int:
        """They report something, and hide it; return how much the bot has said to them by then."""
        for text in ("report", "1", "0", "It happened on Friday.", "done", "send", "hide"):
            await self.say(phone, text)
        assert self.stage.relay.services.vault.hiding.has_hidden(phone.aci)
        return len(from_bot(phone))

    def people(self, count: int) -> list[Phone]:
        """Return more people."""
        return [self.stage.signal.new_phone(f"Person {index}") for index in range(count)]

    def take(self, *numbers: str) -> None:
        """Have the numbers of a list asked."""
        with self.stage.store.transaction():
            self.stage.relay.services.invitations.take("hackney", numbers)

    async def days(self, days: float) -> None:
        """Let days pass."""
        await self.stage.wait(timedelta(days=days))

    def opened(self, data: bytes) -> bytes:
        """Open a file that was sealed for the branch."""
        opened: bytes = decrypt(data, [self.key])
        return opened

    def last(self, phone: Phone) -> str:
        """What the bot said last in somebody's chat; nothing if it never did."""
        texts = [one.text for one in from_bot(phone)]
        return texts[-1] if texts else ""
