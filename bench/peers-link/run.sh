#!/bin/sh
# Sets the project's candidate step beside datasketch and rensa on the same reports. Needs Python 3 and its package index.
#   sh bench/peers-link/run.sh [REPORTS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work="$here/../../.bench/peers-link"
reports=${1:-10000}
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
node "$here/../link.ts" --reports "$reports" --dump "$work/reports.jsonl"
# One core, one after the other: processor time of the best of three rounds.
pin=$(command -v taskset >/dev/null && echo "taskset -c 0" || true)
$pin node "$here/ours.ts" "$work/reports.jsonl"
$pin "$work/venv/bin/python" "$here/peers.py" "$work/reports.jsonl"
# What the npm registry has for the same.
mkdir -p "$work/npm"
[ -f "$work/npm/package.json" ] || echo '{"private":true}' > "$work/npm/package.json"
npm install --silent --no-audit --no-fund --prefix "$work/npm" minhash@0.0.9 xxhash-wasm@1.1.0
$pin node "$here/npm.ts" "$work/reports.jsonl" "$work/npm"
