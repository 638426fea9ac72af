# shellcheck shell=bash
# The SDK, and what is built with it.

require_dotnet() {
  command -v dotnet >/dev/null || stop 'the .NET 10 SDK is not on PATH; see https://dotnet.microsoft.com/download'
  local folder
  folder=$(dirname "$(readlink -f "$(command -v dotnet)")")
  # Programs start by their own name, and look for the runtime in the usual places only.
  [[ -n ${DOTNET_ROOT:-} || ! -d $folder/host/fxr ]] || export DOTNET_ROOT=$folder
  # Without ICU the SDK does not start unless told to do without.
  { (cd "$root" && dotnet --version) || export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1; } >/dev/null 2>&1
  local version
  version=$(cd "$root" && dotnet --version 2>&1) ||
    stop "the .NET SDK does not fit global.json (10.0.100 or later of .NET 10): $version"
}

# What library, charts and kernel are made from.
source_fingerprint() {
  fingerprint src Directory.Build.props Directory.Packages.props global.json .editorconfig \
    environment/package-lock.json
  dotnet --version
}

# What notebooks load, a project a line; each leaves its dll and what that needs in artifacts/lib.
readonly notebook_projects=(
  CarbonComp.Formats
  CarbonComp.Studies
  CarbonComp.Charts
  CarbonComp.OrTools
  CarbonComp.PlotlyNet
  CarbonComp.Interactive
)

# existing_projects: those of them that the sources have.
existing_projects() {
  local project
  for project in "${notebook_projects[@]}"; do
    [[ ! -d $root/src/$project ]] || printf '%s\n' "$project"
  done
}

# is_built HASH: everything is there, made from the sources of that hash.
is_built() {
  local project
  is_current build "$1" && [[ -x $kernel_folder/carboncomp ]] || return
  while IFS= read -r project; do
    [[ -f $artifacts/lib/$project.dll ]] || return
  done < <(existing_projects)
}

# What executed notebooks were made from, themselves aside: code and data.
results_fingerprint() { { source_fingerprint && fingerprint data; } | sha256sum | cut -d ' ' -f 1; }

# build_project: what notebooks load to artifacts/lib, the kernel to artifacts/kernel.
build_project() {
  local hash project
  hash=$(source_fingerprint | tr '\n' ' ')
  ! is_built "$hash" || return 0
  while IFS= read -r project; do
    step "Building $project"
    must "build-$project" dotnet build "$root/src/$project" --configuration Release
    [[ -f $artifacts/lib/$project.dll ]] || stop "the build left no artifacts/lib/$project.dll"
  done < <(existing_projects)
  step 'Building the kernel'
  rm -rf "$kernel_folder.new"
  must build-kernel dotnet publish "$root/src/CarbonComp.Kernel" --configuration Release --output "$kernel_folder.new"
  # Renamed into place: a half-copied kernel is never started.
  rm -rf "$kernel_folder.old"
  [[ ! -e $kernel_folder ]] || mv "$kernel_folder" "$kernel_folder.old"
  mv "$kernel_folder.new" "$kernel_folder"
  rm -rf "$kernel_folder.old"
  stamp build "$hash"
}
