#!/usr/bin/env bash
# Makes the reference: a page for each public type, and the index of symbols.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

without_options "$(
  cat <<'TEXT'
Usage: environment/docs.sh

Builds what is not built, and writes the reference to out/reference: every public type and member with its formula, units
and source, the index of symbols, the methods and the glossary. The home page of out/ leads there. docfx, which makes the
pages, is restored from NuGet (490 MB, the version that environment/reference/dotnet-tools.json names). That takes about a minute of processor time.
TEXT
)" "$@"

require_dotnet
provide "${jupyter_modules[*]}" 'python3-nbclient python3-nbconvert python3-jupyter-client'
prepare
make_reference
[[ ! -f $output/index.html ]] || run_notebooks "$kernel_name" --home-only
say "Read $output/reference/index.html"
