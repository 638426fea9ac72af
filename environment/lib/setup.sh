# shellcheck shell=bash
# Everything a command needs, in order. What is there already is left alone.

# provide MODULES PACKAGES [PACKAGE...]: sets `python` to one that imports the modules, from the system's packages named
# second if from nowhere else, and sees to Node and libzmq. Packages named after that are missing in any case. All that
# comes from the system's packages is installed in one go.
provide() {
  local modules packages=()
  read -ra modules <<<"$1"
  read -ra packages <<<"$2"
  shift 2
  local missing=("$@")
  if ! python=$(python_with "${modules[@]}"); then
    make_virtual_environment && python=$(python_with "${modules[@]}") || missing+=("${packages[@]}")
  fi
  has_library libzmq.so.5 || { [[ -n $python ]] && pyzmq_library "$python" >/dev/null; } || missing+=(libzmq5)
  { command -v node && command -v npm; } >/dev/null || is_javascript_installed || missing+=(nodejs npm)
  ((${#missing[@]} == 0)) || install_system_packages "${missing[@]}"
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
