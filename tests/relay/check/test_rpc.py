"""`relay check` says who reaches signal-cli itself, and what can be done there."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from practice.dialects import SignalCliVersion
from practice.faults import Fault
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.check.findings import Finding, Outcome, Report
from relay.check.rpc import WHERE, check_rpc
from relay.language.words import Words
from relay.settings import Settings
from relay.signal.client import SignalClient


@pytest.fixture
async def signal() -> AsyncIterator[PracticeSignal]:
    async with practice_signal() as running:
        yield running


async def found(signal: PracticeSignal, rpc: Any) -> list[Finding]:
    settings = Settings(
        signal={"number": signal.number, "api_url": signal.url, "rpc": rpc},
        branches=({"slug": "a", "name": "A", "admins": ["5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"]},),
        webhook_token="token",
        store_key="ab" * 32,
    )
    async with SignalClient(signal.url, signal.number, rpc=settings.signal.rpc) as client:
        findings = [one async for one in check_rpc(Report(Words()), settings, client)]
    assert all(finding.where == WHERE for finding in findings)
    return findings


def about(findings: list[Finding], words: str) -> Finding:
    [finding] = [one for one in findings if words in one.what]
    return finding


async def test_without_the_setting_nothing_is_said(signal: PracticeSignal) -> None:
    assert await found(signal, None) == []


async def test_it_says_which_release_answers_and_that_nobody_has_tried_it(
    signal: PracticeSignal, tmp_path: Path
) -> None:
    findings = await found(signal, await signal.rpc.listen(tmp_path / "socket"))
    assert [one.outcome for one in findings] == [Outcome.OK, Outcome.NOTE]
    assert about(findings, "0.14.5").outcome is Outcome.OK
    assert about(findings, "live account").todo


async def test_a_port_of_this_computer_is_every_programs(signal: PracticeSignal) -> None:
    findings = await found(signal, await signal.rpc.listen())
    assert about(findings, "Every program").outcome is Outcome.NOTE


async def test_another_address_is_a_problem(signal: PracticeSignal) -> None:
    at = await signal.rpc.listen(("0.0.0.0", 0))  # noqa: S104 -- what a host must not do
    findings = await found(signal, at)
    assert about(findings, "not on this computer").outcome is Outcome.PROBLEM


async def test_a_socket_of_all_users_is_a_problem(signal: PracticeSignal, tmp_path: Path) -> None:
    where = tmp_path / "socket"
    at = await signal.rpc.listen(where)
    where.chmod(0o666)
    shut, *_ = folders = [folder for folder in where.parents if folder != Path("/")]
    modes = [folder.stat().st_mode for folder in folders]
    for folder in folders:
        folder.chmod(folder.stat().st_mode | 0o001)
    try:
        assert about(await found(signal, at), "Other users").outcome is Outcome.PROBLEM
        shut.chmod(0o700)
        assert not any("Other users" in one.what for one in await found(signal, at))
    finally:
        for folder, mode in zip(folders, modes, strict=True):
            folder.chmod(mode)


@pytest.mark.parametrize(
    ("version", "problems"),
    [("0.13.23", 2), ("0.14.1", 1), ("0.14.3", 0), ("0.14.8", 0)],
)
async def test_it_says_what_a_release_cannot_do(
    version: SignalCliVersion, problems: int, signal: PracticeSignal, tmp_path: Path
) -> None:
    signal.tuning.signal_cli = version
    findings = await found(signal, await signal.rpc.listen(tmp_path / "socket"))
    assert sum(one.outcome is Outcome.PROBLEM for one in findings) == problems
    assert any(version in one.what for one in findings)


async def test_one_that_says_no_release_is_not_known(
    signal: PracticeSignal, tmp_path: Path
) -> None:
    at = await signal.rpc.listen(tmp_path / "socket")
    fault = Fault("refuse", times=2, method="RPC", path="/rpc/version", code=-32601)
    signal.put_in_the_way(fault)
    findings = await found(signal, at)
    assert [one.outcome for one in findings] == [Outcome.PROBLEM]
    assert "cannot do it" in findings[0].what


async def test_nobody_who_answers_is_a_problem_and_names_no_path(
    signal: PracticeSignal, tmp_path: Path
) -> None:
    findings = await found(signal, str(tmp_path / "none"))
    assert [one.outcome for one in findings] == [Outcome.PROBLEM]
    assert "FileNotFoundError" in findings[0].what
    assert str(tmp_path) not in findings[0].what
