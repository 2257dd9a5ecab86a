#!/bin/sh
# What the entrypoint of signal-cli-rest-api does in MODE=json-rpc, in its order.
set -e
usermod -u "$SIGNAL_CLI_UID" signal-api
groupmod -o -g "$SIGNAL_CLI_GID" signal-api
chown -R "$SIGNAL_CLI_UID:$SIGNAL_CLI_GID" "$SIGNAL_CLI_CONFIG_DIR"
/usr/bin/jsonrpc2-helper
service supervisor start
supervisorctl start all
exec setpriv --reuid="$SIGNAL_CLI_UID" --regid="$SIGNAL_CLI_GID" --init-groups \
    signal-cli-rest-api -signal-cli-config="$SIGNAL_CLI_CONFIG_DIR"
