#!/bin/sh
# Starts signal-cli-rest-api so that it keeps no copy of what people write.
#
# Left to itself, signal-cli prints every message it receives, and its container keeps that in
# /var/log/signal-cli-json-rpc-1/out.log, up to half a gigabyte of it. So signal-cli is told not to
# (`--no-receive-stdout`). What is left of the logs is in memory (`tmpfs` in compose.yaml).
set -eu

real=$(readlink -f /usr/bin/signal-cli)
case $real in
/opt/*) ;;
*) real=$(cat /opt/signal-cli-real) ;; # the container was restarted, not made anew
esac
printf '%s\n' "$real" >/opt/signal-cli-real
rm -f /usr/bin/signal-cli
cat >/usr/bin/signal-cli <<WRAPPER
#!/bin/sh
for word; do
    [ "\$word" != daemon ] || exec $real "\$@" --no-receive-stdout
done
exec $real "\$@"
WRAPPER
chmod 755 /usr/bin/signal-cli

# The token is read here, so that it stands neither in the compose file nor in `docker inspect`.
RECEIVE_WEBHOOK_URL="http://relay:$(cat /relay/webhook-token)@$PROXY/signal/receive"
export RECEIVE_WEBHOOK_URL
exec /entrypoint.sh
