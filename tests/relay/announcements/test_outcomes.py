"""What follows when Signal does not take everything: receipts, reminders, captchas."""

from harness.announcing import AnnouncementHarness
from harness.running import from_bot

from practice.faults import Fault
from practice.releases import DEPLOYED, NEWEST
from relay.signal.errors import MOST_FAILED

SEND = "/v2/send"


def trouble(scene: AnnouncementHarness, fault: Fault) -> None:
    scene.stage.signal.put_in_the_way(fault)


async def test_a_group_that_refuses_is_named_and_the_other_has_it(
    scene: AnnouncementHarness,
) -> None:
    trouble(
        scene,
        Fault(
            "refuse",
            path=SEND,
            recipient=scene.north.api_id,
            text="User is not allowed to send message to group: North board (id)",
        ),
    )
    receipt = await scene.post()
    assert "Posted to 1 of 2 groups" in receipt
    assert "North board: failed" in receipt
    assert "South board: done" in receipt
    assert (scene.board(scene.north), scene.board(scene.south)) == ([], ["Hello"])


async def test_people_who_were_not_reached_are_counted_and_not_named(
    scene: AnnouncementHarness,
) -> None:
    scene.stage.signal.tuning.release = NEWEST  # older ones name nobody
    mo = scene.stage.mo
    reasons = {mo.aci: "UNREGISTERED_FAILURE"}
    trouble(scene, Fault("partial", path=SEND, recipient=scene.north.api_id, reasons=reasons))
    receipt = await scene.post()
    assert "Posted to 2 of 2 groups" in receipt
    assert "could not reach 1 person" in receipt
    assert mo.aci not in receipt


async def test_a_release_that_names_nobody_counts_nobody(scene: AnnouncementHarness) -> None:
    scene.stage.signal.tuning.release = DEPLOYED
    reasons = {scene.stage.mo.aci: "UNREGISTERED_FAILURE"}
    trouble(scene, Fault("partial", path=SEND, recipient=scene.north.api_id, reasons=reasons))
    receipt = await scene.post()
    assert "Posted to 2 of 2 groups" in receipt
    assert "could not reach" not in receipt


async def test_an_answer_that_is_lost_is_asked_for_again(scene: AnnouncementHarness) -> None:
    trouble(scene, Fault("drop after", path=SEND, recipient=scene.north.api_id))
    await scene.post()
    receipts = await scene.wait(seconds=2)
    assert "Posted to 2 of 2 groups" in receipts[-1]
    assert scene.board(scene.south) == ["Hello"]
    # The API takes no key by which it could tell that it has sent this already.
    assert scene.board(scene.north) == ["Hello", "Hello"]


async def test_answers_that_are_always_lost_do_not_fill_a_group(scene: AnnouncementHarness) -> None:
    trouble(scene, Fault("drop after", times=None, path=SEND, recipient=scene.north.api_id))
    await scene.post()
    for _ in range(20):
        await scene.wait(minutes=15)
    assert len(scene.board(scene.north)) <= 5
    receipt = from_bot(scene.alex)[-1].text
    assert "Posted to 1 of 2 groups" in receipt
    assert "it may have done what was asked" in receipt


async def test_a_slow_receipt_is_announced_once_after_a_minute(scene: AnnouncementHarness) -> None:
    fault = Fault("refuse", times=None, path=SEND, recipient=scene.north.api_id)
    trouble(scene, fault)
    await scene.post()
    assert await scene.wait(seconds=50) == []
    [waiting] = await scene.wait(seconds=20)
    assert "taking longer than usual" in waiting
    assert "North board: waiting" in waiting
    assert "South board: done" in waiting
    assert await scene.wait(minutes=5) == []
    scene.stage.signal.faults.clear()
    [receipt] = await scene.wait(minutes=10)
    assert "Posted to 2 of 2 groups" in receipt


async def test_an_announcement_that_reaches_nobody_is_answered_too(
    scene: AnnouncementHarness,
) -> None:
    await scene.ask("announce tomorrow 9am: Hello")
    await scene.ask("yes")
    for board in (scene.north, scene.south):
        scene.stage.signal.world.leave(
            scene.stage.signal.world.group_chat(board.internal_id),
            scene.stage.signal.world.account.aci,
        )
    await scene.stage.relay.directory.refresh()
    answers = await scene.wait(days=1)
    assert len(answers) == 1
    assert answers[0].startswith("Not posted: there was no group I could post in")
    assert await scene.wait(minutes=5) == []


