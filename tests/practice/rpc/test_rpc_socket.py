"""signal-cli's own socket as the stand-in plays it: lines, errors, and what comes unasked."""

import asyncio
import json
import stat
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from practice.faults import Fault
from practice.groups import LinkState, Permission
from practice.phones import Phone
from practice.refusals import Refusal
from practice.server import PracticeSignal

LONG_AGO = 1_600_000_000_000


class Line:
    """One connection to the socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def next(self) -> Any:
        """The next line, as JSON; None where the connection has ended."""
        line = await self.reader.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    async def say(self, raw: bytes) -> Any:
        """Write something; return the next line."""
        self.writer.write(raw)
        return await self.next()

    async def call(self, method: str, **params: Any) -> Any:
        """Make a call; return its answer, and pass over messages that came before it."""
        request = {"jsonrpc": "2.0", "id": "1", "method": method, "params": params}
        told = await self.say(json.dumps(request).encode() + b"\n")
        while told is not None and "method" in told:
            told = await self.next()
        return told


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.fixture
async def line(signal: PracticeSignal) -> AsyncIterator[Line]:
    host, _, port = (await signal.rpc.listen()).rpartition(":")
    connected = Line(*await asyncio.open_connection(host, int(port)))
    yield connected
    connected.writer.close()


async def test_it_says_which_release_it_is(signal: PracticeSignal, line: Line) -> None:
    assert await line.call("version") == {
        "jsonrpc": "2.0",
        "result": {"version": "0.14.7"},
        "id": "1",
    }


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\n", -32700),
        (b"{\n", -32700),
        (b"[1]\n", -32600),
        (b'"words"\n', -32600),
        (b'{"method":"version"}\n', -32600),
        (b'{"jsonrpc":"1.0","method":"version"}\n', -32600),
        (b'{"jsonrpc":"2.0"}\n', -32600),
    ],
)
async def test_what_is_no_request_is_answered_without_a_name(
    line: Line, raw: bytes, code: int
) -> None:
    told = await line.say(raw)
    assert told["error"]["code"] == code
    assert told["id"] is None


async def test_what_it_cannot_do_it_says(signal: PracticeSignal, line: Line) -> None:
    signal.tuning.signal_cli = "0.13.23"
    told = await line.call("sendAdminDelete", groupId="x")
    assert told["error"] == {"code": -32601, "message": "Method not implemented", "data": None}


async def test_an_account_that_is_not_there_is_none(line: Line) -> None:
    told = await line.call("listGroups", account="+447700900999")
    assert told["error"]["code"] == -32602


async def test_whoever_is_connected_gets_every_message(signal: PracticeSignal, line: Line) -> None:
    await line.call("version")
    signal.new_phone("Ada").say("hello")
    told = await line.next()
    assert told["method"] == "receive"
    assert told["params"]["envelope"]["dataMessage"]["message"] == "hello"


async def test_a_message_of_another_is_deleted_for_everybody(
    signal: PracticeSignal, line: Line
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Chat", [ada, bob])
    stamp = ada.say("something", group)
    told = await line.call(
        "sendAdminDelete",
        groupId=group.internal_id,
        targetAuthor=ada.aci,
        targetTimestamp=stamp,
        account=signal.number,
    )
    assert {one["type"] for one in told["result"]["results"]} == {"SUCCESS"}
    [seen] = bob.messages(group)
    assert seen.deleted


async def test_who_is_no_admin_deletes_nothing_and_is_not_told(
    signal: PracticeSignal, line: Line
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada], bot="member")
    stamp = ada.say("something", group)
    told = await line.call(
        "sendAdminDelete",
        groupId=[group.internal_id],
        targetAuthor=ada.aci,
        targetTimestamp=stamp,
    )
    assert "result" in told
    assert not ada.messages(group)[0].deleted


@pytest.mark.parametrize(
    ("params", "code", "words"),
    [
        ({}, -1, "Admin delete requires group IDs"),
        ({"groupId": "x"}, -1, "Invalid group id"),
        ({"groupId": "GROUP", "targetAuthor": "ADA", "targetTimestamp": 17}, -32603, "Integer"),
        ({"groupId": "GROUP", "targetAuthor": "ADA"}, -32603, "NullPointerException"),
        (
            {"groupId": "GROUP", "targetAuthor": "nobody", "targetTimestamp": LONG_AGO},
            -1,
            "not",
        ),
        ({"groupId": "OTHER", "targetAuthor": "ADA", "targetTimestamp": LONG_AGO}, -1, "not found"),
        (
            {"groupId": "LEFT", "targetAuthor": "ADA", "targetTimestamp": LONG_AGO},
            -1,
            "member",
        ),
    ],
)
async def test_a_deletion_is_refused_as_signal_cli_refuses_it(
    signal: PracticeSignal, line: Line, params: dict[str, Any], code: int, words: str
) -> None:
    ada = signal.new_phone("Ada")
    left = signal.new_group("Left", [ada])
    signal.world.leave(signal.world.group_chat(left.internal_id), signal.world.account.aci)
    names = {
        "GROUP": signal.new_group("Chat", [ada]).internal_id,
        "OTHER": signal.new_group("Other", [ada], bot="outside").internal_id,
        "LEFT": left.internal_id,
        "ADA": ada.aci,
    }
    told = await line.call("sendAdminDelete", **{k: names.get(v, v) for k, v in params.items()})
    assert told["error"]["code"] == code
    assert words in told["error"]["message"]


async def ban(line: Line, group: Any, who: Phone, **more: Any) -> Any:
    return await line.call(
        "updateGroup", groupId=group.internal_id, removeMember=[who.aci], ban=[who.aci], **more
    )


async def test_who_is_banned_is_out_and_no_link_lets_them_in(
    signal: PracticeSignal, line: Line
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Chat", [ada, bob])
    group.link = LinkState.ENABLED
    told = await ban(line, group, ada)
    assert [one["recipientAddress"]["uuid"] for one in told["result"]["results"]] == [bob.aci]
    assert ada.aci not in group.members
    with pytest.raises(Refusal):
        ada.join(group)
    group.link = LinkState.WITH_APPROVAL
    with pytest.raises(Refusal):
        ada.ask_to_join(group)
    [listed] = (await line.call("listGroups", groupId=group.internal_id))["result"]
    assert [one["uuid"] for one in listed["banned"]] == [ada.aci]
    assert (await ban(line, group, ada))["result"] == {}
    await line.call("updateGroup", groupId=group.internal_id, unban=ada.aci)
    ada.ask_to_join(group)
    assert ada.aci in group.requesting


async def test_the_list_of_the_banned_alone_takes_nobody_out(
    signal: PracticeSignal, line: Line
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    await line.call("updateGroup", groupId=group.internal_id, ban=[ada.aci])
    assert ada.aci in group.members
    assert ada.aci in group.banned


async def test_one_release_takes_nobody_out_and_says_it_did(
    signal: PracticeSignal, line: Line
) -> None:
    signal.tuning.signal_cli = "0.14.1"
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    assert "error" not in await ban(line, group, ada)
    assert ada.aci in group.members


async def test_a_ban_refuses_who_asks_and_takes_invitations_back(
    signal: PracticeSignal, line: Line
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Chat")
    group.link = LinkState.WITH_APPROVAL
    ada.ask_to_join(group)
    group.invited.add(bob.aci)
    await ban(line, group, ada)
    await ban(line, group, bob)
    assert not group.requesting | group.invited
    with pytest.raises(Refusal):
        ada.ask_to_join(group)


async def test_whoever_is_added_by_an_admin_is_banned_no_more(
    signal: PracticeSignal, line: Line, api: Any
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada])
    await ban(line, group, ada)
    path = f"/v1/groups/{signal.number}/{group.api_id}/members"
    assert (await api("POST", path, {"members": [ada.aci]}))[0] == 204
    assert ada.aci in group.members
    assert not group.banned


async def test_an_old_link_lets_nobody_in(signal: PracticeSignal, line: Line) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Chat")
    group.link = LinkState.ENABLED
    old = group.invite_link
    await line.call("updateGroup", groupId=group.internal_id, resetLink=True)
    assert group.invite_link != old
    with pytest.raises(Refusal):
        ada.join(group, link=old)
    bob.join(group, link=group.invite_link)
    assert bob.aci in group.members


async def test_only_admins_change_who_is_in(signal: PracticeSignal, line: Line) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat", [ada], bot="member", send_messages=Permission.EVERY_MEMBER)
    told = await ban(line, group, ada)
    assert told["error"]["code"] == -32603
    assert "[403]" in told["error"]["message"]
    assert ada.aci in group.members


async def test_a_group_that_is_asked_for_by_name_is_fetched(
    signal: PracticeSignal, line: Line
) -> None:
    ada = signal.new_phone("Ada")
    group = signal.new_group("Chat")
    group.link = LinkState.WITH_APPROVAL
    ada.ask_to_join(group)
    [stored] = (await line.call("listGroups"))["result"]
    assert stored["requestingMembers"] == []
    [fetched] = (await line.call("listGroups", groupId=[group.internal_id]))["result"]
    assert [one["uuid"] for one in fetched["requestingMembers"]] == [ada.aci]
    assert (await line.call("listGroups", groupId="A" * 43 + "="))["result"] == []


async def test_two_ways_at_once_end_the_server(
    signal: PracticeSignal, line: Line, api: Any
) -> None:
    signal.tuning.latency = 0.05
    slow = asyncio.create_task(api("GET", f"/v1/groups/{signal.number}"))
    await signal.signal_cli.called.wait()
    assert await line.call("version") is None
    assert signal.crashed
    with pytest.raises(Exception):  # noqa: B017, PT011 -- whatever aiohttp makes of it
        await slow


async def test_faults_are_put_in_the_way_of_one_command(signal: PracticeSignal, line: Line) -> None:
    signal.put_in_the_way(Fault("refuse", method="RPC", path="/rpc/listGroups", text="No", code=-3))
    assert "result" in await line.call("version")
    told = await line.call("listGroups")
    assert (told["error"]["code"], told["error"]["message"]) == (-3, "No")
    signal.put_in_the_way(Fault("drop after", method="RPC"))
    assert await line.call("listGroups") is None
    assert [method for method, _ in signal.rpc.asked] == ["version", "listGroups", "listGroups"]


async def test_a_unix_socket_is_its_owners_alone(signal: PracticeSignal, tmp_path: Path) -> None:
    where = await signal.rpc.listen(tmp_path / "socket")
    assert where == str(tmp_path / "socket")
    assert mode_of(tmp_path / "socket") == 0o600
    line = Line(*await asyncio.open_unix_connection(where))
    assert "result" in await line.call("version")
    line.writer.close()
    await signal.stop()
    assert names_in(tmp_path) == []
    await signal.start()
    assert names_in(tmp_path) == ["socket"]
