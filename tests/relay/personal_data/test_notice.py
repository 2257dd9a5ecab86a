"""The privacy notice says what the program does with the settings of this installation."""

from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from click.testing import CliRunner
from harness.running import RelayHarness, branch, relay_harness, team
from harness.unseen import Unseen

from relay.cli import main
from relay.language.words import Words
from relay.personal_data.notice import privacy_notice, purposes_of
from relay.personal_data.register import register
from relay.settings import SafeguardingSettings, Settings
from relay.settings.groups import GroupKind, GroupSettings
from relay.web.pages.export_job import export_site

GROUP = "group.Q2hhdENoYXRDaGF0Q2hhdENoYXRDaGF0Q2hhdENoYXQ9"


@pytest.fixture
async def stage(tmp_path: Path) -> Any:
    async with relay_harness(tmp_path) as on_stage:
        yield on_stage


def notice(stage: RelayHarness, *, groups: Any = (), **more: Any) -> str:
    settings = settled(stage, groups=groups, **more)
    return privacy_notice(settings, Words()).text()


def settled(stage: RelayHarness, *, groups: Any = (), **more: Any) -> Settings:
    hackney = branch("hackney", stage.alex).model_copy(update={"groups": groups, **more})
    return stage.settings([hackney])


async def test_who_is_responsible_is_said_or_that_nobody_has_said_it(stage: RelayHarness) -> None:
    assert "Whoever runs this bot has not said yet" in notice(stage)
    stage.more_settings = {
        "data_protection": {"controller": "The Example Party", "contact": "dp@example.org"}
    }
    assert "The Example Party, dp@example.org." in notice(stage)


async def test_how_long_reports_are_kept_is_what_the_settings_say(stage: RelayHarness) -> None:
    assert "REPORTS OF HARM" not in notice(stage)
    stage.safeguarding = SafeguardingSettings(
        teams=(team("hackney", (stage.bea, "Welfare officer")),),
        keep_link_days=11,
        keep_content_days=44,
        draft_hours=7,
    )
    said = notice(stage)
    assert "11 days after the report is closed, everything else after 44 days" in said
    assert "never sent after 7 hours" in said


async def test_what_is_switched_off_is_not_told_of(stage: RelayHarness) -> None:
    assert "until you type unsubscribe" in notice(stage)
    assert "sends no announcements by direct message" in notice(stage, subscribers=0)
    assert "ADVERTS" not in notice(stage)
    board = (GroupSettings(id=GROUP, kind=GroupKind.BOARD, name="Board"),)
    assert "ADVERTS" in notice(stage, groups=board)
    assert "CONDUCT IN THE GROUPS" not in notice(stage)
    assert "CONDUCT IN THE GROUPS" in notice(stage, groups=board)


async def test_public_places_are_named_where_there_are_any(stage: RelayHarness) -> None:
    assert "copied anywhere in the world" not in notice(stage)
    stage.more_settings = {"web": {"public_url": "https://hackney.example.org"}}
    assert "the branch’s public pages, and can be read and copied" in notice(stage)


async def test_backups_are_told_of_as_they_are_made(stage: RelayHarness, tmp_path: Path) -> None:
    assert "makes no backups of its own" in notice(stage)
    recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    stage.more_settings = {
        "backup": {"folder": tmp_path, "recipient": recipient, "keep_days": 9, "keep_weeks": 3}
    }
    assert "for 9 days and 3 weeks" in notice(stage)


async def test_every_purpose_of_the_register_has_a_part_where_all_is_switched_on(
    stage: RelayHarness,
) -> None:
    stage.safeguarding = SafeguardingSettings(
        teams=(team("hackney", (stage.bea, "Welfare officer")),)
    )
    groups = (GroupSettings(id=GROUP, kind=GroupKind.BOARD, name="Board"),)
    everything: dict[str, Any] = {"contact_list": {}}
    told = purposes_of(settled(stage, groups=groups, **everything))
    assert set(told) >= set(register().purposes) - {"running", "contacts"}


async def test_it_is_a_page_without_a_script_that_every_page_leads_to(unseen: Unseen) -> None:
    async with unseen.running(), ClientSession() as session:
        make = unseen.stage.server.make_url
        async with session.get(make("/privacy")) as answer:
            text = await answer.text()
            assert answer.status == 200
            assert "script-src" not in answer.headers["Content-Security-Policy"]
        assert "<h1>What is kept of you, and why</h1>" in text
        assert "<script" not in text
        async with session.get(make("/")) as answer:
            assert 'href="/privacy"' in await answer.text()


async def test_it_is_among_the_exported_pages(stage: RelayHarness, tmp_path: Path) -> None:
    async with stage.running(branch("hackney", stage.alex)):
        settings = stage.relay.settings
    folder = tmp_path / "out"
    await _in_thread(lambda: export_site(settings, folder))
    page = (folder / "privacy" / "index.html").read_text("utf-8")
    assert "What is kept of you, and why" in page
    assert "<script" not in page


async def test_the_bot_leads_to_the_page_or_says_all_of_it(unseen: Unseen) -> None:
    async with unseen.running():
        assert "YOUR RIGHTS" in await unseen.say(unseen.sam, "privacy")
    unseen.stage.more_settings = {"web": {"public_url": "https://hackney.example.org"}}
    async with unseen.running():
        said = await unseen.say(unseen.sam, "Privacy policy?")
        assert "https://hackney.example.org/privacy" in said
        assert "YOUR RIGHTS" not in said
        await unseen.wait(minutes=1)


def test_a_host_can_print_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "relay.toml"
    file.write_text(
        '[signal]\nnumber = "+447700900000"\n[[branches]]\nslug = "hackney"\nname = "Hackney"\n'
        '[data_protection]\ncontroller = "The Example Party"\ncontact = "dp@example.org"\n'
    )
    monkeypatch.setenv("RELAY_WEBHOOK_TOKEN", "w" * 24)
    monkeypatch.setenv("RELAY_STORE_KEY", "ab" * 32)
    result = CliRunner().invoke(main, ["privacy-notice", "--config", str(file)])
    assert result.exit_code == 0, result.output
    assert "The Example Party, dp@example.org." in result.output


async def _in_thread(work: Any) -> None:
    import asyncio

    await asyncio.to_thread(work)
