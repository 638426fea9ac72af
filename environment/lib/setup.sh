# shellcheck shell=bash
# Everything a command needs, in order. What is there already is left alone.

# Libraries that notebooks use where the system has them: linear programs, and systems of more than a few hundred rows.
missing_libraries() {
  has_library libglpk.so.40 || echo libglpk40
  has_library libopenblas.so.0 || echo libopenblas0
}

# provide MODULES PACKAGES [PACKAGE...]: sets `python` to one that imports the modules, from the system's packages named
# second if from nowhere else, and sees to Node, libzmq and the libraries above. Packages named after that are missing in
# any case. All that comes from the system's packages is installed in one go. The libraries alone are worth neither a
# password nor a stop: a user without root goes on without them.
provide() {
  local modules packages=()
  read -ra modules <<<"$1"
  read -ra packages <<<"$2"
  shift 2
  local missing=("$@") libraries
  mapfile -t libraries < <(missing_libraries)
  if ! python=$(python_with "${modules[@]}"); then
    make_virtual_environment && python=$(python_with "${modules[@]}") || missing+=("${packages[@]}")
  fi
  has_library libzmq.so.5 || { [[ -n $python ]] && pyzmq_library "$python" >/dev/null; } || missing+=(libzmq5)
  { command -v node && command -v npm; } >/dev/null || is_javascript_installed || missing+=(nodejs npm)
  if ((${#missing[@]} > 0)); then
    install_system_packages "${missing[@]}" "${libraries[@]}"
  elif ((${#libraries[@]} > 0)); then
    { is_root_at_hand && (install_system_packages "${libraries[@]}"); } ||
      warn "going on without ${libraries[*]}; to install: apt-get install ${libraries[*]}"
  fi
  [[ -n $python ]] || python=$(python_with "${modules[@]}") ||
    stop "no Python on this machine can import ${modules[*]}, though the packages are installed"
}

# prepare: from what is installed to a kernel that Jupyter finds. Two commands at once take turns, by a lock on
# descriptor 9.
prepare() {
  mkdir -p "$artifacts"
  exec 9>"$artifacts/turn"
  flock --nonblock 9 || {
    say 'Waiting for another command in this folder'
    flock 9
  }
  install_javascript
  build_project
  register_kernel
  exec 9>&-
}
