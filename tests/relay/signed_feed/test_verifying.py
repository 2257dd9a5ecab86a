"""A feed is as the branch made it, or it is said what is wrong."""

from dataclasses import replace

import pytest
from harness.feeds import FeedMaker

from relay.signed_feed.entry import Content, Kind, signed
from relay.signed_feed.keys import SigningKey
from relay.signed_feed.reading import FeedBroken, Known, OlderPagesNeeded, Reason, read_feed
from relay.signed_feed.verifying import verify


@pytest.fixture
def maker() -> FeedMaker:
    made = FeedMaker()
    made.post(1, "The branch meets on Tuesday at 7 pm.")
    made.post(2, "Bring £5 for the hall.")
    made.post(3, "Leaflets are at Dana's.")
    return made


def wrong(maker: FeedMaker, last: Known | None = None) -> Reason:
    with pytest.raises(FeedBroken) as caught:
        verify(maker.pages(), None, last)
    return caught.value.reason


def known(maker: FeedMaker) -> Known:
    found = verify(maker.pages()).known
    assert found is not None
    return found


def test_what_a_branch_says_holds(maker: FeedMaker) -> None:
    held = verify(maker.pages(), maker.first.public)
    texts = [one.content.text for one in held.entries if one.content]
    assert texts == [
        "The branch meets on Tuesday at 7 pm.",
        "Bring £5 for the hall.",
        "Leaflets are at Dana's.",
    ]
    assert held.key == maker.first.public
    assert held.restarted is None


def test_a_feed_that_says_nothing_yet_holds() -> None:
    held = verify([read_feed(FeedMaker().newest())])
    assert held.entries == ()
    assert held.known is None


def test_words_that_were_corrected_are_gone_and_the_chain_holds(maker: FeedMaker) -> None:
    maker.correct(2, "Bring £6 for the hall.")
    assert b"\xc2\xa35 for" not in maker.newest()
    assert verify(maker.pages()).entries[1].content is None


def test_a_retraction_takes_the_words_and_their_salt_away(maker: FeedMaker) -> None:
    before = maker.entries[1].content
    assert before is not None
    maker.retract(2)
    assert before.salt.encode() not in maker.newest()
    assert len(verify(maker.pages()).entries) == 4


def test_an_entry_that_is_left_out_is_missed(maker: FeedMaker) -> None:
    del maker.entries[1]
    assert wrong(maker) is Reason.GAP


def test_the_first_entries_cannot_be_left_out_where_all_are_there(maker: FeedMaker) -> None:
    del maker.entries[0]
    last = Known(maker.feed, 1, "0" * 64)
    assert wrong(maker, last) is Reason.FORK


def test_entries_in_another_order_are_noticed(maker: FeedMaker) -> None:
    maker.entries[1], maker.entries[2] = maker.entries[2], maker.entries[1]
    assert wrong(maker) is Reason.ORDER


def test_an_entry_that_is_there_twice_is_noticed(maker: FeedMaker) -> None:
    maker.entries.insert(1, maker.entries[1])
    assert wrong(maker) is Reason.ORDER


def test_other_words_beside_an_entry_are_noticed(maker: FeedMaker) -> None:
    old = maker.entries[1].content
    assert old is not None
    maker.entries[1] = replace(maker.entries[1], content=replace(old, text="Bring £50."))
    assert wrong(maker) is Reason.CONTENT


def test_an_entry_signed_by_somebody_else_is_noticed(maker: FeedMaker) -> None:
    other, content = SigningKey.make(), Content("Pay here.", "en-GB")
    forged = replace(maker.entries[2].entry, content=content.digest())
    maker.entries[2] = signed(forged, other, content)
    assert wrong(maker) is Reason.KEY_UNVOUCHED
    maker.entries[2] = replace(maker.entries[2], key=maker.key.public)
    assert wrong(maker) is Reason.SIGNATURE


def test_an_entry_that_does_not_follow_is_noticed(maker: FeedMaker) -> None:
    loose = replace(maker.entries[2].entry, previous="0" * 64)
    maker.entries[2] = signed(loose, maker.key, maker.entries[2].content)
    assert wrong(maker) is Reason.CHAIN


