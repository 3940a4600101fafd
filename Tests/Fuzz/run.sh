#!/usr/bin/env bash
# Fuzzes the readers and the writer with libFuzzer:
#
#     Tests/Fuzz/run.sh [SECONDS [TARGET…]]     60 seconds each of articles, extraction, editor-file, markdown
#
# The rooms are built once with coverage and the address sanitizer, then each target is linked to those it needs. What
# libFuzzer finds worth keeping stays in .build/fuzz/corpus; it starts from seeds/, Tests/Gold and Tests/Fuzz/corpus. An
# input that breaks something is kept in .build/fuzz/crashes, and the exit status is 1.
set -uo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}; shift || true
targets=("$@"); [ "${#targets[@]}" -gt 0 ] || targets=(articles extraction editor-file markdown)
# The tables are made once and never freed, which is no leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
work=.build/fuzz; mkdir -p "$work/crashes"
sanitizers=fuzzer,address
status=0

for target in "${targets[@]}"; do
  # The room that is fuzzed first, then those that it needs.
  case $target in
    articles | editor-file) rooms=(Ingestion DossierModel Markdown CYaml Yams) ;;
    extraction) rooms=(Extraction DossierModel Knowledge CTables) ;;
    markdown) rooms=(SiteGenerator DossierModel Cache Cartography Markdown Mustache CSystem CTemplates CWorldMap) ;;
    *) echo "there is no target $target"; exit 2 ;;
  esac
  # SwiftPM renames main and so cannot link libFuzzer: it builds the rooms, plain swiftc the target.
  swift build --scratch-path "$work/build" --target "${rooms[0]}" -Xswiftc "-sanitize=$sanitizers" \
    -Xcc -fsanitize=address > "$work/build.log" 2>&1 || { tail -20 "$work/build.log"; exit 1; }
  built=$(echo "$work"/build/*/debug)
  objects=(); for room in "${rooms[@]}"; do mapfile -t -O "${#objects[@]}" objects < <(find "$built/$room.build" -name '*.o'); done
  maps=()
  for map in "$built"/*.build/module.modulemap Sources/C*/module.modulemap .build/fuzz/build/checkouts/Yams/Sources/CYaml/include/module.modulemap; do
    [ ! -f "$map" ] || maps+=(-Xcc "-fmodule-map-file=$map")
  done
  swiftc "-sanitize=$sanitizers" -parse-as-library -O -swift-version 6 -module-name fuzzing -o "$work/$target" \
    -I "$built/Modules" "${maps[@]}" Tests/Fuzz/Invariants.swift "Tests/Fuzz/$target.swift" "${objects[@]}" \
    -lcmark-gfm -lcmark-gfm-extensions -lcrypto > "$work/$target.log" 2>&1 ||
    { grep -E 'error|undefined' "$work/$target.log" | head; exit 1; }

  corpus=$work/corpus/$target; mkdir -p "$corpus"
  case $target in
    editor-file) cp -n seeds/*.yml "$corpus/" 2>/dev/null ;;
    *) cp -n seeds/*.txt Tests/Gold/articles/*.txt "$corpus/" 2>/dev/null ;;
  esac
  cp -n Tests/Fuzz/corpus/"$target"/* "$corpus/" 2>/dev/null
  echo "== $target, $seconds seconds"
  timeout $((seconds + 120)) "$work/$target" "$corpus" -max_total_time="$seconds" -max_len=4096 -timeout=30 -rss_limit_mb=3000 \
    -artifact_prefix="$work/crashes/$target-" -print_final_stats=1 -verbosity=0 > "$work/$target.out" 2>&1 || status=1
  grep -E 'stat::number_of_executed_units|ERROR|SUMMARY|Fatal error|Test unit written' "$work/$target.out"
done
exit $status
