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

# build_project: library and charts to artifacts/lib, the kernel to artifacts/kernel.
build_project() {
  local hash
  hash=$(source_fingerprint | tr '\n' ' ')
  if is_current build "$hash" && [[ -f $artifacts/lib/CarbonComp.PlotlyNet.dll && -x $kernel_folder/carboncomp ]]; then
    return
  fi
  step 'Building the library and its charts'
  # Plotly.NET's project brings library and charts with it.
  must build-library dotnet build "$root/src/CarbonComp.PlotlyNet" --configuration Release
  [[ -f $artifacts/lib/CarbonComp.PlotlyNet.dll ]] || stop 'the build left no artifacts/lib/CarbonComp.PlotlyNet.dll'
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
