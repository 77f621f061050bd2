#!/usr/bin/env bash
# Puts on a Debian machine what the tests need beyond .NET and Node; does nothing when all is there.
set -euo pipefail

missing=()
[ -x "${HEMVAG_CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
[ -x /usr/lib/postgresql/15/bin/initdb ] || missing+=(postgresql-15)
/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "The tests need: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# A package's own cluster would be started for nothing: the tests have their own.
mkdir -p /etc/postgresql-common/createcluster.d
echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/hemvag-tests.conf
if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -5 "$log" >&2
  echo "Could not install ${missing[*]}" >&2
  exit 1
fi
rm -f "$log"
