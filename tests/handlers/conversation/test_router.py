"""Who hears what: the first that everything lets through, and nobody else."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from signalbot import DataMessage, EditMessage, Reaction

from handlers.conversation.filters import everybody, exactly, named, new, typed, whole
from handlers.conversation.heard import (
    Heard,
    HeardDeletion,
    HeardMessage,
    HeardReaction,
    looked_up_once,
)
from handlers.conversation.router import Filter, Router
from handlers.services import Services
from relay.language.vocabulary import vocabulary

SAM = "5b7e1f2a-0000-4000-8000-00000000aaaa"


def heard(text: str, kind: type[DataMessage] = DataMessage) -> HeardMessage:
    message = kind.model_construct(
        text=text,
        source_uuid=SAM,
        timestamp=7,
        server_received_timestamp=7,
        server_delivered_timestamp=7,
    )
    services = cast(Services, SimpleNamespace(vocabulary=vocabulary("en-GB")))
    return HeardMessage(services, cast(Any, SimpleNamespace(message=message)))


def reaction() -> HeardReaction:
    message = Reaction.model_construct(
        emoji="👍",
        source_uuid=SAM,
        is_remove=False,
        timestamp=7,
        server_received_timestamp=7,
        server_delivered_timestamp=7,
    )
    return HeardReaction(cast(Services, None), cast(Any, SimpleNamespace(message=message)))


async def carried_out(router: Router, what: Any) -> str | None:
    route = router.find(what)
    if route is None:
        return None
    await route.carry_out(what)
    return route.name


def router(name: str, *heard_by: str, may: Filter[HeardMessage] = everybody) -> Router:
    made = Router(name)
    for command in heard_by:

        async def carry(_: HeardMessage) -> None: ...

        carry.__name__ = command
        made.command(command, may=may)(carry)
    return made


async def test_the_order_of_inclusion_is_the_order_of_asking() -> None:
    whole = Router("whole")
    inner = Router("inner")
    inner.include(router("b", "queue"))
    whole.include(router("a", "status"), inner, router("c", "queue", "help"))
    assert [route.name for route in whole.routes()] == ["a.status", "b.queue", "c.queue", "c.help"]
    assert await carried_out(whole, heard("queue")) == "b.queue"
    assert await carried_out(whole, heard("Help!")) == "c.help"
    assert await carried_out(whole, heard("What can you do?")) == "c.help"
    assert await carried_out(whole, heard("something else")) is None


async def test_who_may_not_is_not_heard_by_it_but_by_the_next() -> None:
    whole = Router("whole")
    whole.include(router("theirs", "queue", may=lambda _: False), router("ours", "queue"))
    assert await carried_out(whole, heard("queue")) == "ours.queue"


async def test_a_newer_version_is_heard_where_it_is_not_filtered_out() -> None:
    whole = Router("whole")

    @whole.message(new, typed("queue"))
    async def fresh(_: HeardMessage) -> None: ...

    @whole.message(typed("queue"))
    async def either(_: HeardMessage) -> None: ...

    assert await carried_out(whole, heard("queue")) == "whole.fresh"
    assert await carried_out(whole, heard("queue", EditMessage)) == "whole.either"


async def test_emoji_deletions_and_messages_are_each_heard_by_their_own() -> None:
    whole = Router("whole")

    @whole.message()
    async def words(_: HeardMessage) -> None: ...

    @whole.reaction()
    async def emoji(_: HeardReaction) -> None: ...

    @whole.deletion()
    async def gone(_: HeardDeletion) -> None: ...

    assert await carried_out(whole, heard("👍")) == "whole.words"
    assert await carried_out(whole, reaction()) == "whole.emoji"


def test_a_router_is_included_once() -> None:
    whole, part = Router("whole"), Router("part")
    inner = Router("inner")
    inner.include(part)
    whole.include(inner)
    with pytest.raises(ValueError, match="part is included twice"):
        whole.include(part)
    with pytest.raises(ValueError, match="whole is included twice"):
        whole.include(whole)


async def test_a_command_may_have_to_be_all_of_a_message() -> None:
    whole_router = Router("whole")

    @whole_router.command("stop", by=named)
    @whole_router.command("own_case", by=whole)
    @whole_router.command("tidy", by=exactly)
    async def carry(_: HeardMessage) -> None: ...

    for text in ("Stop.", "“stop”", " STOP? ", "case", "Notes!", "(tidy)"):
        assert await carried_out(whole_router, heard(text)), text
    for text in ("stop him please", "case closed", "tidy?", "tidy up"):
        assert await carried_out(whole_router, heard(text)) is None, text


def test_a_name_is_not_one_of_the_other_words() -> None:
    assert whole("own_case")(heard("note"))
    assert not named("own_case")(heard("note"))
    assert named("own_case")(heard("CASE?"))


def test_what_a_filter_looks_up_is_looked_up_once() -> None:
    looked: list[str] = []

    @looked_up_once
    def look(one: Heard[Any]) -> str:
        looked.append(one.person)
        return one.person

    message = heard("anything")
    assert look(message) == look(message) == SAM
    assert looked == [SAM]
