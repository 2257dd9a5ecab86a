"""A question to members by direct message: asked, answered, changed, counted, announced."""

import time
from datetime import timedelta

import pytest
from harness.running import KEY, branch, from_bot, team
from harness.unseen import Unseen
from opened import opened

from handlers.ballots.jobs import outcome_texts
from practice.faults import Fault
from practice.phones import Phone
from relay.announcements.service import MAX_TEXT
from relay.ballots.service import Outcome
from relay.settings.groups import GroupKind, GroupSettings

ASK = (
    "ballot Which evening?\n1. Tuesday\n2. Thursday\n3) Never\nuntil Wednesday 6pm\nto subscribers"
)


async def readers(unseen: Unseen, count: int = 7) -> list[Phone]:
    phones = [unseen.stage.signal.new_phone(f"Reader {index}") for index in range(count)]
    await unseen.subscribe(*phones)
    return phones


async def opened_ballot(unseen: Unseen, count: int = 7) -> list[Phone]:
    phones = await readers(unseen, count)
    assert "Is it" not in await unseen.say(unseen.alex, ASK)
    assert "on its way" in await unseen.say(unseen.alex, "yes")
    return phones


async def end(unseen: Unseen) -> list[str]:
    """Let it end; return what Alex is told."""
    before = len(unseen.read(unseen.alex))
    await unseen.wait(days=4)
    return unseen.read(unseen.alex)[before:]


