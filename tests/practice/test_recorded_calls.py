"""The REST side of the stand-in does with every request, and every word of signal-cli, what the
real one does.

Every request of the recordings (tests/wire) is made again, of each release. signal-cli answers what
it answered then; the calls that are made of it, and the answer, must be those that were recorded:
status, content type, and the body to the byte.
"""

import json
import re
import tempfile
from pathlib import Path
from urllib.parse import unquote

import aiohttp
import pytest
from recordings import RELEASES, Case, cases, endpoints
from yarl import URL

from practice.cli_lines import ScriptedAnswer
from practice.releases import DEPLOYED, Release
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.signal_cli import Tuning

LEFT_OUT = {
    ("not-found", "swagger"): "the page that shows the API to people is not played",
    ("qrcodelink-raw", "link"): "the wait for a phone in the background is not played",
}
"""Single cases that the stand-in does not play, and why."""

FILES = ("attachments-get", "attachments-list", "attachments-delete")
"""They need files in signal-cli's folder, and have a test of their own."""

FOLDERS = ("a folder", "in a folder", "up")
"""Of those files: nothing in the stand-in's folder is a folder, and nothing is outside it."""

NOT_PLAYED = {"sticker-packs": "nothing in the product uses stickers"}

ELSEWHERE = {*FILES, "timeouts", *NOT_PLAYED}
"""`timeouts` is in test_recorded_behaviour.py."""

_TEMPORARY = re.compile(re.escape(tempfile.gettempdir().encode()) + rb"/[0-9a-f-]{36}")

REPOSITORY = Path(__file__).parents[2]

Outcome = tuple[int | None, str | None, bytes, list[str]]


def expected(case: Case) -> Outcome:
    content_type = case.content_type if case.content else None
    return case.status, content_type, case.content, [one.method for one in case.asked]


async def repeated(case: Case, signal: PracticeSignal, session: aiohttp.ClientSession) -> Outcome:
    """What comes of making a recorded request again."""
    data = case.raw_body
    if data is None and case.body is not None:
        data = json.dumps(case.body)
    url = URL(signal.url + case.path, encoded=True)
    if case.query:
        url = url.update_query(dict(case.query))
    async with session.request(
        case.method,
        url,
        data=None if data is None else data.encode(),
        headers={"Content-Type": "application/json"},
        allow_redirects=False,
    ) as response:
        body = _TEMPORARY.sub(b"<tmp>/<uuid>", await response.read())
        content_type = response.headers.get("Content-Type") if body else None
        return response.status, content_type, body, list(signal.signal_cli.asked)


@pytest.mark.parametrize("release", RELEASES)
async def test_every_recorded_call(release: Release, session: aiohttp.ClientSession) -> None:
    wrong = []
    made = 0
    async with practice_signal(tuning=Tuning(release=release)) as signal:
        for endpoint in endpoints():
            if endpoint in ELSEWHERE:
                continue
            for case in cases(release, endpoint):
                if (endpoint, case.name) in LEFT_OUT:
                    continue
                signal.signal_cli.asked.clear()
                signal.signal_cli.script.clear()
                signal.signal_cli.script.extend(ScriptedAnswer(one.answer) for one in case.asked)
                made += 1
                got = await repeated(case, signal, session)
                if got != expected(case):
                    wrong.append((endpoint, case.name, expected(case), got))
    assert not wrong, wrong[:5]
    assert made == 1397


def test_what_is_played_unless_told_otherwise_is_what_is_deployed() -> None:
    compose = (REPOSITORY / "deploy" / "compose.yaml").read_text(encoding="utf-8")
    assert f"signal-cli-rest-api:${{SIGNAL_API_VERSION:-{DEPLOYED}}}" in compose
    assert Tuning().release == DEPLOYED


def test_what_is_left_out_is_named_and_was_recorded() -> None:
    names = {(endpoint, case.name) for endpoint in endpoints() for case in cases("0.100", endpoint)}
    assert LEFT_OUT.keys() <= names
    assert set(endpoints()) >= ELSEWHERE
    files = [name for endpoint, name in names if endpoint in FILES]
    assert set(FOLDERS) <= set(files)
    left = len(LEFT_OUT) + sum(len(cases("0.100", endpoint)) for endpoint in ELSEWHERE)
    assert len(names) == 1397 + left
    assert len(LEFT_OUT) + sum(len(cases("0.100", name)) for name in NOT_PLAYED) == 13


@pytest.mark.parametrize("release", RELEASES)
async def test_every_recorded_call_for_a_file(
    release: Release, session: aiohttp.ClientSession
) -> None:
    made = 0
    async with practice_signal(tuning=Tuning(release=release)) as signal:
        for case in cases(release, "attachments-get"):
            if case.status == 200:
                signal.world.attachments.put(unquote(case.path.rpartition("/")[2]), case.content)
        for endpoint in ("attachments-get", "attachments-delete"):
            for case in cases(release, endpoint):
                if case.name in FOLDERS or case.path == "/v1/attachments":
                    continue
                signal.signal_cli.asked.clear()
                made += 1
                assert await repeated(case, signal, session) == expected(case), case.name
        listed = cases(release, "attachments-delete")[-1]
        there = await repeated(listed, signal, session)
        # The real one walks into folders, too.
        assert json.loads(there[2]) == [name for name in listed.json if name != "inner.txt"]
    assert made == 14
