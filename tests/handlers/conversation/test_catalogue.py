"""What people are told of is what is declared, to each what they have."""

from types import SimpleNamespace
from typing import Any, cast

from signalbot import DataMessage

from handlers.conversation.catalogue import Catalogue, Command, Follows, Section
from handlers.conversation.filters import everybody
from handlers.conversation.heard import HeardMessage
from handlers.services import Services
from relay.language.vocabulary import vocabulary


def nobody(_: HeardMessage) -> bool:
    return False


def somebody(_: HeardMessage) -> bool:
    return True


QUEUE = Command("queue", somebody, Section.POSTING)
CATALOGUE = Catalogue(
    [
        Command("cases", nobody, Section.CASEWORK),
        QUEUE,
        Command("reply", somebody, Section.CASEWORK, ((Follows.CASE, Follows.TEXT),)),
        Command("note", somebody),
        QUEUE,
        Command("help", everybody, Section.MENU),
    ]
)


def heard(text: str) -> HeardMessage:
    services = cast(Services, SimpleNamespace(vocabulary=vocabulary("en-GB")))
    message = DataMessage.model_construct(
        text=text,
        source_uuid="a",
        timestamp=7,
        server_received_timestamp=7,
        server_delivered_timestamp=7,
    )
    return HeardMessage(services, cast(Any, SimpleNamespace(message=message)))


def ids(commands: tuple[Command, ...]) -> list[str]:
    return [command.id for command in commands]


def test_each_is_told_of_once_by_section_and_never_what_has_none() -> None:
    assert ids(CATALOGUE.commands) == ["help", "queue", "cases", "reply"]
    assert ids(CATALOGUE.of(heard("x"))) == ["help", "queue", "reply"]


def test_a_usage_is_worded_by_what_follows_the_command() -> None:
    both = Command("status", usages=((), (Follows.NUMBER,)))
    assert [*both.messages()] == ["command-status", "command-status-number"]
    assert [*Command("own_case").messages()] == ["command-own-case"]


def test_a_slip_is_taken_for_what_its_sender_has() -> None:
    assert CATALOGUE.nearest(heard("queu now")) is QUEUE
    assert CATALOGUE.nearest(heard("case")) is None
    assert CATALOGUE.nearest(heard("notes")) is None
    assert CATALOGUE.nearest(heard("12")) is None
    assert CATALOGUE.nearest(heard("queue")) is None
    assert CATALOGUE.nearest(heard("queue of the dead")) is QUEUE


def test_what_is_said_in_confidence_is_not_guessed_at() -> None:
    catalogue = Catalogue([Command("report", everybody, Section.REPORTING)])
    assert catalogue.nearest(heard("repport")) is None


def test_a_word_of_other_software_is_taken_for_what_its_sender_has() -> None:
    meant = CATALOGUE.known_elsewhere
    assert meant(heard("List!")) is QUEUE
    assert getattr(meant(heard("answer them")), "id", None) == "reply"
    assert meant(heard("broadcast it")) is None


def test_a_command_is_kept_for_some_where_nobody_else_has_one_of_that_name() -> None:
    assert CATALOGUE.is_kept_for(heard("queue"), somebody)
    assert not CATALOGUE.is_kept_for(heard("queue"), nobody)
    assert not CATALOGUE.is_kept_for(heard("help"), somebody)
    two = Catalogue([QUEUE, Command("queue", everybody, Section.ATTENDING)])
    assert not two.is_kept_for(heard("queue"), somebody)
