"""On the way to hundreds: interrupted, overtaken, held up, and what is left of who leaves."""

from dataclasses import replace
from datetime import timedelta

import pytest
from harness.running import KEY, branch, from_bot
from harness.unseen import Unseen
from opened import opened

from practice.faults import Fault
from practice.phones import Phone
from practice.refusals import RATE_LIMIT_ERROR
from relay.signal.outgoing import SIGNAL_LANE, SUBSCRIBERS_LANE
from relay.subscriptions.mailing import MOST_WAITING
from relay.subscriptions.tables import Mailings, Subscribers

MANY = 12


async def many(unseen: Unseen) -> list[Phone]:
    phones = [unseen.stage.signal.new_phone(f"Reader {index}") for index in range(MANY)]
    await unseen.subscribe(*phones)
    return phones


async def steps(unseen: Unseen, count: int) -> None:
    """Let so many deliveries to subscribers go out, after everything else."""
    relay = unseen.stage.relay
    lanes = {lane.name: lane for lane in relay.lanes}
    await unseen.stage.signal.signal_cli.drained()
    await relay.dispatcher.drain()
    await lanes[SIGNAL_LANE].drain()
    for _ in range(count):
        assert await lanes[SUBSCRIBERS_LANE].step()


def news(phone: Phone) -> list[str]:
    return [m.text for m in from_bot(phone) if "You now get" not in m.text]


async def begin(unseen: Unseen, text: str) -> None:
    await unseen.stage.say(unseen.alex, f"announce {text}")
    unseen.alex.say("yes")


