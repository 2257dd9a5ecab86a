"""`relay commands` shows who hears what, in the order in which they are asked."""

from click.testing import CliRunner

from handlers.routes import ROUTES
from relay.cli import main


def test_every_conversation_has_a_line_in_its_order() -> None:
    result = CliRunner().invoke(main, ["commands"])
    assert result.exit_code == 0
    names = [line.split()[0] for line in result.output.splitlines()]
    assert names == [route.name for route in ROUTES.routes()]


def test_a_line_says_what_is_heard_and_what_has_to_be_true() -> None:
    lines = CliRunner().invoke(main, ["commands"]).output.splitlines()
    (listing,) = [
        line for line in lines if line.startswith("queue.list_queue") and "typed" not in line
    ]
    assert listing.split() == ["queue.list_queue", "message", "queue", "admin"]
    (text,) = [line for line in lines if line.startswith("draft_answers.take_text ")]
    assert "in AskText" in text
    assert any(line.split()[1] == "emoji" for line in lines)
    assert any(line.split()[1] == "deletion" for line in lines)
