# shellcheck shell=bash
# Where things are. Everything that is made lies inside the project; nothing of the user's is overwritten.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
environment=$root/environment
artifacts=$root/artifacts
kernel_folder=$artifacts/kernel
kernel_name=carboncomp-csharp
# .NET Interactive's kernel, as that names it.
interactive_name=.net-csharp
output=$root/out

# A machine without a home, or with one that cannot be written to, still builds.
if [[ -z ${HOME:-} || ! -w $HOME ]]; then
  export HOME=$artifacts/home
  mkdir -p "$HOME"
fi

export JUPYTER_DATA_DIR=$artifacts/jupyter/share/jupyter
export JUPYTER_CONFIG_DIR=$artifacts/jupyter/config
export JUPYTER_RUNTIME_DIR=$artifacts/jupyter/runtime
export IPYTHONDIR=$artifacts/jupyter/ipython
export CARBONCOMP_DATA_DIR=$artifacts/jupyter/carboncomp
# Searched before every other folder: another kernel of the same name is never taken for one of these.
export JUPYTER_PATH=$JUPYTER_DATA_DIR${JUPYTER_PATH:+:$JUPYTER_PATH}
export JUPYTER_PLATFORM_DIRS=0
mkdir -p "$output" "$JUPYTER_DATA_DIR" "$JUPYTER_CONFIG_DIR" "$JUPYTER_RUNTIME_DIR" "$IPYTHONDIR"
# Connection files hold the keys that sign messages.
chmod 700 "$JUPYTER_RUNTIME_DIR"

export DOTNET_NOLOGO=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# Build servers would outlive the command.
export MSBUILDDISABLENODEREUSE=1
export PYTHONDONTWRITEBYTECODE=1
export PYTHONUTF8=1

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
  "$@" >"$artifacts/logs/$name.log" 2>&1 </dev/null
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

# without_options TEXT [ARGUMENT]: for a command that takes none; shows the text to whoever asks for help.
without_options() {
  case ${2:-} in
    '') ;;
    --help | -h)
      say "$1"
      exit
      ;;
    *) stop "unknown option $2; environment/${0##*/} takes none" ;;
  esac
}

# What is done already: a stamp holds the hash of what a step was made from.

# fingerprint PATH...: one hash over names and contents of files, without what builds leave behind.
fingerprint() {
  (
    cd "$root" || exit
    find "$@" \( -name bin -o -name obj -o -name node_modules -o -name TestResults \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d ' ' -f 1
  )
}

# is_current NAME HASH
is_current() { [[ -f $artifacts/stamps/$1 && $(<"$artifacts/stamps/$1") == "$2" ]]; }

# stamp NAME HASH
stamp() {
  mkdir -p "$artifacts/stamps"
  printf '%s\n' "$2" >"$artifacts/stamps/$1.$$"
  mv -f "$artifacts/stamps/$1.$$" "$artifacts/stamps/$1"
}
