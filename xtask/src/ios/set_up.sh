# Makes a folder with Debian 13 and its Swift toolchain. The signatures of Debian's archive are checked.
# Usage: set_up.sh FOLDER. It needs root. About two minutes, 550 MB fetched, 2.7 GB on disk.
set -eu
root=$1
half="$root.half-$$"
trap 'rm -rf "$half"' EXIT

apt-get update -qq
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
debootstrap --variant=minbase --components=main trixie "$half" "$mirror" >/dev/null

cp /etc/resolv.conf "$half/etc/"
cp /etc/apt/apt.conf.d/* "$half/etc/apt/apt.conf.d/"
printf '#!/bin/sh\nexit 101\n' >"$half/usr/sbin/policy-rc.d"
chmod +x "$half/usr/sbin/policy-rc.d"
chroot "$half" apt-get update -qq
DEBIAN_FRONTEND=noninteractive chroot "$half" apt-get install -y -qq --no-install-recommends \
    swiftlang swiftlang-dev libc6-dev g++ ca-certificates >/dev/null
chroot "$half" apt-get clean

# Whoever was quicker has made the same.
[ -d "$root" ] || mv "$half" "$root"
