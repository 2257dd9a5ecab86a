"""What people were promised, and whether it came once."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from practice.bench.soak.environment import Environment, House
from practice.phones import Phone


@dataclass(frozen=True)
class Tally:
    """How many were expected, how many never came, and how many came once too often."""

    expected: int = 0
    lost: int = 0
    duplicates: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.expected + other.expected,
            self.lost + other.lost,
            self.duplicates + other.duplicates,
        )


@dataclass
class Expectations:
    """Everything that was said.

    Args:
        notices: the texts announced, by branch.
        meetings: when the reminder of each meeting is due, by branch and title.
        questions: how often each member asked something that is answered once.
        answers: what members wait for besides, each text by phone.
    """

    notices: dict[str, list[str]] = field(default_factory=dict)
    meetings: dict[str, dict[str, datetime]] = field(default_factory=dict)
    questions: Counter[str] = field(default_factory=Counter)
    answers: list[tuple[Phone, str]] = field(default_factory=list)

    def tally(self, environment: Environment, answer: str, now: datetime) -> Tally:
        """Compare with what is on the phones.

        Args:
            environment: where they are.
            answer: how every answer to a question begins.
            now: reminders due before it must have come.
        """
        total = Tally()
        for house in environment.houses:
            total += self._in_group(house, now)
            for member in house.members:
                told = [message.text for message in member.messages()]
                seen = sum(text.startswith(answer) for text in told)
                total += _compared(self.questions[member.aci], seen)
        for phone, text in self.answers:
            seen = sum(text in m.text for m in phone.messages() if m.sender != phone.aci)
            total += _compared(1, seen)
        return total

    async def tally_of_bluesky(self, environment: Environment) -> Tally:
        """Compare with what stands on Bluesky: announcements, each word for word."""
        total = Tally()
        for house in environment.houses:
            if environment.pds is None or house.account is None:
                continue
            posts = await environment.pds.posts(house.account.did)
            seen = Counter(post["value"]["text"] for post in posts)
            for text in self.notices.get(house.slug, ()):
                total += _compared(1, seen[text])
        return total

    def _in_group(self, house: House, now: datetime) -> Tally:
        shown = house.members[0].messages(house.group)
        first_lines = Counter(message.text.partition("\n")[0] for message in shown)
        total = Tally()
        for text in self.notices.get(house.slug, ()):
            total += _compared(1, first_lines[text])
        for title, due in self.meetings.get(house.slug, {}).items():
            total += _compared(1, first_lines[title])
            reminders = sum(n for line, n in first_lines.items() if line.endswith(f": {title}"))
            if due <= now or reminders:
                total += _compared(1, reminders)
        return total


def _compared(wanted: int, seen: int) -> Tally:
    return Tally(wanted, max(0, wanted - seen), max(0, seen - wanted))
