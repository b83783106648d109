#!/usr/bin/env bash
# fresh.sh SUITE [user] [clang]: both commands of the README, on what is committed, in a bare Debian of a temporary folder.
# As root there, or as an ordinary user with sudo; with gcc, or with clang. Nothing is left behind, nor mounted, when it
# ends or is stopped. Debian comes from the mirror that apt uses here.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
usage="usage: ./dev fresh bookworm|trixie [user] [clang]"

# fill ROOT SUITE PACKAGE...: a bare Debian with git.
fill() {
    local root=$1 suite=$2 mirror packages
    shift 2
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' |
        grep -m 1 -E '^https?://' || true)
    packages=$(IFS=,; echo "git,ca-certificates${*:+,$*}")
    debootstrap --variant=minbase --include="$packages" "$suite" "$root" ${mirror:+"$mirror"} >"$root.log" ||
        { tail -n 20 "$root.log" >&2; return 1; }
}

# run ROOT USER VARIABLE=VALUE...: the commands, by that user.
run() {
    local root=$1 user=$2
    shift 2
    if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then # npm trusts there what it trusts here
        cp "$NODE_EXTRA_CA_CERTS" "$root/etc/ssl/extra.pem"
        set -- "$@" NODE_EXTRA_CA_CERTS=/etc/ssl/extra.pem
    fi
    mount -t proc proc "$root/proc"
    if [ "$user" != root ]; then
        chroot "$root" useradd --create-home "$user"
        echo "$user ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/$user"
    fi
    git -c safe.directory='*' -C "$top" bundle create -q "$root/tmp/boardpack.bundle" HEAD
    chroot "$root" runuser -l "$user" -c "
        set -e
        export DEBIAN_FRONTEND=noninteractive $*
        git -c init.defaultBranch=main clone -q /tmp/boardpack.bundle boardpack
        cd boardpack
        ./dev pack
        ./dev test"
}

# inside FOLDER SUITE USER COMPILER: in a name space of its own, so that mounts and programs end with it.
inside() {
    local root=$1/root packages=() variables=()
    [ "$3" = root ] || packages+=(sudo)
    [ "$4" = gcc ] || { packages+=(clang libclang-rt-dev) variables+=(CC=clang); }
    mkdir "$root"
    fill "$root" "$2" "${packages[@]}"
    run "$root" "$3" "${variables[@]}"
}

if [ "${1:-}" = --inside ]; then
    shift
    inside "$@"
    exit
fi

suite=${1:-} user=root compiler=gcc
case $suite in
bookworm | trixie) shift ;;
*) echo "$usage" >&2; exit 2 ;;
esac
for word in "$@"; do
    case $word in
    user) user=user ;;
    clang) compiler=clang ;;
    *) echo "$usage" >&2; exit 2 ;;
    esac
done
if [ "$(id -u)" != 0 ]; then
    echo "fresh: a bare Debian is made by root, as by: sudo ./dev fresh $suite $*" >&2
    exit 1
fi
command -v debootstrap >/dev/null || apt-get install -q -y debootstrap
work=$(mktemp -d)
clean() {
    [ -z "${child:-}" ] || kill -KILL "$child" 2>/dev/null && wait "$child" 2>/dev/null || true
    # What was killed may write for a moment more.
    rm -rf --one-file-system "$work" || { sleep 1 && rm -rf --one-file-system "$work"; }
}
trap clean EXIT
trap 'exit 130' INT TERM HUP
unshare --mount --pid --fork --kill-child --mount-proc "$0" --inside "$work" "$suite" "$user" "$compiler" &
child=$!
status=0
wait "$child" || status=$?
child=
exit "$status"
