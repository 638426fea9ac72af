# shellcheck shell=bash
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
