# Runs a program inside the folder with the toolchain. The folders of the project are mounted in a namespace of their own:
# nothing is left to unmount, and whoever deletes the toolchain cannot reach the sources.
# The data folder of a phone that is full is a very small disk.
set -eu
mkdir -p "$ROOT/w/ios" "$ROOT/w/build" "$ROOT/w/library" "$ROOT/w/release" "$ROOT/w/small"
exec unshare --mount --propagation private sh -euc '
    mount --bind "$PACKAGE" "$ROOT/w/ios"
    mount --bind "$BUILD" "$ROOT/w/build"
    mount --bind "$LIBRARY" "$ROOT/w/library"
    mount --bind "$RELEASE" "$ROOT/w/release"
    mount -t tmpfs -o size=256k tmpfs "$ROOT/w/small"
    mount -t proc proc "$ROOT/proc"
    exec chroot "$ROOT" env -i PATH=/usr/libexec/swift/bin:/usr/bin:/bin HOME=/root LANG=C.UTF-8 \
        LD_LIBRARY_PATH=/w/library CITTADINI_COMMAND=/w/library/cittadini \
        CITTADINI_RELEASE=/w/release CITTADINI_SMALL_DISK=/w/small \
        sh -c "cd /w/ios && exec \"\$@\"" sh "$@"
' sh "$@"
