#!/usr/bin/env bash
# Installs what is missing, builds, runs every notebook and writes pages to out/.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

usage() {
  cat <<'TEXT'
Usage: environment/run.sh [--only NAME]... [--kernel NAME] [--timeout SECONDS] [--standalone]
       environment/run.sh --notebook NAME [-p NAME=VALUE]... [--data FOLDER|FILE] [--pdf] [--timeout SECONDS]

Installs what is missing, builds library and kernel, runs the notebooks with it, and writes executed notebooks, pages
that need no network, and an index of them into out/. Ends with an error when a cell fails.

  --only NAME        only this notebook, by its name or its beginning (--only 03); may be given more than once
  --kernel NAME      carboncomp-csharp (the default), or .net-csharp: .NET Interactive, whose pages go to out/net-csharp
  --timeout SECONDS  how long one cell may take (default 600)
  --standalone       pages of some 3 MB that carry everything, so that one of them can be sent alone
  --help             this text

The second form makes the page of one notebook with values of your own, in out/own: it carries everything and can be sent
alone.

  --notebook NAME    the notebook, by its name or its beginning (--notebook 14)
  -p NAME=VALUE      a parameter of its first cells (-p price=80, -p classBounds=0.5,1,1.5); may be given more than once
  --data FOLDER      the folder or workbook of a case of your own; carboncomp template writes an empty one
  --pdf              a PDF beside the page

A second run skips what is installed and built. Nothing outside the project is changed but for the system's packages
that are missing.
TEXT
}

kernel=$kernel_name
options=()
notebook=
own=()
while (($#)); do
  case $1 in
    --only=* | --kernel=* | --timeout=* | --notebook=* | --data=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
  esac
  case $1 in
    --only | --kernel | --timeout | --notebook | --data | -p)
      (($# > 1)) || stop "$1 needs a value"
      case $1 in
        --kernel) kernel=$2 ;;
        --notebook) notebook=$2 ;;
        --data | -p) own+=("$1" "$2") ;;
        *) options+=("$1" "$2") ;;
      esac
      shift 2
      ;;
    --pdf)
      own+=("$1")
      shift
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
if [[ -n $notebook ]]; then
  [[ $kernel == "$kernel_name" ]] || stop "--notebook runs with $kernel_name"
  [[ ${options[*]} != *--only* && ${options[*]} != *--standalone* ]] || stop '--only and --standalone are for all notebooks; --notebook is one'
elif ((${#own[@]} > 0)); then
  stop "${own[0]} belongs to one notebook; name it with --notebook"
fi

require_dotnet
provide "${jupyter_modules[*]}" 'python3-nbclient python3-nbconvert python3-jupyter-client'
prepare
[[ $kernel == "$kernel_name" ]] || register_interactive || stop "$without_interactive"

if [[ -n $notebook ]]; then
  step "Running $notebook"
  run_notebook "$notebook" "${options[@]}" "${own[@]}" || stop "the notebook did not run to its end"
  exit
fi

step 'Running the notebooks'
pages=$(output_of "$kernel")
run_notebooks "$kernel" "${options[@]}" || stop "a notebook failed; see ${pages#"$root"/}/index.html"
say "Read $pages/index.html"
