"""Nothing anybody wrote, and nobody's identity, reaches a log, at any level, from anywhere."""

import asyncio
import gc
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, cast, get_args

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st
from signalbot import Config, SignalBot

from relay.delivery.errors import DeliveryRefused
from relay.logs import crashes_logged, logging_to, watch_loop
from relay.logs.events import TEXT_KEYS, WITHHELD
from relay.settings import LogSettings

Level = Literal["debug", "info", "warning", "error"]
LEVELS: tuple[Level, ...] = get_args(Level)
TEXT = "CANARY he followed me home"
SECRETS = ("s3cret-token", "another-key")
LIBRARIES = [
    "signalbot",
    "aiohttp.access",
    "aiohttp.server",
    "apscheduler.scheduler",
    "httpx",
    "httpcore.connection",
    "atproto",
    "websockets.client",
    "asyncio",
    "relay.something",
]


@contextmanager
def logged(
    level: Level = "debug", form: Literal["json", "console"] = "json"
) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    with logging_to(stream, LogSettings(level=level, format=form), SECRETS):
        yield stream


def events(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def one(stream: io.StringIO) -> dict[str, Any]:
    [only] = events(stream)
    return only


def test_an_event_is_one_line_of_json() -> None:
    with logged() as stream:
        structlog.get_logger("relay.x").info("lane_blocked", lane="signal", cause="captcha", n=3)
    event = one(stream)
    assert event.pop("timestamp").endswith("Z")
    assert event == {
        "level": "info",
        "event": "lane_blocked",
        "lane": "signal",
        "cause": "captcha",
        "n": 3,
    }


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize("level", LEVELS)
def test_no_text_under_any_key_but_the_known_ones(
    level: Level, form: Literal["json", "console"]
) -> None:
    with logged(level, form) as stream:
        log = structlog.get_logger()
        for method in LEVELS:
            write = getattr(log, method)
            write("received", text=TEXT, name=TEXT, envelope={"message": TEXT}, parts=[TEXT])
            write(TEXT)
            write(f"received {TEXT}")
    assert "CANARY" not in stream.getvalue()
    assert WITHHELD in stream.getvalue()


@settings(max_examples=30)
@given(
    st.sampled_from(sorted(TEXT_KEYS - {"level"})),
    st.sampled_from(
        [
            "+447700900123",
            "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a",
            "group.SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2tuZXk9",
            "SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2s=",
            "s3cret-token",
        ]
    ),
)
def test_no_identity_under_the_known_keys_either(key: str, identity: str) -> None:
    with logged() as stream:
        structlog.get_logger().info("happened", **{key: f"failed for {identity} now"})
    assert identity not in stream.getvalue()


def test_a_number_that_could_be_somebodys_is_withheld() -> None:
    with logged() as stream:
        structlog.get_logger().info("happened", who=447700900123, sent=1763812345678, rows=12)
    assert one(stream)["rows"] == 12
    assert "447700900123" not in stream.getvalue()
    assert "1763812345678" not in stream.getvalue()


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_library_says_nothing_that_is_not_constant(library: str, level: Level) -> None:
    logger = logging.getLogger(library)
    with logged(level) as stream:
        for method in (logger.debug, logger.info, logger.warning, logger.error, logger.critical):
            method("%s", TEXT)
            method("A message came: %s", TEXT)
            method(f"A message came: {TEXT}")
            method({"envelope": TEXT})
            method("A message of %(who)s", {"who": TEXT}, extra={"data": TEXT}, stack_info=True)
    assert "CANARY" not in stream.getvalue()
    written = events(stream)
    assert {event["logger"] for event in written} == {library}
    assert "A message came: %s" in {event.get("template") for event in written}
    assert all(event["at"].startswith("test_setup:") for event in written)


def test_libraries_are_quiet_below_warning_unless_asked() -> None:
    with logged("info") as stream:
        logging.getLogger("httpx").info("A request was made")
    assert stream.getvalue() == ""


@pytest.mark.parametrize("level", LEVELS)
async def test_the_raw_message_line_of_signalbot_never_appears(level: Level) -> None:
    with logged(level) as stream, pytest.MonkeyPatch.context() as patch:
        elsewhere = io.StringIO()
        patch.setattr(sys, "stderr", elsewhere)
        SignalBot(
            Config(
                signal_service="127.0.0.1:8080",
                phone_number="+447700900000",
                logging_level=logging.DEBUG,
            )
        )
        logger = logging.getLogger("signalbot")
        logger.info("[Raw Message] %s", TEXT)
        logger.error("[Bot] New message %s sent:\n%s", 1, TEXT)
    assert "Raw Message" not in stream.getvalue()
    assert "CANARY" not in stream.getvalue()
    assert elsewhere.getvalue() == ""
    assert events(stream)[-1]["template"] == "[Bot] New message %s sent: %s"


def test_an_exception_is_told_by_type_and_place() -> None:
    with logged() as stream:
        try:
            try:
                raise KeyError(TEXT)
            except KeyError as error:
                raise ValueError(TEXT) from error
        except ValueError:
            structlog.get_logger().exception("handler_fault")
            logging.getLogger("signalbot").exception("[%s]", TEXT)
    assert "CANARY" not in stream.getvalue()
    for event in events(stream):
        assert event["exception"].startswith("ValueError\n  ")
        assert "caused by KeyError" in event["exception"]
        assert "test_an_exception_is_told_by_type_and_place" in event["exception"]


def test_all_of_a_group_of_exceptions_are_told() -> None:
    with logged() as stream:
        try:
            raise ExceptionGroup(TEXT, [ValueError(TEXT), OSError(TEXT)])
        except ExceptionGroup:
            structlog.get_logger().exception("lanes_stopped")
    assert "CANARY" not in stream.getvalue()
    assert "ValueError" in stream.getvalue()
    assert "OSError" in stream.getvalue()


class _Harmless(Exception):
    safe_to_log = True


def test_our_own_safe_errors_keep_their_reason_scrubbed() -> None:
    with logged() as stream:
        try:
            raise _Harmless("no such group for +447700900123")
        except _Harmless:
            structlog.get_logger().exception("delivery_fault")
    assert "_Harmless: no such group for [number]" in one(stream)["exception"]


def test_what_another_server_answered_is_not_logged() -> None:
    with logged() as stream:
        try:
            raise DeliveryRefused("Sam Example is not a member")
        except DeliveryRefused:
            structlog.get_logger().exception("delivery_fault")
        assert "Sam Example" not in stream.getvalue()
        assert "DeliveryRefused" in one(stream)["exception"]


def test_what_nobody_caught_is_logged_without_its_text() -> None:
    with logged() as stream:
        error = ValueError(TEXT)
        sys.excepthook(ValueError, error, None)

        def fail() -> None:
            raise RuntimeError(TEXT)

        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        warnings.warn_explicit(TEXT, UserWarning, f"{__name__}.py", 7)
    assert "CANARY" not in stream.getvalue()
    assert [event["event"] for event in events(stream)] == [
        "crashed",
        "thread_crashed",
        "python_warning",
    ]


def test_what_leaves_the_program_is_logged_and_not_printed() -> None:
    with logged() as stream, pytest.raises(SystemExit) as ended, crashes_logged():
        raise ValueError(TEXT)
    assert ended.value.code == 1
    assert one(stream)["event"] == "crashed"
    assert "CANARY" not in stream.getvalue()


async def test_a_task_that_nobody_awaits_is_logged_without_its_text() -> None:
    loop = asyncio.get_running_loop()

    async def forgotten() -> None:
        raise RuntimeError(TEXT)

    with logged() as stream:
        watch_loop(loop)
        task = asyncio.create_task(forgotten())
        await asyncio.wait([task])
        del task
        gc.collect()
        loop.set_exception_handler(None)
    fault = one(stream)
    assert fault["event"] == "loop_fault"
    assert fault["task"].endswith("forgotten")
    assert "CANARY" not in stream.getvalue()


def test_a_record_that_cannot_be_formatted_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with logged() as stream:
        logging.getLogger("httpx").warning("one %d too many", TEXT)
    captured = capsys.readouterr()
    assert "CANARY" not in stream.getvalue() + captured.err + captured.out


def test_everything_is_put_back() -> None:
    root = logging.getLogger()
    before = (logging.getLogRecordFactory(), root.handlers[:], root.level, sys.excepthook)
    configured = structlog.get_config()
    with logged():
        pass
    assert (
        logging.getLogRecordFactory(),
        root.handlers[:],
        root.level,
        sys.excepthook,
    ) == before
    assert structlog.get_config() == configured


def test_every_level_of_the_settings_is_a_level() -> None:
    annotation = LogSettings.model_fields["level"].annotation
    assert cast("tuple[Level, ...]", get_args(annotation)) == LEVELS
