"""Where the bot's messages stand in people's chats with it, by keyed hashes of whose chats."""

from datetime import datetime

from relay.store.table import Table


class Chats(Table):
    """The chat_messages, group_warnings and language_guesses tables: moments, and no word said."""

    def said(self, delivery: int, chat: str, timestamp: int, now: datetime) -> None:
        """Note that a message has got into a chat, and by which timestamp Signal knows it."""
        self._insert(
            "chat_messages",
            "ON CONFLICT (delivery) DO UPDATE SET timestamp = excluded.timestamp, at = excluded.at",
            delivery=delivery,
            chat=chat,
            timestamp=timestamp,
            at=now,
        )

    def take_back(self, delivery: int, chat: str, now: datetime) -> None:
        """Note that a message which is on its way is to be deleted as soon as it has got there."""
        self._insert(
            "chat_messages",
            "ON CONFLICT (delivery) DO UPDATE SET timestamp = NULL",
            delivery=delivery,
            chat=chat,
            timestamp=None,
            at=now,
        )

    def is_taken_back(self, delivery: int) -> bool:
        """Return whether a message is to be deleted as soon as it has got into its chat."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM chat_messages WHERE delivery = ? AND timestamp IS NULL)",
            [delivery],
        )

    def of(self, chat: str, since: datetime) -> list[int]:
        """Return the timestamps of what got into a chat since a moment."""
        return self._values(
            "SELECT timestamp FROM chat_messages"
            " WHERE chat = ? AND at > ? AND timestamp IS NOT NULL",
            [chat, since],
        )

    def forget(self, chat: str) -> None:
        """Forget what got into a chat; what is on its way there is still deleted."""
        self._run("DELETE FROM chat_messages WHERE chat = ? AND timestamp IS NOT NULL", [chat])

    def forget_delivery(self, delivery: int) -> None:
        """Forget one message."""
        self._run("DELETE FROM chat_messages WHERE delivery = ?", [delivery])

    def warn(self, chat: str, since: datetime, now: datetime) -> bool:
        """Note that somebody is warned; return False if they have been since a moment."""
        self._run("DELETE FROM group_warnings WHERE at <= ?", [since])
        return self._insert_new("group_warnings", chat=chat, at=now)

    def language(self, chat: str, since: datetime) -> str | None:
        """Return in which language a chat was last answered since a moment, without a choice."""
        found = self._value(
            "SELECT locale FROM language_guesses WHERE chat = ? AND at > ?", [chat, since]
        )
        return None if found is None else str(found)

    def guess(self, chat: str, locale: str, now: datetime) -> None:
        """Note in which language a chat is answered."""
        self._insert(
            "language_guesses",
            "ON CONFLICT (chat) DO UPDATE SET locale = excluded.locale, at = excluded.at",
            chat=chat,
            locale=locale,
            at=now,
        )

    def offer(self, chat: str, since: datetime, now: datetime) -> bool:
        """Note that other languages are offered; return False if they were since a moment."""
        self._run("DELETE FROM language_guesses WHERE at <= ?", [since])
        offered = self._holds(
            "SELECT EXISTS (SELECT 1 FROM language_guesses WHERE chat = ? AND offered)", [chat]
        )
        self._insert(
            "language_guesses",
            "ON CONFLICT (chat) DO UPDATE SET offered = 1, at = excluded.at",
            chat=chat,
            offered=1,
            at=now,
        )
        return not offered

    def forget_language(self, chat: str) -> None:
        """Forget what was guessed of a chat, and whether languages were offered."""
        self._run("DELETE FROM language_guesses WHERE chat = ?", [chat])

    def forget_before(self, moment: datetime) -> None:
        """Forget what got into chats or was taken back, and who was warned, before a moment."""
        self._run("DELETE FROM language_guesses WHERE at <= ?", [moment])
        self._run("DELETE FROM chat_messages WHERE at <= ?", [moment])
        self._run("DELETE FROM group_warnings WHERE at <= ?", [moment])