async def test_a_question_is_asked_answered_and_announced(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await readers(unseen)
        shown = await unseen.say(unseen.alex, ASK)
        assert "would ask 7 people by direct message" in shown
        assert "whoever runs this bot’s computer could find out who answered what" in shown
        assert "Asked: subscribers" in shown
        await unseen.say(unseen.alex, "yes")
        asked = unseen.read(phones[0])[-1]
        assert asked in shown
        assert "2. Thursday" in asked
        assert unseen.read(unseen.sam) == []
        for phone, typed in zip(
            phones,
            [
                "vote 2 because I work late",
                "vote Thursday",
                "2",
                "thursday.",
                "Vote 2, it is near",
                "vote 1 I like it",
                "vote 3",
            ],
            strict=True,
        ):
            assert "Your answer is counted" in await unseen.say(phone, typed)
        assert "Your answer is now: Thursday" in await unseen.say(phones[6], "vote 2")
        standing = await unseen.say(unseen.alex, "ballot who voted what?")
        assert "7 of 7 have answered" in standing
        assert "I keep no names" in standing
        [told] = await end(unseen)
        assert "• Tuesday: 1\n• Thursday: 6\n• Never: 0" in told
        assert "Reasons for “Thursday”" in told
        assert "I work late" in told
        # It would be plain whose answer it is for: one person chose another.
        assert "I like it" not in told
        assert "One reason is not shown" in told
        assert "Nothing is posted before your yes" in told
        draft = await unseen.say(unseen.alex, "draft 1")
        assert "7 answered" in draft
        assert "I work late" not in draft
        await unseen.say(unseen.alex, "yes")
        assert "• Thursday: 6" in from_bot(unseen.stage.mo, unseen.board)[-1].text
        assert "No question is open" in await unseen.say(phones[0], "vote 1")


async def test_it_is_asked_for_piece_by_piece_and_dropped_at_any(unseen: Unseen) -> None:
    async with unseen.running():
        await readers(unseen, 5)
        assert "What would you like to ask" in await unseen.say(unseen.alex, "ballot")
        assert "999" in await unseen.say(unseen.alex, "help me!")
        assert "Which answers" in await unseen.say(unseen.alex, "Tea or coffee?")
        assert "Until when" in await unseen.say(unseen.alex, "Tea\nCoffee")
        assert "Until when" in await unseen.say(unseen.alex, "yesterday")
        assert "Who is asked" in await unseen.say(unseen.alex, "Friday 6pm")
        assert "Who is asked" in await unseen.say(unseen.alex, "the whole world")
        assert "would ask 5 people" in await unseen.say(unseen.alex, "Subscribers")
        assert "I have asked nobody" in await unseen.say(unseen.alex, "no")
        said = "ballot Tea or coffee? Tea / Coffee until Friday 6pm to subscribers"
        assert "would ask 5 people" in await unseen.say(unseen.alex, said)
        assert "I have asked nobody" in await unseen.say(unseen.alex, "no")
        assert "too long" in await unseen.say(unseen.alex, f"ballot {'x' * 600}?\na\nb")


async def test_whom_to_ask_is_read_soon_however_many_blanks_are_in_it(unseen: Unseen) -> None:
    async with unseen.running():
        await readers(unseen, 5)
        shown = await unseen.say(unseen.alex, "ballot Tea or coffee? Tea / Coffee until Friday 6pm")
        assert "Who is asked" in shown
        began = time.process_time()
        assert "Who is asked" in await unseen.say(unseen.alex, f"the{' ' * 20_000}world")
        assert time.process_time() - began < 2
        assert "would ask 5 people" in await unseen.say(unseen.alex, "all  subscribers")


async def test_of_few_people_nobody_is_asked_and_of_few_answers_no_reason_shown(
    unseen: Unseen,
) -> None:
    async with unseen.running():
        four = await readers(unseen, 4)
        assert "That asks 4 people" in await unseen.say(unseen.alex, ASK)
        await unseen.subscribe(unseen.sam)
        await unseen.say(unseen.alex, ASK)
        await unseen.say(unseen.alex, "yes")
        await unseen.say(four[0], "vote 2 because of my boss")
        [told] = await end(unseen)
        assert "my boss" not in told
        assert "One reason is not shown" in told
        assert "I show them to nobody" in told


async def test_who_is_not_asked_or_late_is_not_counted(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await opened_ballot(unseen)
        assert "No question is open" in await unseen.say(unseen.sam, "vote 2")
        # Who subscribes now is not asked: nobody can fill it up.
        await unseen.subscribe(unseen.sam)
        assert "No question is open" in await unseen.say(unseen.sam, "vote 2")
        assert "The answers are 1 to 3" in await unseen.say(phones[0], "vote 9")
        await unseen.say(phones[0], "vote 1")
        await unseen.say(phones[0], "vote 1")
        [told] = await end(unseen)
        assert "1 of 7 answered" in told
        assert "No question is open" in await unseen.say(phones[1], "vote 2")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("because www.evil.com is better", "has a link in it"),
        ("because " + "x" * 65_000, "too long"),
        ("because \u202eevil\u2066 text", "Your reason goes to the admins"),
        ("999 he is here", "report"),
    ],
)
async def test_hostile_and_frightened_reasons(unseen: Unseen, reason: str, said: str) -> None:
    async with unseen.running():
        phones = await opened_ballot(unseen)
        answers = await unseen.stage.say(phones[0], f"vote 2 {reason}")
        assert said in "\n".join(answers)
        for phone in phones[1:]:
            await unseen.say(phone, "vote 2")
        [told] = await end(unseen)
        assert "Thursday: 7" in told
        assert "\u202e" not in told
        assert "evil.com" not in told
        assert "he is here" not in told
        assert told.count("\u2066") == told.count("\u2069")


async def test_two_admins_agree_to_what_was_shown(unseen: Unseen) -> None:
    stage = unseen.stage
    ours = branch("hackney", stage.alex, stage.bea, groups=[unseen.board], approvals=2)
    async with stage.running(ours):
        phones = await readers(unseen)
        assert "Another admin has to agree" in await unseen.say(unseen.alex, ASK)
        await unseen.say(unseen.alex, "yes")
        assert "Which evening?" in unseen.read(stage.bea)[-1]
        assert not any("Which evening?" in text for text in unseen.read(phones[0]))
        await unseen.subscribe(unseen.sam)
        # One more would be asked than was shown.
        assert "would ask 8 people" in await unseen.say(stage.bea, "agree 1")
        assert "on its way to 8 people" in await unseen.say(stage.bea, "agree 1 2")
        assert "Which evening?" in unseen.read(phones[0])[-1]


