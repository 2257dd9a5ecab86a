"""What is posted, what goes round, and who asks about it."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pikepdf
from PIL import Image

from harness.running import RelayHarness, branch, from_bot
from practice.attachments import Attachment
from practice.groups import Group
from practice.phones import Phone
from relay.settings import Branch

DUES = (
    "Dues are £5 a month, by direct debit only. Our sort code is 60-83-01 and the account is "
    "20459137. Nobody from the branch asks you to pay by card. Questions: dues@ourbranch.org.uk"
)
FORGED = DUES.replace("20459137", "71120934").replace("£5", "£50")
SCAM = "Dear member, keep your vote: register today at https://ourbranch-join.com/register?id=77"
LINK = "https://ourbranch-join.com/register"


class Rumours:
    """Alex and Bea are admins; Mo and Ned are members; Sam is a stranger."""

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.alex: Phone = stage.alex
        self.bea: Phone = stage.bea
        self.mo: Phone = stage.mo
        self.ned = stage.signal.new_phone("Ned Neighbour")
        self.sam = stage.signal.new_phone("Sam Stranger")
        self.group: Group = stage.group("Hackney news", self.mo, self.ned)

    def declaration(self, **more: Any) -> Branch:
        return branch("hackney", self.alex, self.bea, groups=[self.group], **more)

    @asynccontextmanager
    async def open(self, **more: Any) -> AsyncIterator["Rumours"]:
        async with self.stage.running(self.declaration(**more)):
            yield self

    async def say(self, phone: Phone, text: str, **more: Any) -> str:
        """Say something to the bot; return all that it answers."""
        return "\n---\n".join(await self.stage.say(phone, text, **more))

    async def check(self, phone: Phone, text: str, **more: Any) -> str:
        """Ask whether something is real; return the answer."""
        await self.stage.say(phone, "is this real?")
        return await self.say(phone, text, **more)

    async def post(self, text: str, **more: Any) -> None:
        asked = await self.say(self.alex, f"announce {text}", **more)
        if "May everybody read it?" in asked:
            await self.stage.say(self.alex, "1")
        await self.stage.say(self.alex, "yes")
        await self.stage.relay.prints.look()

    def last(self, phone: Phone) -> str:
        return from_bot(phone)[-1].text

    def heard(self, phone: Phone) -> str:
        return "\n---\n".join(one.text for one in from_bot(phone))

    def everything(self) -> str:
        """Every value of the store that is not sealed."""
        connection = self.stage.store._db.conn
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return "\n".join(
            str(value)
            for (name,) in names.fetchall()
            for row in connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
            for value in row
        )

    def rows(self, table: str) -> int:
        found = self.stage.store._db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return int(found[0])


def picture(data: bytes, name: str = "IMG_1.jpg") -> Attachment:
    return Attachment(data, "image/jpeg", name)


def jpeg(image: Image.Image, quality: int = 88) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def paper() -> Attachment:
    document = pikepdf.new()
    document.add_blank_page(page_size=(300, 400))
    out = io.BytesIO()
    document.save(out)
    return Attachment(out.getvalue(), "application/pdf", "bill.pdf")
