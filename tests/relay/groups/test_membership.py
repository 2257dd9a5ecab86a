"""Who came, who asks, who hangs and that somebody is gone: told once, and over a restart."""

from dataclasses import replace

import pytest

from relay.groups.membership import MembershipWatch, Person
from relay.groups.rosters import Roster, Rosters
from relay.groups.tables import KeptGroup, KeptGroups, Standing
from relay.signal.types import Group, Member, Permissions
from relay.store import Store

BOT = "+447700900000"
ADA, BEN, CY = (f"{letter * 8}-0000-4000-8000-000000000001" for letter in "abc")


class Heard:
    """What a listener was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.rosters: list[Roster] = []
        self.people: list[Person] = []

    def joined(self, group: KeptGroup, person: Person) -> None:
        self.people.append(person)
        self.told.append(("joined", person.id))

    def asked(self, group: KeptGroup, person: Person) -> None:
        self.told.append(("asked", person.id))

    def pending(self, group: KeptGroup, person: Person) -> None:
        self.told.append(("pending", person.id))

    def gone(self, group: KeptGroup, roster: Roster) -> None:
        self.told.append(("gone", ""))
        self.rosters.append(roster)


def group(
    *members: Member | str,
    asking: tuple[str, ...] = (),
    pending: tuple[str, ...] = (),
    is_member: bool = True,
) -> Group:
    people = tuple(Member(one) if isinstance(one, str) else one for one in members)
    return Group(
        id="group.one",
        internal_id="one",
        name="One",
        description="",
        member=is_member,
        admin=True,
        blocked=False,
        members=(Member(None, BOT), *people),
        admins=(Member(None, BOT),),
        pending=tuple(map(Member, pending)),
        requesting=tuple(map(Member, asking)),
        permissions=Permissions(),
    )


class Watched:
    """A group that is kept, and what is heard of it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        kept = KeptGroup(1, "group.one", "hackney", Standing.KEPT, agreed=True)
        store[KeptGroups].add(kept.id, kept.branch)
        store[KeptGroups].save(kept)
        self.kept = kept
        self.watch = MembershipWatch(store, BOT)

    def look(self, *groups: Group) -> list[tuple[str, str]]:
        heard = Heard()
        with self.store.transaction():
            self.watch.look(groups, [heard])
        self.rosters, self.people = heard.rosters, heard.people
        return heard.told

    def agree(self, *, agreed: bool) -> None:
        with self.store.transaction():
            kept = KeptGroup(1, "group.one", "hackney", Standing.OFFERED, agreed=agreed)
            self.store[KeptGroups].save(kept)


@pytest.fixture
def watched(store: Store) -> Watched:
    return Watched(store)


def test_the_first_look_makes_nobody_a_newcomer_but_hears_who_waits_at_the_door(
    watched: Watched,
) -> None:
    assert watched.look(group(ADA, asking=(BEN,), pending=(CY,))) == [("asked", BEN)]
    assert watched.look(group(ADA, asking=(BEN,), pending=(CY,))) == []


def test_who_comes_asks_or_hangs_is_told_once(watched: Watched) -> None:
    watched.look(group(ADA))
    assert watched.look(group(ADA, BEN)) == [("joined", BEN)]
    assert watched.look(group(ADA, BEN, asking=(CY,))) == [("asked", CY)]
    assert watched.look(group(ADA, BEN, CY)) == [("joined", CY), ("gone", "")]
    assert watched.look(group(ADA, BEN, CY)) == []
    assert watched.look(group(ADA, BEN, pending=(CY,))) == [("pending", CY), ("gone", "")]


def test_who_is_gone_is_known_to_whoever_has_kept_them_and_forgotten(watched: Watched) -> None:
    watched.look(group(ADA, BEN))
    assert watched.look(group(ADA)) == [("gone", "")]
    [roster] = watched.rosters
    assert roster.has_member(ADA)
    assert not roster.has_member(BEN)
    assert watched.look(group(ADA, BEN)) == [("joined", BEN)]