def test_the_newest_entry_cannot_be_left_out_for_who_has_seen_it(maker: FeedMaker) -> None:
    last = known(maker)
    del maker.entries[2]
    assert wrong(maker, last) is Reason.ROLLED_BACK


def test_who_has_seen_something_hears_only_what_is_new(maker: FeedMaker) -> None:
    last = known(maker)
    assert verify(maker.pages(), None, last).entries == ()
    maker.retract(1)
    assert [one.entry.kind for one in verify(maker.pages(), None, last).entries] == ["retraction"]


def test_two_histories_of_one_feed_are_a_fork(maker: FeedMaker) -> None:
    last = known(maker)
    del maker.entries[2]
    maker.post(3, "Leaflets are at Jo's.")
    assert wrong(maker, last) is Reason.FORK


def test_a_branch_that_came_back_from_a_backup_says_so(maker: FeedMaker) -> None:
    last = known(maker)
    maker.go_back(1)
    maker.post(2, "Bring £7 for the hall.")
    held = verify(maker.pages(), None, last)
    assert held.restarted == 2
    assert [one.entry.kind for one in held.entries] == ["restart", "post"]
    assert verify(maker.pages(), None, held.known).restarted is None


def test_a_branch_that_came_back_is_understood_by_who_remembers_only_the_end(
    maker: FeedMaker,
) -> None:
    last = replace(known(maker), earlier={})
    maker.go_back(1)
    for number in range(2, 9):
        maker.post(number, f"Again {number}.")
    assert verify(maker.pages(), None, last).restarted == 2


def test_before_a_restart_nothing_may_be_another(maker: FeedMaker) -> None:
    last = known(maker)
    del maker.entries[0:]
    maker.post(1, "The branch meets on Monday.")
    maker.go_back(1)
    maker.post(3, "More.")
    assert wrong(maker, last) is Reason.FORK


def test_a_key_that_the_old_one_names_is_followed(maker: FeedMaker) -> None:
    last = known(maker)
    maker.rotate()
    maker.post(4, "Signed anew.")
    held = verify(maker.pages(), maker.first.public, last)
    assert held.key == maker.key.public
    assert held.keys == (maker.first.public, maker.key.public)


def test_a_key_that_no_old_one_names_is_not_believed(maker: FeedMaker) -> None:
    other = FeedMaker()
    other.post(1, "We have another key now.")
    with pytest.raises(FeedBroken, match="key-unvouched"):
        verify(other.pages(), maker.first.public)
    with pytest.raises(FeedBroken, match="another-feed"):
        verify(other.pages(), None, known(maker))


def test_a_key_must_vouch_for_itself(maker: FeedMaker) -> None:
    maker.rotate()
    forged = replace(maker.entries[-1], vouched=SigningKey.make().sign(b"nothing"))
    maker.entries[-1] = maker.rotations[-1] = forged
    assert wrong(maker) is Reason.KEY_UNVOUCHED


def test_whoever_has_an_old_key_can_say_nothing_after_its_end(maker: FeedMaker) -> None:
    maker.rotate()
    maker.key = maker.first
    maker.say(Kind.POST, 9, "Pay here.")
    assert wrong(maker) in {Reason.PAGE, Reason.KEY_UNVOUCHED}


def test_old_pages_hold_together_with_the_newest() -> None:
    maker = FeedMaker()
    for number in range(1, 251):
        maker.post(number, f"Post {number}.")
    pages = maker.pages()
    assert [page.entries[0].entry.number for page in pages] == [151, 101, 1]
    assert len(verify(pages).looked_at) == 250
    with pytest.raises(OlderPagesNeeded):
        verify(pages[:1], None, Known(maker.feed, 10, maker.entries[9].entry.digest()))
    last = Known(maker.feed, 150, maker.entries[149].entry.digest())
    assert len(verify(pages[:1], None, last).entries) == 100


def test_a_page_that_is_left_out_is_missed() -> None:
    maker = FeedMaker()
    for number in range(1, 351):
        maker.post(number, f"Post {number}.")
    newest, *older = maker.pages()
    with pytest.raises(FeedBroken, match="gap"):
        verify([newest, *older[2:]])
