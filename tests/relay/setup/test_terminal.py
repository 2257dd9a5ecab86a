"""A host with little experience sets a relay up, in a real terminal, from nothing."""

import re
from dataclasses import replace
from pathlib import Path

from setupterminal import NUMBER, Host, Terminal, code_in, host_with
from webhookserver import webhook_server

from practice.faults import Fault
from practice.groups import Permission
from practice.pds import PracticeAccount, PracticePds
from practice.people import NumberSharing
from relay.destinations.bluesky.kind import BlueskyKind
from relay.groups.rosters import Roster, Rosters
from relay.groups.tables import KeptGroups, Standing
from relay.settings import load_settings
from relay.store import Store

pytest_plugins = ["practice_pds"]

CAPTCHA = "signal-hcaptcha.key.registration." + "x" * 6000


async def _to_the_number(host: Host, terminal: Terminal) -> None:
    await terminal.answer("Name of the branch", "Hackney branch")
    await terminal.answer("Short name")
    await terminal.answer("Time zone")
    host.connect_webhook()
    await terminal.answer("Its address", host.signal.url)
    await terminal.answer("The number, with the country code", "+44 (7700) 900-123")


async def _register(host: Host, terminal: Terminal) -> None:
    host.signal.world.registrar.captcha = CAPTCHA
    host.signal.world.registrar.code = "123456"
    await terminal.answer("Type a number", "1")
    await terminal.answer("which starts with signalcaptcha", "https://example.org")
    await terminal.until("This is not the link")
    await terminal.answer("which starts with signalcaptcha", f"signalcaptcha://{CAPTCHA}")
    await terminal.answer("The code", "12345")
    await terminal.until("has six digits")
    await terminal.answer("The code", "654321")
    await terminal.until("did not take this code")
    await terminal.answer("The code", "123-456")
    await terminal.until("The number is registered.")


async def test_from_nothing_to_a_relay_that_is_ready(
    tmp_path: Path, pds: PracticePds, account: PracticeAccount
) -> None:
    app_password = await pds.create_app_password(account, "relay")
    async with host_with(tmp_path) as host, webhook_server() as site:
        terminal = host.start()
        await _to_the_number(host, terminal)
        await _register(host, terminal)

        await terminal.answer("Type a number", "1")
        await terminal.until("The PIN is set.")
        await terminal.answer("Name [Hackney branch]")
        await terminal.answer("A line about it")
        await terminal.answer("Picture file", "no-such-picture.jpg")
        await terminal.until("This file cannot be read")
        await terminal.answer("Picture file")
        await terminal.answer("Username [hackney_branch]")
        await terminal.until("The bot's username is hackney_branch.")

        await terminal.answer("Name of the group")
        await terminal.until("It is not the party itself.")
        await terminal.answer("Make a link to join?")
        await terminal.until("https://signal.group/")

        alex = host.signal.new_phone("Alex")
        await terminal.answer("Type a number", "1")
        seen = await terminal.until("Waiting for it now")
        alex.say("How do I report something?", host.bot().aci)
        alex.say(code_in(seen).lower().replace("-", " "), host.bot().aci)
        await terminal.until("The code has arrived.")
        await terminal.answer("Nobody else for now")
        await terminal.answer("admins of the group all the same?")
        await terminal.until("One admin can post now.")

        await terminal.answer("Has the branch a Bluesky account?", "y")
        await terminal.answer("Its handle", f"@{account.handle}")
        await terminal.answer("Its server", pds.url)
        await terminal.answer("The app password", account.password)
        await terminal.until("main password")
        await terminal.answer("Try again?", "y")
        await terminal.answer("Its handle")
        await terminal.answer("Its server", pds.url)
        await terminal.answer("The app password", app_password)
        await terminal.until("opens. Nothing was posted.")

        await terminal.answer("Shall something of yours be told?", "y")
        await terminal.answer("Its address, with https://", "http://example.org/hook")
        await terminal.until("This is not an address that may be called.")
        await terminal.answer("Its address, with https://", site.url)
        await terminal.answer("What admins read of it", "Union website")
        await terminal.until("It took a signed message")
        (call,) = site.calls
        assert call.message["type"] == "relay.check"
        assert call.is_signed_with(host.secret("RELAY_WEBHOOK_SECRET__HACKNEY"))

        await terminal.answer("Their address (just Enter for none)", "hackney.example.org")
        await terminal.answer("Name the team now?")
        await terminal.answer("Name of the team")
        await terminal.answer("Short name of the team")
        officer = host.signal.new_phone("Vic")
        await terminal.answer("Type a number", "2")
        await terminal.answer("Their account id", "+447700900111")
        await terminal.until("phone number")
        await terminal.answer("Their account id", officer.aci)
        await terminal.answer("Their role", "Welfare officer")
        await terminal.answer("Type a number")
        await terminal.until("There is only one officer.")
        await terminal.answer("Has somebody done that?")
        await terminal.answer("Do it now?")
        await terminal.answer("Has the message arrived?")
        await terminal.until("It works")
        await terminal.until("All is well.")
        assert await terminal.end() == 0
        _nothing_secret_was_shown(host, terminal, app_password, account.password)
        _the_bot_is_hidden(host)
        _only_admins_write(host, alex.aci)
        _the_settings_say_so(host, alex.aci, officer.aci, account.handle, app_password)
        told = alex.messages(host.bot().aci)[-1].text
        assert told.startswith("You can now post for Hackney branch.")
        with Store(host.folder / "var" / "relay.db", host.secret("RELAY_STORE_KEY")) as store:
            # The question waits for the relay; the code does not.
            assert store.inbox.waiting() == 1


