"""Taking in goes before answering only while messages come close together, and not for ever."""

from relay.signal.rush import LONGEST, LULL, Rush


class Hand:
    """A clock's hand that the test moves."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_a_single_message_is_not_waited_for() -> None:
    hand = Hand()
    rush = Rush(hand)
    assert rush.wait() == 0
    rush.arrived()
    assert rush.wait() == 0
    hand.at += 2 * LULL
    rush.arrived()
    assert rush.wait() == 0


def test_two_close_together_are_a_rush_until_a_lull() -> None:
    hand = Hand()
    rush = Rush(hand)
    rush.arrived()
    hand.at += LULL / 3
    rush.arrived()
    assert 0 < rush.wait() <= LULL
    hand.at += 2 * LULL
    assert rush.wait() == 0


def test_a_rush_that_goes_on_leaves_time_for_answers() -> None:
    hand = Hand()
    rush = Rush(hand)
    begin = hand.at
    while hand.at - begin < LONGEST + LULL:
        rush.arrived()
        hand.at += LULL / 3
    assert rush.wait() == 0
    hand.at += 2 * LULL
    rush.arrived()
    hand.at += LULL / 3
    rush.arrived()
    assert rush.wait() > 0
