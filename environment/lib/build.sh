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
  CarbonComp.Uncertainty
  CarbonComp.Charts
  CarbonComp.Glpk
  CarbonComp.OrTools
  CarbonComp.PlotlyNet
  CarbonComp.Interactive
)

# own_platform: this machine's platform, as packages name it.
own_platform() { dotnet msbuild "$root/src/CarbonComp" -getProperty:NETCoreSdkPortableRuntimeIdentifier; }

# pack_project FOLDER PLATFORMS: the packages of all projects, made in a folder of their own and then moved into FOLDER. Without PLATFORMS
# the kernel's are made for all. After build_project: what that has built and compiled ahead is packed, and not built again.
pack_project() {
  local new=$artifacts/pack options=(--configuration Release -p:PackageOutputPath="$artifacts/pack/") file
  rm -rf "$new"
  step 'Packing the libraries'
  must pack-libraries dotnet pack "$root/src/Libraries.slnf" "${options[@]}"
  step 'Packing the kernel'
  # The list is quoted for MSBuild, which would take it for several properties.
  [[ -z $2 ]] || options+=("-p:PackagePlatforms=\"$2\"")
  must pack-kernel dotnet pack "$root/src/CarbonComp.Kernel" "${options[@]}" -p:ForPackages=true -p:CommandsFolder="$kernel_folder/commands"
  mkdir -p "$1"
  for file in "$new"/*; do
    mv -f "$file" "$1/"
  done
}

# is_built HASH: everything is there, made from the sources of that hash.
is_built() {
  local project
  is_current build "$1" && [[ -x $kernel_folder/carboncomp && -f $kernel_folder/commands/CarbonComp.Cases.dll ]] || return
  for project in "${notebook_projects[@]}"; do
    [[ -f $artifacts/lib/$project.dll ]] || return
  done
}

# What executed notebooks were made from, themselves aside: code and data.
results_fingerprint() { { source_fingerprint && fingerprint data notebooks/carboncomp.csx; } | sha256sum | cut -d ' ' -f 1; }

# build_project: what notebooks load to artifacts/lib, the kernel to artifacts/kernel.
build_project() {
  local hash project
  hash=$(source_fingerprint | tr '\n' ' ')
  ! is_built "$hash" || return 0
  for project in "${notebook_projects[@]}"; do
    step "Building $project"
    must "build-$project" dotnet build "$root/src/$project" --configuration Release
    [[ -f $artifacts/lib/$project.dll ]] || stop "the build left no artifacts/lib/$project.dll"
  done
  step 'Building the kernel'
  rm -rf "$kernel_folder.new"
  # The kernel knows nothing of carbon: what else carboncomp can do are programs in a folder of its own.
  rm -rf "$artifacts/commands"
  must build-commands dotnet publish "$root/src/CarbonComp.Cases" --configuration Release --output "$artifacts/commands"
  must build-kernel dotnet publish "$root/src/CarbonComp.Kernel" --configuration Release --output "$kernel_folder.new" -p:CommandsFolder="$artifacts/commands"
  # Renamed into place: a half-copied kernel is never started.
  rm -rf "$kernel_folder.old"
  [[ ! -e $kernel_folder ]] || mv "$kernel_folder" "$kernel_folder.old"
  mv "$kernel_folder.new" "$kernel_folder"
  rm -rf "$kernel_folder.old"
  stamp build "$hash"
}

# Tells Jupyter about the kernels, in the project's own data folder.

register_kernel() {
  # The kernelspec records where libzmq is when it is not the system's.
  if ! has_library libzmq.so.5; then
    CARBONCOMP_LIBZMQ=$(pyzmq_library "$python")
    export CARBONCOMP_LIBZMQ
  fi
  must register-kernel "$kernel_folder/carboncomp" install --prefix "$artifacts/jupyter"
}

readonly without_interactive="'dotnet tool restore' did not bring .NET Interactive (artifacts/logs/tool-restore.log)"

# register_interactive: .NET Interactive beside it, the version of .config/dotnet-tools.json. Fails where it is not to be had.
register_interactive() {
  local folder=$JUPYTER_DATA_DIR/kernels/$interactive_name packages
  if ! (cd "$root" && quietly tool-restore dotnet tool restore); then
    rm -rf "$folder"
    return 1
  fi
  packages=$(cd "$root" && dotnet nuget locals global-packages --list) || return
  mkdir -p "$folder"
  "$python" "$environment/lib/interactive.py" "$root/.config/dotnet-tools.json" "${packages#*: }" >"$folder/new" &&
    mv -f "$folder/new" "$folder/kernel.json"
}

# prepare: from what is installed to a kernel that Jupyter finds.
prepare() {
  install_javascript
  build_project
  register_kernel
}