def test_a_restart_knows_who_was_there_and_tells_who_came_meanwhile(
    watched: Watched,
) -> None:
    watched.look(group(ADA, asking=(CY,)))
    again = MembershipWatch(watched.store, BOT)
    heard = Heard()
    with watched.store.transaction():
        again.look([group(ADA, BEN, asking=(CY,))], [heard])
    assert heard.told == [("joined", BEN)]


def test_what_is_kept_names_nobody_and_two_groups_with_the_same_people_do_not_look_alike(
    watched: Watched,
) -> None:
    watched.look(group(ADA, BEN))
    first = watched.store[Rosters].of(1)
    assert first is not None
    assert ADA not in repr(first)
    assert len(first.members) == 2
    assert Roster().mark(ADA) != first.mark(ADA)
    rows = watched.store._db.execute("SELECT * FROM group_rosters").fetchall()
    assert ADA.encode() not in b"".join(bytes(cell) for row in rows for cell in row[1:])


def test_before_an_admin_has_agreed_nobody_is_told_of_and_then_only_who_comes_after(
    watched: Watched,
) -> None:
    watched.agree(agreed=False)
    assert watched.look(group(ADA)) == []
    assert watched.look(group(ADA, BEN, asking=(CY,))) == []
    watched.agree(agreed=True)
    assert watched.look(group(ADA, BEN, asking=(CY,))) == [("asked", CY)]
    assert watched.look(group(ADA, BEN, CY)) == [("joined", CY), ("gone", "")]


def test_a_group_that_the_bot_has_left_is_forgotten_and_begins_anew(watched: Watched) -> None:
    watched.look(group(ADA))
    assert watched.look(group(ADA, is_member=False)) == []
    assert watched.store[Rosters].of(1) is None
    assert watched.look(group(ADA, BEN)) == []


def test_an_answer_without_anybody_is_not_believed(watched: Watched) -> None:
    watched.look(group(ADA))
    assert watched.look(replace(group(), members=())) == []
    assert watched.look(group(ADA)) == []


def test_somebody_who_is_known_by_number_first_and_by_account_id_later_is_no_newcomer(
    watched: Watched,
) -> None:
    number = "+447700900123"
    watched.look(group(Member(None, number)))
    assert watched.look(group(Member(ADA, number))) == []
    assert watched.look(group(Member(ADA))) == []


def test_a_newcomer_whose_account_id_is_not_told_yet_is_told_of_as_soon_as_it_is(
    watched: Watched,
) -> None:
    number = "+447700900123"
    watched.look(group(BEN))
    assert watched.look(group(BEN, Member(None, number))) == []
    assert watched.look(group(BEN, Member(ADA, number))) == [("joined", ADA)]


def test_whether_a_number_shows_goes_with_the_event(watched: Watched) -> None:
    watched.look(group(ADA))
    watched.look(group(ADA, BEN, Member(CY, "+447700900123")))
    assert watched.people == [Person(BEN, shows_number=False), Person(CY, shows_number=True)]


def test_what_could_not_be_kept_is_told_at_the_next_look_of_the_next_life(
    watched: Watched,
) -> None:
    watched.look(group(ADA))

    class Faulty(Heard):
        def joined(self, group: KeptGroup, person: Person) -> None:
            raise RuntimeError

    with pytest.raises(RuntimeError), watched.store.transaction():
        watched.watch.look([group(ADA, BEN)], [Faulty()])
    watched.watch = MembershipWatch(watched.store, BOT)
    assert watched.look(group(ADA, BEN)) == [("joined", BEN)]


def test_who_asks_by_number_alone_at_the_first_look_is_told_of_once_their_id_is_known(
    store: Store,
) -> None:
    watched = Watched(store)
    number = "+447700900123"
    by_number = replace(group(ADA), requesting=(Member(None, number),))
    named = replace(group(ADA), requesting=(Member(BEN, number),))
    assert watched.look(by_number) == []
    assert watched.look(named) == [("asked", BEN)]
    assert watched.look(named) == []
