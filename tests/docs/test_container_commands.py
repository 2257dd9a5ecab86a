"""`make containers` carries out every command of the guides for hosts, or says why not."""

import re

import pytest
from containers import backup_guide, host_guide, upgrade_guide
from containers.guide import GUIDES, NOT_PLAYED, commands, commands_in
from guides import guide

CHAPTERS = {
    one.guide: one for one in (host_guide.CHAPTER, upgrade_guide.CHAPTER, backup_guide.CHAPTER)
}
_DOCKER = re.compile(r"\bdocker (?:compose (?:--\S+ )*[a-z]+|(?!compose)[a-z]+)\b")


def test_each_guide_is_walked_through() -> None:
    assert tuple(CHAPTERS) == GUIDES


@pytest.mark.parametrize("name", GUIDES)
def test_no_command_for_docker_is_overlooked(name: str) -> None:
    """Wherever it stands: in a block, in an indented line, in a sentence."""
    written = _DOCKER.findall(guide(name))
    walked = [found for command in commands(name) for found in _DOCKER.findall(command.text)]
    assert written
    assert walked == written


@pytest.mark.parametrize("name", GUIDES)
def test_what_is_done_beside_a_command_or_left_out_still_stands_in_the_guide(name: str) -> None:
    lines = [command.line for command in commands(name)]
    chapter = CHAPTERS[name]
    left_out = {text for guided, text in NOT_PLAYED if guided == name}
    assert left_out | set(chapter.beside) <= set(lines)
    for rush in chapter.rushes:
        assert any(rush.begins(list(commands(name))[place:]) for place in range(len(lines)))


def test_a_new_command_is_carried_out_without_anything_being_changed_here() -> None:
    """So that a guide cannot gain a command that nobody has tried."""
    more = """
```sh
docker compose top                # with containers
new-tool --now
relay new --config relay.toml     # with systemd
```

And `docker compose pause relay`, or in one line

    relay newer --config relay.toml
"""
    for name in GUIDES:
        found = list(commands_in(name, more))
        assert [command.text for command in found] == [
            "docker compose top",
            "new-tool --now",
            "docker compose pause relay",
            "relay newer --config relay.toml",
        ]
        assert {command.reason for command in found} == {None}


@pytest.mark.parametrize("name", GUIDES)
def test_what_is_left_to_the_way_without_containers_is_for_systemd_alone(name: str) -> None:
    blocks = re.findall(r"^```sh\n((?:.*\n)*?)```$", guide(name), re.M)
    walked = {command.text for command in commands(name)}
    for block in blocks:
        lines = [re.split(r"\s{2,}#", line)[0] for line in block.splitlines()]
        if not walked.intersection(lines):
            assert "docker" not in block
            assert re.search(r"systemctl|branch-relay", block)
