"""Forty new accounts write what forty people would, and the one report that matters comes last."""

from datetime import timedelta

import pytest
from harness.running import START, RelayHarness, branch, from_bot
from reporting import Cast, last, send, shown, with_teams, write

from practice.phones import Phone
from relay.safeguarding.quarantine import REPORTS_OF_STRANGERS
from relay.safeguarding.tables import VaultTables


def strangers(stage: RelayHarness, count: int) -> list[Phone]:
    return [stage.signal.new_phone(f"New {number}") for number in range(count)]


async def flood(stage: RelayHarness, count: int, *, messages: int) -> list[str]:
    """Let new accounts report nonsense; return the names of their cases."""
    texts = [f"nonsense {number}" for number in range(messages)]
    return [await send(stage, phone, *texts) for phone in strangers(stage, count)]


async def test_a_member_is_heard_at_once_whatever_strangers_write(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    board = on_stage.group("Board", cast.rio)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await flood(on_stage, 6, messages=8)
        assert shown(cast.una).count("nonsense") == 16
        await send(on_stage, cast.rio, "He waits for me at the door.")
        assert "He waits for me at the door." in shown(cast.una)


async def test_somebody_who_was_answered_before_is_heard_at_once(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.una, f"reply {name} We hear you.")
        await flood(on_stage, 6, messages=8)
        await on_stage.say(cast.rio, f"{name} He is back.")
        assert "He is back." in shown(cast.una)


async def test_a_strangers_report_after_a_flood_is_listed_and_read_when_asked_for(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        waiting = (await flood(on_stage, 6, messages=8))[2:]
        name = await send(on_stage, cast.rio, "He waits for me at the door.")
        assert "Nothing of it is lost." in shown(cast.rio)
        assert "at the door" not in shown(cast.una)
        await on_stage.wait(timedelta(minutes=61))
        for officer in (cast.una, cast.vic):
            assert f"• {name}: one message, sent" in shown(officer)
        assert f"• {waiting[-1]}: 8 messages, sent" in shown(cast.una)
        await on_stage.say(cast.una, f"case {name}")
        assert "What of it you have not been sent follows now" in shown(cast.una)
        for officer in (cast.una, cast.vic):
            assert shown(officer).count("He waits for me at the door.") == 1
        await on_stage.say(cast.una, f"reply {name} Somebody comes.")
        assert last(cast.rio).endswith("Somebody comes.")


async def test_changing_what_was_sent_is_no_way_round_the_limit(on_stage: RelayHarness) -> None:
    """Each change is a new message to all who read it, as a part is."""
    cast = with_teams(on_stage, strangers_per_hour=16)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        phones = strangers(on_stage, 4)
        for phone in phones:
            await send(on_stage, phone, "nonsense")
        before = len(from_bot(cast.una))
        for phone in phones:
            (mine,) = [m for m in phone.messages() if m.text == "nonsense"]
            for number in range(20):
                phone.edit(mine.timestamp, f"other nonsense {number}")
                await on_stage.settle()
        # As many as there was room for, and the list; nothing of what was changed stays.
        assert 0 < len(from_bot(cast.una)) - before <= 16 + 1
        standing = [m.text for m in from_bot(cast.una) if "nonsense" in m.text and not m.deleted]
        assert not any(text.endswith("\n\nnonsense") for text in standing[-3:])
        assert "Nothing of it is lost." in shown(phones[-1])
        for _ in range(6):
            await on_stage.wait(timedelta(hours=1))
        standing = [m.text for m in from_bot(cast.una) if "nonsense" in m.text and not m.deleted]
        assert len(standing) == 4
        assert all("other nonsense 19" in text for text in standing)


async def test_officers_get_one_list_an_hour_and_then_everything_once(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        names = await flood(on_stage, 10, messages=8)
        lists = [m for m in from_bot(cast.una) if "Very many messages" in m.text]
        assert len(lists) == 1
        for _ in range(6):
            await on_stage.wait(timedelta(minutes=61))
        for name in names:
            assert shown(cast.una).count(f"A new report has come: {name}.") == 1
        assert shown(cast.una).count("nonsense") == 80
        assert not on_stage.relay.services.vault.quarantine.digests()


async def test_a_stranger_who_goes_on_is_kept_too_and_nothing_is_sent_twice(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, strangers_per_hour=17)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "The beginning.")
        await flood(on_stage, 3, messages=8)
        await on_stage.say(cast.rio, f"{name} The end.")
        assert "The end." not in shown(cast.una)
        await on_stage.wait(timedelta(hours=3))
        for text in ("The beginning.", "The end."):
            assert shown(cast.una).count(text) == 1


async def test_a_restart_loses_nothing_of_what_waits(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await flood(on_stage, 6, messages=8)
        await send(on_stage, cast.rio, "He waits for me at the door.")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for _ in range(4):
            await on_stage.wait(timedelta(minutes=61))
        assert shown(cast.una).count("He waits for me at the door.") == 1


async def test_no_restart_gives_a_flood_a_new_hour(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    settings = branch("hackney", on_stage.alex)
    new = strangers(on_stage, 16)
    for start in range(4):
        async with on_stage.running(settings):
            for phone in new[start::4]:
                await send(on_stage, phone, "nonsense", "nonsense")
                if start == 0:
                    # Nor does it help to take back what was counted.
                    for word in ("erase", "yes"):
                        await on_stage.say(phone, word)
    assert shown(cast.una).count("A new report has come") == 8
    assert shown(cast.una).count("Very many messages") == 1
    async with on_stage.running(settings):
        await on_stage.wait(timedelta(hours=1))
        await on_stage.wait(timedelta(hours=1))
        assert shown(cast.una).count("A new report has come") == 16
        await on_stage.wait(timedelta(hours=1))
        quarantined = on_stage.store[VaultTables].quarantined
        assert not quarantined.cases()
        assert quarantined.counted("messages", START) == 0


async def test_new_reports_of_strangers_are_counted_over_restarts_too(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    for part in range(2):
        async with on_stage.running(branch("hackney", on_stage.alex)):
            for phone in strangers(on_stage, 7):
                await send(on_stage, phone, f"nonsense {part}")
    assert shown(cast.una).count("A new report has come") == REPORTS_OF_STRANGERS


async def test_what_waits_can_be_erased_and_is_in_no_list_of_who_is_left_out(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await flood(on_stage, 6, messages=8)
        secret = await send(on_stage, cast.rio, "It is the chair.", about="1")
        gone = await send(on_stage, on_stage.mo, "I take this back.")
        for word in ("erase", "yes"):
            await on_stage.say(on_stage.mo, word)
        for _ in range(5):
            await on_stage.wait(timedelta(minutes=61))
        assert secret in shown(cast.una)
        assert secret not in shown(cast.vic)
        assert "I take this back." not in shown(cast.una)
        assert gone not in shown(cast.una).split("Very many messages")[-1]


@pytest.mark.parametrize("in_a_group", [True, False])
async def test_a_writer_who_was_muted_waits_until_another_officer_lets_them_through(
    on_stage: RelayHarness, in_a_group: bool
) -> None:
    cast = with_teams(on_stage)
    board = on_stage.group("Board", *([cast.rio] if in_a_group else [on_stage.mo]))
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        name = await _muted(on_stage, cast)
        await on_stage.say(cast.rio, f"{name} Listen to me.")
        assert "Nobody was sent that" in last(cast.rio)
        second = await send(on_stage, cast.rio, "He did it again.")
        assert "waits until another officer lets it through" in shown(cast.rio)
        assert "He did it again." not in shown(cast.una) + shown(cast.vic)
        assert f"{second} was written by somebody whose earlier report was muted" in last(cast.vic)
        assert "You muted the writer" in await on_stage.ask(cast.una, f"unmute {second}")
        await on_stage.wait(timedelta(hours=30))
        assert "He did it again." not in shown(cast.una) + shown(cast.vic)
        await on_stage.say(cast.vic, f"unmute {second}")
        for officer in (cast.una, cast.vic):
            assert shown(officer).count("He did it again.") == 1


async def test_muting_is_not_escaped_by_erasing_and_beginning_anew(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await _muted(on_stage, cast)
        for word in ("erase", "yes"):
            await on_stage.say(cast.rio, word)
        await send(on_stage, cast.rio, "It is me again.")
        assert "It is me again." not in shown(cast.una) + shown(cast.vic)


async def test_an_officer_who_is_alone_takes_back_their_own_muting(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await _muted(on_stage, cast)
        second = await send(on_stage, cast.rio, "It is the chair.", about="1")
        await on_stage.say(cast.una, f"unmute {second}")
        assert "It is the chair." in shown(cast.una)
        assert second not in shown(cast.vic)


async def test_who_is_no_longer_muted_writes_as_anybody(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await _muted(on_stage, cast)
        await on_stage.say(cast.una, f"unmute {name}")
        await on_stage.say(cast.rio, f"{name} I am sorry.")
        assert "I am sorry." in shown(cast.una)
        await send(on_stage, cast.rio, "Something else.")
        assert "Something else." in shown(cast.vic)


async def test_what_is_written_to_a_muted_case_is_said_to_be_lost_but_not_each_time(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await _muted(on_stage, cast)
        for _ in range(5):
            await on_stage.say(cast.rio, f"{name} Listen to me.")
        assert shown(cast.rio).count("Nobody was sent that") == 1
        assert "Listen to me" not in shown(cast.una)


async def _muted(stage: RelayHarness, cast: Cast) -> str:
    name = await send(stage, cast.rio)
    await stage.say(cast.una, f"mute {name} It is abuse")
    return name


async def test_a_draft_of_somebody_unknown_is_never_counted(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, strangers_per_hour=16)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for phone in strangers(on_stage, 4):
            await write(on_stage, phone, *(f"part {number}" for number in range(8)))
        await send(on_stage, cast.rio, "He waits for me at the door.")
        assert "He waits for me at the door." in shown(cast.una)
