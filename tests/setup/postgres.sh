#!/usr/bin/env bash
# A private PostgreSQL for tests: postgres.sh start|stop FOLDER
# start writes FOLDER/connection, a superuser's connection string for Npgsql. Nothing in it is meant to last: no fsync.
set -euo pipefail
action=$1
folder=$2
bin=${HEMVAG_POSTGRES_BIN:-/usr/lib/postgresql/15/bin}

as_owner() { # the server refuses to run as root
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
  mkdir -p "$folder"
  [ "$(id -u)" -ne 0 ] || { chown postgres "$folder"; chmod a+x "$(dirname "$folder")"; }
  cd "$folder"
  as_owner "$bin/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync >"$folder.log" 2>&1 || { tail -5 "$folder.log" >&2; exit 1; }
  local port
  port=$(free_port)
  local options="-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off"
  options+=" -c full_page_writes=off -c max_connections=300 -c shared_buffers=256MB -c log_statement=none"
  as_owner "$bin/pg_ctl" -D "$folder/data" -w -s -l "$folder/server.log" -o "$options" start \
    || { tail -5 "$folder/server.log" >&2; exit 1; }
  echo "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres" >"$folder/connection"
}

stop() {
  [ -f "$folder/data/postmaster.pid" ] || return 0
  cd "$folder"
  as_owner "$bin/pg_ctl" -D "$folder/data" -s -m immediate stop
}

case $action in
  start) start ;;
  stop) stop ;;
  *) echo "postgres.sh start|stop FOLDER" >&2; exit 2 ;;
esac
