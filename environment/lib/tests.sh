# shellcheck shell=bash
# Runs tests and counts them.

test_results=$artifacts/test-results

# test_projects: the solution's test projects, a path a line.
test_projects() {
  (cd "$root" && dotnet sln CarbonComp.sln list) | sed 's|\\|/|g' | grep -E '\.Tests\.csproj$' | sort
}

# count_tests NAME COMMAND...: runs the command, which leaves NAME.trx or NAME.json in the results; prints its counts,
# its log when it fails, and never stops the others from running.
count_tests() {
  local name=$1 started=$SECONDS code=0
  shift
  printf '%s ' "$name"
  quietly "test-$name" "$@" || code=$?
  "$python" "$environment/tests/count.py" one "$name" "$test_results" "$code" "$((SECONDS - started))" ||
    show_log "test-$name" 60
}

# run_test_project PROJECT
run_test_project() {
  local name
  name=$(basename "$1" .csproj)
  count_tests "$name" dotnet test "$root/$1" --configuration Release --no-build \
    --logger "trx;LogFileName=$name.trx" --results-directory "$test_results"
}

# total_tests: the closing line; fails when a test failed or a part ran none.
total_tests() { "$python" "$environment/tests/count.py" total "$test_results"; }