async def test_a_number_that_may_answer_something_else_is_not_counted(unseen: Unseen) -> None:
    stage = unseen.stage
    stage.safeguarding = stage.safeguarding.model_copy(
        update={"teams": (team("hackney", (stage.bea, "Welfare officer")),)}
    )
    async with unseen.running():
        phones = await opened_ballot(unseen)
        rio = phones[0]
        await stage.say(rio, "report")
        # This answers the report's question, and no other.
        assert "counted" not in "\n".join(await stage.say(rio, "2"))
        await stage.say(rio, "0")
        await stage.say(rio, "He shouted at me")
        await stage.say(rio, "send")
        await stage.say(rio, "yes")
        assert "Between which hours" in await unseen.say(rio, "2")
        await stage.say(rio, "9 to 15")
        before = len(from_bot(stage.bea))
        assert "counted nothing" in await unseen.say(rio, "2")
        assert len(from_bot(stage.bea)) == before
        assert "Your answer is counted" in await unseen.say(rio, "vote 2")
        assert "Your answer is counted" in await unseen.say(phones[1], "2")
        assert "counted" not in await unseen.say(phones[2], "2 men followed me home")


async def test_two_questions_are_told_apart(unseen: Unseen) -> None:
    stage = unseen.stage
    ours, theirs = branch("hackney", stage.alex), branch("leeds", stage.bea)
    async with stage.running(ours, theirs):
        phones = [stage.signal.new_phone(f"Reader {index}") for index in range(5)]
        for phone in phones:
            await unseen.say(phone, "subscribe hackney")
            await unseen.say(phone, "subscribe leeds")
        for admin in (stage.alex, stage.bea):
            await unseen.say(admin, ASK)
            await unseen.say(admin, "yes")
        asked = await unseen.say(phones[0], "2")
        assert "vote 1 2 … for: Which evening?\nvote 2 2 … for" in asked
        assert "asked more than one thing" in await unseen.say(phones[0], "vote 3")
        assert "counted" in await unseen.say(phones[0], "vote 2 3")
        assert "1 of 5 have answered" in await unseen.say(stage.bea, "ballot")
        assert "0 of 5 have answered" in await unseen.say(stage.alex, "ballot")