async def test_a_restart_goes_on_where_it_was_and_nobody_gets_it_twice(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await many(unseen)
        await begin(unseen, "Tea at four")
        await steps(unseen, 5)
        assert [len(news(phone)) for phone in phones] == [1] * 5 + [0] * 7
        # No row is written before its turn.
        assert unseen.stage.store.outbox.queued(SUBSCRIBERS_LANE) == 1
    async with unseen.running():
        await unseen.stage.settle()
        assert [news(phone) for phone in phones] == [["Tea at four"]] * MANY
        assert unseen.stage.store[Mailings].open() == []


async def test_a_correction_overtakes_what_was_not_sent_yet(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await many(unseen)
        await begin(unseen, "Tea at four")
        await steps(unseen, 5)
        await unseen.stage.relay.dispatcher.drain()
        unseen.alex.say("edit 1 Tea at five")
        await steps(unseen, 0)
        unseen.alex.say("yes")
        await unseen.stage.settle()
        assert [news(phone) for phone in phones] == [["Tea at five"]] * MANY
        histories = [from_bot(phone)[-1].history for phone in phones]
        assert histories[0] == ("Tea at four", "Tea at five")
        # From the seventh on, nobody has ever seen the wrong time.
        assert histories[6:] == [("Tea at five",)] * 6


async def test_what_is_taken_back_reaches_nobody_else(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await many(unseen)
        await begin(unseen, "Tea at four")
        await steps(unseen, 5)
        unseen.alex.say("retract 1")
        await steps(unseen, 0)
        unseen.alex.say("yes")
        await unseen.stage.settle()
        assert all(from_bot(phone)[-1].deleted for phone in phones[:5])
        assert all(news(phone) == [] for phone in phones[5:])


async def test_a_captcha_for_subscribers_holds_nothing_else_up(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam, unseen.kim)
        unseen.stage.signal.put_in_the_way(
            Fault(
                "captcha", times=None, path="/v2/send", recipient=unseen.sam.aci, captcha="solved"
            )
        )
        await unseen.post("Tea at four")
        assert "Groups and answers are not held up" in unseen.read(unseen.alex)[-1]
        assert [m.text for m in from_bot(unseen.stage.mo, unseen.board)] == ["Tea at four"]
        assert "captcha" not in await unseen.say(unseen.stage.mo, "next")
        assert news(unseen.sam) == []
        await unseen.say(unseen.alex, "captcha signalcaptcha://solved")
        await unseen.wait(minutes=1)
        assert news(unseen.sam) == ["Tea at four"]
        assert news(unseen.kim) == ["Tea at four"]


@pytest.mark.parametrize(
    ("fault", "minutes"), [(Fault("captcha"), 1), (Fault("refuse", code=RATE_LIMIT_ERROR), 5)]
)
async def test_one_person_whom_signal_never_lets_through_holds_nobody_else_up(
    unseen: Unseen, fault: Fault, minutes: int
) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam, unseen.kim)
        phones = await many(unseen)
        unseen.stage.signal.put_in_the_way(
            replace(fault, times=None, path="/v2/send", recipient=unseen.sam.aci)
        )
        await unseen.post("Tea at four")
        assert news(unseen.kim) == []
        # The next look: `LOOK_SOON`, or `RATE_LIMIT_PAUSE`.
        await unseen.wait(minutes=minutes)
        assert news(unseen.kim) == ["Tea at four"]
        await unseen.wait(minutes=minutes)
        assert [news(phone) for phone in phones] == [["Tea at four"]] * MANY
        assert news(unseen.sam) == []
        # What is posted while nothing has changed for Sam does not wait for it either.
        await unseen.post("Cake at five")
        await unseen.wait(minutes=20)
        assert news(unseen.kim)[-1] == "Cake at five"
        assert unseen.stage.store.outbox.queued(SUBSCRIBERS_LANE) <= 2


async def test_of_a_blocked_lane_only_so_many_wait(unseen: Unseen) -> None:
    async with unseen.running():
        await many(unseen)
        await many(unseen)
        unseen.stage.signal.put_in_the_way(Fault("captcha", times=None, path="/v2/send"))
        await begin(unseen, "Tea at four")
        await steps(unseen, 0)
        for _ in range(MOST_WAITING + 5):
            await unseen.wait(minutes=15)
        assert unseen.stage.store.outbox.queued(SUBSCRIBERS_LANE) <= MOST_WAITING


async def test_what_only_subscribers_have_is_corrected_and_taken_back(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        unseen.stage.signal.put_in_the_way(
            Fault("refuse", times=None, path="/v2/send", recipient=unseen.board.api_id)
        )
        await unseen.post("Tea at four")
        store, now = unseen.stage.store, unseen.stage.clock.now()
        with store.transaction():
            [waiting] = store.outbox.older(SIGNAL_LANE, now)
            store.outbox.failed(waiting, "given up", now)
        assert from_bot(unseen.stage.mo, unseen.board) == []
        assert news(unseen.sam) == ["Tea at four"]
        await unseen.say(unseen.alex, "edit 1 Tea at five")
        await unseen.say(unseen.alex, "yes")
        assert news(unseen.sam) == ["Tea at five"]
        await unseen.say(unseen.alex, "retract 1")
        await unseen.say(unseen.alex, "yes")
        assert from_bot(unseen.sam)[-1].deleted


async def test_a_young_copy_is_taken_back_though_the_groups_keep_theirs(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam)
        unseen.stage.signal.put_in_the_way(
            Fault("refuse", times=None, path="/v2/send", recipient=unseen.sam.aci)
        )
        await unseen.post("Tea at four")
        await unseen.wait(minutes=30)
        unseen.stage.signal.faults.clear()
        await unseen.wait(hours=3)
        assert news(unseen.sam) == ["Tea at four"]
        await unseen.wait(hours=21)
        await unseen.say(unseen.alex, "retract 1")
        await unseen.say(unseen.alex, "yes")
        assert from_bot(unseen.sam)[-1].deleted
        assert not from_bot(unseen.stage.mo, unseen.board)[-1].deleted


async def test_everything_else_goes_first(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await many(unseen)
        await begin(unseen, "Tea at four")
        await steps(unseen, 3)
        unseen.stage.mo.say("next")
        await unseen.stage.signal.signal_cli.drained()
        await unseen.stage.relay.dispatcher.drain()
        lanes = {lane.name: lane for lane in unseen.stage.relay.lanes}
        assert not await lanes[SUBSCRIBERS_LANE].step()
        await lanes[SIGNAL_LANE].drain()
        assert await lanes[SUBSCRIBERS_LANE].step()
        assert sum(len(news(phone)) for phone in phones) == 4


async def test_who_leaves_while_it_is_under_way_gets_nothing_more(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await many(unseen)
        await begin(unseen, "Tea at four")
        await steps(unseen, 5)
        # The sixth one's is queued already.
        assert "forgotten" in await unseen.say(phones[5], "unsubscribe")
        assert len(news(phones[5])) == 1
        assert [len(news(phone)) for phone in phones[6:]] == [1] * 6


async def test_nothing_of_who_has_left_is_anywhere_on_the_disk(unseen: Unseen) -> None:
    async with unseen.running():
        await unseen.subscribe(unseen.sam, unseen.kim)
        await unseen.post("Tea at four")
        await unseen.say(unseen.sam, "unsubscribe")
        await unseen.wait(minutes=2)
        path = unseen.stage.store.path
        assert unseen.kim.aci.encode() in opened(path, KEY)
        assert unseen.sam.aci.encode() not in opened(path, KEY)
        wal = path.with_name(path.name + "-wal")
        assert not wal.exists() or not wal.read_bytes()


async def test_old_news_is_not_sent_and_a_change_nobody_was_told_of_is(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await many(unseen)
        await unseen.say(
            unseen.alex,
            "meeting Title: Film night\nWhen: 6 December 7pm\nWhere: Town Hall\nAgenda: A film\n"
            "Papers: none\nAccess: step-free",
        )
        await unseen.say(unseen.alex, "yes")
        unseen.alex.say("move 1 to 6 December 8pm")
        await steps(unseen, 0)
        unseen.alex.say("yes")
        await steps(unseen, 4)
        unseen.alex.say("where 1 Library")
        await steps(unseen, 0)
        unseen.alex.say("yes")
        await unseen.stage.settle()
        for phone in phones:
            standing = [text for text in unseen.read(phone) if "Film night" in text]
            assert "8 pm" in standing[-1]
            assert "Library" in standing[-1]
            assert not any("7 pm" in text and "8 pm" not in text for text in standing)
        unseen.stage.clock.move(timedelta(days=2))
        await unseen.stage.settle()


async def test_the_store_keeps_of_them_only_what_is_needed(unseen: Unseen) -> None:
    async with unseen.stage.running(branch("hackney", unseen.alex, groups=[unseen.board])):
        await unseen.subscribe(unseen.sam)
        await unseen.post("Tea at four")
        db = unseen.stage.store._db
        sent = db.execute(
            "SELECT target, payload FROM outbox WHERE lane = ?", [SUBSCRIBERS_LANE]
        ).fetchall()
        assert sent == [("", None)]
        unseen.stage.clock.move(timedelta(hours=25))
        await unseen.stage.relay.tidy()
        assert db.execute("SELECT count(*) FROM mailing_copies").fetchone()[0] == 0
        assert len(unseen.stage.store[Subscribers].of(unseen.sam.aci)) == 1
