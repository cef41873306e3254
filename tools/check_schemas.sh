#!/usr/bin/env bash
# Every rule file names its JSON Schema on its first line, for the editor; hold each file to the schema it names.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}

check() { "$python" -m check_jsonschema "$@"; }

# shellcheck disable=SC2016  # the dollar is part of the line looked for
schema_of() { head -n 1 "$1" | sed -n 's/^# yaml-language-server: \$schema=//p'; }

declare -A files
while IFS= read -r file; do
    schema=$(schema_of "$file")
    if [ -z "$schema" ] || [ ! -f "$(dirname "$file")/$schema" ]; then
        echo "$file:1: the first line must name its schema: # yaml-language-server: \$schema=…" >&2
        exit 1
    fi
    files[$(realpath --relative-to=. "$(dirname "$file")/$schema")]+="$file"$'\n'
done < <(find rules -name '*.yaml' | sort)

status=0
hold() { found=$(check --no-cache "$@") || { printf '%s\n' "$found"; status=1; }; }

hold --check-metaschema rules/schema/*.json
for schema in "${!files[@]}"; do
    # shellcheck disable=SC2086  # no rule file has a space in its name
    hold --schemafile "$schema" ${files[$schema]}
done
exit "$status"
