# shellcheck shell=bash
# Runs tests and counts them.

test_results=$artifacts/test-results

# missing_for_tests: the system's packages that tests need and this machine has not.
missing_for_tests() {
  command -v chromium >/dev/null || echo chromium
  # Which version a supplement is of.
  command -v git >/dev/null || echo git
  # The classic Notebook, which a browser drives.
  python_with notebook.notebookapp >/dev/null || echo python3-notebook
  # Its widgets, which a test moves.
  [[ -e /usr/share/jupyter/nbextensions/jupyter-js-widgets/extension.js ]] || echo python3-ipywidgets
  # Labels are measured in Arial's widths and drawn with Chinese names.
  command -v fc-list >/dev/null || echo fontconfig
  { fc-list | grep -i liberationsans; } &>/dev/null || echo fonts-liberation
  { fc-list :lang=zh-cn | grep .; } &>/dev/null || echo fonts-wqy-microhei
  # Solvers that linear programs are compared with.
  command -v glpsol >/dev/null || echo glpk-utils
  command -v lp_solve >/dev/null || echo lp-solve
  # A cluster of one node for sweeps; its daemons lie where only root looks.
  PATH=$PATH:/usr/sbin command -v slurmctld >/dev/null || echo slurm-wlm
  PATH=$PATH:/usr/sbin command -v munged >/dev/null || echo munge
  # Rasters that zones are compared on.
  python_with osgeo.gdal >/dev/null || echo python3-gdal
}

# test_projects: the solution's test projects, a path a line.
test_projects() {
  (cd "$root" && dotnet sln CarbonComp.sln list) | sed 's|\\|/|g' | grep -E '\.Tests\.csproj$' | sort
}

# count_tests NAME COMMAND...: runs the command, which leaves NAME.trx or NAME.json in the results; prints its counts and
# the tests that failed, and never stops the others from running. All that was printed is in the log.
count_tests() {
  local name=$1 started=$SECONDS code=0
  shift
  printf '%s ' "$name"
  quietly "test-$name" "$@" || code=$?
  "$python" "$environment/tests/count.py" one "$name" "$test_results" "$code" "$((SECONDS - started))" ||
    show_log "test-$name" 20
}

# run_test_project PROJECT
run_test_project() {
  local name
  name=$(basename "$1" .csproj)
  # A test that hangs is named and fails instead of holding up the rest.
  count_tests "$name" timeout --kill-after=30 1800 dotnet test "$root/$1" --configuration Release --no-build \
    --logger "trx;LogFileName=$name.trx" --results-directory "$test_results" \
    --blame-hang --blame-hang-timeout 5min --blame-hang-dump-type none
}

# total_tests: the closing line; fails when a test failed or a part ran none.
total_tests() { "$python" "$environment/tests/count.py" total "$test_results"; }
