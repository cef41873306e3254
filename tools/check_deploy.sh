#!/usr/bin/env bash
# Hold the deployment files to what reads them: compose.yaml and the Kubernetes manifests to their schemas, nginx.conf to
# a linter of security, the systemd units to systemd itself where that is here. tests/deploy runs nginx and the command of
# the units for real. And what a public forge reads: the forms for issues and what it runs.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${1:-.venv/bin}

# Run a check; what it says is shown only when it fails.
hold() { found=$("$@" 2>&1) || { printf '%s\n' "$found" >&2; exit 1; }; }

hold "$bin/python" -m yamllint --strict compose.yaml deploy .github .pre-commit-config.yaml
hold_to() { hold "$bin/python" -m check_jsonschema --no-cache --builtin-schema "vendor.$1" "${@:2}"; }
hold_to compose-spec compose.yaml
hold_to github-workflows .github/workflows/*.yml
hold_to github-issue-config .github/ISSUE_TEMPLATE/config.yml
hold_to github-issue-forms .github/ISSUE_TEMPLATE/[0-9]*.yml
# the oldest Kubernetes that is meant, and the newest that the schemas know
for version in 1.30.0 1.37.0; do
    hold "$bin/kubernetes-validate" --strict --kubernetes-version "$version" deploy/kubernetes/*.yaml
done
# hsts_header: the service sends that header itself
hold "$bin/gixy" --skips hsts_header deploy/nginx.conf

command -v systemd-analyze >/dev/null || { echo "no systemd here: its units are not checked"; exit 0; }
units=$(mktemp -d)
trap 'rm -rf "$units"' EXIT
cp deploy/systemd/verlof-api.socket "$units"
# the command must exist to be verified: that of this environment stands in
sed "s#/opt/verlof/bin#$(realpath "$bin")#" deploy/systemd/verlof-api.service > "$units/verlof-api.service"
hold systemd-analyze verify "$units"/verlof-api.{service,socket}
# a misspelt name or value is no failure to systemd, but it says so
[ -z "$found" ] || { printf '%s\n' "$found" >&2; exit 1; }
hold systemd-analyze security --no-pager --offline=true --threshold=20 "$units/verlof-api.service"
