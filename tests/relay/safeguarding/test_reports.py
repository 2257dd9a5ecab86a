"""The writer's side: choosing, writing, changing, sending."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from harness.vault import WRITER, VaultHarness, person, team

from relay.safeguarding import (
    Changed,
    EntryKind,
    Manner,
    Outcome,
    Refusal,
    Track,
)
from relay.safeguarding.files import MAX_CASE_BYTES, MAX_CASE_FILES
from relay.store.files import Arrival

Build = Callable[..., VaultHarness]


@pytest.fixture
def house(build: Build) -> VaultHarness:
    return build(
        team("hackney", 1, 2, roles=["chair", "welfare"], next="national"),
        team("national", 3, 1, roles=["lead", "deputy"]),
        team("conduct", 4, tracks=("conduct",)),
    )


class TestChoosing:
    def test_a_draft_begins_empty_and_once(self, house: VaultHarness) -> None:
        with house.at_work() as vault:
            draft = vault.reports.begin(WRITER, Manner.DISCREET)
            assert (draft.manner, draft.track, draft.team) == (Manner.DISCREET, None, None)
            assert draft.expires_at == house.clock.now() + timedelta(hours=24)
            assert vault.reports.begin(WRITER).id == draft.id
            assert vault.reports.draft_of(person(901)) is None

    def test_teams_are_those_that_take_the_track(self, house: VaultHarness) -> None:
        reports = house.vault.reports
        assert [c.slug for c in reports.teams(Track.SAFEGUARDING)] == ["hackney", "national"]
        assert [c.slug for c in reports.teams(Track.CONDUCT)] == ["hackney", "national", "conduct"]

    def test_nobody_is_offered_a_team_of_themself(self, house: VaultHarness) -> None:
        choices = house.vault.reports.teams(Track.CONDUCT, person(4))
        assert [c.slug for c in choices] == ["hackney", "national"]

    def test_the_audience_is_the_team(self, house: VaultHarness) -> None:
        draft = house.draft()
        audience = house.vault.reports.audience(draft)
        assert audience is not None
        assert (audience.team, audience.moved, audience.readers) == ("hackney", False, 2)
        assert audience.people.roles == ("chair", "welfare")

    def test_nobody_left_means_the_next_team_without_them(self, house: VaultHarness) -> None:
        draft = house.draft(excluding=["chair", "welfare"])
        audience = house.vault.reports.audience(draft)
        assert audience is not None
        # The chair of the first team is the deputy of the second.
        assert (audience.team, audience.moved, audience.people.roles) == (
            "national",
            True,
            ("lead",),
        )

    def test_the_next_team_is_asked_about_in_its_turn(self, house: VaultHarness) -> None:
        draft = house.draft("text", excluding=["chair", "welfare"])
        with house.at_work() as vault:
            assert [one.role for one in vault.reports.officers(draft, "national")] == [
                "lead",
                "deputy",
            ]
            vault.reports.exclude(draft, ["lead"], team="national")
            assert vault.reports.audience(draft) is None
            assert vault.reports.send(WRITER) is None
            vault.reports.exclude(draft, [], team="national")
            assert vault.reports.audience(draft) is not None
            vault.reports.exclude(draft, [])
            audience = vault.reports.audience(draft)
            assert audience is not None
            assert audience.team == "hackney"

    def test_choosing_another_team_forgets_the_exclusions(self, house: VaultHarness) -> None:
        draft = house.draft(excluding=["chair"])
        with house.at_work() as vault:
            vault.reports.set_team(draft, "national")
            after = vault.reports.draft_of(WRITER)
            assert after is not None
            assert after.excluded == ()
            with pytest.raises(KeyError):
                vault.reports.set_team(draft, "nowhere")


class TestWriting:
    def test_parts_are_numbered_and_kept_in_order(self, house: VaultHarness) -> None:
        draft = house.draft("one", "two")
        added = house.write("three")
        assert (added.case_id, added.number, added.sent) == (draft, 3, False)
        assert [p.text for p in house.vault.reports.parts(draft)] == ["one", "two", "three"]

    def test_moments_are_cut_to_the_hour(self, house: VaultHarness) -> None:
        house.clock.move(timedelta(minutes=34, seconds=5))
        draft = house.draft("one")
        (part,) = house.vault.reports.parts(draft)
        assert (part.at.minute, part.at.second) == (0, 0)

    def test_each_word_begins_the_24_hours_anew(self, house: VaultHarness) -> None:
        house.draft("one")
        house.clock.move(timedelta(hours=20))
        house.write("two")
        house.clock.move(timedelta(hours=20))
        assert house.vault.reports.draft_of(WRITER) is not None
        house.clock.move(timedelta(hours=4))
        assert house.vault.reports.draft_of(WRITER) is None

    def test_nothing_is_nothing(self, house: VaultHarness) -> None:
        house.draft()
        assert house.write("  ").refusal is Refusal.EMPTY
        assert house.write("hello", by=person(950)).refusal is Refusal.GONE

    def test_an_edit_is_followed_and_so_is_an_edit_of_the_edit(self, house: VaultHarness) -> None:
        draft = house.draft()
        house.write("one", origin=111)
        with house.at_work() as vault:
            reports = vault.reports
            changed = reports.edit(WRITER, 111, "two", moment=222)
            assert isinstance(changed, Changed)
            assert (changed.number, changed.sent) == (1, False)
            assert reports.edit(WRITER, 222, "three", moment=333) is not None
            assert reports.edit(WRITER, 999, "no", moment=444) is None
            assert reports.edit(person(950), 111, "no", moment=555) is None
        assert [p.text for p in house.vault.reports.parts(draft)] == ["three"]

    def test_a_deletion_is_followed_with_the_files(self, house: VaultHarness) -> None:
        draft = house.draft()
        house.write("one", origin=111, arrivals=[house.bring(b"data")])
        with house.at_work() as vault:
            changed = vault.reports.delete(WRITER, 111)
            assert changed is not None
            assert vault.reports.delete(WRITER, 111) is None
            assert vault.reports.edit(WRITER, 111, "back") is None
        (part,) = house.vault.reports.parts(draft)
        assert (part.text, part.files, part.deleted) == ("", (), True)
        view = house.vault.reports.draft_of(WRITER)
        assert view is not None
        assert (view.parts, view.files) == (0, 0)

    def test_so_many_messages_an_hour(self, build: Build) -> None:
        house = build(team("hackney", 1), messages_per_hour=5)
        house.draft(*"abcd")
        assert not house.vault.reports.allows(WRITER)
        refused = house.write("one too many", arrivals=[house.bring(b"data")])
        assert (refused.number, refused.refusal) == (None, Refusal.TOO_MANY)
        assert house.store.files.forget_orphans() == 0
        house.clock.move(timedelta(minutes=61))
        assert house.write("later").number == 5

    def test_to_stop_and_begin_anew_begins_no_new_hour(self, build: Build) -> None:
        house = build(team("hackney", 1), messages_per_hour=5)
        for _ in range(5):
            assert house.vault.reports.allows(WRITER)
            house.draft()
            with house.at_work() as vault:
                vault.reports.stop(WRITER)
        assert not house.vault.reports.allows(WRITER)
        house.clock.move(timedelta(minutes=61))
        assert house.vault.reports.allows(WRITER)

    def test_edits_count_too(self, build: Build) -> None:
        house = build(team("hackney", 1), messages_per_hour=5)
        house.draft()
        house.write("one", origin=111)
        with house.at_work() as vault:
            for number in range(3):
                assert vault.reports.allows(WRITER)
                vault.reports.edit(WRITER, 111, f"one {number}")
        assert not house.vault.reports.allows(WRITER)


class TestFiles:
    def test_a_file_is_taken_over_sealed_and_has_a_neutral_name(self, house: VaultHarness) -> None:
        draft = house.draft()
        arrival = house.bring(b"picture", "image/jpeg")
        added = house.write("", arrivals=[arrival, Arrival("b", None, "unsupported")])
        assert (added.files, added.refused) == (1, ("unsupported",))
        ((file,),) = [p.files for p in house.vault.reports.parts(draft)]
        assert (file.name, file.media_type, file.size) == ("01.jpg", "image/jpeg", 7)
        assert house.vault.file(file.id).data == b"picture"
        assert arrival.file is not None
        with pytest.raises(KeyError):
            house.store.files.get(arrival.file)
        with pytest.raises(KeyError):
            house.vault.file(file.id + 1)

    def test_a_case_has_room_for_so_many(self, house: VaultHarness) -> None:
        house.draft()
        arrivals = [house.bring(b"x") for _ in range(MAX_CASE_FILES + 1)]
        added = house.write("many", arrivals=arrivals)
        assert (added.files, added.refused) == (MAX_CASE_FILES, ("case_full",))

    def test_and_for_so_much(self, house: VaultHarness) -> None:
        house.draft()
        big = bytes(MAX_CASE_BYTES // 4 + 1)
        arrivals = [house.bring(big) for _ in range(4)]
        assert house.write("", arrivals=arrivals).refused == ("case_full",)

    def test_files_are_wanted_only_while_a_report_is_written(self, house: VaultHarness) -> None:
        reports = house.vault.reports
        assert not reports.is_writing(WRITER)
        house.draft("text")
        assert reports.is_writing(WRITER)
        with house.at_work() as vault:
            case = vault.reports.send(WRITER)
            assert case is not None
        assert not reports.is_writing(WRITER)


class TestAfterSending:
    def test_a_case_has_a_name_and_waits_for_an_answer(self, house: VaultHarness) -> None:
        case = house.report("one", "two")
        assert case is not None
        (seen,) = house.vault.reports.cases_of(WRITER)
        assert seen == case
        assert (seen.parts, seen.readers, seen.answered_at) == (2, 2, None)
        assert {x.target for x in house.carry()} == {person(1), person(2)}
        assert house.vault.reports.draft_of(WRITER) is None

    def test_the_writer_is_never_a_reader(self, house: VaultHarness) -> None:
        case = house.report("one", by=person(2))
        assert case is not None
        assert [x.target for x in house.carry()] == [person(1)]

    def test_what_is_meant_for_a_case_goes_there_and_nowhere_by_itself(
        self, house: VaultHarness
    ) -> None:
        first, second = house.report("one"), house.report("two", by=person(901))
        assert first is not None
        assert second is not None
        assert house.write("more").refusal is Refusal.GONE
        assert house.write("more", to=second.id).refusal is Refusal.GONE
        added = house.write("more", to=first.id)
        assert (added.case_id, added.number, added.sent) == (first.id, 2, True)

    def test_a_case_is_found_by_its_name_and_by_what_the_bot_said_of_it(
        self, house: VaultHarness
    ) -> None:
        case = house.report("one")
        assert case is not None
        reports = house.vault.reports
        with house.at_work() as vault:
            vault.post.answer(WRITER, case.id, "It is on its way.")
        [said] = [x for x in house.carry() if x.target == WRITER]
        found = reports.addressed(WRITER, f"{case.name.upper()}: and more")
        assert found is not None
        assert (found[0].id, found[1]) == (case.id, "and more")
        assert reports.addressed(WRITER, "and more") is None
        assert reports.addressed(person(901), f"{case.name} and more") is None
        quoted = reports.quoted(WRITER, said.timestamp)
        assert quoted is not None
        assert quoted.id == case.id
        assert reports.quoted(WRITER, said.timestamp + 1) is None
        assert reports.quoted(person(901), said.timestamp) is None

    def test_a_word_to_a_closed_case_opens_it(self, house: VaultHarness) -> None:
        case = house.report("one")
        assert case is not None
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work():
            desk.close(mine, Outcome.RESOLVED, "")
        assert house.vault.reports.cases_of(WRITER)[0].link_until is not None
        assert house.write("it goes on", to=case.id).sent
        (seen,) = house.vault.reports.cases_of(WRITER)
        assert (seen.state, seen.closed_at, seen.link_until) == ("open", None, None)

    def test_a_muted_writer_is_not_heard(self, house: VaultHarness) -> None:
        case = house.report("one")
        assert case is not None
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work():
            desk.mute(mine, "abuse")
        assert house.write("again", to=case.id).refusal is Refusal.MUTED
        with house.at_work():
            desk.unmute(mine)
        assert house.write("again", to=case.id).number == 2

    def test_only_its_writer_erases_a_case(self, house: VaultHarness) -> None:
        case = house.report("one")
        assert case is not None
        with house.at_work() as vault:
            assert not vault.reports.erase(person(1), case.id)
            assert not vault.reports.erase(WRITER, 12345)
            assert vault.reports.erase(WRITER, case.id)
            assert not vault.reports.erase(WRITER, case.id)
        assert house.vault.reports.cases_of(WRITER) == ()

    def test_what_waits_for_the_readers_is_dropped_with_the_case(self, house: VaultHarness) -> None:
        case = house.report("one")
        assert case is not None
        with house.at_work() as vault:
            vault.reports.erase(WRITER, case.id)
        assert house.carry() == []

    def test_hiding_deletes_what_the_bot_said_as_far_as_signal_does(
        self, house: VaultHarness
    ) -> None:
        draft = house.draft("one")
        with house.at_work() as vault:
            vault.post.answer(WRITER, draft, "old words")
        house.carry()
        house.clock.move(timedelta(hours=30))
        house.write("two")
        with house.at_work() as vault:
            # The draft's time is over; the words about it are not gone by themselves.
            vault.post.answer(WRITER, draft, "new words")
        house.carry()
        with house.at_work() as vault:
            vault.post.answer(WRITER, draft, "words on their way")
            vault.hiding.clean(WRITER)
        # The phones still follow a deletion after thirty hours. What was on its way does not go.
        assert [x.action for x in house.carry()] == ["delete", "delete"]
        house.clock.move(timedelta(hours=49))
        with house.at_work() as vault:
            vault.hiding.clean(WRITER)
        assert house.carry() == []

    def test_answers_are_not_among_the_writers_own_parts(self, house: VaultHarness) -> None:
        case = house.report("one")
        assert case is not None
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work():
            desk.note(mine, "a note")
            desk.answer(mine, "an answer")
        assert [p.kind for p in house.vault.reports.parts(case.id)] == [EntryKind.PART]
