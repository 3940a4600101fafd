#!/usr/bin/env bash
# Fuzzes the readers and the writer with libFuzzer:
#
#     Tests/Fuzz/run.sh [SECONDS [TARGET…]]     60 seconds each of articles, extraction, editor-file, markdown
#
# The rooms are built once with coverage and the address sanitizer, then each target is linked to them. What libFuzzer
# finds worth keeping stays in .build/fuzz/corpus; it starts from seeds/, Tests/Gold and Tests/Fuzz/corpus. An input that
# breaks something is kept in .build/fuzz/crashes, and the exit status is 1.
set -uo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}; shift || true
targets=("$@"); [ "${#targets[@]}" -gt 0 ] || targets=(articles extraction editor-file markdown)
# The tables are made once and never freed, which is no leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
work=.build/fuzz; mkdir -p "$work/crashes"

# SwiftPM renames main and so cannot link libFuzzer: it builds the rooms, plain swiftc the targets.
flags=(-Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=address)
for room in SiteGenerator Extraction Ingestion; do
  timeout 1500 swift build --scratch-path "$work/build" --target "$room" "${flags[@]}" > "$work/build.log" 2>&1 ||
    { tail -20 "$work/build.log"; exit 1; }
done
built=$(echo "$work"/build/*/debug)
objects=$(find "$built" -name '*.o' -path '*.build/*' ! -path '*dossier.build*' ! -path '*Tests.build*' ! -path '*bench*' ! -path '*-tool.build*')
status=0
for target in "${targets[@]}"; do
  case $target in extraction) skip='Ingestion|SiteGenerator' ;; *) skip='^$' ;; esac
  includes=(); for map in Sources/C*/include Sources/C*/module.modulemap; do [ -d "$map" ] && includes+=(-I "$map"); done
  # shellcheck disable=SC2086
  swiftc -sanitize=fuzzer,address -parse-as-library -O -swift-version 6 -module-name fuzzing -o "$work/$target" \
    -I "$built/Modules" -I Sources/CMarkGFM -I Sources/CCrypto -I "$built" "${includes[@]}" $(pkg-config --cflags libcmark-gfm libcrypto) \
    Tests/Fuzz/Invariants.swift "Tests/Fuzz/$target.swift" $objects -lcmark-gfm -lcmark-gfm-extensions -lcrypto \
    > "$work/$target.log" 2>&1 || { grep -E 'error' "$work/$target.log" | head; exit 1; }
  mkdir -p "$work/corpus/$target"
  case $target in
    editor-file) cp -n seeds/*.yml "$work/corpus/$target/" 2>/dev/null ;;
    *) cp -n seeds/*.txt Tests/Gold/articles/*.txt "$work/corpus/$target/" 2>/dev/null ;;
  esac
  [ -d "Tests/Fuzz/corpus/$target" ] && cp -n "Tests/Fuzz/corpus/$target"/* "$work/corpus/$target/"
  echo "== $target, $seconds seconds"
  timeout $((seconds + 120)) "$work/$target" "$work/corpus/$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=3000 \
    -artifact_prefix="$work/crashes/$target-" -print_final_stats=1 -verbosity=0 > "$work/$target.out" 2>&1 || status=1
  grep -E 'stat::number_of_executed_units|ERROR|SUMMARY|Fatal error|Test unit written' "$work/$target.out"
done
exit $status
