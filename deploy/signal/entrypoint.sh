#!/bin/sh
# Starts signal-cli-rest-api so that it keeps no copy of what people write, and stops it so that
# nothing of it is lost.
#
# Left to itself, signal-cli prints every message it receives, and its container keeps that in
# /var/log/signal-cli-json-rpc-1/out.log, up to half a gigabyte of it. So signal-cli is told not to
# (`--no-receive-stdout`). What is left of the logs is in memory (`tmpfs` in compose.yaml).
#
# Left to itself, signal-cli-rest-api also ends at once when it is told to stop, and what signal-cli
# has handed to it and it has not handed on yet is gone: Signal does not send it again. So signal-cli
# ends first, and signal-cli-rest-api once it has nothing left.
#
# ROOT and PROC are for tests: folders in place of the container's own root, and of /proc.
set -eu
root=${ROOT:-}
command=$root/usr/bin/signal-cli

# All of this stands on how 0.97 to 0.100 are laid out. Where another version is laid out in another way
# (those whose name ends in `-rootless` have /init and no supervisor), it would keep what people write,
# and nobody would notice. So such a version is not started.
refuse() {
    echo "signal-cli-rest-api was not started: $1. So it would keep a copy of every message." >&2
    echo "If deploy/.env has a line SIGNAL_API_VERSION, take it out, then type: docker compose up -d signal" >&2
    echo "Tell us which version it was." >&2
    exit 78
}
[ "$MODE" = json-rpc ] || refuse "MODE is not json-rpc"
[ -L "$command" ] || [ -x "$command-itself" ] || refuse "/usr/bin/signal-cli is not the link that is expected"
[ -w "$root/usr/bin" ] || refuse "it may not change /usr/bin/signal-cli"
for program in entrypoint.sh usr/bin/jsonrpc2-helper usr/bin/supervisorctl; do
    [ -x "$root/$program" ] || refuse "it has no /$program"
done
for program in jsonrpc2-helper supervisor signal-cli-rest-api; do
    grep -q "$program" "$root/entrypoint.sh" || refuse "its /entrypoint.sh starts no $program"
done
for program in awk bash; do
    command -v "$program" >/dev/null || refuse "it has no $program"
done

# A container that is restarted, not made anew, has the wrapper already.
if [ -L "$command" ]; then
    mv "$command" "$command-itself"
fi
real=$command-itself

# With RPC=on, signal-cli also listens in a folder that the relay's container shares (`[signal] rpc` in
# its settings): a unix socket, because no network but the container's own reaches port 6001. It asks
# for no password; the folder is this user's alone, whose number the relay's user has too. What is left
# of a socket after a crash would keep signal-cli from starting.
more= clean=
if [ "${RPC:-off}" = on ]; then
    folder=$root/relay/rpc
    mkdir -p "$folder"
    chmod 700 "$folder"
    chown "${SIGNAL_CLI_UID:-1000}:${SIGNAL_CLI_GID:-1000}" "$folder"
    more=" --socket $folder/socket"
    clean="rm -f $folder/socket; "
fi
cat >"$command" <<WRAPPER
#!/bin/sh
for word; do
    [ "\$word" != daemon ] || { ${clean}exec $real "\$@" --no-receive-stdout$more; }
done
exec $real "\$@"
WRAPPER
chmod 755 "$command"

# /var/log is empty in memory, and supervisor does not start without this folder in it.
mkdir -p "$root/var/log/supervisor"

# signal-cli's keys and messages are nobody else's on this server.
if [ -d "$root/home/.local/share/signal-cli" ]; then
    chmod 700 "$root/home/.local/share/signal-cli"
fi

# The token is read here, so that it stands neither in the compose file nor in `docker inspect`.
RECEIVE_WEBHOOK_URL="http://relay:$(cat "$root/relay/webhook-token")@$PROXY/signal/receive"
export RECEIVE_WEBHOOK_URL

# Whether signal-cli-rest-api still has a message: one that the proxy has not taken yet, or unread
# ones from signal-cli (which listens on port 6001; jsonrpc2-helper.go says so). See proc(5).
has_messages() {
    cat "${PROC:-/proc}/net/tcp" "${PROC:-/proc}/net/tcp6" 2>/dev/null |
        awk -v proxy="$(printf ':%04X' "${PROXY##*:}")" -v daemon="$(printf ':%04X' 6001)" '
            { to = substr($3, length($3) - 4); split($5, queue, ":") }
            to == proxy && $4 == "01" { found = 1 }
            to == daemon && queue[2] ~ /[1-9A-F]/ { found = 1 }
            END { exit !found }'
}

# It reads one message while the one before is handed on, so it is asked more than once; and not for
# longer than the proxy would keep it waiting for a relay that is down.
stop() {
    trap '' TERM INT
    supervisorctl stop all || true
    empty=0 looks=0
    while [ "$empty" -lt 3 ] && [ "$looks" -lt 120 ]; do
        if has_messages; then empty=0; else empty=$((empty + 1)); fi
        looks=$((looks + 1))
        sleep 0.3
    done
    kill -TERM "$api" 2>/dev/null || true
    wait "$api" || true
    exit 0
}

# What it hands over while nobody listens is gone, and after a power cut Docker starts containers in any
# order. So the proxy has to be there first.
trap 'exit 0' TERM INT
until bash -c ": <>/dev/tcp/${PROXY%:*}/${PROXY##*:}" 2>/dev/null; do
    sleep 0.3
done

trap stop TERM INT
"$root/entrypoint.sh" &
api=$!
wait "$api"
