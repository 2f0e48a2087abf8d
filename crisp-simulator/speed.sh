#!/bin/bash
# Measures a packaged simulator with wrk, from another process. See "Speed" in docs/simulator.md.
#   mvn -q package -pl crisp-simulator -DskipTests && crisp-simulator/speed.sh [conversations] [seconds] [heap]
set -euo pipefail
conversations=${1:-1000000} seconds=${2:-8} heap=${3:-256m}
cd "$(dirname "$0")/target"
work=$(mktemp -d)
mkfifo "$work/stdin"
java -Xmx"$heap" -jar crisp-simulator-*-SNAPSHOT.jar --seed-conversations "$conversations" <"$work/stdin" >"$work/env" &
simulator=$!
exec 9>"$work/stdin" # the simulator serves until this closes
trap 'exec 9>&-; wait $simulator; rm -r "$work"' EXIT
until grep -q WEBSITE_ID "$work/env"; do sleep 0.1; done
. "$work/env"
site="${CRISP_API_URL}website/$CRISP_WEBSITE_ID"
auth="Authorization: Basic $(printf %s "$CRISP_IDENTIFIER:$CRISP_KEY" | base64 -w0)"
tier="X-Crisp-Tier: $CRISP_TIER"

ids() { # of page $1
  curl -s -H "$auth" -H "$tier" "$site/conversations/$1?per_page=50&order_date_updated=1" |
    grep -oE 'session_[0-9a-f-]{36}' | sort -u
}
cpu() { awk '{ print ($14 + $15) * 10 }' "/proc/$simulator/stat"; } # milliseconds, at 100 ticks a second
measure() { # name, connections, then what wrk is asked to do
  local name=$1 connections=$2 before after
  shift 2
  wrk -t1 -c"$connections" -d3 -H "$auth" -H "$tier" "$@" >/dev/null # warms up
  before=$(cpu)
  wrk -t1 -c"$connections" -d"$seconds" --latency -H "$auth" -H "$tier" "$@" >"$work/wrk"
  after=$(cpu)
  awk -v name="$name" -v cpu=$((after - before)) -v load="$(cut -d' ' -f1 /proc/loadavg)" '
    /requests in/ { requests = $1 } /Requests\/sec/ { rate = $2 } /50%/ { median = $2 } /Non-2xx|Socket errors/ { odd = $0 }
    END { printf "%-36s %7.0f/s  median %-8s  %4.0f us of CPU  load %s %s\n", name, rate, median, cpu * 1000 / requests, load, odd }' "$work/wrk"
  grep -E "Threads|VmRSS" "/proc/$simulator/status" | tr -s '\t ' ' ' | paste -sd' ' >"$work/status"
}
page() { measure "GET page $1 $3" 16 "$site/conversations/$1?per_page=50&$2"; }

deep=$((conversations * 95 / 100 / 50))
one=$(ids "$deep" | head -1)
cat >"$work/post.lua" <<'LUA'
wrk.method, wrk.headers["Content-Type"] = "POST", "application/json"
wrk.body = '{"type":"text","from":"operator","origin":"chat","content":"Good morning"}'
LUA
cat >"$work/walk.lua" <<LUA
local page = 0
request = function()
  page = page % $deep + 1
  return wrk.format("GET", (wrk.path:gsub("PAGE", tostring(page))))
end
LUA
measure "GET a conversation" 32 "$site/conversation/$one"
page 1 order_date_updated=1 "of 50, by update"
page "$deep" order_date_updated=1 "of 50, by update"
page "$deep" order_date_created=1 "of 50, by creation"
page $((deep / 2)) "" "of 50, by status"
measure "GET every page, one after the other" 16 -s "$work/walk.lua" "$site/conversations/PAGE?per_page=50&order_date_updated=1"
measure "GET 40 messages at most" 16 "$site/conversation/$one/messages"
measure "POST a message" 32 -s "$work/post.lua" "$site/conversation/$(ids 2 | head -1)/message"
cat "$work/status"
