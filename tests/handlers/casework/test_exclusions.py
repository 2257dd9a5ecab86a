"""Who must not know of a case is in no text about it, nor is a team: only roles that read it."""

import io
import itertools
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pyrage
import pytest
from harness.cases import seen
from harness.running import RelayHarness, branch, from_bot, team
from reporting import shown

from practice.phones import Phone
from relay.safeguarding.tables import VaultTables
from relay.settings import SafeguardingSettings

TEAMS = ("Hackney team", "National team", "Appeals team")
ROLES = ("Chair", "Welfare officer", "Deputy")
HOURS = timedelta(hours=1)


class Life:
    """Everybody who may or may not know of a case, and all that can happen to it."""

    def __init__(self, stage: RelayHarness) -> None:
        new = stage.signal.new_phone
        self.stage, self.rio = stage, new("Rio")
        self.officers = {role: new(f"{role} of Hackney") for role in ROLES}
        # The next team has somebody with the same role; the last one has somebody of the first.
        self.nia, self.noor, self.ann = new("Nia"), new("Noor"), new("Ann")
        self.key = pyrage.x25519.Identity.generate()
        self.names: list[str] = []
        stage.safeguarding = SafeguardingSettings(
            teams=(
                team(
                    "hackney",
                    *((phone, role) for role, phone in self.officers.items()),
                    next="national",
                ),
                team("national", (self.nia, "Chair"), (self.noor, "Lead"), next="appeals"),
                team("appeals", (self.ann, "Judge"), (self.officers["Deputy"], "Clerk")),
            ),
            export_key=str(self.key.to_public()),
        )

    async def say(self, phone: Phone, text: str) -> list[str]:
        return await self.stage.say(phone, text)

    async def begin(self, excluded: tuple[str, ...]) -> None:
        """Write and send a report, without these of the first team."""
        numbers = ", ".join(str(ROLES.index(role) + 1) for role in excluded) or "0"
        for text in ("report", "1", "1", numbers, "0", "It happened.", "done", "send"):
            await self.say(self.rio, text)
        (case,) = self.stage.store[VaultTables].cases.all("open")
        self.names.append(case.name or "")

    def readers(self) -> list[Phone]:
        """Return the phones of those who read the case now."""
        (case,) = self.stage.store[VaultTables].cases.all("open", "closed")
        ids = {reader.officer for reader in self.stage.store[VaultTables].readers.of(case.id)}
        return [phone for phone in self.everybody() if phone.aci in ids]

    def everybody(self) -> tuple[Phone, ...]:
        return (*self.officers.values(), self.nia, self.noor, self.ann)

    async def live(self) -> None:
        """Let everything happen to the case that officers, time and its writer can do."""
        (name,) = self.names
        for hours in (25, 50):
            await self.stage.wait(hours * HOURS)
        first = self.readers()[0]
        for text in (
            *("cases", f"case {name}", f"claim {name}", f"note {name} A note", "missed"),
            *(f"reply {name} Are you safe?", f"status {name} We meet", f"decide {name} We listen"),
            *(f"handover {name}", f"handover {name} 1", f"hold {name} A court", f"release {name}"),
            *(f"mute {name}", f"unmute {name}", f"escalate {name}", f"escalate {name} hackney"),
            *(f"escalate {name} 1 Too much", f"escalate {name}", f"escalate {name} appeals Again"),
        ):
            await self.say(first, text)
        for reader in self.readers():
            for text in ("cases", f"case {name}", f"claim {name}", f"reply {name} We are here"):
                await self.say(reader, text)
        for text in ("And more.", "yes", "case", "phrase one two three lanterns"):
            await self.say(self.rio, text)
        await self.stage.wait(80 * HOURS)
        last = self.readers()[-1]
        for text in (f"close {name} resolved", "cases all", f"case {name}", f"reopen {name}"):
            await self.say(last, text)

    async def exported(self) -> str:
        """Return what a file of the case says."""
        first = self.readers()[0]
        first_of = len(from_bot(first))
        await self.say(first, f"export {self.names[0]}")
        sealed = [f.data for m in from_bot(first)[first_of:] for f in m.attachments]
        archive = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed[0], [self.key])))
        return "\n".join(archive.read(one).decode() for one in ("case.txt", "case.json"))


def exclusions() -> Iterator[tuple[str, ...]]:
    for count in range(len(ROLES) + 1):
        yield from itertools.combinations(ROLES, count)


@pytest.mark.parametrize("excluded", list(exclusions()))
async def test_no_text_about_a_case_names_who_must_not_know_of_it(
    on_stage: RelayHarness, excluded: tuple[str, ...]
) -> None:
    life = Life(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await life.begin(excluded)
        before = {phone: len(seen(phone)) for phone in (life.rio, *life.everybody())}
        await life.live()
        texts = {phone: "\n".join(seen(phone)[count:]) for phone, count in before.items()}
        texts[life.ann] += await life.exported()
        # What somebody is themself they may read.
        texts[life.nia] = texts[life.nia].replace("You read it as Chair.", "")
        told = "\n".join(texts.values())
        for named in TEAMS:
            assert named not in told
        for role in excluded:
            assert role not in told, role
            assert seen(life.officers[role]) == []
        # Whoever reads it is named, where nobody else could be meant.
        for role in set(ROLES) - set(excluded) - {"Chair"}:
            assert role in told
        # Everybody else of them has something to read, or this would prove nothing.
        for role in set(ROLES) - set(excluded):
            assert life.names[0] in shown(life.officers[role])
        assert life.names[0] in shown(life.noor)


async def test_where_nobody_can_be_named_nobody_is(on_stage: RelayHarness) -> None:
    """The only one who reads has the role of somebody who must not know of it."""
    life = Life(on_stage)
    on_stage.safeguarding = SafeguardingSettings(
        teams=(
            team("hackney", (life.officers["Chair"], "Chair"), next="national"),
            team("national", (life.nia, "Chair"), next="appeals"),
            team("appeals", (life.ann, "Judge")),
        )
    )
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("report", "1", "1", "1", "0", "It happened.", "done", "send"):
            await life.say(life.rio, text)
        assert "It happened." in shown(life.nia)
        await on_stage.wait(80 * HOURS)
        (told,) = seen(life.ann)
        assert "A case has waited" in told
        assert "Nor may I tell you who reads it" in told
        assert "Chair" not in told
        assert seen(life.officers["Chair"]) == []
