"""All who keep something of people, in the order in which `about me` names it."""

from handlers.conversation.holders import Holder

HOLDERS: tuple[Holder, ...] = ()
