"""The recordings are whole, small, and say nothing about where they were made."""

from recordings import (
    NEWEST,
    RELEASES,
    SIGNAL_CLI,
    WIRE,
    WITH_NEWER_SIGNAL_CLI,
    behaviour,
    cases,
    endpoints,
    webhook_bodies,
)


def test_every_release_answered_every_request() -> None:
    counts = {
        release: sum(len(cases(release, endpoint)) for endpoint in endpoints())
        for release in RELEASES
    }
    assert counts == dict.fromkeys(RELEASES, 1437)


def test_names_are_unique_within_an_endpoint() -> None:
    for endpoint in endpoints():
        names = [case.name for case in cases(NEWEST, endpoint)]
        assert len(names) == len(set(names)), endpoint


def test_every_release_posts_ninety_kinds_of_notification() -> None:
    for release in SIGNAL_CLI:
        bodies = webhook_bodies(release)
        assert len({body.name for body in bodies}) == len(bodies) == 90
        assert all(body.notification["method"] == "receive" for body in bodies)


def test_only_the_newest_signal_cli_says_what_a_voice_note_is() -> None:
    for release in SIGNAL_CLI:
        says = any("isVoiceNote" in body.text for body in webhook_bodies(release))
        assert says is (release == WITH_NEWER_SIGNAL_CLI)


def test_every_release_names_itself() -> None:
    assert [cases(release, "about")[0].json["version"] for release in RELEASES] == list(RELEASES)


def test_what_was_measured_is_there_for_each() -> None:
    assert {len(behaviour(release)) for release in RELEASES} == {28}


def test_the_recordings_stay_small_and_name_no_path_of_a_machine() -> None:
    files = [path for path in WIRE.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 2_000_000
    for path in files:
        text = path.read_text(encoding="utf-8")
        for place in ("/home/", "/root/", "/tmp/", "/work/"):
            assert place not in text, path
