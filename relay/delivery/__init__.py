"""Delivery lanes: take what the outbox holds, send it, record the result, retry, give up loudly."""