async def test_it_can_be_called_off(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await opened_ballot(unseen)
        await unseen.say(phones[0], "vote 2")
        assert "1 have answered" in await unseen.say(unseen.alex, "ballot off")
        assert "called it off" in await unseen.say(unseen.alex, "yes")
        assert "No question is open" in await unseen.say(phones[1], "vote 2")
        assert "No question to members is open" in await unseen.say(unseen.alex, "ballot off")
        assert await end(unseen) == []


async def test_a_restart_between_asking_answering_and_counting(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await readers(unseen)
        await unseen.say(unseen.alex, ASK)
        unseen.alex.say("yes")
        await unseen.stage.signal.signal_cli.drained()
        await unseen.stage.relay.dispatcher.drain()
    async with unseen.running():
        await unseen.stage.settle()
        for phone in phones:
            asked = [text for text in unseen.read(phone) if "Which evening?" in text]
            assert len(asked) == 1
            await unseen.say(phone, "vote 2")
        path = unseen.stage.store.path
    unseen.stage.clock.move(timedelta(days=4))
    async with unseen.running():
        await unseen.stage.settle()
        assert "• Thursday: 7" in unseen.read(unseen.alex)[-1]
        await unseen.wait(minutes=2)
        db = unseen.stage.store._db
        assert db.execute("SELECT count(*) FROM ballot_votes").fetchone()[0] == 0
        assert db.execute("SELECT secret FROM ballots").fetchone()[0] is None
        assert b"ballot_votes" in opened(path, KEY)


def asked(unseen: Unseen, phone: Phone) -> bool:
    return any("Which evening?" in text for text in unseen.read(phone))


def hold_questions(unseen: Unseen, phones: list[Phone]) -> None:
    """Let Signal take nothing for these people, in a way that passes."""
    for phone in phones:
        unseen.stage.signal.put_in_the_way(
            Fault("refuse", times=None, path="/v2/send", recipient=phone.aci)
        )


async def after_all_that_waited(unseen: Unseen) -> None:
    """Let what waits go out if it still can."""
    unseen.stage.signal.faults.clear()
    for _ in range(3):
        await unseen.wait(minutes=10)


def kept_of(unseen: Unseen, phone: Phone) -> int:
    """In how many rows it stands that somebody is, or was to be, asked."""
    db = unseen.stage.store._db
    [waits] = db.execute(
        "SELECT count(*) FROM ballot_people WHERE person = ?", [phone.aci]
    ).fetchone()
    [sent] = db.execute(
        "SELECT count(*) FROM outbox WHERE target = ? AND topic GLOB 'ballot:*'", [phone.aci]
    ).fetchone()
    return int(waits) + int(sent)


@pytest.mark.parametrize("ends", ["called off", "over"])
async def test_a_question_that_waits_is_not_asked_once_it_has_ended(
    unseen: Unseen, ends: str
) -> None:
    async with unseen.running():
        phones = await readers(unseen)
        hold_questions(unseen, phones[:2])
        await unseen.say(unseen.alex, ASK.replace("Wednesday 6pm", "22 November 8pm"))
        await unseen.say(unseen.alex, "yes")
        assert [asked(unseen, phone) for phone in phones] == [False] * 2 + [True] * 5
        # Of whom it has reached, nothing says so any more.
        assert [kept_of(unseen, phone) for phone in phones] == [1] * 2 + [0] * 5
        if ends == "called off":
            await unseen.say(unseen.alex, "ballot off")
            await unseen.say(unseen.alex, "yes")
        else:
            await unseen.wait(hours=10)
        assert kept_of(unseen, phones[0]) == 0
        await after_all_that_waited(unseen)
        assert not any(asked(unseen, phone) for phone in phones[:2])


@pytest.mark.parametrize("typed", ["unsubscribe", "subscribe meetings"])
async def test_who_leaves_before_their_question_went_out_is_not_asked(
    unseen: Unseen, typed: str
) -> None:
    stage = unseen.stage
    chat = stage.group("Hackney chat", unseen.sam)
    declared = GroupSettings(id=chat.api_id, kind=GroupKind.CHAT, name="Hackney chat")
    ours = branch("hackney", stage.alex).model_copy(update={"groups": (declared,)})
    async with stage.running(ours):
        await stage.relay.directory.refresh()
        await stage.settle()
        phones = [*await readers(unseen), unseen.sam]
        await unseen.subscribe(unseen.sam)
        hold_questions(unseen, phones)
        await unseen.say(stage.alex, ASK.replace("to subs", "to Hackney chat, subs"))
        assert "8 people" in await unseen.say(stage.alex, "yes")
        stage.signal.faults.clear()
        for phone in (phones[0], unseen.sam):
            phone.say(typed)
        await stage.signal.signal_cli.drained()
        await stage.relay.dispatcher.drain()
        assert kept_of(unseen, phones[0]) == 0
        # Sam is in the chat, too, that is asked.
        assert kept_of(unseen, unseen.sam) == 1
        await after_all_that_waited(unseen)
        assert [asked(unseen, phone) for phone in phones] == [False] + [True] * 7


async def test_who_gets_only_meetings_is_not_asked(unseen: Unseen) -> None:
    async with unseen.running():
        await readers(unseen, 5)
        await unseen.say(unseen.sam, "subscribe meetings")
        assert "would ask 5 people" in await unseen.say(unseen.alex, ASK)
        await unseen.say(unseen.alex, "yes")
        assert not asked(unseen, unseen.sam)


async def test_who_left_since_it_was_shown_is_counted_again(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await readers(unseen, 6)
        await unseen.say(unseen.alex, ASK)
        await unseen.say(phones[0], "unsubscribe")
        # Not what was shown.
        assert "would ask 5 people" in await unseen.say(unseen.alex, "yes")
        assert not asked(unseen, phones[1])
        await unseen.say(phones[1], "unsubscribe")
        assert "That asks 4 people" in await unseen.say(unseen.alex, "yes")
        assert not any(asked(unseen, phone) for phone in phones)
        assert "What would you like to ask" in await unseen.say(unseen.alex, "ballot")


async def test_of_few_who_are_left_nobody_is_asked_though_another_admin_agrees(
    unseen: Unseen,
) -> None:
    stage = unseen.stage
    ours = branch("hackney", stage.alex, stage.bea, groups=[unseen.board], approvals=2)
    async with stage.running(ours):
        phones = await readers(unseen, 5)
        await unseen.say(unseen.alex, ASK)
        await unseen.say(unseen.alex, "yes")
        await unseen.say(phones[0], "unsubscribe")
        assert "That asks 4 people" in await unseen.say(stage.bea, "agree 1")
        assert "That asks 4 people" in unseen.read(unseen.alex)[-1]
        assert not any(asked(unseen, phone) for phone in phones)
        assert "No question" in await unseen.say(stage.bea, "ballot off")


async def test_members_of_a_group_are_asked_who_are_in_it_then(unseen: Unseen) -> None:
    stage = unseen.stage
    people = [stage.signal.new_phone(f"Person {index}") for index in range(5)]
    chat = stage.group("Hackney chat", *people)
    ours = branch("hackney", stage.alex).model_copy(
        update={
            "groups": (GroupSettings(id=chat.api_id, kind=GroupKind.CHAT, name="Hackney chat"),)
        }
    )
    async with stage.running(ours):
        await stage.relay.directory.refresh()
        await stage.settle()
        said = ASK.replace("to subscribers", "to Hackney chat")
        assert "would ask 5 people" in await unseen.say(stage.alex, said)
        await unseen.say(stage.alex, "yes")
        assert all("Which evening?" in unseen.read(phone)[-1] for phone in people)
        assert not from_bot(stage.mo, chat)


async def test_a_bare_answer_to_another_message_is_no_vote(unseen: Unseen) -> None:
    async with unseen.running():
        phones = await opened_ballot(unseen)
        await unseen.post("Shall we meet on Thursday?")
        question, other = from_bot(phones[0])[-2:]
        assert "Which evening?" in question.text
        for typed in ("2", "Thursday"):
            answers = await unseen.stage.say(phones[0], typed, quote=other)
            assert "counted nothing" in answers[-1]
            assert "vote 2" in answers[-1]
        assert "0 of 7 have answered" in await unseen.say(unseen.alex, "ballot")
        [answer] = await unseen.stage.say(phones[0], "2", quote=question)
        assert "Your answer is counted: Thursday" in answer


async def test_a_long_outcome_comes_in_several_messages_and_nothing_of_it_is_lost(
    unseen: Unseen,
) -> None:
    async with unseen.running():
        await opened_ballot(unseen)
        service = unseen.stage.relay.services.mailings.ballots
        ballot = service.of_branch("hackney")
        assert ballot is not None
        reasons = tuple(f"{index:03} {'x' * 296}" for index in range(250))
        outcome = Outcome(ballot, (250, 0, 250), {0: reasons, 2: reasons}, 1)
        texts = outcome_texts(unseen.stage.relay.services, outcome)
        assert all(len(text) <= MAX_TEXT for text in texts)
        assert "• Tuesday: 250" in texts[0]
        assert "Nothing is posted before your yes" in texts[-1]
        whole = "\n".join(texts)
        assert all(whole.count(reason) == 2 for reason in reasons)
        for text in texts:
            if "xxx" in text:
                assert "Reasons for “" in text
