#!/usr/bin/env bash
# The container image.
#   tools/image.sh build    for a release, with docker, podman or buildah: PYTHON_IMAGE must name its base by digest, and
#                           what is built must be what is committed
#   tools/image.sh try      as root, without a daemon and without a registry: on a bare Debian made here, build it, serve
#                           it as its user with its root read-only, ask for an answer, and run its health check
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/bare_system.sh

say() { printf '%s\n' "$*" >&2; }

labels() {
    printf -- '--build-arg=VERSION=%s\n' "$(sed -n 's/^version = //p' setup.cfg)"
    printf -- '--build-arg=REVISION=%s\n' "$(git rev-parse HEAD)"
    printf -- '--build-arg=SOURCE=%s\n' "$(sed -n 's/^url: "\(.*\)"/\1/p' publiccode.yml)"
}

build() {
    local tool arguments
    if ! [[ "${PYTHON_IMAGE:-}" =~ @sha256:[0-9a-f]{64}$ ]]; then
        say "A release is built from a base pinned by digest, so that it is the same tomorrow. Look up the digest of the"
        say "base in Dockerfile (docker buildx imagetools inspect, or skopeo inspect), and then:"
        say "make image PYTHON_IMAGE=python:3.13-slim-trixie@sha256:..."
        exit 1
    fi
    [ -z "$(git status --porcelain)" ] || { say "There are changes that are not committed; a release has none."; exit 1; }
    for tool in docker podman buildah; do
        command -v "$tool" >/dev/null || continue
        mapfile -t arguments < <(labels)
        "$tool" build --build-arg "PYTHON_IMAGE=$PYTHON_IMAGE" "${arguments[@]}" --tag "${IMAGE:-verlof-api}" .
        return
    done
    say "Missing on this machine: docker, podman or buildah."
    exit 1
}

# buildah with a store of its own, that goes away with the folder.
store() { buildah --root "$folder/store" --runroot "$folder/run" --storage-driver vfs "$@"; }

# A list in the configuration of the image, one a line.
configured() {
    store inspect --type image --format "{{range .Docker.Config.$1}}{{println .}}{{end}}" localhost/verlof-api | sed '/^$/d'
}

# Runs in namespaces of its own; a container engine does the same for --read-only, --tmpfs /dev/shm, --cap-drop ALL and
# --security-opt no-new-privileges. Reads root, port, user, env, cmd and health.
trial() {
    cat <<'INSIDE'
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/dev/shm"
contained() {
    chroot "$root" /usr/bin/env -i -C /app "${env[@]}" PORT="$port" setpriv --reuid="${user%:*}" --regid="${user#*:}" \
        --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
}
contained "${cmd[@]}" &
for _ in {1..300}; do
    contained "${health[@]}" 2>/dev/null && break
    sleep 0.2
done
contained "${health[@]}"
echo "healthy: $(printf '%.60s' "${health[*]}")..."
contained grep -E '^(Uid|CapEff|CapBnd|NoNewPrivs)' /proc/self/status
if contained touch /app/x || chroot "$root" touch /opt/verlof/x; then
    echo "its root can be written" >&2
    exit 1
fi
sed -n '/^curl .*beoordelingen/,/^```$/p' README.md | sed -e '$d' -e "s/:8080/:$port/" | bash >"$answer"
grep -o '"id":"wazo.geboorteverlof","naam":"Geboorteverlof","oordeel":"recht"' "$answer"
INSIDE
}

finish() {
    local status=$?
    [ "$status" = 0 ] || [ ! -e "$folder.log" ] || tail -20 "$folder.log" >&3
    rm -rf --one-file-system "$folder"
}

try() {
    local root port user env cmd health answer arguments
    must_be_root
    tools/system.sh mmdebstrap
    tools/system.sh buildah
    folder=$PWD/build/image
    exec 3>&2 # where finish runs, the error output may be the log
    trap finish EXIT
    rm -rf --one-file-system "$folder"
    mkdir -p "$folder/base"
    echo "== a bare Debian 13 with Python, in the place of the official image"
    make_system trixie "$folder/base/root" python3,python3-venv,python3-dev
    tar -C "$folder/base/root" -cf "$folder/base/root.tar" .
    rm -rf --one-file-system "$folder/base/root"
    printf 'FROM scratch\nADD root.tar /\n' >"$folder/base/Dockerfile"
    store build --quiet --isolation chroot --tag localhost/python-base "$folder/base" \
        >"$folder.log" 2>&1
    echo "== the image (see build/image.log)"
    mapfile -t arguments < <(labels)
    store build --quiet --isolation chroot --format docker --build-arg PYTHON_IMAGE=localhost/python-base \
        "${arguments[@]}" --tag localhost/verlof-api . >>"$folder.log" 2>&1
    # shellcheck disable=SC2016 # a template
    store inspect --type image --format '{{range $k, $v := .Docker.Config.Labels}}{{println $k $v}}{{end}}' \
        localhost/verlof-api
    echo "== served as its user, without rights, on a root that is read-only"
    root=$(store mount "$(store from localhost/verlof-api)")
    port=$(shuf -i 20000-29999 -n 1)
    answer=$folder/answer.json
    user=$(store inspect --type image --format '{{.Docker.Config.User}}' localhost/verlof-api)
    mapfile -t env < <(configured Env)
    mapfile -t cmd < <(configured Cmd)
    mapfile -t health < <(configured Healthcheck.Test | sed 1d) # the first says that it is a command
    unshare --mount --pid --fork --kill-child -- \
        bash -euo pipefail -c "$(declare -p root port user env cmd health answer); $(trial)"
}

case "${1:-}" in
    build) build ;;
    try) try ;;
    *) say "usage: tools/image.sh build|try"; exit 2 ;;
esac