def _nothing_secret_was_shown(host: Host, terminal: Terminal, *passwords: str) -> None:
    names = ["RELAY_WEBHOOK_TOKEN", "RELAY_STORE_KEY", "RELAY_WEBHOOK_SECRET__HACKNEY"]
    names += ["signal-registration-pin"]
    for secret in (*map(host.secret, names), *passwords):
        assert secret
        assert secret not in terminal.shown
    for path in (host.secrets, *host.secrets.iterdir(), host.config):
        assert path.stat().st_mode & 0o077 == 0


def _the_bot_is_hidden(host: Host) -> None:
    bot = host.bot()
    assert (bot.discoverable, bot.self_.sharing) == (False, NumberSharing.HIDDEN)
    assert bot.pin == host.secret("signal-registration-pin")
    assert bot.self_.name == "Hackney branch"


def _only_admins_write(host: Host, admin: str) -> None:
    groups = [chat.group for chat in host.signal.world.chats.values() if chat.group]
    board = next(group for group in groups if group.name == "Hackney branch: announcements")
    assert {board.send_messages, board.add_members, board.edit_group} == {Permission.ONLY_ADMINS}
    assert board.admins == {host.bot().aci}
    assert admin in {*board.members, *board.invited}
    assert "not the party itself" in board.description
    test = next(group for group in groups if group is not board)
    assert not test.members


def _the_settings_say_so(
    host: Host, admin: str, officer: str, handle: str, app_password: str
) -> None:
    settings = load_settings(host.config, {"RELAY_SECRETS_DIR": str(host.secrets)})
    branch, team = settings.branches[0], settings.safeguarding.teams[0]
    assert settings.signal.number == NUMBER
    assert settings.web.public_url == "https://hackney.example.org"
    assert (branch.slug, branch.admins) == ("hackney", (admin,))
    assert len(branch.announcement_groups) == 1
    on_bluesky = branch.destination(BlueskyKind())
    assert on_bluesky is not None
    assert on_bluesky.handle == handle
    assert settings.secret_of(BlueskyKind(), "hackney").get_secret_value() == app_password
    assert [(one.id, one.role) for one in team.officers] == [(officer, "Welfare officer")]
    text = host.config.read_text()
    assert "# 2: another admin must agree before anything is posted" in text
    assert "#[[safeguarding.teams]]" not in text
    assert app_password not in text


