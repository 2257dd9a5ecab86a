#!/bin/sh
# Starts signal-cli-rest-api so that it keeps no copy of what people write.
#
# Left to itself, signal-cli prints every message it receives, and its container keeps that in
# /var/log/signal-cli-json-rpc-1/out.log, up to half a gigabyte of it. So signal-cli is told not to
# (`--no-receive-stdout`). What is left of the logs is in memory (`tmpfs` in compose.yaml).
#
# ROOT is for tests: a folder in place of the container's own root.
set -eu
root=${ROOT:-}

command=$root/usr/bin/signal-cli
# A container that is restarted, not made anew, has the wrapper already.
if [ -L "$command" ]; then
    mv "$command" "$command-itself"
fi
real=$command-itself
cat >"$command" <<WRAPPER
#!/bin/sh
for word; do
    [ "\$word" != daemon ] || exec $real "\$@" --no-receive-stdout
done
exec $real "\$@"
WRAPPER
chmod 755 "$command"

# /var/log is empty in memory, and supervisor does not start without this folder in it.
mkdir -p "$root/var/log/supervisor"

# The token is read here, so that it stands neither in the compose file nor in `docker inspect`.
RECEIVE_WEBHOOK_URL="http://relay:$(cat "$root/relay/webhook-token")@$PROXY/signal/receive"
export RECEIVE_WEBHOOK_URL
exec "$root/entrypoint.sh"
