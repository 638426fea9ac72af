#!/usr/bin/env bash
# Makes the packages: libraries for NuGet, and the kernel as a .NET tool.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

usage() {
  cat <<'TEXT'
Usage: environment/pack.sh [--platform NAME]... [--here] [FOLDER]

Makes a package of each library and of the kernel, with a package of symbols beside it, in FOLDER, or in artifacts/packages
without one. Packages of the same version that are there are replaced.

  --platform NAME  of the kernel only the package for this platform, such as linux-x64 or osx-arm64 (any: for all others); may be
                   given more than once. Without it seven are made (24 MB each), and what compiles ahead for them is downloaded.
  --here           the same as --platform with the name of this machine's
  --help           this text

NuGet keeps every package that it has seen by its version: after packing a version again, remove it from the folder that
"dotnet nuget locals global-packages --list" names.
TEXT
}

platforms=()
folder=
here=
while (($#)); do
  case $1 in
    --platform=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
  esac
  case $1 in
    --platform)
      (($# > 1)) || stop "$1 needs a value"
      platforms+=("$2")
      shift 2
      ;;
    --here)
      here=1
      shift
      ;;
    --help | -h)
      usage
      exit
      ;;
    -*)
      usage >&2
      stop "unknown option $1"
      ;;
    *)
      [[ -z $folder ]] || stop "$1: one folder is enough"
      folder=$1
      shift
      ;;
  esac
done

require_dotnet
[[ -z $here ]] || platforms+=("$(own_platform)")
mapfile -t node < <(missing_node)
((${#node[@]} == 0)) || install_system_packages "${node[@]}"
# Figures bring their script with them.
install_javascript
list=$(IFS=';' && printf '%s' "${platforms[*]}")
build_project
pack_project "${folder:-$artifacts/packages}" "$list"
say "Packages are in ${folder:-artifacts/packages}"
