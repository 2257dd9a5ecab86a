"""`forget me`: shown first; then what may be destroyed is, and the rest is named."""

from datetime import timedelta

import pytest
from canaries import photograph
from harness.remembered import WORDS, Remembered
from harness.running import from_bot
from harness.unseen import Unseen

from handlers.personal_data.texts import held_by_all
from practice.attachments import Attachment
from relay.conduct.decisions.decision import Step
from relay.store.authors import Authors
from relay.subscriptions.tables import Subscribers


def kept_of(cast: Remembered) -> set[str]:
    """What is kept of Zeb, by item."""
    return {one.item for one in held_by_all(cast.stage.relay.services, cast.zeb.aci)}


STAYS = {
    *("left_alone", "rosters", "vouches", "newcomer", "advert_marks", "votes"),
    *("decision", "talk", "mandate"),
}
"""Each is said to stay, with why and until when."""


async def test_nothing_is_destroyed_before_a_yes(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        shown = await unseen.say(unseen.sam, "forget me")
        assert "If you say yes, I destroy this now" in shown
        assert "You get everything from Hackney branch" in shown
        assert unseen.stage.store[Subscribers].of(unseen.sam.aci)
        assert "Nothing was destroyed" in await unseen.say(unseen.sam, "no")
        assert unseen.stage.store[Subscribers].of(unseen.sam.aci)


async def test_who_does_not_answer_keeps_everything_and_hears_so(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        await unseen.say(unseen.sam, "delete my data")
        await unseen.wait(minutes=31)
        assert "Nothing was destroyed" in unseen.read(unseen.sam)[-1]
        assert "It is destroyed" not in await unseen.say(unseen.sam, "yes")
        assert unseen.stage.store[Subscribers].of(unseen.sam.aci)


async def test_a_thumb_on_the_question_is_a_yes(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        await unseen.say(unseen.sam, "forget me")
        unseen.sam.react(from_bot(unseen.sam)[-1].timestamp, "👍")
        await unseen.stage.settle()
        assert "It is destroyed" in unseen.read(unseen.sam)[-1]
        assert not unseen.stage.store[Subscribers].of(unseen.sam.aci)


async def test_once_more_changes_nothing(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        for expected in ("It is destroyed", "There was nothing more to destroy"):
            await unseen.say(unseen.sam, "forget me")
            assert expected in await unseen.say(unseen.sam, "yes")


async def test_with_a_yes_they_stay_in_their_groups(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running():
        await cast.do_everything()
        done = await cast.play(cast.zeb, "forget me", "yes")
        assert "taking you out" not in done
        await cast.look()
        assert cast.zeb.aci in cast.chat.members
        assert kept_of(cast) == STAYS


async def test_with_leave_they_are_out_of_all_groups_soon(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running():
        await cast.do_everything()
        said = await cast.play(cast.zeb, "forget me", "yes and leave")
        assert "I am taking you out of the groups" in said
        assert "caucus" not in said
        await cast.look()
        for group in (cast.chat, cast.board, cast.vouched, cast.caucus):
            assert cast.zeb.aci not in group.members
        assert kept_of(cast) == STAYS - {"rosters", "newcomer"}


async def test_what_they_had_up_comes_down_and_others_hear_what_they_must(
    remembered: Remembered,
) -> None:
    cast = remembered
    async with cast.running():
        await cast.do_everything()
        await cast.play(cast.zeb, "forget me", "yes")
        standing = [one for one in from_bot(cast.mo, cast.board) if not one.deleted]
        assert WORDS["advert"] not in "".join(one.text for one in standing)
        told = from_bot(cast.alex)[-1].text
        assert f"“{WORDS['suggested group']}”, was taken back" in told
        assert "nobody" not in told.casefold()
        waiting = cast.stage.relay.services.doors.at_doors_of(cast.kit.aci)
        assert [request.group_number for request, _ in waiting] == []


async def test_the_picture_of_an_advert_is_gone_at_once(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running():
        picture = Attachment(photograph("EXIFcanary"), "image/jpeg", "Zebulonia.jpg")
        await cast.say(cast.zeb, f"advert {WORDS['advert']}", attachments=[picture])
        await cast.play(cast.zeb, "A sofa", "yes")
        question = "SELECT count(*) FROM files"
        assert cast.stage.store._db.execute(question).fetchone() == (1,)
        await cast.play(cast.zeb, "forget me", "yes")
        assert cast.stage.store._db.execute(question).fetchone() == (0,)


async def test_a_vote_is_taken_back_and_may_be_given_again_once(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running():
        await cast.take_part()
        [ballot] = cast.stage.relay.services.mailings.ballots.asks(cast.zeb.aci)
        answered = cast.stage.relay.services.mailings.ballots.answered
        assert answered(ballot) == 1
        await cast.play(cast.zeb, "forget me", "yes")
        assert answered(ballot) == 0
        await cast.say(cast.zeb, "vote 2")
        assert answered(ballot) == 1


async def test_who_looks_after_a_group_hands_it_to_the_admins(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running():
        await cast.join_in()
        services = cast.stage.relay.services
        [made] = services.suggestions.table.made()
        assert made.keepers == (cast.zeb.aci,)
        await cast.play(cast.zeb, "forget me", "leave")
        await cast.look()
        [(_, group)] = [one for one in services.doors.known() if one[1].id == made.id]
        assert set(group.keepers) == {cast.alex.aci, cast.bea.aci, cast.cai.aci}
    async with cast.running():
        [made] = cast.stage.relay.services.suggestions.table.made()
        assert made.keepers == ()


async def test_the_newest_backup_is_made_anew(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        assert not unseen.stage.store.backups.is_stale()
        await unseen.say(unseen.sam, "forget me")
        await unseen.say(unseen.sam, "yes")
        assert unseen.stage.store.backups.is_stale()


class TestWhoHasDuties:
    async def test_an_admin_hears_what_they_must_do_first(self, remembered: Remembered) -> None:
        async with remembered.running():
            said = await remembered.say(remembered.alex, "forget me")
            assert "You are an admin of Hackney branch. Ask whoever runs" in said
            assert "Nothing has changed" in said
            assert "It is destroyed" not in await remembered.say(remembered.alex, "yes")

    async def test_so_does_an_officer(self, remembered: Remembered) -> None:
        async with remembered.running():
            said = await remembered.say(remembered.una, "forget me")
            assert "You are a safeguarding officer" in said

    async def test_so_does_a_moderator_of_the_settings_and_a_keeper(
        self, remembered: Remembered
    ) -> None:
        async with remembered.running():
            said = await remembered.say(remembered.dee, "forget me")
            assert "take you out of the moderators" in said
            assert "name somebody else" in await remembered.say(remembered.kit, "forget me")

    async def test_a_moderator_resigns_first_and_is_then_forgotten(
        self, remembered: Remembered
    ) -> None:
        cast = remembered
        async with cast.running():
            services, now = cast.stage.relay.services, cast.stage.clock.now()
            with cast.stage.store.transaction():
                services.moderators.begin(
                    "hackney",
                    cast.mo.aci,
                    "Mo",
                    groups=(),
                    until=now + timedelta(days=30),
                    both=False,
                )
            assert "Give that up with resign" in await cast.say(cast.mo, "forget me")
            await cast.play(cast.mo, "resign", "yes")
            await cast.play(cast.mo, "forget me", "yes")
            assert cast.stage.store.admin_keys.of(cast.mo.aci) is None
            assert services.moderators.numbers_of(cast.mo.aci, "hackney")

    async def test_who_became_one_after_the_question_is_not_forgotten(
        self, remembered: Remembered
    ) -> None:
        cast = remembered
        async with cast.running():
            await cast.say(cast.mo, "forget me")
            services, now = cast.stage.relay.services, cast.stage.clock.now()
            with cast.stage.store.transaction():
                services.moderators.begin(
                    "hackney",
                    cast.mo.aci,
                    "Mo",
                    groups=(),
                    until=now + timedelta(days=30),
                    both=False,
                )
            assert "Before I can forget you" in await cast.say(cast.mo, "yes")
            assert services.moderators.is_moderator(cast.mo.aci)

    async def test_who_was_an_admin_is_told_what_has_no_end(self, unseen: Unseen) -> None:
        async with unseen.running():
            await unseen.post("Tea at four")
        async with unseen.stage.running(
            unseen.stage.relay.settings.branches[0].model_copy(update={"admins": (unseen.kim.aci,)})
        ):
            done = await unseen.say(unseen.alex, "forget me")
            assert "it proves who announced what" in done
            await unseen.say(unseen.alex, "yes")
            assert unseen.stage.store[Authors].acts(unseen.alex.aci)


class TestWhoWasDecidedAbout:
    async def test_a_decision_stays_until_its_time_is_over_and_is_said_to(
        self, remembered: Remembered
    ) -> None:
        cast = remembered
        async with cast.running():
            number = await cast.be_decided_about()
            shown = await cast.say(cast.zeb, "forget me")
            assert f"What was decided about you (number {number})" in shown
            assert "until Monday 22 November 2027" in shown
            await cast.say(cast.zeb, "yes")
            assert str(number) in await cast.say(cast.zeb, "my decisions")
            await cast.stage.wait(timedelta(days=367))
            await cast.stage.relay.tidy()
            await cast.stage.settle()
            assert "Nothing that was decided" in await cast.say(cast.zeb, "my decisions")
            assert not kept_of(cast) & {"decision", "talk"}

    @pytest.mark.parametrize("answer", ["yes", "leave"])
    async def test_nobody_walks_back_in_by_being_forgotten(
        self, remembered: Remembered, answer: str
    ) -> None:
        cast = remembered
        async with cast.running():
            services = cast.stage.relay.services
            with cast.stage.store.transaction():
                number = cast.open_matter()
                draft = services.deciding.decisions.draft(
                    number,
                    "hackney",
                    step=Step.TIMEOUT,
                    person=cast.zeb.aci,
                    standard="Harassing somebody",
                    effect="Ned could not sleep.",
                    reason="It was late.",
                    groups=(1,),
                    days=7,
                )
                decision = services.deciding.proposals.submit(draft, cast.dee.aci)
                services.deciding.proposals.agree(decision.number, cast.gus.aci)
            await cast.look()
            assert cast.zeb.aci not in cast.chat.members
            await cast.play(cast.zeb, "forget me", answer)
            await cast.look()
            await cast.play(cast.zeb, "join 1", "yes")
            await cast.look()
            assert cast.zeb.aci not in cast.chat.members
            await cast.stage.wait(timedelta(days=8))
            await cast.look()
            # By itself only who has not asked to be out of the groups comes back in.
            assert (cast.zeb.aci in cast.chat.members) == (answer == "yes")
            assert services.doors.kept_out(cast.zeb.aci, "hackney", 1) is None

    async def test_what_limits_need_stays(self, remembered: Remembered) -> None:
        cast = remembered
        async with cast.running():
            await cast.join_in()
            services = cast.stage.relay.services
            await cast.play(cast.zeb, "forget me", "yes")
            assert services.adverts.has_posted(cast.zeb.aci, "hackney")
            assert services.suggestions.is_too_often(cast.zeb.aci)
            # What let them post unread goes: that is theirs alone.
            assert not services.adverts.is_cleared(cast.zeb.aci, "hackney")


async def test_what_stays_is_said_once_however_many_groups_they_leave(
    remembered: Remembered,
) -> None:
    cast = remembered
    async with cast.running(approvals=1):
        await cast.do_everything()
        await cast.say(cast.zeb, "forget me")
        said = await cast.say(cast.zeb, "leave")
        assert said.count("That I am taking you out of a group") == 1
