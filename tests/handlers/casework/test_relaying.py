"""What of a report reaches its readers, and how it follows what becomes of it."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta

from harness.cases import CaseHarness, message_with, report, seen, write_on
from harness.running import branch, from_bot
from pyrage import decrypt, x25519
from signalbot import DataMessageContext, DataMessageHandler

from handlers.casework.relaying import part_text, relay_deletion, relay_edit
from handlers.casework.withdrawal import relay_withdrawal
from relay.safeguarding import Changed, Entry, EntryKind, FileView


async def test_an_edit_is_followed_in_every_chat(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "He shouted at me.", "Twice.")
    services = cast.stage.relay.services
    with cast.stage.store.transaction():
        changed = services.vault.reports.edit(cast.mo.aci, 1, "Somebody shouted at me.")
        assert isinstance(changed, Changed)
        relay_edit(services, cast.mo.aci, changed)
    await cast.stage.settle()
    for officer in (cast.ada, cast.ben):
        old, new = from_bot(officer)[1], from_bot(officer)[-1]
        assert old.deleted
        assert new.text.startswith(f"{name}, part 1, changed by whoever wrote it.")
        assert new.text.endswith("\n\nSomebody shouted at me.")
        # Signal shows the earlier texts of what was edited to whoever presses on it.
        assert new.history == (new.text,)


async def test_a_deletion_is_followed_in_every_chat(cast: CaseHarness) -> None:
    await report(cast.stage, cast.mo, "He shouted at me.", "Twice.")
    services = cast.stage.relay.services
    with cast.stage.store.transaction():
        changed = services.vault.reports.delete(cast.mo.aci, 1)
        assert changed is not None
        relay_deletion(services, changed)
    await cast.stage.settle()
    for officer in (cast.ada, cast.ben):
        assert from_bot(officer)[1].deleted
        assert seen(officer)[2].endswith("Twice.")


async def test_an_erased_case_leaves_one_sentence(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "He shouted at me.")
    await cast.ask(cast.ada, f"note {name} She sounds afraid.")
    await cast.ask(cast.ada, f"case {name}")
    await cast.ask(cast.ada, f"reply {name} Ring Sam.")
    services = cast.stage.relay.services
    with cast.stage.store.transaction():
        (case,) = services.vault.reports.cases_of(cast.mo.aci)
        withdrawal = services.vault.reports.withdrawal(case.id)
        services.vault.reports.erase(cast.mo.aci, case.id)
        relay_withdrawal(services, withdrawal)
    await cast.stage.settle()
    for officer in (cast.ada, cast.ben):
        texts = "\n".join(seen(officer))
        assert f"{name} has been withdrawn from the account that wrote it" in texts
        assert "shouted" not in texts
        assert "afraid" not in texts
    assert cast.stage.store.conversations.of(cast.ada.aci) is None
    assert "no cases" in await cast.ask(cast.ada, "cases all")


async def test_a_team_with_a_group_reads_there_and_answers_from_its_own_chats(
    at_rest: CaseHarness,
) -> None:
    cast = at_rest
    group = cast.stage.group("Safe", cast.ada, cast.ben, only_admins=False)
    cast.use(group=group)
    async with cast.stage.running(branch("hackney", cast.alex)):
        name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
        intro, part = (message.text for message in from_bot(cast.ada, group))
        assert "write to me in our own chat, never in a group" in intro
        assert part == f"{name}, part 1\n\nSomebody shouted at me."
        assert seen(cast.ada) == seen(cast.ben) == []
        cast.ada.say(f"reply {name} Said in the group.", group)
        await cast.stage.settle()
        assert seen(cast.mo) == []
        await cast.ask(cast.ada, f"reply {name} We are here.")
        assert seen(cast.mo)[-1].endswith("We are here.")
        assert [t for t in seen(cast.ben) if t.endswith("We are here.")]


async def test_an_excluded_officer_keeps_a_report_out_of_the_group(at_rest: CaseHarness) -> None:
    cast = at_rest
    group = cast.stage.group("Safe", cast.ada, cast.ben, only_admins=False)
    cast.use(group=group)
    async with cast.stage.running(branch("hackney", cast.alex)):
        await report(cast.stage, cast.mo, "Ben shouted at me.", without=["Deputy"])
        assert from_bot(cast.ada, group) == []
        assert seen(cast.ada)[-1].endswith("Ben shouted at me.")


async def test_help_tells_officers_what_they_can_do(at_rest: CaseHarness) -> None:
    cast = at_rest
    async with cast.stage.running(branch("hackney", cast.alex, cast.ben)):
        officer = await cast.ask(cast.ada, "help")
        both = await cast.ask(cast.ben, "help")
        admin = await cast.ask(cast.alex, "help")
        assert "You read reports as Lead (Local team)" in officer
        assert "retract" not in officer
        assert "You read reports as Deputy (Local team)" in both
        assert "retract 12" in both
        assert "You read reports" not in admin
        assert "Did you mean escalate?" in await cast.ask(cast.ada, "esclate something")
        assert "escalate" not in await cast.ask(cast.alex, "esclate something")


class _Crash(DataMessageHandler):
    """Fails at the end of handling a message, as often as it is told to."""

    def __init__(self, times: int) -> None:
        self.times = times

    async def handle_data_message(self, context: DataMessageContext) -> None:
        if self.times:
            self.times -= 1
            raise RuntimeError("crash")


async def test_what_fails_half_way_is_done_once_and_wholly(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    crash = _Crash(2)
    cast.stage.relay.services.bot.register(crash)
    cast.ada.say(f"reply {name} We are here.")
    await cast.stage.settle()
    assert seen(cast.mo) == []
    for _ in range(6):
        await cast.stage.wait(timedelta(minutes=1))
    assert crash.times == 0
    assert [t for t in seen(cast.mo) if t.endswith("We are here.")] == seen(cast.mo)
    assert len(seen(cast.mo)) == 1
    assert len([t for t in seen(cast.ben) if t.endswith("We are here.")]) == 1


async def test_a_part_after_the_first_comes_without_the_introduction(cast: CaseHarness) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    await write_on(cast.stage, cast.mo, "Again today.")
    assert seen(cast.ada)[-1] == f"{name}, part 2\n\nAgain today."
    assert len(seen(cast.ada)) == 3
    assert message_with(cast.ada, "Again today").attachments == ()


async def test_a_recording_comes_with_a_warning_and_a_picture_without(cast: CaseHarness) -> None:
    services = cast.stage.relay.services
    entry = Entry(
        number=3,
        kind=EntryKind.PART,
        text="",
        files=(FileView(1, "audio-1.m4a", "audio/mp4", 10),),
        role=None,
        at=cast.stage.clock.now(),
        deleted=False,
    )
    text = part_text(services, "amber river 42", entry)
    assert text.startswith("amber river 42, part 3\n\nThis is a recording.")
    picture = replace(entry, files=(FileView(1, "picture-1.jpg", "image/jpeg", 10),))
    assert part_text(services, "amber river 42", picture) == "amber river 42, part 3"


async def test_an_export_opens_only_with_the_key_of_the_settings(at_rest: CaseHarness) -> None:
    cast, key = at_rest, x25519.Identity.generate()
    cast.use(export_key=str(key.to_public()))
    async with cast.stage.running(branch("hackney", cast.alex)):
        name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
        await cast.ask(cast.ada, f"note {name} She sounds afraid.")
        assert "as an encrypted file" in await cast.ask(cast.ada, f"export {name}")
        (file,) = from_bot(cast.ada)[-1].attachments
        assert cast.mo.aci not in (file.filename or "")
        with zipfile.ZipFile(io.BytesIO(decrypt(file.data, [key]))) as archive:
            content = archive.read("case.json").decode()
        assert "Somebody shouted at me." in content
        assert "She sounds afraid." in content
        assert cast.mo.aci not in content
        assert all(not message.attachments for message in from_bot(cast.ben))


async def test_another_team_gets_all_that_stood_in_the_group(at_rest: CaseHarness) -> None:
    cast = at_rest
    group = cast.stage.group("Safe", cast.ada, cast.ben, only_admins=False)
    cast.use(group=group)
    async with cast.stage.running(branch("hackney", cast.alex)):
        name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
        await cast.say(cast.ada, f"escalate {name} region")
        assert f"You can read {name} from now on" in seen(cast.cy)[0]
        assert seen(cast.cy)[1].endswith("Somebody shouted at me.")
        before = len(seen(cast.ada))
        await write_on(cast.stage, cast.mo, "Again today.")
        for reader in (cast.ada, cast.ben, cast.cy):
            assert len([t for t in seen(reader) if t.endswith("Again today.")]) == 1
        assert not [t for t in seen(cast.ada)[before:] if "from now on" in t]
