"""Subscriptions: what a branch tells its groups, by direct message, in no member list."""
