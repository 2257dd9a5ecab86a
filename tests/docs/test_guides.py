"""What the guides name is there: commands, settings, files, steps, sentences and links."""

import re
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import click
import pytest
import yaml
from guides import DOCS, GUIDES, ROOT, blocks, flat, guide, parts, prose, quotations, spans, typed
from pydantic import BaseModel

from relay.cli import main
from relay.schema.restart import fixed_settings
from relay.schema.secret import named
from relay.settings import Settings
from relay.setup import steps

OF_OTHERS = frozenset(
    {
        "age-keygen",
        "apt-get",
        "cd",
        "chmod",
        "chown",
        "df",
        "docker-compose",
        "dpkg-reconfigure",
        "echo",
        "git",
    }
    | {"MaxRetentionSec=1month", "SystemMaxUse=200M", "journald.conf"}
    | {"install", "journalctl", "mv", "scp", "systemd-analyze", "systemd-sysusers"}
    | {"--b2-hard-delete", "--backup-dir", "--drive-use-trash=false", "--exclude"}
)
"""Programs and options that are not ours, which nothing here can look up."""
OF_SQLITE = frozenset({"-wal", "-shm"})
OF_DEBIAN = frozenset({"haproxy", "caddy"})
PICTURE = r'<img[^>]*src="([^"]+)"'
MADE_BY_THE_HOST = frozenset(
    {
        "deploy/backups",
        "deploy/data/relay",
        "deploy/data/signal",
        "deploy/restored",
        "deploy/settings",
        "deploy/settings/secrets",
        "deploy/.env",
        "/var/lib/branch-relay/restored",
        "restored",
    }
)
NOT_READ = frozenset({"practice", "__pycache__"})


def commands(name: str) -> Iterator[list[str]]:
    """Every command line of a guide, in blocks and in sentences."""
    for line in "".join(blocks(name, "sh")).splitlines():
        yield shlex.split(line, comments=True)
    for span in spans(name):
        if re.match(r"(relay|make|docker compose|systemctl|journalctl) ", span):
            yield shlex.split(span)


@cache
def services() -> frozenset[str]:
    """The services of the compose file."""
    text = (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text)["services"])


@cache
def shipped_text() -> str:
    """Everything that is installed, as one text."""
    found = [ROOT / "Makefile"]
    for folder in ("relay", "config", "deploy"):
        found += sorted(
            path
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and not NOT_READ & set(path.parts) and path.suffix != ".ftl"
        )
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in found)


