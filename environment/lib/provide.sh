# shellcheck shell=bash
# What must be installed before anything is built. What is there already is left alone.

# The system's packages (Debian, Ubuntu and their kin).

# as_root: fills the array `privileged` with what a command needs before it; fails where there is no way to become root.
as_root() {
  if ((EUID == 0)); then
    privileged=()
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 && -t 2 ]]; }; then
    privileged=(sudo)
  else
    return 1
  fi
}

# is_root_at_hand: whether packages can be installed without asking for a password.
is_root_at_hand() { command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }; }

# install_system_packages PACKAGE...
install_system_packages() {
  local privileged
  command -v apt-get >/dev/null ||
    stop "this system has no apt-get; install what corresponds to these Debian packages and run again: $*"
  as_root ||
    stop "installing needs root, and there is no sudo that works here; have an administrator run: apt-get install $*"
  step "Installing from the system's packages: $*"
  # sudo asks for its password here, where it can be seen; the rest is then silent.
  ((${#privileged[@]} == 0)) || "${privileged[@]}" true || stop 'sudo was refused'
  # One unreachable third-party source is no reason to give up: what is missing shows when installing.
  quietly apt-update "${privileged[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -o DPkg::Lock::Timeout=300 update || warn 'apt-get update failed; trying with the lists that are there'
  quietly apt-install "${privileged[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@" || {
    show_log apt-install
    stop "apt-get could not install: $*"
  }
}

# Finds the Python that Jupyter runs in, or makes one.

readonly jupyter_modules=(nbclient nbconvert jupyter_client)

# python_with MODULE...: prints a Python that can import all: one on PATH, the project's own or the system's.
python_with() {
  local python modules
  modules=$(printf 'import %s;' "$@")
  while IFS= read -r python; do
    if [[ -x $python ]] && "$python" -c "$modules" 2>/dev/null; then
      printf '%s\n' "$python"
      return
    fi
  done < <(type -ap python3 || true; printf '%s\n' "$root/.venv/bin/python3" /usr/bin/python3)
  return 1
}

# make_virtual_environment: .venv with Jupyter from pip; fails where Python, its venv module or the packages are missing.
make_virtual_environment() {
  python3 -c 'import ensurepip, venv' 2>/dev/null || return 1
  step 'Installing Jupyter into .venv'
  if quietly venv python3 -m venv --clear "$root/.venv" &&
    quietly pip "$root/.venv/bin/python3" -m pip --disable-pip-version-check --retries 1 --timeout 30 \
      install --quiet --requirement "$environment/requirements.txt"; then
    return
  fi
  say 'pip could not install it (artifacts/logs/pip.log); trying the system'\''s packages'
  rm -rf "$root/.venv"
  return 1
}

# libzmq, which carries Jupyter's messages: the system's, or the copy that comes with Python's pyzmq.

# has_library NAME.so.N
has_library() {
  local ldconfig
  ldconfig=$(PATH=$PATH:/usr/sbin:/sbin type -P ldconfig) || return 1
  "$ldconfig" -p | grep -F "$1 " >/dev/null
}

# pyzmq_library PYTHON: prints the path of pyzmq's copy; fails where pyzmq uses the system's.
pyzmq_library() {
  "$1" - <<'PYTHON'
import glob, os, sys, zmq
folder = os.path.dirname(zmq.__file__)
found = glob.glob(os.path.join(folder, "..", "pyzmq.libs", "libzmq*.so*")) + glob.glob(os.path.join(folder, "libzmq*.so*"))
if not found:
    sys.exit(1)
print(os.path.realpath(found[0]))
PYTHON
}

# JavaScript of the pages: figures, formulas, boundaries. Exactly what the lock file names.

javascript_fingerprint() { fingerprint environment/package.json environment/package-lock.json; }

is_javascript_installed() {
  is_current javascript "$(javascript_fingerprint)" && [[ -f $environment/node_modules/.package-lock.json ]]
}

install_javascript() {
  is_javascript_installed && return
  step 'Installing plotly.js, MathJax and boundaries with npm'
  install_with_npm --omit=dev
}

# install_test_javascript: the same, and the checkers that tests alone use (devDependencies).
install_test_javascript() {
  is_javascript_installed && [[ -d $environment/node_modules/axe-core ]] && return
  step 'Installing plotly.js, MathJax, boundaries and checkers with npm'
  install_with_npm
}

# install_with_npm OPTION...
install_with_npm() {
  # Node trusts its own list of authorities alone; behind a company's proxy the system's list has one more.
  local system_authorities=/etc/ssl/certs/ca-certificates.crt
  [[ -n ${NODE_EXTRA_CA_CERTS:-} || ! -r $system_authorities ]] || export NODE_EXTRA_CA_CERTS=$system_authorities
  must npm npm --prefix "$environment" ci --ignore-scripts --no-audit --no-fund "$@"
  stamp javascript "$(javascript_fingerprint)"
}

# missing_node: the packages of Node where it is needed and not there.
missing_node() { { command -v node && command -v npm; } >/dev/null || is_javascript_installed || printf '%s\n' nodejs npm; }

# has_icu: whether the system has an ICU, of any version.
has_icu() {
  local ldconfig
  ldconfig=$(PATH=$PATH:/usr/sbin:/sbin type -P ldconfig) || return 1
  "$ldconfig" -p | grep 'libicuuc\.so\.[0-9]' >/dev/null
}

# Libraries that notebooks use where the system has them: cultures, linear programs, and systems of more than a few
# hundred rows.
missing_libraries() {
  # Each release has one version of ICU, and its package is named after that.
  has_icu || echo '^libicu[0-9][0-9]*$'
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
  local missing=("$@") libraries node
  mapfile -t libraries < <(missing_libraries)
  mapfile -t node < <(missing_node)
  if ! python=$(python_with "${modules[@]}"); then
    make_virtual_environment && python=$(python_with "${modules[@]}") || missing+=("${packages[@]}")
  fi
  has_library libzmq.so.5 || { [[ -n $python ]] && pyzmq_library "$python" >/dev/null; } || missing+=(libzmq5)
  missing+=("${node[@]}")
  if ((${#missing[@]} > 0)); then
    install_system_packages "${missing[@]}" "${libraries[@]}"
  elif ((${#libraries[@]} > 0)); then
    { is_root_at_hand && (install_system_packages "${libraries[@]}"); } ||
      warn "going on without ${libraries[*]}; to install: apt-get install ${libraries[*]}"
  fi
  [[ -n $python ]] || python=$(python_with "${modules[@]}") ||
    stop "no Python on this machine can import ${modules[*]}, though the packages are installed"
}
