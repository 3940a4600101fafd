#!/usr/bin/env bash
# Runs the tests with the sanitizers of addresses and of threads:
#
#     Tests/Sanitizers/run.sh [address|thread [FILTER]]     both, and all tests but those that drive a browser
#
# Each builds everything anew in .build/sanitizers, which takes long. Exit status 0: no test fails and nothing is found.
set -uo pipefail
cd "$(dirname "$0")/../.."
sanitizers=(address thread); [ $# -eq 0 ] || sanitizers=("$1")
filter=(--skip BrowserTests); [ $# -lt 2 ] || filter=(--filter "$2")
# A finding ends the run at once. The tables are made once and never freed, which is no leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:abort_on_error=0
export TSAN_OPTIONS=halt_on_error=1
status=0
for sanitizer in "${sanitizers[@]}"; do
  log=.build/sanitizers/$sanitizer.log; mkdir -p .build/sanitizers
  echo "== $sanitizer"
  swift test --sanitize="$sanitizer" --scratch-path ".build/sanitizers/$sanitizer" "${filter[@]}" > "$log" 2>&1 || status=1
  grep -E 'SUMMARY: |error:|✘|Test run with' "$log" | sort | uniq -c | head -40
  ! grep -q 'SUMMARY: ' "$log" || status=1
done
exit $status