async def test_a_power_cut_and_ctrl_c_lose_no_answer(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        host.signal.world.registrar.code = "123456"
        terminal = host.start()
        await terminal.answer("Name of the branch", "Tower Hamlets branch")
        await terminal.answer("Short name")
        await terminal.answer("Time zone")
        host.connect_webhook()
        await terminal.until("Its address")
        assert await terminal.interrupt() == 130

        terminal = host.start()
        await terminal.until("These steps are done: Keys and secrets; Your branch.")
        await terminal.answer("Its address", host.signal.url)
        await terminal.answer("The number, with the country code", NUMBER)
        await terminal.answer("Type a number", "1")
        await terminal.until("The code")
        terminal.kill()
        assert await terminal.end() == -9

        terminal = host.start()
        await terminal.answer(f"[{NUMBER}]")
        await terminal.until("I have the code")
        await terminal.answer("Type a number")
        await terminal.answer("The code", "123456")
        await terminal.until("The number is registered.")
        await terminal.answer("Type a number")
        await terminal.until("The PIN is set.")
        assert await terminal.interrupt() == 130
        assert host.bot().pin == host.secret("signal-registration-pin")
        assert 'slug = "tower-hamlets"' in host.config.read_text()


async def test_a_group_that_was_made_and_not_noted_is_found_again(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        await _ready_for_a_group(host)
        terminal = host.start("--step", "group")
        await terminal.answer("Name of the group")
        await terminal.answer("Make a link to join?", "no")
        await terminal.until("is ready.")
        assert await terminal.end() == 0
        text = host.config.read_text()
        noted = load_settings(host.config, {"RELAY_SECRETS_DIR": str(host.secrets)})
        (group,) = noted.branches[0].announcement_groups
        host.config.write_text(text.replace(f'    "{group}",\n', ""))
        terminal = host.start("--step", "group")
        await terminal.answer("Name of the group")
        await terminal.answer("Use that one?", "maybe")
        await terminal.until("Please answer yes or no.")
        await terminal.answer("Use that one?", "y")
        await terminal.until("is ready.")
        assert await terminal.end() == 0
        again = load_settings(host.config, {"RELAY_SECRETS_DIR": str(host.secrets)})
        assert again.branches[0].announcement_groups == (group,)


async def _ready_for_a_group(host: Host) -> None:
    host.signal.world.add_account(NUMBER)
    terminal = host.start()
    await _to_the_number(host, terminal)
    await terminal.until("already registered")
    await terminal.answer("Type a number")
    await terminal.answer("Name [Hackney branch]")
    await terminal.answer("A line about it")
    await terminal.answer("Picture file")
    await terminal.answer("Username [hackney_branch]")
    await terminal.until("Name of the group")
    assert await terminal.interrupt() == 130


async def test_a_wait_for_a_code_can_be_left_and_begun_again(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        await _ready_for_a_group(host)
        terminal = host.start("--step", "admins")
        await terminal.answer("Type a number", "1")
        seen = await terminal.until("Waiting for it now")
        assert "hackney_branch." in seen
        old = code_in(seen)
        assert await terminal.interrupt() == 130
        terminal = host.start("--step", "admins")
        await terminal.answer("Type a number", "1")
        new = code_in(await terminal.until("Waiting for it now"))
        mallory, alex = host.signal.new_phone("Mallory"), host.signal.new_phone("Alex")
        mallory.say(old, host.bot().aci)
        await host.signal.signal_cli.drained()
        alex.say(new, host.bot().aci)
        await terminal.until("Added.")
        await terminal.answer("Nobody else for now")
        await terminal.until("One admin can post now.")
        assert await terminal.end() == 0
        assert alex.aci in host.config.read_text()
        assert mallory.aci not in host.config.read_text()


async def test_a_relay_that_runs_is_left_alone(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        await _ready_for_a_group(host)
        calls = len(host.signal.calls)
        with Store(host.folder / "var" / "relay.db", host.secret("RELAY_STORE_KEY")):
            terminal = host.start("--step", "group")
            await terminal.until("Stop that one first")
            assert await terminal.end() == 1
        assert len(host.signal.calls) == calls


async def test_a_landline_is_called_and_its_old_pin_asked_for(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        host.signal.world.registrar.locks[NUMBER] = "204060"
        text = "StatusCode: 400 (InvalidTransportModeException)"
        host.signal.put_in_the_way(Fault("refuse", path="/v1/register", text=text))
        terminal = host.start()
        await _to_the_number(host, terminal)
        await terminal.answer("Type a number", "2")
        await terminal.answer("Press Enter when a minute has passed.")
        await terminal.until("A voice will read")
        await terminal.answer("The code", "123456")
        await terminal.until("locked with a PIN that somebody set before")
        await terminal.answer("The PIN of this number", "000000")
        await terminal.until("This is not the PIN.")
        await terminal.answer("The PIN of this number", "204060")
        await terminal.until("The number is registered.")
        assert "204060" not in terminal.shown
        calls = [call for call in host.signal.calls if call.path.startswith("/v1/register")]
        assert [call.body.get("use_voice") for call in calls[:2]] == [False, True]


async def test_a_server_is_linked_to_a_phone(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        terminal = host.start()
        await _to_the_number(host, terminal)
        await terminal.answer("Type a number", "link")
        await terminal.until("Whoever holds that phone can read everything")
        await terminal.answer("Press Enter when the phone says that the device was linked.")
        await terminal.answer("Show a new square?")
        await terminal.until("Point its camera at the square above.")
        host.signal.world.link(NUMBER)
        await terminal.answer("Press Enter when the phone says that the device was linked.")
        await terminal.until("The server is linked to the phone.")
        await terminal.until("so its PIN is set there")
        await terminal.answer("Name [Hackney branch]")
        await terminal.answer("A line about it")
        await terminal.answer("Picture file")
        await terminal.until("so it is hidden there")
        assert await terminal.interrupt() == 130
        assert host.bot().pin is None


async def test_signal_asks_for_patience(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        text = "Rate limit reached\nNext attempt may be tried at 2026-11-23T09:00:00.000Z"
        host.signal.put_in_the_way(Fault("refuse", path="/v1/register", text=text))
        terminal = host.start()
        await _to_the_number(host, terminal)
        await terminal.answer("Type a number", "1")
        await terminal.until("every further try makes it longer")
        assert await terminal.end() == 1
        assert "Nothing is lost" in terminal.shown


async def test_a_captcha_in_the_middle_is_solved_and_the_step_goes_on(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        await _ready_for_a_group(host)
        host.signal.put_in_the_way(Fault("captcha", path="/v2/send", times=None, captcha="solved"))
        alex = host.signal.new_phone("Alex")
        terminal = host.start("--step", "admins")
        await terminal.answer("Type a number", "2")
        await terminal.answer("Their account id", alex.aci)
        await terminal.until("https://signalcaptchas.org/challenge/generate.html")
        await terminal.answer("which starts with signalcaptcha", "signalcaptcha://solved")
        await terminal.answer("Nobody else for now")
        await terminal.until("One admin can post now.")
        assert await terminal.end() == 0
        assert alex.messages(host.bot().aci)


async def test_a_username_that_is_taken_is_asked_for_again(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        await _ready_for_a_group(host)
        host.signal.new_phone("Ada", username="hackney.12")
        terminal = host.start("--step", "privacy")
        await terminal.answer("Take another one?", "yes")
        await terminal.answer("Username", "hackney.12")
        await terminal.until("did not take this username")
        await terminal.answer("Username", "hackney.13")
        await terminal.until("The bot's username is hackney.13")
        assert await terminal.end() == 0


DECLARED = """
[[branches.groups]]
id = "group.bG9zdC1ib2FyZA=="
kind = "announcements"
name = "Hackney news"
description = "What the branch announces."

[[branches.groups]]
id = "group.bG9zdC1jaGF0"
kind = "chat"
name = "Hackney chat"
timer = "7d"

[[branches.groups]]
id = "group.bG9zdC1jYXVjdXM="
kind = "caucus"
name = "Night workers"
keepers = ["{keeper}"]

[[branches.groups]]
id = "group.aGFuZGVk"
kind = "caucus"
name = "Handed over"
"""


async def test_declared_groups_are_made_anew_for_a_new_number_and_none_twice(
    tmp_path: Path,
) -> None:
    async with host_with(tmp_path) as host:
        await _ready_for_a_group(host)
        alex, kit = host.signal.new_phone("Alex"), host.signal.new_phone("Kit")
        text = host.config.read_text() + DECLARED.format(keeper=kit.aci)
        text = re.sub(r"admins = \[[^\]]*\]", f'admins = ["{alex.aci}"]', text, count=1)
        posted = 'announcement_groups = ["group.bG9zdC1ib2FyZA=="]'
        text = re.sub(r"announcement_groups = \[[^\]]*\]", posted, text, count=1)
        host.config.write_text(text)
        with _store(host) as store, store.transaction():
            numbers = [store[KeptGroups].add(one, "hackney").number for one in _ids(host)]
            taken = {"name": {"was": "Hackney chat", "is": "Hackney talks"}}
            chat = store[KeptGroups].all()[1]
            store[KeptGroups].save(replace(chat, agreed=True, taken=taken))
            handed = store[KeptGroups].all()[3]
            store[KeptGroups].save(replace(handed, standing=Standing.HANDED_OVER))
            store[Rosters].save(chat.number, Roster())
        exported = host.export()
        assert 'name = "Hackney talks"' in exported
        # Somebody has learnt of the new number, and put the bot into a group that looks right.
        host.signal.new_group("Hackney news", admins=(host.signal.new_phone("Mal"),))

        terminal = host.start("--step", "groups")
        seen = await terminal.answer("with the bot as their admin?", "yes")
        assert all(name in seen for name in ("Hackney news", "Hackney chat", "Night workers"))
        await terminal.until("A group is made")
        terminal.kill()
        await terminal.end()

        terminal = host.start("--step", "groups")
        await terminal.answer("with the bot as their admin?", "yes")
        seen = await terminal.until("Night workers: ask its keepers")
        assert await terminal.end() == 0
        made = {group.name: group for group in host.signal.world.groups()}
        assert sorted(group.name for group in host.signal.world.groups()) == [
            "Hackney news",
            "Hackney news",
            "Hackney talks",
            "Night workers",
        ]
        # Also of what was made before the kill.
        links = " ".join(seen.split())
        assert all(f"{name}: https://signal.group/" in links for name in ("news", "talks"))
        # Invited is whom the settings name, and nobody else.
        bot = host.bot().aci
        for name, people in (
            ("Hackney news", {alex.aci}),
            ("Hackney talks", {alex.aci}),
            ("Night workers", {kit.aci}),
        ):
            group = made[name]
            assert {*group.members, *group.invited} == {bot, *people}, name
            assert set(group.admins) == {bot}
        # The settings name the new ones everywhere, and numbers in commands stay.
        settings = load_settings(host.config, {"RELAY_SECRETS_DIR": str(host.secrets)})
        (branch,) = settings.branches
        assert branch.announcement_groups == (made["Hackney news"].api_id,)
        assert [one.id for one in branch.groups] == [
            *(made[name].api_id for name in ("Hackney news", "Hackney talks", "Night workers")),
            # What was handed over to its keepers is theirs, and lives on.
            "group.aGFuZGVk",
        ]
        with _store(host) as store:
            kept = store[KeptGroups].all()
            assert [one.number for one in kept] == numbers
            # Nobody has left a group that is new.
            assert store[Rosters].of(chat.number) is None
            assert [one.id for one in kept] == [one.id for one in branch.groups]
        # The rest comes back by the link, as anybody does who is given it.
        mo = host.signal.new_phone("Mo")
        host.signal.world.join(host.signal.world.group_chat(made["Hackney talks"].api_id), mo.aci)
        terminal = host.start("--step", "groups")
        await terminal.until("The bot is in all of them.")
        assert await terminal.end() == 0


def _store(host: Host) -> Store:
    settings = load_settings(host.config, {"RELAY_SECRETS_DIR": str(host.secrets)})
    return Store(settings.store.path, settings.store_key.get_secret_value())


def _ids(host: Host) -> list[str]:
    settings = load_settings(host.config, {"RELAY_SECRETS_DIR": str(host.secrets)})
    return [one.id for one in settings.branches[0].groups]
