# shellcheck shell=bash
# A bare Debian or Ubuntu in a folder, with the way to packages that this machine has itself; for fresh.sh and image.sh,
# which source it. As root. MIRROR and KEYRING name another archive than that of this machine's own apt, as for an Ubuntu
# suite on Debian.

must_be_root() {
    [ "$(id -u)" = 0 ] || { echo "This makes a system in a folder, so it must be root: with sudo, say." >&2; exit 1; }
}

# The archive that this machine itself gets its Debian or Ubuntu from.
own_mirror() {
    # shellcheck disable=SC2016 # apt fills these in
    apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' |
        awk '($1 == "Debian" || $1 == "Ubuntu") && NF == 2 { print $2; exit }'
}

# make_system SUITE FOLDER PACKAGES: the smallest that has apt, and these packages.
make_system() {
    local suite=$1 root=$2 packages=$3 mirror=${MIRROR:-$(own_mirror)} components=main
    # Python and pip are in another part of the archive there.
    [ "$(basename "$mirror")" != ubuntu ] || components="main universe"
    apt-config dump | grep -E '^Acquire::(Check-|http|https|Retries|Force)' >"$root.apt" || true
    mmdebstrap --quiet --mode=root --variant=minbase --components="$components" --include="$packages,ca-certificates" \
        --aptopt="$root.apt" ${KEYRING:+--keyring="$KEYRING"} "$suite" "$root" "$mirror"
    rm "$root.apt"
    bring_the_way_out "$root"
}

# What a program inside needs to get out where this machine needs it: certificates, names, pip's configuration.
bring_the_way_out() {
    local root=$1 file
    for file in /usr/local/share/ca-certificates /etc/resolv.conf /etc/pip.conf; do
        [ ! -e "$file" ] || cp -rL "$file" "$root$(dirname "$file")/"
    done
    [ ! -e ~/.config/pip ] || { mkdir -p "$root/root/.config" && cp -rL ~/.config/pip "$root/root/.config/"; }
    chroot "$root" update-ca-certificates >/dev/null 2>&1
}

# The same, as far as it is in the environment.
settings_of_the_way_out() {
    env | grep -E '^(PIP_|SSL_CERT_|[A-Z_]*CA_BUNDLE=|GIT_SSL_|(https?|no|all)_proxy=|(HTTPS?|NO|ALL)_PROXY=)' || true
}
