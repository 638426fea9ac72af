#!/usr/bin/env bash
# Executes the notebooks of a study and makes one zip of them that a repository takes.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

usage() {
  cat <<'TEXT'
Usage: environment/supplement.sh [--study NAME | --notebook NAME...]

Runs the notebooks that were not run with the same code and data, and writes out/supplement-NAME.zip: executed notebooks,
pages, figures as svg and pdf, tables as csv and Parquet, ledgers, data packages, source code, licences, versions,
checksums and a description of all (RO-Crate). Made again from the same commit on the same machine it has the same bytes.

  --study NAME       start, bth, own, jiangxi, provinces or uncertainty (environment/report/studies.json)
  --notebook NAME    a notebook by its name or its beginning; may be given more than once
  --help             this text

Without an option all notebooks go in. Figures are drawn by Chromium, which is installed where no browser of its kind is.
TEXT
}

chosen=()
while (($#)); do
  case $1 in
    --study=* | --notebook=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
  esac
  case $1 in
    --study | --notebook)
      (($# > 1)) || stop "$1 needs a value"
      chosen+=("$1" "$2")
      shift 2
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
[[ " ${chosen[*]} " != *' --study '*' --'* ]] || stop 'give either one --study or notebooks'

require_dotnet
mapfile -t extras < <(missing_for_supplement)
provide "${jupyter_modules[*]}" 'python3-nbclient python3-nbconvert python3-jupyter-client' "${extras[@]}"
prepare

mapfile -t names < <(make_supplement --list "${chosen[@]}")
((${#names[@]} > 0)) || stop "no notebook is chosen"
only=()
for name in "${names[@]}"; do only+=(--only "$name"); done
step 'Running the notebooks'
run_notebooks "$kernel_name" --reuse "${only[@]}" || stop 'a notebook failed; see out/index.html'
step 'Making the supplement'
make_supplement "${chosen[@]}"