def fields(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """The settings in a table, and the tables among them."""
    return {name: _table(field.annotation) for name, field in model.model_fields.items()}


def _table(annotation: Any) -> type[BaseModel] | None:
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
        if part is not annotation and (inner := _table(part)) is not None:
            return inner
    return None


def all_settings(model: type[BaseModel] = Settings) -> set[str]:
    """The names of all settings."""
    names = set(fields(model))
    for table in fields(model).values():
        names |= all_settings(table) if table is not None else set()
    return names


def wrong_for_relay(words: list[str]) -> list[str]:
    """What the command does not know of its arguments."""
    command: click.Command = main
    context = click.Context(main)
    wrong, options, expects = [], {}, None
    for word in words:
        options = {one: param for param in command.params for one in param.opts}
        if expects is not None:
            if isinstance(expects.type, click.Choice) and word not in expects.type.choices:
                wrong.append(word)
            expects = None
        elif word.startswith("-") and word != "-":
            if word not in options:
                wrong.append(word)
            elif not getattr(options[word], "is_flag", False):
                expects = options[word]
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            wrong += [word] if found is None else []
            command = found or command
    return wrong


def wrong_for_compose(words: list[str]) -> list[str]:
    """What of a `docker compose` command is in no compose file."""
    plain = [word for word in words if not word.startswith("-")]
    verb, *rest = plain or [""]
    if verb in ("run", "exec"):
        service, *inner = words[words.index(rest[0]) :]
        inner = inner[1:] if verb == "exec" else inner
        if inner[:2] == ["sh", "-c"] or rest[1:2] == ["sh"]:
            return [] if service in services() else [service]
        return wrong_for_relay(inner) + ([] if service in services() else [service])
    return [word for word in rest if word not in services()]


def wrong_in(words: list[str]) -> list[str]:
    """What of a command line does not exist."""
    program, *rest = words
    if program == "relay":
        return wrong_for_relay(rest)
    if words[:2] == ["docker", "compose"]:
        return wrong_for_compose(words[2:])
    if words[:3] == ["docker", "compose", "kill"]:
        return []  # Named, so that nobody does it.
    if program == "docker":
        return [] if rest[0] in ("exec", "image", "ps", "rm", "tag") else rest
    if program == "make":
        targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
        return [word for word in rest if word not in targets]
    if program == "systemctl":
        units = {path.name.removesuffix(".service") for path in _units()} | OF_DEBIAN
        named = [word for word in rest[1:] if not word.startswith("-")]
        return [word for word in named if word not in units]
    if program in ("cp", "install"):
        named = [word for word in rest if word.startswith(("deploy/", "config/"))]
        return [word for word in named if not list(ROOT.glob(word))]
    return [] if program in OF_OTHERS else [program]


def _units() -> Iterator[Path]:
    return (ROOT / "deploy" / "systemd").iterdir()


def is_known(span: str) -> bool:
    """Whether what stands in code type is something that exists."""
    words = span.split()
    # What stands before a moment in a name, or before a value.
    start = re.split(r"…|=|\d{8}T", span)[0].rstrip("/")
    said = {word for name in GUIDES for text in typed(name) for word in (text, text.split()[0])}
    return (
        span in said
        or span in {step.name for step in steps()}
        or span.strip("[]").split(" = ")[0] in all_settings()
        or (ROOT / span).exists()
        or span in MADE_BY_THE_HOST
        or (words[0] in ("relay", "make", "docker", "systemctl") and not wrong_in(words))
        or words[0] in OF_OTHERS
        or start.removeprefix("relay.db") in OF_SQLITE
        or start.removeprefix("relay.db") in shipped_text()
        or not wrong_for_relay_anywhere(words)
    )


def wrong_for_relay_anywhere(words: list[str]) -> list[str]:
    """What of these options no command of ours has; values of options are passed over."""
    context = click.Context(main)
    ours = [main.get_command(context, name) for name in main.list_commands(context)]
    known = {one for command in ours if command for param in command.params for one in param.opts}
    return [word for word in words[:1] if word not in known]


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_can_be_typed(name: str) -> None:
    wrong = [(" ".join(words), wrong_in(words)) for words in commands(name) if words]
    assert [one for one in wrong if one[1]] == []


def test_every_command_of_the_readme_can_be_typed() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^    (?:\.venv/bin/)?((?:relay|make) .*?)(?:  .*)?$", text, re.M)
    assert lines
    wrong = [(line, wrong_in(shlex.split(line))) for line in lines]
    assert [(line, words) for line, words in wrong if words and "CONFIG=" not in line] == []


@pytest.mark.parametrize("name", GUIDES)
def test_everything_in_code_type_exists(name: str) -> None:
    assert [span for span in spans(name) if not is_known(span)] == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_setting_that_is_shown_can_be_set(name: str) -> None:
    for block in blocks(name, "toml"):
        for table, values in tomllib.loads(block).items():
            model = fields(Settings)[table]
            assert model is not None
            assert set(values) <= set(fields(model))


@pytest.mark.parametrize("name", GUIDES)
def test_every_quoted_sentence_is_said(name: str) -> None:
    speak = [*(ROOT / "config/wording/en-GB").iterdir(), ROOT / "deploy/signal/entrypoint.sh"]
    said = flat("\n".join(path.read_text(encoding="utf-8") for path in speak))
    sentences = quotations(name) + re.findall(r"“([^”]+\.)”", prose(name))
    quoted = [part for sentence in sentences for part in parts(sentence) if part]
    assert [part for part in quoted if part not in said] == []


def test_every_page_that_the_program_sends_people_to_is_there() -> None:
    wording = (ROOT / "config" / "wording").rglob("*.ftl")
    told = shipped_text() + "".join(path.read_text(encoding="utf-8") for path in wording)
    named = set(re.findall(r"docs/[\w-]+\.md", told))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("name", [*GUIDES, "README.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https:)([^)#]*)(?:#([^)]*))?\)", guide(name))
    links += [(source, "") for source in re.findall(PICTURE, guide(name))]
    for file, heading in links:
        path = DOCS / (file or name)
        assert path.is_file(), file
        if heading:
            titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
            assert heading in {
                re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in titles
            }


def test_a_picture_is_small_enough_for_a_slow_line() -> None:
    large = 150_000
    names = {name for guided in GUIDES for name in re.findall(PICTURE, guide(guided))}
    assert names
    assert [name for name in names if (DOCS / name).stat().st_size > large] == []


def test_the_host_reads_of_every_step_of_setting_up() -> None:
    table = re.findall(r"^\| `(\w+)` \|", prose("host.md"), re.M)
    assert table == [step.name for step in steps()]


def test_the_host_reads_which_settings_need_a_restart() -> None:
    text = (DOCS / "host.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"and where you change (.*?), which the relay holds on to", text, re.S)
    fixed = {named(path, Settings) for path in fixed_settings(Settings)}
    assert set(re.findall(r"`([^`]+)`", listed)) == fixed
