#!/usr/bin/env bash
# Does a newcomer's bare machine serve? For each suite: a Debian or Ubuntu with only git, make and curl, made from
# nothing; the committed tree cloned into it; `make run` until the question of the README is answered; `make test-unit`.
#   tools/fresh.sh bookworm trixie sid     as root; nothing of it stays but the logs in build/fresh
# For an Ubuntu suite on Debian: MIRROR=<archive ending in /ubuntu> KEYRING=<its keyring> tools/fresh.sh noble
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/bare_system.sh

WAIT=900 # seconds for the first answer

# Runs inside, as the newcomer would.
newcomer() {
    cat <<'INSIDE'
set -euo pipefail
cd /root
git -c advice.detachedHead=false clone --quiet verlof.bundle verlofregelaar
cd verlofregelaar
sed -n '/^curl .*beoordelingen/,/^```$/p' README.md | sed -e '$d' -e "s/:8080/:$PORT/" >../question.sh
start=$SECONDS
setsid make run >&2 &
server=$!
until bash ../question.sh >../answer.json 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || { echo "make run ended before it served" >&2; exit 1; }
    [ $((SECONDS - start)) -lt "$WAIT" ] || { echo "no answer within $WAIT seconds" >&2; exit 1; }
    sleep 0.2
done
seconds=$((SECONDS - start))
grep -q '"id":"wazo.geboorteverlof","naam":"Geboorteverlof","oordeel":"recht"' ../answer.json ||
    { echo "not the answer of the README" >&2; exit 1; }
kill -- "-$server"
make test-unit | tee /dev/stderr >../tests.txt
printf '%s: answered after %s seconds; %s; %s; %s\n' "$(. /etc/os-release && echo "$PRETTY_NAME")" "$seconds" \
    "$(.venv/bin/python --version)" "$(gcc --version | head -1)" "$(tail -1 ../tests.txt | tr -d '=')"
INSIDE
}

# In namespaces of its own, so that every mount and every process ends with it, however it ends.
run_inside() {
    local root=$1 settings
    mapfile -t settings < <(settings_of_the_way_out)
    # shellcheck disable=SC2016 # its own $root
    unshare --mount --pid --fork --kill-child -- bash -euc '
        root=$1; shift
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs tmpfs "$root/dev/shm"
        mount -t tmpfs tmpfs "$root/tmp"
        exec chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
    ' inside "$root" PORT="$(shuf -i 20000-29999 -n 1)" WAIT="$WAIT" "${settings[@]}" bash -c "$(newcomer)"
}

must_be_root
tools/system.sh mmdebstrap
folder=$PWD/build/fresh
mkdir -p "$folder"
root=
exec 3>&2
finish() {
    local status=$?
    # where this runs, the error output may still be the log
    [ "$status" = 0 ] || [ ! -e "$root.log" ] || { tail -20 "$root.log"; echo "$root: failed"; } >&3
    rm -rf --one-file-system "${root:?}"
}
trap finish EXIT
for suite in "$@"; do
    root=$folder/$suite
    rm -rf --one-file-system "$root"
    echo "== $suite: from nothing to the README's answer and the tests (see build/fresh/$suite.log)"
    {
        make_system "$suite" "$root" git,make,curl
        git bundle create --quiet "$root/root/verlof.bundle" HEAD
        run_inside "$root"
    } >"$root.result" 2>"$root.log"
    tail -1 "$root.result"
    rm -rf --one-file-system "$root"
done
