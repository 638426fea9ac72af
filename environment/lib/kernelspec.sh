# shellcheck shell=bash
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
