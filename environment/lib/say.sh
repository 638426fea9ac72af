# shellcheck shell=bash
# What the user reads: one line a step, the whole output of a step only when it fails.

say() { printf '%s\n' "$*"; }
step() { printf '==> %s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }
stop() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# quietly NAME COMMAND...: runs the command with its output in artifacts/logs/NAME.log; returns its exit code.
quietly() {
  local name=$1
  shift
  mkdir -p "$artifacts/logs"
  # Without the lock of prepare: a compiler's server outlives the command that started it.
  "$@" >"$artifacts/logs/$name.log" 2>&1 </dev/null 9>&-
}

# show_log NAME: the end of that output, for a message that says what failed.
show_log() {
  say "--- the end of ${artifacts#"$root"/}/logs/$1.log" >&2
  tail -n "${2:-40}" "$artifacts/logs/$1.log" >&2
  say '---' >&2
}

# must NAME COMMAND...: like quietly, but a failure shows the output's end and stops.
must() {
  quietly "$@" && return
  show_log "$1"
  stop "'${*:2}' failed"
}
