#!/usr/bin/env bash
# Installs what is missing, builds, runs every notebook and writes pages to out/.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

usage() {
  cat <<'TEXT'
Usage: environment/run.sh [--only NAME]... [--kernel NAME] [--timeout SECONDS] [--standalone]

Installs what is missing, builds library and kernel, runs the notebooks with it, and writes executed notebooks, pages
that need no network, and an index of them into out/. Ends with an error when a cell fails.

  --only NAME        only this notebook, by its name or its beginning (--only 03); may be given more than once
  --kernel NAME      carboncomp-csharp (the default), or .net-csharp: .NET Interactive, whose pages go to out/net-csharp
  --timeout SECONDS  how long one cell may take (default 600)
  --standalone       pages of some 3 MB that carry everything, so that one of them can be sent alone
  --help             this text

A second run skips what is installed and built. Nothing outside the project is changed but for the system's packages
that are missing.
TEXT
}

kernel=$kernel_name
options=()
while (($#)); do
  case $1 in
    --only=* | --kernel=* | --timeout=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
  esac
  case $1 in
    --only | --kernel | --timeout)
      (($# > 1)) || stop "$1 needs a value"
      if [[ $1 == --kernel ]]; then kernel=$2; else options+=("$1" "$2"); fi
      shift 2
      ;;
    --standalone)
      options+=("$1")
      shift
      ;;
    --help | -h)
      usage
      exit
      ;;
    *)
      usage >&2
      stop "unknown option $1"
      ;;
  esac
done
[[ $kernel == "$kernel_name" || $kernel == "$interactive_name" ]] ||
  stop "no kernel is named $kernel; there are $kernel_name and $interactive_name"

require_dotnet
provide "${jupyter_modules[*]}" 'python3-nbclient python3-nbconvert python3-jupyter-client'
prepare
[[ $kernel == "$kernel_name" ]] || register_interactive || stop "$without_interactive"

step 'Running the notebooks'
pages=$(output_of "$kernel")
run_notebooks "$kernel" "${options[@]}" || stop "a notebook failed; see ${pages#"$root"/}/index.html"
say "Read $pages/index.html"
