#!/usr/bin/env bash
# Installs what is missing, builds, runs every notebook and writes pages to out/.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

usage() {
  cat <<'TEXT'
Usage: environment/run.sh [--only NAME]... [--timeout SECONDS]

Installs what is missing, builds library and kernel, runs the notebooks with it, and writes executed notebooks, pages
that need no network, and an index of them into out/. Ends with an error when a cell fails.

  --only NAME        only this notebook, by its name or its beginning (--only 03); may be given more than once
  --timeout SECONDS  how long one cell may take (default 600)
  --help             this text

A second run skips what is installed and built. Nothing outside the project is changed but for the system's packages
that are missing.
TEXT
}

options=()
while (($#)); do
  case $1 in
    --only | --timeout)
      (($# > 1)) || stop "$1 needs a value"
      options+=("$1" "$2")
      shift 2
      ;;
    --only=* | --timeout=*)
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

require_dotnet
provide "${jupyter_modules[*]}" 'python3-nbclient python3-nbconvert python3-jupyter-client'
prepare

step 'Running the notebooks'
run_notebooks "${options[@]}" || stop "a notebook failed; see ${output#"$root"/}/index.html"
say "Read $output/index.html"
