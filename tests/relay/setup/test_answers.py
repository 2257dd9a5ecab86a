"""`relay setup --answers` runs with nobody there, and says what it misses."""

import asyncio
import base64
import io
import re
import tomllib
from pathlib import Path

import pytest
from PIL import Image
from setupterminal import NUMBER, RELAY, Host, host_with

from practice.relay_process import RelayProcess
from relay.language.words import Words, shipped_config
from relay.settings import load_settings
from relay.setup.answers import KEYS, check_keys
from relay.setup.checks import BadAnswer

ROOT = Path(__file__).parents[3]
EXAMPLE = shipped_config() / "answers.example.toml"


async def answered(host: Host, text: str, *arguments: str) -> tuple[int, str]:
    """Run it with these answers. Returns its exit code and what it said."""
    file = host.folder / "answers.toml"
    file.write_text(text, encoding="utf-8")
    return await typed(host, "setup", "--answers", str(file), *arguments)


async def typed(host: Host, *arguments: str) -> tuple[int, str]:
    """Run a command of the relay. Returns its exit code and what it said."""
    environ = {**host.environ(), "RELAY_SECRETS_DIR": str(host.secrets)}
    process = await asyncio.create_subprocess_exec(
        RELAY,
        *arguments,
        "--config",
        host.config,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=environ,
    )
    said, _ = await process.communicate()
    # One space between words, wherever the lines are broken.
    return process.returncode or 0, " ".join(said.decode().split())


def answers(host: Host, *, number: str = "", more: str = "") -> str:
    admin, officer = host.signal.new_phone("Alex"), host.signal.new_phone("Vic")
    return f"""
        [branch]
        name = "Hackney branch"
        [api]
        url = "{host.signal.url}"
        [number]
        number = "{NUMBER}"
        {number}
        [admins]
        ids = ["{admin.aci}"]
        [safeguarding]
        officers = [{{ id = "{officer.aci}", role = "Welfare officer" }}]
        {more}
    """


