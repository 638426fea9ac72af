# shellcheck shell=bash
# Everything a command needs, in order. What is there already is left alone.

# provide MODULES PACKAGES [TEST_PACKAGES...]: sets `python` to one that imports the modules, and sees to Node, libzmq and
# the named programs' packages. All that comes from the system's packages is installed in one go.
provide() {
  local modules packages=()
  read -ra modules <<<"$1"
  read -ra packages <<<"$2"
  shift 2
  local missing=("$@")
  if ! python=$(python_with "${modules[@]}"); then
    make_virtual_environment && python=$(python_with "${modules[@]}") || missing+=("${packages[@]}")
  fi
  if [[ -z $python ]] || { ! has_library libzmq.so.5 && ! pyzmq_library "$python" >/dev/null; }; then
    has_library libzmq.so.5 || missing+=(libzmq5)
  fi
  command -v node >/dev/null && command -v npm >/dev/null || is_javascript_installed || missing+=(nodejs npm)
  ((${#missing[@]} == 0)) || install_system_packages "${missing[@]}"
  [[ -n $python ]] || python=$(python_with "${modules[@]}") ||
    stop "no Python on this machine can import ${modules[*]}, though the packages are installed"
}

# prepare: from what is installed to a kernel that Jupyter finds.
prepare() {
  install_javascript
  build_project
  register_kernel
}
