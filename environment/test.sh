#!/usr/bin/env bash
# Installs what tests need and runs all of them.
set -euo pipefail
# shellcheck source=lib/all.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib/all.sh"

without_options "$(
  cat <<'TEXT'
Usage: environment/test.sh

Installs what is missing, builds everything, runs the notebooks on both kernels (those that run.sh has run with the same
code and data are not run again), every test project and the environment's own tests, and ends with the line 'N passed, N failed'. What they wrote is in
artifacts/logs and artifacts/test-results.
TEXT
)" "$@"

require_dotnet
mapfile -t extras < <(missing_for_tests)
provide "${jupyter_modules[*]} jupyter_kernel_test" \
  'python3-nbclient python3-nbconvert python3-jupyter-client python3-jupyter-kernel-test' "${extras[@]}"
install_test_javascript
prepare

step 'Building the tests'
must build-tests dotnet build "$root/CarbonComp.sln" --configuration Release

step 'Packing'
# Tests of the packages make their own where this does not succeed, and say why it does not.
if quietly pack "$environment/pack.sh" --here "$artifacts/test-packages"; then
  export CARBONCOMP_PACKAGES=$artifacts/test-packages
else
  warn 'environment/pack.sh failed (artifacts/logs/pack.log)'
fi

rm -rf "$test_results"
mkdir -p "$test_results"
# Tests that talk to the kernel as Jupyter does use the same Python.
export CARBONCOMP_PYTHON=$python
mapfile -t projects < <(test_projects)
((${#projects[@]} > 0)) || stop 'the solution has no test project'
step 'Testing'
register_interactive || warn "$without_interactive"
# The kernel's tests wait for processes most of the time, so they run beside all others.
kernel_tests=tests/CarbonComp.Kernel.Tests/CarbonComp.Kernel.Tests.csproj
run_test_project "$kernel_tests" >"$artifacts/logs/kernel-tests.txt" 2>&1 &
beside=$!
trap 'kill "$beside" 2>/dev/null || true' EXIT
for kernel in "$kernel_name" "$interactive_name"; do
  count_tests "notebooks-${kernel#.}" run_notebooks "$kernel" --reuse --counts "$test_results/notebooks-${kernel#.}.json"
done
for project in "${projects[@]}"; do
  [[ $project == "$kernel_tests" ]] || run_test_project "$project"
done
count_tests environment "$python" "$environment/tests/run.py" "$test_results/environment.json"
wait "$beside" || true
cat "$artifacts/logs/kernel-tests.txt"
total_tests
