"""Playing invitations to a relay."""

from practice.invitations import play

NOW = "2026-11-27T12:00:00+00:00"
CASES = [
    {"id": "a", "now": NOW, "text": "Choir, Tues 1 Dec 6-7.30pm, Vestry Hall"},
    {"id": "b", "now": NOW, "text": "Choir, Tuesday 5 December 6pm, usual place"},
    {"id": "c", "now": "2026-11-20T12:00:00+00:00", "text": "Choir, Tuesday 6pm, Vestry Hall"},
]


async def test_each_is_read_at_its_own_time_and_from_scratch() -> None:
    known, open_, earlier = await play(CASES)
    assert known["got"]["start"] == "2026-12-01T18:00"
    assert known["got"]["end"] == "2026-12-01T19:30"
    assert known["got"]["place"] == "Vestry Hall"
    assert known["got"]["ask"] == []
    assert open_["got"]["start"] is None
    assert open_["got"]["ask"] == ["weekday-mismatch", "place-tbc"]
    assert earlier["id"] == "c"
    assert earlier["got"]["start"] == "2026-11-24T18:00"
