"""The HTTP face of signal-cli-rest-api: one module for each noun of its paths."""
