"""A plain signalbot that answers every direct message, read from the WebSocket.

`python -m practice.bench.bare_bot HOST:PORT NUMBER`
"""

import sys

from signalbot import DataMessageContext, DataMessageHandler, SendMessage, SignalBot
from signalbot.bot_config import Config, InMemoryConfig


class Echo(DataMessageHandler):
    """Says what was said."""

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Answer at once."""
        await context.send(SendMessage(text=context.message.text or ""))


def main(service: str, number: str) -> None:
    """Run the bot until it is ended."""
    bot = SignalBot(
        Config(
            signal_service=service,
            phone_number=number,
            storage=InMemoryConfig(),
            download_attachments=False,
        )
    )
    bot.register(Echo())
    bot.start()


if __name__ == "__main__":
    main(*sys.argv[1:3])
