"""What settings are made of: tables, kinds of values, secrets.

Below both `relay.settings` and the destinations, each of which brings a table of its own.
"""
