"""signal-cli's own socket, beside signal-cli-rest-api."""
