"""What a moderator or a keeper types goes to those who read their report only if it says so."""

import pytest
from harness.complaints import Chat
from harness.running import RelayHarness, branch, from_bot
from reporting import hours, send, shown, with_teams

from practice.phones import Phone
from relay.settings.groups import GroupKind, GroupSettings

MARK = "zebra crossing behind the baths"
SAID = (
    *(f"desicions {MARK}", f"propose timeout ned {MARK}", f"discuss 12 {MARK}", f"tlak 3 {MARK}"),
    *(f"warn ned {MARK}", f"ofer safeguarding 12 {MARK}", f"aks 12 {MARK}", f"clsoe 12 {MARK}"),
    *(f"complaits {MARK}", f"approve {MARK}", f"let in {MARK}", f"refuse 2 {MARK}"),
    *(MARK, f"hello, {MARK}", "yes"),
)


async def _says_nothing_to_readers(stage: RelayHarness, person: Phone, una: Phone) -> None:
    case = await send(stage, person)
    await stage.say(person, "1")
    before = shown(una)
    for said in SAID:
        answers = await stage.say(person, said)
        assert answers, said
        assert "Is this for the people who read" not in "\n".join(answers), said
        assert "Is all of it for the people" not in "\n".join(answers), said
        await stage.say(person, "stop")
        # Whatever waits for a yes now is not for their report either.
        await stage.say(person, "yes")
        assert shown(una) == before, said
        # The pause after many words that nobody understood.
        await stage.wait(hours(1))
    added = await stage.say(person, f"{case} One thing more")
    assert "passing" in "\n".join(added)
    assert "One thing more" in from_bot(una)[-1].text
    before = shown(una)
    await stage.say(person, f"then {MARK}")
    assert shown(una) == before


async def test_what_a_moderator_types_goes_to_no_report_that_it_does_not_name(chat: Chat) -> None:
    async with chat.open():
        await _says_nothing_to_readers(chat.stage, chat.bea, chat.una)


async def test_nor_does_what_a_keeper_types(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    keeper = on_stage.signal.new_phone("Kim Keeper")
    group = on_stage.group("Tenants", keeper, only_admins=False)
    kept = GroupSettings(
        id=group.api_id,
        kind=GroupKind.CHAT,
        name=group.name,
        entry="asked",
        keepers=(keeper.aci,),
    )
    hackney = branch("hackney", on_stage.alex).model_copy(update={"groups": (kept,)})
    async with on_stage.running(hackney):
        await _says_nothing_to_readers(on_stage, keeper, cast.una)


@pytest.mark.parametrize("said", ["complaits", "ofer safeguarding 12"])
async def test_what_a_moderator_may_have_meant_is_named_in_a_draft(chat: Chat, said: str) -> None:
    async with chat.open():
        await chat.play(chat.bea, "report", "1", "0", "It happened")
        assert "Did you mean the command" in await chat.say(chat.bea, f"{said} {MARK}")
        await chat.say(chat.bea, "stop")
        assert MARK not in shown(chat.una)
