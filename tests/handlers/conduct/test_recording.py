"""The record: by mandate and not by name, for those who may, and destroyed in its time."""

import io
import json
import zipfile
from datetime import timedelta

import pyrage
import pytest
from harness.running import KEY, from_bot
from harness.talking import Talking
from opened import opened

from relay.conduct.decisions.decision import Step
from relay.conduct.record.record import FEWEST
from relay.conduct.tables.record import RecordTable

REASON = "You called members rats."


async def test_moderators_read_mandates_and_reasons_and_no_name(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide(Step.REMOVAL).matter
        read = await talking.say(talking.gus, "decisions")
        assert "a removal from the groups" in read
        assert REASON in read
        assert "Mandates 1, 2" in read
        whole = await talking.say(talking.gus, f"decisions {number}")
        assert "Kim could not sleep" in whole
        for text in (read, whole):
            assert "Mo " not in text
            assert "Bea" not in text
            assert "Cai" not in text


async def test_what_they_may_not_know_is_not_in_it(talking: Talking) -> None:
    async with talking.open():
        matter = talking.matter(excluded=(talking.gus.aci,))
        talking.decide(Step.NOTE, matter=matter)
        for phone in (talking.gus, talking.dee):
            assert "no decision that you can read" in await talking.say(phone, "decisions")
            assert f"no decision {matter}" in await talking.say(phone, f"decisions {matter}")
        about = talking.matter(subject=talking.cai.aci)
        talking.decide(Step.NOTE, matter=about, person=talking.cai.aci)
        assert f"no decision {about}" in await talking.say(talking.cai, f"decisions {about}")
        for phone in (talking.sam, talking.kim):
            assert REASON not in await talking.say(phone, "decisions")


async def test_people_read_what_is_kept_about_themselves(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide().matter
        assert f"appeal {number} and why" in await talking.say(talking.mo, "my decisions")
        await talking.say(talking.mo, f"appeal {number} I was quoting")
        await talking.say(talking.gus, f"appeal {number} uphold It was meant for one person")
        await talking.say(talking.gus, "yes")
        for typed in ("my decisions", "Decisions", "my record"):
            read = await talking.say(talking.mo, typed)
            assert REASON in read
            assert "On your appeal it was upheld: “It was meant for one person”" in read
            assert "Mandate" not in read
            assert f"appeal {number} and why" not in read
        assert "Nothing that was decided about you" in await talking.say(
            talking.kim, "my decisions"
        )
        own = talking.stage.relay.services.conduct_record.of_person(talking.mo.aci)
        assert [one.decision.matter for one in own] == [number]


async def test_after_its_time_all_of_a_decision_is_gone_and_a_number_is_left(
    talking: Talking,
) -> None:
    async with talking.open():
        decision = talking.decide()
        number = decision.matter
        await talking.say(talking.mo, f"talk {number} xylophone words")
        await talking.say(talking.mo, f"appeal {number} xylophone words")
        await talking.stage.wait(timedelta(days=8))
        await talking.stage.wait(timedelta(days=363))
        await talking.stage.relay.tidy()
        assert talking.stage.relay.services.conduct_record.of_person(talking.mo.aci)
        await talking.stage.wait(timedelta(days=3))
        await talking.stage.relay.tidy()
        await talking.stage.settle()
        services = talking.stage.relay.services
        assert services.conduct_record.of_person(talking.mo.aci) == []
        assert services.matters.known(number) is None
        assert services.deciding.decisions.get(decision.number) is None
        assert services.talks.of_person(talking.mo.aci) == []
        assert "no decision" in await talking.say(talking.gus, f"decisions {number}")
        counts = talking.stage.store[RecordTable].counts("hackney", 2026)
        assert counts["timeout"] == 1
        for table in ("conduct_record", "conduct_appeals", "conduct_talks", "conduct_decisions"):
            question = f"SELECT count(*) FROM {table}"  # noqa: S608 -- names of ours
            row = talking.stage.store._db.execute(question).fetchone()
            assert row[0] == 0, table
    pages = opened(talking.stage.folder / "relay.db", KEY)
    assert REASON.encode() not in pages
    assert b"xylophone" not in pages


async def test_what_holds_or_waits_for_an_answer_is_not_destroyed(talking: Talking) -> None:
    async with talking.open(talking.hackney(record_days=30)):
        decision = talking.decide(Step.REMOVAL)
        await talking.stage.wait(timedelta(days=60))
        await talking.stage.relay.tidy()
        assert talking.stage.relay.services.conduct_record.of_person(talking.mo.aci)
        assert talking.stage.relay.services.matters.known(decision.matter) is not None


async def test_a_year_is_counted_and_small_numbers_are_not_told(talking: Talking) -> None:
    async with talking.open():
        for _ in range(FEWEST):
            talking.decide(Step.NOTE)
        for _ in range(FEWEST - 1):
            talking.decide(Step.TALK)
        said = await talking.say(talking.gus, "decisions report 2026")
        assert f"notes: {FEWEST}" in said
        assert f"talks: fewer than {FEWEST}" in said
        assert f"removals: fewer than {FEWEST}" in said
        assert "notes: fewer than" in await talking.say(talking.gus, "decisions report 2025")
        assert "Of which year?" in await talking.say(talking.gus, "decisions report")


async def test_the_record_goes_to_a_meeting_as_a_file_for_one_key(talking: Talking) -> None:
    key = pyrage.x25519.Identity.generate()
    async with talking.open(talking.hackney(export_key=str(key.to_public()))):
        seen = talking.decide(Step.NOTE).matter
        hidden = talking.matter(excluded=(talking.gus.aci,))
        talking.decide(Step.NOTE, matter=hidden)
        await talking.say(talking.gus, "decisions export")
        message = from_bot(talking.gus)[-1]
        (file,) = message.attachments
        archive = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(file.data, [key])))
        held = json.loads(archive.read("record.json"))
        assert [one["matter"] for one in held] == [seen]
        assert held[0]["reason"] == REASON
        assert held[0]["proposed_by"] == 1
        for name in archive.namelist():
            for phone in (talking.mo, talking.bea, talking.kim):
                assert phone.aci not in archive.read(name).decode()
        assert REASON.encode() not in file.data


async def test_without_a_key_nothing_is_exported(talking: Talking) -> None:
    async with talking.open():
        talking.decide(Step.NOTE)
        assert "Nothing was exported" in await talking.say(talking.gus, "decisions export")
        assert from_bot(talking.gus)[-1].attachments == ()


@pytest.mark.parametrize("typed", ["decisions", "decisions export", "decisions report 2026"])
async def test_whose_mandate_is_over_reads_nothing_more(talking: Talking, typed: str) -> None:
    async with talking.open():
        talking.decide(Step.NOTE)
        mandates = talking.stage.relay.services.moderators
        gus = mandates.mandate_of(talking.gus.aci, "hackney")
        assert gus is not None
        with talking.stage.store.transaction():
            mandates.end(gus)
        said = await talking.say(talking.gus, typed)
        assert REASON not in said
        assert "notes" not in said
