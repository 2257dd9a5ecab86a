#!/usr/bin/env bash
# Builds the image with buildah, from a Debian that debootstrap makes: no Docker engine, no image
# registry. As root, on Debian. The base is kept in var/image, and so is nothing else.
#
#     deploy/image/build.sh [NAME]        # branch-relay:local unless given
set -euo pipefail
cd "$(dirname "$0")/../.."
name=${1:-branch-relay:local}
suite=bookworm
base=var/image/$suite.tar
deploy/image/base.sh

export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=${STORAGE_DRIVER:-vfs}
container=$(buildah from scratch)
buildah add --quiet "$container" "$base" /
buildah commit --quiet --rm "$container" relay-base:$suite >/dev/null

# What this machine is set up with to reach its package mirrors, the build is set up with too. The
# certificates are a copy, because installing ca-certificates writes them anew.
rm -rf var/image/certs
cp -rL /etc/ssl/certs var/image/certs
shared=(--volume "$PWD/var/image/certs:/etc/ssl/certs")
for file in /etc/pip.conf /etc/apt/sources.list.d; do
    [ ! -e "$file" ] || shared+=(--volume "$file:$file:ro")
done
# A copy of this one, too: a package that is purged takes its file in it along.
rm -rf var/image/apt.conf.d
cp -rL /etc/apt/apt.conf.d var/image/apt.conf.d
shared+=(--volume "$PWD/var/image/apt.conf.d:/etc/apt/apt.conf.d")
buildah bud --quiet --pull-never --build-arg BASE=localhost/relay-base:$suite "${shared[@]}" \
    -f deploy/image/Containerfile -t "$name" .