async def test_everything_at_once_for_a_number_that_is_there(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        host.signal.world.add_account(NUMBER)
        code, said = await answered(host, answers(host))
        assert code == 0, said
        assert "All is well." in said
        code, said = await answered(host, answers(host))
        assert code == 0
        assert "Everything is set up." in said


async def test_the_code_comes_between_two_runs(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        host.signal.world.registrar.code = "123456"
        host.signal.world.registrar.captcha = "solved"
        host.signal.world.registrar.locks[NUMBER] = "204060"
        code, said = await answered(host, answers(host))
        assert code == 1
        assert "does not say number.captcha" in said
        (tmp_path / "captcha").write_text("signalcaptcha://solved\n")
        code, said = await answered(host, answers(host, number='captcha_file = "captcha"'))
        assert code == 1
        assert "does not say number.code" in said
        code, said = await answered(host, answers(host, number='code = "111111"'))
        assert (code, "number.code was not accepted" in said) == (1, True)
        code, said = await answered(host, answers(host, number='code = "123-456"'))
        assert (code, "does not say number.pin_file" in said) == (1, True)
        (tmp_path / "old-pin").write_text("204060\n")
        both = 'code = "123456"\npin_file = "old-pin"'
        code, said = await answered(host, answers(host, number=both))
        assert code == 0, said
        assert "204060" not in said


async def test_secrets_and_slips_are_named(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        for text, expected in (
            ("[pin]\npin = '1234'", "pin.pin is a secret"),
            ("[bluesky]\napp_password = 'a'", "bluesky.app_password_file"),
            ("[branch]\nnaem = 'a'", "Did you mean branch.name?"),
            ("[zzz]\nqqq = 'a'", "zzz.qqq, which nothing asks for"),
            ("[branch", "cannot be read as a TOML file"),
            ("", "does not say branch.name"),
            ("[branch]\nname = 'a'\nslug = 'B C'", "branch.slug: "),
            ("timezone = 'Europe/Londno'\n[branch]\nname = 'a'", "Europe/London"),
        ):
            code, said = await answered(host, text)
            assert (code, expected in said) == (1, True), said


async def test_an_api_that_is_not_there_or_wrong_is_told(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        await host.signal.stop()
        code, said = await answered(host, answers(host))
        assert code == 1
        assert "does not answer" in said
        assert "go on, type the same command" in said


def test_the_example_shows_every_key() -> None:
    text = re.sub(r"^# (?=\w+ = )", "", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    shown = tomllib.loads(text)
    check_keys(shown)
    names = {
        f"{table}.{name}" if isinstance(value, dict) else table
        for table, value in shown.items()
        for name in (value if isinstance(value, dict) else [""])
    }
    inline = {"challenge", "number.captcha", "number.code_file", "pin.how"}
    assert names == KEYS - inline


def test_every_question_has_a_key_that_can_be_answered() -> None:
    asked = set()
    steps = (ROOT / "relay" / "destinations").glob("*/*setup.py")
    for file in (*(ROOT / "relay" / "setup").rglob("*.py"), *steps):
        text = file.read_text(encoding="utf-8")
        for how, key in re.findall(
            r'\b(ask|ask_secret|choose|agreed|given|listed)\(\s*(?:context, )?"([a-z_.]+)"', text
        ):
            asked.add(f"{key}_file" if how == "ask_secret" else key)
    # Asked again and again, which a file cannot answer.
    loops = {"api.again", "bluesky.again", "number.again", "safeguarding.role"}
    assert asked - loops - KEYS == set()
    files = {key for key in KEYS if key.endswith("_file") and key[:-5] in KEYS}
    assert KEYS - asked - files == set()


def test_a_secret_is_never_taken_from_the_file_itself() -> None:
    for key in sorted(key for key in KEYS if key.endswith("_file") and key[:-5] not in KEYS):
        table, name = key[:-5].split(".")
        with pytest.raises(BadAnswer) as raised:
            check_keys({table: {name: "secret"}})
        assert "secret" in raised.value.sentence(Words())


async def test_what_a_host_starts_by_hand_is_written_down_with_the_token(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        host.signal.world.add_account(NUMBER)
        listen, host.listen = host.listen, ""
        text = answers(host).replace("[api]", f'[api]\nlisten = "{listen}"')
        code, said = await answered(host, text)
        assert code == 0, said
        written = (host.secrets / "signal-api.env").read_text()
        token = host.secret("RELAY_WEBHOOK_TOKEN")
        assert f"RECEIVE_WEBHOOK_URL=http://relay:{token}@127.0.0.1:8091" in written
        assert token not in said
        assert (host.secrets / "signal-api.env").stat().st_mode & 0o077 == 0
        assert f'listen = "{listen}"' in host.config.read_text()


async def test_a_picture_is_sent_without_what_it_hides(tmp_path: Path) -> None:
    photograph = io.BytesIO()
    hidden = Image.Exif()
    hidden[0x010E] = "taken at home"
    Image.new("RGB", (64, 64), "#3d1a52").save(photograph, "JPEG", exif=hidden)
    (tmp_path / "logo.jpg").write_bytes(photograph.getvalue())
    async with host_with(tmp_path) as host:
        host.signal.world.add_account(NUMBER)
        more = f'[profile]\npicture = "{tmp_path / "logo.jpg"}"'
        code, said = await answered(host, answers(host, more=more))
        assert code == 0, said
        (profile,) = [call for call in host.signal.calls if call.path.startswith("/v1/profiles")]
        avatar = base64.b64decode(profile.body["base64_avatar"])
        assert avatar.startswith(b"\xff\xd8")
        assert b"taken at home" not in avatar


async def test_the_profile_has_the_key_that_the_branch_signs_with(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        account = host.signal.world.add_account(NUMBER)
        page = '[web]\npublic_url = "https://hackney.example.org"'
        code, said = await answered(host, answers(host, more=page))
        assert code == 0, said
        about = account.self_.about
        assert about.startswith("News of Hackney branch. Run by volunteers. Key: ")
        _, shown = await typed(host, "feed", "key")
        assert about.rpartition("Key: ")[2] in shown
        _, rotated = await typed(host, "feed", "rotate", "hackney")
        assert "There is a new key." in rotated
        code, said = await answered(host, answers(host, more=page), "--step", "profile")
        assert code == 0, said
        assert account.self_.about != about
        assert account.self_.about.rpartition("Key: ")[2] in rotated


def _add_branches(config: Path, *slugs: str) -> None:
    text = config.read_text(encoding="utf-8")
    ids = ", ".join(f'"{one}"' for one in tomllib.loads(text)["branches"][0]["admins"])
    more = "\n".join(
        f'[[branches]]\nslug = "{slug}"\nname = "{slug}"\nadmins = [{ids}]\n' for slug in slugs
    )
    config.write_text(f"{text}\n{more}", encoding="utf-8")


async def test_the_keys_of_all_branches_are_in_it_while_there_is_room(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        account = host.signal.world.add_account(NUMBER)
        page = '[web]\npublic_url = "https://hackney.example.org"'
        code, said = await answered(host, answers(host, more=page))
        assert code == 0, said
        _add_branches(Path(host.config), "camden", "tower-hamlets", "walthamstow")
        code, said = await answered(host, answers(host, more=page), "--step", "profile")
        assert code == 0, said
        about = account.self_.about
        assert len(about) <= 140
        _, shown = await typed(host, "feed", "key")
        named = about.rpartition("Keys: ")[2].split(", ")
        assert [one.partition(" ")[0] for one in named] == ["hackney", "camden", "tower-hamlets"]
        assert all(one.partition(" ")[2] in shown for one in named)


async def test_a_long_line_makes_room_for_the_key(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        account = host.signal.world.add_account(NUMBER)
        more = '[web]\npublic_url = "https://hackney.example.org"\n[profile]\nabout = "News. '
        code, said = await answered(host, answers(host, more=f'{more}{"We meet. " * 20}"'))
        assert code == 0, said
        assert len(account.self_.about) <= 140
        assert "… Key: " in account.self_.about


async def test_another_number_has_to_be_protected_again(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        host.signal.world.add_account(NUMBER)
        await answered(host, answers(host))
        other = host.signal.world.add_account("+447700900456")
        text = answers(host).replace(NUMBER, other.number)
        code, said = await answered(host, text, "--step", "number")
        assert (code, other.pin) == (0, None), said
        code, said = await answered(host, text)
        assert code == 0, said
        assert "one of the groups in the settings" in said
        settings = load_settings(host.config, {"RELAY_SECRETS_DIR": str(host.secrets)})
        assert len(settings.branches[0].announcement_groups) == 1
        assert (other.pin, other.discoverable) == (host.secret("signal-registration-pin"), False)


async def test_the_relay_starts_with_what_was_written(tmp_path: Path) -> None:
    async with host_with(tmp_path) as host:
        bot = host.signal.world.add_account(NUMBER)
        code, said = await answered(host, answers(host))
        assert code == 0, said
        host.connect_webhook()
        secrets = {"RELAY_SECRETS_DIR": str(host.secrets), "RELAY_WEB__LISTEN": host.listen}
        relay = RelayProcess(host.config, secrets, host.listen, tmp_path / "relay.log")
        await relay.start()
        try:
            rio = host.signal.new_phone("Rio")
            rio.say("whoami", bot.aci)
            await host.signal.world.events.next(
                lambda event: event.kind == "message" and rio.sees(event), after=0, within=30
            )
        finally:
            await relay.stop()
        assert any("Your account id" in message.text for message in rio.messages(bot.aci))
