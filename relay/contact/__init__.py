"""How people reach the bot: the card that is printed and hung up."""

from relay.contact.card import contact_card

__all__ = ["contact_card"]
