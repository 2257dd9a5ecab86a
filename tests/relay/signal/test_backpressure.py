"""Taking in goes before answering only while messages come close together, and not for ever."""

from relay.signal.backpressure import LONGEST, LULL, Backpressure


class Hand:
    """A clock's hand that the test moves."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_a_single_message_is_not_waited_for() -> None:
    hand = Hand()
    pressure = Backpressure(hand)
    assert pressure.wait() == 0
    pressure.arrived()
    assert pressure.wait() == 0
    hand.at += 2 * LULL
    pressure.arrived()
    assert pressure.wait() == 0


def test_two_close_together_are_a_rush_until_a_lull() -> None:
    hand = Hand()
    pressure = Backpressure(hand)
    pressure.arrived()
    hand.at += LULL / 3
    pressure.arrived()
    assert 0 < pressure.wait() <= LULL
    hand.at += 2 * LULL
    assert pressure.wait() == 0


def test_a_rush_that_goes_on_leaves_time_for_answers() -> None:
    hand = Hand()
    pressure = Backpressure(hand)
    begin = hand.at
    while hand.at - begin < LONGEST + LULL:
        pressure.arrived()
        hand.at += LULL / 3
    assert pressure.wait() == 0
    hand.at += 2 * LULL
    pressure.arrived()
    hand.at += LULL / 3
    pressure.arrived()
    assert pressure.wait() > 0
