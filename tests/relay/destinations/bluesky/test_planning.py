from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from relay.destinations import Plan
from relay.destinations.bluesky.planning import plan_thread
from relay.destinations.bluesky.tid import TidClock
from relay.time.clock import StillClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def planned(text: str, descriptions: tuple[str, ...] = (), files: int = 0) -> Plan:
    keys = TidClock(StillClock(NOON), clock_id=5).keys
    return plan_thread(
        text, descriptions, files=files, now=NOON, langs=["en-GB", "cy", "gd", "ga"], keys=keys
    )


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=900), st.lists(st.text(max_size=20), max_size=6), st.integers(0, 2))
def test_a_plan_survives_being_stored(text: str, descriptions: list[str], files: int) -> None:
    plan = planned(text, tuple(descriptions), files)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    assert planned(text, tuple(descriptions), files) == plan


def test_a_card_is_made_of_a_link_that_is_written_out_where_there_is_one() -> None:
    text = "At example.org/hall, papers https://branch.example.org/p and https://example.org/q"
    assert planned(text).card_link == (0, "https://branch.example.org/p")
    assert planned("At example.org/hall").card_link == (0, "https://example.org/hall")
    assert planned("The hall is open.it is").card_link is None


def test_four_pictures_go_along_and_more_are_said_to_be_left_out() -> None:
    plan = planned("Photos", ("a", "b", "c", "d", "e"))
    assert plan.pictures == ("a", "b", "c", "d")
    assert plan.left_out == ("too_many_pictures",)


def test_files_are_said_to_be_left_out() -> None:
    assert planned("Agenda attached", files=2).left_out == ("files",)


def test_pictures_alone_are_a_post_without_text() -> None:
    (post,) = planned("", ("a poster",)).posts
    assert post.text == ""


def test_files_alone_are_no_post() -> None:
    plan = planned(" ", files=1)
    assert (plan.posts, plan.left_out) == ((), ("files",))


def test_a_text_too_long_for_any_thread_is_left_out_whole() -> None:
    plan = planned("x" * 9000, ("a",))
    assert (plan.posts, plan.pictures, plan.left_out) == ((), (), ("text_too_long",))


def test_the_time_is_kept_in_utc_and_three_languages_are_named() -> None:
    keys = TidClock(StillClock(NOON)).keys
    local = datetime(2026, 7, 1, 18, tzinfo=ZoneInfo("Europe/London"))
    plan = plan_thread("Hi", (), files=0, now=local, langs=["en-GB"] * 4, keys=keys)
    assert plan.created_at == datetime(2026, 7, 1, 17, tzinfo=UTC)
    assert plan.langs == ("en-GB",) * 3
