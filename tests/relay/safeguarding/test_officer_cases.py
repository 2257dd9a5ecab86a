"""What officers do with a case of theirs."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Unpack

import pyrage
import pytest
from harness.vault import WRITER, DraftParts, VaultHarness, person, team

from relay.safeguarding import (
    NoExportKey,
    NotYours,
    OfficerCase,
    OfficerCases,
    Outcome,
    Shown,
    State,
)

Build = Callable[..., VaultHarness]


def desk_of(house: VaultHarness, officer: int = 1) -> OfficerCases:
    desk = house.vault.for_officer(person(officer))
    assert desk is not None
    return desk


def sent(house: VaultHarness, *texts: str, **more: Unpack[DraftParts]) -> OfficerCase:
    case = house.report(*(texts or ("text",)), **more)
    assert case is not None
    house.carry()
    mine = desk_of(house).case(case.name)
    assert mine is not None
    return mine


@pytest.fixture
def house(build: Build) -> VaultHarness:
    return build(
        team("hackney", 1, 2, roles=["chair", "welfare"], next="national"), team("national", 3, 4)
    )


def test_a_case_shows_who_reads_it_and_never_who_wrote_it(house: VaultHarness) -> None:
    case = sent(house, "one", "two")
    assert [(r.role, r.me) for r in case.readers] == [
        ("chair", True),
        ("welfare", False),
    ]
    assert (case.parts, case.state, case.reachable) == (2, State.OPEN, True)
    shown = repr(case) + repr(desk_of(house).entries(case)) + repr(desk_of(house).records(case))
    assert WRITER not in shown
    assert case.sent_at.minute == 0


def test_a_quote_leads_to_its_case_and_part(house: VaultHarness) -> None:
    first, second = sent(house, "one", "two"), sent(house, "three")
    by_text = {x.text.split(": ")[1]: x for x in house.letters_to(person(1))}
    for text, (case, number) in {
        "one": (first, 1),
        "two": (first, 2),
        "three": (second, 1),
    }.items():
        quoted = desk_of(house).by_quote(by_text[text].timestamp)
        assert quoted is not None
        assert (quoted.case.name, quoted.number) == (case.name, number)
    assert desk_of(house).by_quote(5) is None
    # Another officer's copy has another moment, and means nothing here.
    theirs = house.letters_to(person(2))[0]
    assert desk_of(house).by_quote(theirs.timestamp) is None


def test_an_answer_goes_to_the_writer_and_ends_the_waiting(house: VaultHarness) -> None:
    case = sent(house)
    with house.at_work() as vault:
        entry = desk_of(house).answer(case, "we are here")
        assert vault.post.to_reporter(case.id, "From the team: we are here", entry=entry.number)
        vault.post.to_readers(case.id, "answered", entry=entry.number, besides=person(1))
    assert {(x.target, x.text) for x in house.carry()} == {
        (WRITER, "From the team: we are here"),
        (person(2), "answered"),
    }
    after = desk_of(house).again(case)
    assert after is not None
    assert after.waiting_since is None


def test_claiming_status_and_closing(house: VaultHarness) -> None:
    case = sent(house)
    with house.at_work():
        desk_of(house).claim(case)
        desk_of(house).set_status(case, "we are talking to him")
    seen = desk_of(house, 2).again(case)
    assert seen is not None
    assert (seen.claimed_by, seen.mine, seen.status) == ("chair", False, "we are talking to him")
    assert house.vault.reports.cases_of(WRITER)[0].status == "we are talking to him"
    with house.at_work():
        desk_of(house, 2).close(case, Outcome.RESOLVED, "agreed")
    assert desk_of(house).cases() == ()
    (closed,) = desk_of(house).cases(Shown.ALL)
    assert (closed.state, closed.outcome) == (State.CLOSED, Outcome.RESOLVED)
    assert closed.content_until is not None
    with house.at_work():
        desk_of(house).hold(closed, "police ask for it")
    (held,) = desk_of(house).cases(Shown.ALL)
    assert (held.held, held.content_until) == ("police ask for it", None)


def test_those_who_wait_longest_come_first(house: VaultHarness) -> None:
    first = sent(house, "one")
    house.clock.move(timedelta(hours=2))
    second = sent(house, "two")
    assert [c.name for c in desk_of(house).cases()] == [first.name, second.name]
    with house.at_work():
        desk_of(house).answer(first, "yes")
    assert [c.name for c in desk_of(house).cases()] == [second.name, first.name]


class TestPassingOn:
    def test_the_other_team_reads_everything_and_looks_after_it(self, house: VaultHarness) -> None:
        case = sent(house, "one", "two")
        with house.at_work():
            escalation = desk_of(house).escalate(case, "national", "beyond us")
        assert (escalation.people.unnamed, escalation.added) == (0, 2)
        with house.at_work() as vault:
            late = vault.timetable.behind()
            assert [(b.officer, b.first, len(b.entries)) for b in late] == [
                (person(3), True, 2),
                (person(4), True, 2),
            ]
            for one in late:
                for entry in one.entries:
                    vault.post.to_reader(one.officer, one.case.id, "x", entry=entry.number)
            assert vault.timetable.behind() == ()
        house.carry()
        seen = desk_of(house, 3).case(case.name)
        assert seen is not None
        assert seen.team == "national"
        assert len(seen.readers) == 4
        assert [e.text for e in desk_of(house, 3).entries(seen)] == ["one", "two"]

    def test_where_nobody_may_read_it_nothing_changes(self, build: Build) -> None:
        house = build(team("hackney", 1, 3, roles=["chair", "x"]), team("national", 3))
        case = sent(house, excluding=["x"])
        assert [c.readers for c, _ in desk_of(house).teams(case)] == [0]
        with house.at_work():
            assert desk_of(house).escalate(case, "national", "help").added == 0
        after = desk_of(house).again(case)
        assert after is not None
        assert after.team == "hackney"
        with pytest.raises(KeyError):
            desk_of(house).escalate(case, "nowhere", "")

    def test_nobody_new_once_the_link_is_destroyed(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            vault._internals.destroyer.link(case.id)
            assert desk_of(house).escalate(case, "national", "late").added == 0
            assert desk_of(house).successors(case) == ()

    def test_a_case_left_by_all_its_readers_goes_to_the_team(self, house: VaultHarness) -> None:
        case = sent(house, "one")
        house.settle_in(team("hackney", 7, next="national"), team("national", 3))
        with house.at_work() as vault:
            assert vault.timetable.orphans() == (case.id,)
            assert vault.timetable.orphans() == ()
            assert [b.officer for b in vault.timetable.behind()] == [person(7)]

    def test_or_to_the_next_where_there_is_nobody(self, house: VaultHarness) -> None:
        case = sent(house, "one", excluding=["welfare"])
        # Whoever has the excluded role by then is passed over, whatever their account.
        house.settle_in(
            team("hackney", 8, roles=["welfare"], next="national"), team("national", 2, 3)
        )
        with house.at_work() as vault:
            assert vault.timetable.orphans() == (case.id,)
            assert [b.officer for b in vault.timetable.behind()] == [person(3)]


class TestAccessEnds:
    def test_an_act_on_a_case_one_may_no_longer_know_of_is_refused(
        self, house: VaultHarness
    ) -> None:
        case = sent(house)
        desk = desk_of(house)
        house.settle_in(team("hackney", 2))
        late = OfficerCases(house.vault._internals, person(1))
        assert desk is not late
        with house.at_work():
            for act in (
                lambda: late.answer(case, "x"),
                lambda: late.note(case, "x"),
                lambda: late.claim(case),
                lambda: late.close(case, Outcome.OTHER, ""),
                lambda: late.mute(case, ""),
                lambda: late.entries(case),
                lambda: late.records(case),
                lambda: late.export(case),
            ):
                with pytest.raises(NotYours):
                    act()
        assert late.again(case) is None

    def test_a_case_of_nobody_is_not_anybodys(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work() as vault:
            vault.reports.erase(WRITER, case.id)
            with pytest.raises(NotYours):
                desk_of(house).answer(case, "too late")
        assert desk_of(house).by_id(case.id) is None
        assert desk_of(house).case(case.name) is None


class TestExport:
    def test_without_a_key_there_is_none(self, house: VaultHarness) -> None:
        case = sent(house)
        with house.at_work(), pytest.raises(NoExportKey):
            desk_of(house).export(case)

    def test_only_the_owner_of_the_key_reads_it(self, build: Build) -> None:
        identity = pyrage.x25519.Identity.generate()
        house = build(team("hackney", 1, 2), export_key=str(identity.to_public()))
        house.draft()
        house.write("he waited", arrivals=[house.bring(b"picture")])
        with house.at_work() as vault:
            assert vault.reports.send(WRITER) is not None
        (case,) = desk_of(house).cases()
        with house.at_work() as vault:
            desk_of(house).decide(case, "he is to leave")
            file = desk_of(house).export(case)
            assert vault.post.to_reader(person(1), case.id, "here", files=[file.id])
        (letter,) = house.carry()
        assert letter.payload["sealed"] == [file.id]
        stored = house.vault.file(file.id)
        assert stored.name.endswith(".age")
        assert b"he waited" not in stored.data
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(stored.data, [pyrage.x25519.Identity.generate()])
        packed = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(stored.data, [identity])))
        assert sorted(packed.namelist()) == ["case.json", "case.txt", "files/01.jpg"]
        told = json.loads(packed.read("case.json"))
        assert [e["text"] for e in told["entries"]] == ["he waited"]
        assert [r["act"] for r in told["records"]] == ["sent", "decided", "exported"]
        assert packed.read("files/01.jpg") == b"picture"
        everything = b"".join(packed.read(name) for name in packed.namelist())
        assert WRITER.encode() not in everything
        assert "he is to leave" in packed.read("case.txt").decode()
        # It is no part of the case that was written.
        again = desk_of(house).again(case)
        assert again is not None
        assert again.files == 1
