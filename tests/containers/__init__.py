"""The compose file that is deployed, on a real Docker engine: `make containers`."""
