#!/usr/bin/env bash
# Every rule file names its JSON Schema on its first line, for the editor; hold each file to the schema it names.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}

# shellcheck disable=SC2016  # the dollar is part of the line looked for
schema_of() { head -n 1 "$1" | sed -n 's/^# yaml-language-server: \$schema=//p'; }

declare -A files
while IFS= read -r file; do
    schema=$(schema_of "$file")
    if [ -z "$schema" ] || [ ! -f "$(dirname "$file")/$schema" ]; then
        echo "$file:1: the first line must name its schema: # yaml-language-server: \$schema=…" >&2
        exit 1
    fi
    files[$(realpath --relative-to=. "$(dirname "$file")/$schema")]+=" $file"
done < <(find rules -name '*.yaml' | sort)

# Most of the time of a check goes to starting Python: as many at once as there are processors. A line is a schema and its
# files, none of which has a space in its name.
{
    for schema in "${!files[@]}"; do
        echo "--schemafile $schema${files[$schema]}"
    done
    echo --check-metaschema rules/schema/*.json
} | xargs -P "$(nproc)" -L 1 "$python" -m check_jsonschema --no-cache \
    | { grep -v '^ok -- validation done$' || true; }  # what is right is not told
