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
node "$here/ours.ts" "$work/reports.jsonl"
"$work/venv/bin/python" "$here/peers.py" "$work/reports.jsonl"