async def test_nobody_is_told_for_ever_about_somebody_who_has_left_signal(
    scene: AnnouncementHarness,
) -> None:
    scene.stage.signal.phone(scene.alex.aci).person.registered = False
    scene.alex.say("help")
    await scene.stage.settle()
    for _ in range(MOST_FAILED + 5):
        await scene.wait(minutes=11)
    rows = scene.stage.store._db.execute("SELECT state, attempts FROM outbox").fetchall()
    assert [(state, attempts <= MOST_FAILED) for state, attempts in rows] == [("failed", True)]


class TestCaptcha:
    """Signal wants a captcha for sending to groups."""

    def want(self, scene: AnnouncementHarness, *, captcha: str = "") -> None:
        for board in (scene.north, scene.south):
            trouble(
                scene,
                Fault("captcha", times=None, path=SEND, recipient=board.api_id, captcha=captcha),
            )

    async def test_the_admin_hears_of_it_solves_it_and_everything_goes_out(
        self, scene: AnnouncementHarness
    ) -> None:
        trouble(scene, Fault("captcha", times=None, path=SEND, captcha="right"))
        scene.alex.say("announce Hello")
        await scene.stage.settle()
        assert from_bot(scene.alex) == []
        scene.alex.say("yes")
        scene.alex.say("captcha signalcaptcha://right")
        await scene.stage.settle()
        texts = [message.text for message in from_bot(scene.alex)]
        assert any("Posted to 2 of 2 groups" in text for text in texts)
        assert any("Signal works again" in text for text in texts)
        assert scene.board(scene.north) == scene.board(scene.south) == ["Hello"]
        assert scene.stage.store.breakers.all() == []

    async def test_a_message_that_gets_through_tells_the_admin_how_to_lift_it(
        self, scene: AnnouncementHarness
    ) -> None:
        self.want(scene)
        await scene.ask("announce Hello")
        await scene.stage.say(scene.alex, "yes")
        answers = await scene.wait(minutes=1)
        assert any("wants proof that a person runs this account" in text for text in answers)
        assert not any("works again" in text for text in answers)
        for _ in range(3):
            answers = await scene.wait(minutes=1)
            assert not any("proof" in text or "works again" in text for text in answers)
        assert scene.board(scene.north) == scene.board(scene.south) == []

    async def test_a_wrong_solution_is_said_and_a_right_one_still_helps(
        self, scene: AnnouncementHarness
    ) -> None:
        trouble(
            scene,
            Fault("captcha", times=None, path=SEND, recipient=scene.north.api_id, captcha="right"),
        )
        await scene.ask("announce Hello")
        await scene.stage.say(scene.alex, "yes")
        await scene.wait(minutes=1)
        scene.alex.say("captcha signalcaptcha://wrong")
        await scene.stage.settle()
        answers = await scene.wait(minutes=1)
        assert "did not accept that solution" in " ".join(m.text for m in from_bot(scene.alex))
        answers = await scene.stage.say(scene.alex, "captcha signalcaptcha://right")
        answers += await scene.wait(minutes=1)
        assert any("works again" in text for text in answers)
        assert any("Posted to 2 of 2 groups" in text for text in answers)

    async def test_a_second_challenge_is_another_one(self, scene: AnnouncementHarness) -> None:
        for number in (1, 2):
            trouble(
                scene,
                Fault(
                    "captcha",
                    times=None,
                    path=SEND,
                    recipient=scene.north.api_id,
                    captcha=f"right{number}",
                    tokens=(f"token{number}",),
                ),
            )
        await scene.ask("announce Hello")
        await scene.stage.say(scene.alex, "yes")
        await scene.wait(minutes=1)
        await scene.stage.say(scene.alex, "captcha signalcaptcha://right1")
        assert scene.board(scene.north) == []
        await scene.wait(minutes=1)
        answers = await scene.stage.say(scene.alex, "captcha signalcaptcha://right2")
        answers += await scene.wait(minutes=1)
        assert any("Posted to 2 of 2 groups" in text for text in answers)
        assert scene.board(scene.north) == ["Hello"]
