#!/usr/bin/env bash
# Opens Jupyter on the notebooks.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  cat <<'TEXT'
Usage: environment/lab.sh [--prepare] [ARGUMENT...]

Opens JupyterLab, or the classic Notebook where there is no JupyterLab, on notebooks/ with the project's C# kernel,
and .NET Interactive to choose beside it, after installing and building what is missing. Arguments go to Jupyter:
environment/lab.sh --no-browser --port 9000

  --prepare  installs and builds what is missing, and opens nothing
  --help     this text
TEXT
  exit
fi

require_dotnet
interface=jupyterlab
python_with jupyterlab >/dev/null || interface=notebook
provide "$interface" jupyter-notebook
prepare
if [[ ${1:-} == --prepare ]]; then
  say 'Everything is there: environment/lab.sh opens Jupyter'
  exit
fi
register_interactive || say "$without_interactive; going on with our kernel alone"

arguments=("--MultiKernelManager.default_kernel_name=$kernel_name")
# Jupyter refuses to serve for root unless told to; in a container there is nobody else.
((EUID != 0)) || arguments+=(--allow-root)
cd "$root/notebooks"
case $interface in
  jupyterlab) exec "$python" -m jupyterlab "${arguments[@]}" "$@" ;;
  notebook) exec "$python" -m notebook "${arguments[@]}" "$@" ;;
esac
