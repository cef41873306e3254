#!/usr/bin/env bash
# Make sure the machine has what a step needs, with apt-get where that is allowed.
#   tools/system.sh python   prints a Python 3.11 to 3.14 that can make an environment and compile durable_rules
#   tools/system.sh node     node and npm, for the API linter
#   tools/system.sh chromium a browser, for the tests of the widget
#   tools/system.sh office   LibreOffice and pdftotext, to open a letter as its reader does
#   tools/system.sh nginx    prints an nginx, for the tests of deploy/nginx.conf
#   tools/system.sh redis    redis-server, which the tests start themselves
#   tools/system.sh wrk      the load generator of the benchmark
#   tools/system.sh mmdebstrap, buildah    what makes a bare system, and a container image without a daemon
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

have() { command -v "$1" >/dev/null 2>&1; }

# Install Debian packages: as root, or with sudo; otherwise say what is missing and stop.
apt_install() {
    local get=(env DEBIAN_FRONTEND=noninteractive apt-get)
    if ! have apt-get; then
        say "Missing on this machine: $*. This is not Debian or Ubuntu, so please install the like of it yourself."
        exit 1
    elif [ "$(id -u)" != 0 ]; then
        if ! have sudo || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
            say "Missing on this machine: $*. Please run this as someone who may: apt-get install $*"
            exit 1
        fi
        get=(sudo "${get[@]}")
    fi
    say "Installing $* with apt-get"
    { "${get[@]}" update -qq && "${get[@]}" install -qq -y --no-install-recommends "$@"; } >/dev/null
}

# Is this a Python that setup.cfg allows?
suits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

# Can it make an environment, and compile against its own headers?
complete() {
    (have gcc || have cc) && "$1" -c '
import ensurepip, os, sys, sysconfig, venv
sys.exit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))' 2>/dev/null
}

can_be_installed() { [ -n "$(apt-cache show "$1" 2>/dev/null)" ]; }

find_python() {
    local candidate version wanted=()
    if [ -n "${PYTHON:-}" ]; then
        suits "$PYTHON" || { say "PYTHON=$PYTHON is not Python 3.11, 3.12, 3.13 or 3.14."; exit 1; }
        complete "$PYTHON" || { say "PYTHON=$PYTHON lacks venv, its headers (Python.h), or there is no gcc."; exit 1; }
        echo "$PYTHON"
        return
    fi
    for candidate in {,/usr/bin/}python3 {,/usr/bin/}python3.{14,13,12,11}; do
        suits "$candidate" || continue
        complete "$candidate" && { echo "$candidate"; return; }
        wanted+=("$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])')")
    done
    have apt-get && ! can_be_installed python3 && [ "$(id -u)" = 0 ] && apt-get update -qq >&2
    for version in "${wanted[@]}" 3.{14,13,12,11}; do
        [ -x "/usr/bin/python$version" ] || can_be_installed "python$version" || continue
        apt_install "python$version" "python$version-venv" "python$version-dev" gcc libc6-dev
        echo "/usr/bin/python$version"
        return
    done
    say "No Python 3.11 to 3.14 here, and none to be had from this system's packages; Debian 12, Ubuntu 24.04 and newer"
    say "have one. Install one with its headers and gcc, as with pyenv, and then: make PYTHON=/path/to/python3.13 ..."
    say "Only serving it? The Dockerfile needs no Python here."
    exit 1
}

find_chromium() {
    have chromium || have chromium-browser || have google-chrome && return
    if grep -qs '^ID=ubuntu$' /etc/os-release; then
        say "Missing on this machine: a browser. Ubuntu has Chromium only as a snap, so please install one yourself, so"
        say "that the command chromium or google-chrome starts it (Google has a Debian package of Chrome)."
        exit 1
    fi
    apt_install chromium
}

# Unpacked in build/ and not installed: an installed one would start to serve on this machine.
find_nginx() {
    local folder here=build/nginx package
    PATH=$PATH:/usr/sbin command -v nginx && return
    have apt-get || { say "Missing on this machine: nginx. Please install it yourself."; exit 1; }
    [ "$(id -u)" != 0 ] || apt-get update -qq >&2
    folder=$(mktemp -d)
    mkdir -p "$here"
    for package in nginx nginx-core; do  # the second on Ubuntu 22.04
        [ -x "$here/usr/sbin/nginx" ] && break
        say "Fetching $package with apt-get, into $here"
        (cd "$folder" && apt-get download -qq "$package" >&2) && dpkg-deb -x "$folder"/"$package"_*.deb "$here"
    done
    rm -rf "$folder"
    [ -x "$here/usr/sbin/nginx" ] || { say "No nginx here, and none to be had: please install it yourself."; exit 1; }
    echo "$PWD/$here/usr/sbin/nginx"
}

# Debian starts a server that it installs; the tests start their own, so that one must not run now or after a restart.
install_redis() {
    local systemctl=(systemctl)
    [ -d /run/systemd/system ] || { apt_install redis-server; return; }
    [ "$(id -u)" = 0 ] || systemctl=(sudo systemctl)
    "${systemctl[@]}" mask --quiet --runtime redis-server
    apt_install redis-server
    "${systemctl[@]}" disable --quiet redis-server
    "${systemctl[@]}" unmask --quiet --runtime redis-server
}

case "${1:-}" in
    python) find_python ;;
    node) { have node && have npm; } || apt_install nodejs npm ;;
    chromium) find_chromium ;;
    office)
        have soffice || have libreoffice || apt_install libreoffice-writer
        have pdftotext || apt_install poppler-utils
        ;;
    nginx) find_nginx ;;
    redis) have redis-server || install_redis ;;
    wrk | mmdebstrap | buildah) have "$1" || apt_install "$1" ;;
    *) say "usage: tools/system.sh python|node|chromium|office|nginx|redis|wrk|mmdebstrap|buildah"; exit 2 ;;
esac
