"""Everything that knows signal-cli-rest-api. `client.SignalClient` is the only way to call it."""
