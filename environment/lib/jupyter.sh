# shellcheck shell=bash
# Finds the Python that Jupyter runs in, or makes one.

readonly jupyter_modules=(nbclient nbconvert jupyter_client)

# Pythons that may have Jupyter, best first: the one behind the jupyter on PATH (its first line names it, or it lies
# beside it), the ones on PATH, the project's own, the system's.
candidate_pythons() {
  local command line
  while IFS= read -r command; do
    [[ -n $command ]] || continue
    line=$(head -n 1 "$command" 2>/dev/null | tr -d '\0')
    if [[ $line =~ ^'#!'[[:space:]]*(/[^[:space:]]*python[0-9.]*) ]]; then
      printf '%s\n' "${BASH_REMATCH[1]}"
    fi
    printf '%s\n' "$(dirname "$(readlink -f "$command")")/python3"
  done < <(type -ap jupyter || true)
  type -ap python3 || true
  printf '%s\n' "$root/.venv/bin/python3" /usr/bin/python3
}

# python_with MODULE...: prints the first of them that can import all.
python_with() {
  local python modules
  modules=$(printf 'import %s;' "$@")
  while IFS= read -r python; do
    if [[ -x $python ]] && "$python" -c "$modules" 2>/dev/null; then
      printf '%s\n' "$python"
      return
    fi
  done < <(candidate_pythons | awk '!seen[$0]++')
  return 1
}

# make_virtual_environment: .venv with Jupyter from pip; fails where Python, its venv module or the packages are missing.
make_virtual_environment() {
  local hash
  python3 -c 'import ensurepip, venv' 2>/dev/null || return 1
  hash=$(fingerprint environment/requirements.txt)
  if is_current venv-refused "$hash" && [[ -n $(find "$artifacts/stamps/venv-refused" -mmin -60) ]]; then
    return 1
  fi
  step 'Installing Jupyter into .venv'
  if quietly venv python3 -m venv --clear "$root/.venv" &&
    quietly pip "$root/.venv/bin/python3" -m pip --disable-pip-version-check --retries 1 --timeout 30 \
      install --quiet --requirement "$environment/requirements.txt"; then
    return
  fi
  say 'pip could not install it (artifacts/logs/pip.log); trying the system'\''s packages'
  rm -rf "$root/.venv"
  # Not asked again for an hour: a machine without that registry would wait at every run.
  stamp venv-refused "$hash"
  return 1
}
