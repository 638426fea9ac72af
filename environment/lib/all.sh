# shellcheck shell=bash
# What the commands share.

lib=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=base.sh
source "$lib/base.sh"
# shellcheck source=provide.sh
source "$lib/provide.sh"
# shellcheck source=build.sh
source "$lib/build.sh"
# shellcheck source=notebooks.sh
source "$lib/notebooks.sh"
# shellcheck source=tests.sh
source "$lib/tests.sh"
# shellcheck source=publish.sh
source "$lib/publish.sh"
