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
