"""The kernel of all conversations: who is heard, in which order, and by which function.

A feature declares its conversations in routers (`handlers.conversation.router`), each beside the
function that carries it out; `handlers.routes` includes the routers, and that order is the order in
which they are asked. No conversation knows another one's place.
"""
