#!/usr/bin/env bash
# Sets up what tests need, runs them and prints `N passed, N failed, N skipped` alone on the last line.
# Use: tests/run.sh [screenshots]      Variables: HEMVAG_LONG=1 (long runs), FILTER=… (as `dotnet test --filter`).
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-all}
work=$(mktemp -d /tmp/hemvag-tests.XXXXXX)
results=$work/results
started=$SECONDS

cleanup() {
  tests/setup/postgres.sh stop "$work/postgres" || true
  tests/setup/glewlwyd.sh stop "$work/glewlwyd" || true
  if [ -n "${sink:-}" ]; then kill "$sink" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

phase() { # phase NAME COMMAND…: runs it and says how long it took
  local name=$1 from=$SECONDS code=0
  shift
  "$@" || code=$?
  printf '%-12s %4d s%s\n' "$name" $((SECONDS - from)) "$([ $code -eq 0 ] || echo "  failed ($code)")"
  return $code
}

start_mail_sink() {
  : >"$work/mails.jsonl"
  /usr/bin/python3 tests/setup/mail_sink.py "$work/mails.jsonl" "$work/smtp" &
  sink=$!
  for _ in $(seq 50); do
    [ -s "$work/smtp" ] && break
    sleep 0.1
  done
  HEMVAG_TEST_SMTP=$(cat "$work/smtp")
  export HEMVAG_TEST_SMTP HEMVAG_TEST_MAILS=$work/mails.jsonl
}

start_postgres() {
  tests/setup/postgres.sh start "$work/postgres"
  HEMVAG_TEST_POSTGRES=$(cat "$work/postgres/connection")
  export HEMVAG_TEST_POSTGRES
}

# Only where Debian's package is installed: elsewhere the provider of the test kit alone is tried.
start_provider() {
  tests/setup/glewlwyd.sh start "$work/glewlwyd"
  if [ -s "$work/glewlwyd/address" ]; then
    HEMVAG_TEST_GLEWLWYD=$(cat "$work/glewlwyd/address")
    export HEMVAG_TEST_GLEWLWYD
  fi
}

check_format() {
  dotnet tool restore --verbosity quiet >/dev/null
  dotnet csharpier check . >"$work/format" 2>&1 && return 0
  # Every difference would fill the screen: `make format` mends them all.
  grep -h '^Error' "$work/format" | head -10 || tail -5 "$work/format"
  echo "$(grep -c '^Error' "$work/format") file(s) to format: make format"
  return 1
}

build() {
  dotnet build Hemvag.slnx -v q -nologo -clp:NoSummary
}

run_tests() { # run_tests PROJECT [ARGUMENTS…]
  local project=$1
  shift
  dotnet test "tests/$project" --no-build --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$project.trx" --logger "console;verbosity=minimal" "$@"
}

phase tools tests/setup/tools.sh
export HEMVAG_CHROMIUM=${HEMVAG_CHROMIUM:-/usr/bin/chromium}
phase services eval 'start_postgres && start_mail_sink && start_provider'

filter=()
# Pictures are `make screenshots`; what takes minutes by itself is `make test-long`.
which="Category!=Screenshots"
[ "${HEMVAG_LONG:-}" = 1 ] || which="$which&Category!=Long"
[ -n "${HEMVAG_TEST_GLEWLWYD:-}" ] || which="$which&FullyQualifiedName!~GlewlwydTests"
filter=(--filter "$which")
if [ -n "${FILTER:-}" ]; then filter=(--filter "$FILTER"); fi
code=0
if [ "$mode" = screenshots ]; then
  phase build build
  mkdir -p "$HEMVAG_SCREENSHOTS"
  phase pictures run_tests Hemvag.EndToEndTests --filter Category=Screenshots || code=1
else
  phase format check_format || code=1
  phase build build
  phase tests run_tests Hemvag.Tests "${filter[@]}" || code=1
  phase journeys run_tests Hemvag.EndToEndTests "${filter[@]}" || code=1
fi
printf '%-12s %4d s\n' 'all' $((SECONDS - started))
/usr/bin/python3 tests/setup/sum_results.py "$results" || code=1
exit $code
