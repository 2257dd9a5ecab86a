#!/usr/bin/env bash
# Makes the Debian that the image is built from with debootstrap, where no image registry is reached. It
# is kept as var/image/bookworm.tar. As root, on Debian.
set -euo pipefail
cd "$(dirname "$0")/../.."
suite=bookworm
base=var/image/$suite.tar

mirror=$(apt-get indextargets --format '$(SITE)' "Codename: $suite" "Created-By: Packages" | head -1)
if [ ! -s "$base" ]; then
    root=$(mktemp -d)
    chmod 755 "$root"
    trap 'rm -rf "$root"' EXIT
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" >&2
    rm -rf "$root"/var/cache/apt/archives/*.deb
    mkdir -p var/image
    tar -C "$root" -cf "$base.part" .
    mv "$base.part" "$base"
fi
