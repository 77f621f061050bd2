#!/usr/bin/env bash
# Debian's OpenID provider (package glewlwyd) for the tests of external sign-in, in a folder of its own.
# Use: glewlwyd.sh start FOLDER | stop FOLDER      Afterwards FOLDER/address holds where it answers; no file, no provider.
set -euo pipefail
folder=$2
if [ "$1" = stop ]; then
  if [ -s "$folder/pid" ]; then kill "$(cat "$folder/pid")" 2>/dev/null || true; fi
  exit 0
fi

command -v glewlwyd >/dev/null && command -v sqlite3 >/dev/null && [ -r /etc/glewlwyd/glewlwyd.conf ] || exit 0
mkdir -p "$folder"
cd "$folder"
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
sqlite3 users.db </usr/share/dbconfig-common/data/glewlwyd/install/sqlite3
sed -e "s|^port=.*|port=$port\nbind_address=\"127.0.0.1\"|" \
  -e "s|^external_url=.*|external_url=\"http://localhost:$port\"|" \
  -e 's|^log_mode=.*|log_mode="console"|' -e 's|^log_level=.*|log_level="ERROR"|' \
  -e "s|^@include.*|database = { type = \"sqlite3\"; path = \"$folder/users.db\"; };|" \
  /etc/glewlwyd/glewlwyd.conf >glewlwyd.conf
glewlwyd --config-file="$folder/glewlwyd.conf" >log 2>&1 </dev/null &
echo $! >pid

api=http://127.0.0.1:$port/api
call() { curl --silent --fail --cookie jar --cookie-jar jar --header 'Content-Type: application/json' "$@"; }
for _ in $(seq 50); do
  call --data '{"username":"admin","password":"password"}' "$api/auth/" >/dev/null && break
  sleep 0.1
done
openssl genrsa -out key.pem 2048 2>/dev/null
openssl rsa -in key.pem -pubout -out public.pem 2>/dev/null
/usr/bin/python3 - "$port" >plugin.json <<'PY'
import json, sys

print(json.dumps({"module": "oidc", "name": "oidc", "display_name": "OIDC", "parameters": {
    "iss": f"http://localhost:{sys.argv[1]}", "jwt-type": "rsa", "jwt-key-size": "256",
    "key": open("key.pem").read(), "cert": open("public.pem").read(),
    "access-token-duration": 300, "refresh-token-duration": 300, "code-duration": 60,
    "code-revoke-replayed": True, "refresh-token-rolling": True, "allow-non-oidc": False,
    "auth-type-code-enabled": True, "auth-type-token-enabled": False, "auth-type-id-token-enabled": False,
    "auth-type-none-enabled": False, "auth-type-password-enabled": False, "auth-type-client-enabled": False,
    "auth-type-device-enabled": False, "auth-type-refresh-enabled": False, "allowed-scope": ["openid"],
    "pkce-allowed": True, "pkce-required": True, "pkce-method-plain-allowed": False,
    "subject-type": "public", "secret-type": "", "scope": [], "claims": [], "additional-parameters": [],
    "name-claim": "no", "email-claim": "no", "scope-claim": "no", "jwks-show": True, "jwks-x5c": [],
    "request-parameter-allow": False, "error-uri": "", "restrict-scope-client-property": "",
    "service-documentation": "", "op-policy-uri": "", "op-tos-uri": ""}}))
PY
call --data @plugin.json "$api/mod/plugin/"
call --data '{"client_id":"hemvag","name":"Hemvag","confidential":true,"enabled":true,"client_secret":"a secret of the tests","password":"a secret of the tests","redirect_uri":["https://localhost/sign-in/external/own/callback"],"authorization_type":["code"],"token_endpoint_auth_method":["client_secret_post"],"scope":[]}' "$api/client/"
call --data '{"username":"vera","name":"Vera","email":"vera.sandell@region.example","password":"a password of the tests","enabled":true,"scope":["g_profile","openid"]}' "$api/user/"
echo "http://127.0.0.1:$port" >address
