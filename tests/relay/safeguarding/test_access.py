"""Who may know of which case: to an excluded officer it is as if there were none."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from harness.vault import WRITER, VaultHarness, person, team
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.safeguarding import OfficerStatus, Outcome, Shown
from relay.safeguarding.tables import VaultTables
from relay.settings import SafeguardingTeam

Build = Callable[..., VaultHarness]


@dataclass(frozen=True)
class World:
    """Teams that follow each other, and whom a writer excludes."""

    teams: tuple[SafeguardingTeam, ...]
    chosen: str
    excluded: tuple[str, ...]
    escalate_to: str
    writer: str


@st.composite
def worlds(draw: st.DrawFn) -> World:
    slugs = draw(st.permutations(["one", "two", "three"]))[: draw(st.integers(1, 3))]
    made = []
    for at, slug in enumerate(slugs):
        officers = draw(st.lists(st.integers(1, 5), unique=True, max_size=4))
        # Roles repeat within a team, so that one role can mean several people.
        roles = [draw(st.sampled_from(["chair", "welfare", "deputy"])) for _ in officers]
        following = slugs[at + 1] if at + 1 < len(slugs) and draw(st.booleans()) else None
        made.append(
            team(slug, *officers, roles=roles, next=following)
            if officers
            else SafeguardingTeam(slug=slug, name=slug, next=following)
        )
    chosen = draw(st.sampled_from(made))
    roles_there = sorted({officer.role for officer in chosen.officers})
    excluded = draw(st.lists(st.sampled_from(roles_there), unique=True)) if roles_there else []
    writer = draw(st.sampled_from([WRITER, person(1), person(2)]))
    to = draw(st.sampled_from(slugs))
    return World(tuple(made), chosen.slug, tuple(excluded), to, writer)


def _barred(world: World) -> set[str]:
    chosen = next(t for t in world.teams if t.slug == world.chosen)
    return {o.id for o in chosen.officers if o.role in world.excluded} | {world.writer}


def _everybody(world: World) -> set[str]:
    return {officer.id for one in world.teams for officer in one.officers}


def _live(house: VaultHarness, world: World) -> list[str]:
    """Let a case happen, with everything that can be told of it; return its names."""
    case = house.report(
        "it was him", "and more", team=world.chosen, by=world.writer, excluding=world.excluded
    )
    if case is None:
        return []
    house.carry()
    _rounds(house)
    readers = [p for p in _everybody(world) if _sees(house, p)]
    for reader in readers[:1]:
        desk = house.vault.for_officer(reader)
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work() as vault:
            desk.note(mine, "a note")
            entry = desk.answer(mine, "thank you")
            vault.post.to_readers(case.id, "thank you", entry=entry.number, besides=reader)
            desk.escalate(mine, world.escalate_to, "too much for us")
    house.carry()
    for hours in (25, 50):
        with house.at_work() as vault:
            added = vault.reports.add(world.writer, text="are you there", origin=house.moment())
            assert added.number is None or added.case_id == case.id
        house.clock.move(timedelta(hours=hours))
        _rounds(house)
    return [case.name]


def _rounds(house: VaultHarness) -> None:
    with house.at_work() as vault:
        for late in vault.timetable.behind():
            for entry in late.entries:
                vault.post.to_reader(late.officer, late.case.id, entry.text, entry=entry.number)
        for waiting in vault.timetable.reminders():
            vault.post.to_waiting(waiting, "a case waits")
            vault.timetable.reminded(waiting.case_id)
        for waiting in vault.timetable.escalations():
            vault.post.to_waiting(waiting, "a case of another team waits")
            vault.timetable.escalated(waiting.case_id)
        for missed in vault.timetable.missed():
            vault.post.to_chats(missed.case_id, missed.chats, "somebody was missed")
            vault.timetable.told_missed(missed)
    house.carry()


def _sees(house: VaultHarness, officer: str) -> bool:
    desk = house.vault.for_officer(officer)
    return desk is not None and bool(desk.cases(Shown.ALL))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_nothing_ever_reaches_who_is_excluded(world: World) -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = VaultHarness(Path(folder), *world.teams)
        try:
            names = _live(house, world)
            for officer in _barred(world) & _everybody(world):
                got = [x for x in house.letters_to(officer) if officer != world.writer]
                assert got == []
                desk = house.vault.for_officer(officer)
                assert desk is not None
                assert desk.cases(Shown.ALL) == ()
                assert desk.missed() == ()
                for name in names:
                    assert desk.case(name) is None
                    assert desk.case(name.upper().replace(" ", "")) is None
                    assert desk.find(f"{name} what is this") is None
                for letter in house.letters:
                    assert desk.by_quote(letter.timestamp) is None
        finally:
            house.store.close()


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_readers_are_the_team_without_the_excluded_or_the_next_with_anybody(world: World) -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = VaultHarness(Path(folder), *world.teams)
        try:
            by_slug = {one.slug: one for one in world.teams}
            barred, expected = _barred(world), set[str]()
            slug: str | None = world.chosen
            while slug is not None and not expected:
                expected = {o.id for o in by_slug[slug].officers} - barred
                slug = by_slug[slug].next
            case = house.report(
                "text", team=world.chosen, by=world.writer, excluding=world.excluded
            )
            house.carry()
            assert {p for p in _everybody(world) if _sees(house, p)} == expected
            assert {letter.target for letter in house.letters} == expected
            assert (case is None) == (not expected)
        finally:
            house.store.close()


def test_somebody_who_is_no_officer_has_no_desk(build: Build) -> None:
    house = build(team("hackney", 1, 2))
    house.report("text")
    for stranger in (WRITER, person(77), "", None):
        assert house.vault.for_officer(stranger) is None
        assert house.vault.standing(stranger) is None


def test_an_officer_of_another_team_sees_nothing(build: Build) -> None:
    house = build(team("hackney", 1), team("national", 2))
    case = house.report("text")
    assert case is not None
    desk = house.vault.for_officer(person(2))
    assert desk is not None
    assert (desk.cases(), desk.case(case.name)) == ((), None)


def test_access_ends_with_the_settings(build: Build) -> None:
    house = build(team("hackney", 1, 2))
    case = house.report("text")
    assert case is not None
    house.settle_in(team("hackney", 2), team("other", 1))
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    assert desk.cases(Shown.ALL) == ()


def test_a_draft_is_seen_by_nobody(build: Build) -> None:
    house = build(team("hackney", 1))
    house.draft("not sent")
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    assert desk.cases(Shown.ALL) == ()
    assert house.carry() == []


def test_a_new_holder_of_an_excluded_role_is_not_let_in(build: Build) -> None:
    house = build(team("hackney", 1, 2, roles=["chair", "welfare"]))
    case = house.report("text", excluding=["chair"])
    assert case is not None
    house.settle_in(team("hackney", 3, 2, 4, roles=["chair", "welfare", "deputy"]))
    desk = house.vault.for_officer(person(2))
    assert desk is not None
    mine = desk.case(case.name)
    assert mine is not None
    assert [role for role, _ in desk.successors(mine)] == ["deputy"]
    with house.at_work():
        assert desk.handover(mine, "chair", "please") == 0
        assert desk.handover(mine, "deputy", "please") == 1
    assert not _sees(house, person(3))
    assert _sees(house, person(4))


class TestGroup:
    GROUP = "group.SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2tuZXk9"

    def test_a_report_goes_to_the_group_if_nobody_is_excluded(self, build: Build) -> None:
        house = build(team("hackney", 1, 2, group=self.GROUP))
        house.report("text")
        assert [letter.target for letter in house.carry()] == [self.GROUP]

    def test_never_if_somebody_is_excluded(self, build: Build) -> None:
        house = build(team("hackney", 1, 2, group=self.GROUP))
        house.report("text", excluding=["officer 2"])
        assert [letter.target for letter in house.carry()] == [person(1)]

    def test_never_if_an_officer_writes(self, build: Build) -> None:
        house = build(team("hackney", 1, 2, group=self.GROUP))
        house.report("text", by=person(2))
        assert [letter.target for letter in house.carry()] == [person(1)]

    def test_never_while_one_of_them_is_paused(self, build: Build) -> None:
        house = build(team("hackney", 1, 2, group=self.GROUP))
        with house.store.transaction():
            house.store[VaultTables].officers.learn(person(2), "one")
            house.store[VaultTables].officers.pause(person(2), "two", house.clock.now())
        house.report("text")
        assert [letter.target for letter in house.carry()] == [person(1)]
        assert house.vault.standing(person(2)) is OfficerStatus.PAUSED

    def test_one_by_one_after_the_group_could_not_be_reached(self, build: Build) -> None:
        house = build(team("hackney", 1, 2, group=self.GROUP))
        house.unreachable.add(self.GROUP)
        case = house.report("text")
        assert case is not None
        assert house.carry() == []
        with house.at_work() as vault:
            (unreached,) = vault.timetable.unreached()
            assert (unreached.case_id, unreached.numbers) == (case.id, (1,))
            house.relay(case, vault.reports.parts(case.id)[0])
        assert {letter.target for letter in house.carry()} == {person(1), person(2)}


def test_closing_as_withdrawn_is_the_writers_alone(build: Build) -> None:
    house = build(team("hackney", 1))
    case = house.report("text")
    desk = house.vault.for_officer(person(1))
    assert case is not None
    assert desk is not None
    mine = desk.case(case.name)
    assert mine is not None
    try:
        desk.close(mine, Outcome.WITHDRAWN, "")
    except ValueError:
        return
    raise AssertionError
