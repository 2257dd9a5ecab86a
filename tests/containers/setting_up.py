"""The conversation of `relay setup`, in its container and a terminal: step 5 of docs/host.md."""

import asyncio
from dataclasses import dataclass

from setupterminal import Terminal, code_in

from containers.branch import Branch
from practice.phones import Phone
from practice.server import PracticeSignal

CAPTCHA = "signal-hcaptcha.key.registration." + "x" * 200
CODE = "123456"
PICTURE = "/relay/settings/branch.png"
"""Where docs/host.md says that the picture is, for the conversation."""


@dataclass(frozen=True)
class People:
    """Who is there from the first day.

    Args:
        admin: posts.
        officer: reads reports.
        member: is in the group, and reports something.
    """

    admin: Phone
    officer: Phone
    member: Phone


async def set_up(
    branch: Branch, command: str, signal: PracticeSignal, people: People
) -> tuple[int, str]:
    """Answer everything that it asks, from the name of the branch to a look at everything.

    Args:
        branch: whose it is.
        command: what is typed to begin.
        signal: Signal, on which the number is not registered yet.
        people: who becomes the admin and the officer.

    Returns:
        Its exit code, and everything that it showed.

    Raises:
        AssertionError: something that it asks or says does not come.
    """
    world = signal.world
    world.registrar.captcha, world.registrar.code = CAPTCHA, CODE
    terminal = branch.terminal(command)
    try:
        await _branch(terminal, signal.number)
        # Phones write to this account from now on.
        world.account = world.accounts[signal.number]
        await _profile_and_group(terminal)
        await _admin(terminal, people.admin)
        await _the_rest(terminal, people.officer)
        code = await asyncio.wait_for(terminal.end(), 120)
        return code, terminal.shown
    finally:
        terminal.close()


async def _branch(terminal: Terminal, number: str) -> None:
    await terminal.answer("Name of the branch", "Hackney branch")
    await terminal.answer("Short name")
    await terminal.answer("Time zone")
    await terminal.answer("Its address")
    await terminal.answer("The number, with the country code", number)
    await terminal.answer("Type a number", "1")
    await terminal.answer("which starts with signalcaptcha", f"signalcaptcha://{CAPTCHA}")
    await terminal.answer("The code", CODE)
    await terminal.until("The number is registered.")


async def _profile_and_group(terminal: Terminal) -> None:
    await terminal.answer("Type a number", "1")
    await terminal.until("The PIN is set.")
    await terminal.answer("Name [Hackney branch]")
    await terminal.answer("A line about it")
    await terminal.answer("Picture file", PICTURE)
    await terminal.answer("Username [hackney_branch]")
    await terminal.until("The bot's username is hackney_branch.")
    await terminal.answer("Name of the group")
    await terminal.answer("Make a link to join?")
    await terminal.until("https://signal.group/")


async def _admin(terminal: Terminal, admin: Phone) -> None:
    await terminal.answer("Type a number", "1")
    admin.say(code_in(await terminal.until("Waiting for it now")))
    await terminal.until("The code has arrived.")
    await terminal.answer("Nobody else for now")
    await terminal.answer("admins of the group all the same?")
    await terminal.until("One admin can post now.")


async def _the_rest(terminal: Terminal, officer: Phone) -> None:
    await terminal.answer("Has the branch a Bluesky account?", "n")
    await terminal.answer("Shall something of yours be told?")
    await terminal.answer("Their address (just Enter for none)", "hackney.example.org")
    await terminal.answer("Name the team now?")
    await terminal.answer("Name of the team")
    await terminal.answer("Short name of the team")
    await terminal.answer("Type a number", "2")
    await terminal.answer("Their account id", officer.aci)
    await terminal.answer("Their role", "Welfare officer")
    await terminal.answer("Type a number")
    await terminal.until("There is only one officer.")
    await terminal.answer("Has somebody done that?")
    await terminal.answer("Do it now?")
    await terminal.answer("Has the message arrived?")
    await terminal.until("It works")
