# shellcheck shell=bash
# What the commands share.

lib=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=places.sh
source "$lib/places.sh"
# shellcheck source=say.sh
source "$lib/say.sh"
# shellcheck source=stamp.sh
source "$lib/stamp.sh"
# shellcheck source=system.sh
source "$lib/system.sh"
# shellcheck source=jupyter.sh
source "$lib/jupyter.sh"
# shellcheck source=zmq.sh
source "$lib/zmq.sh"
# shellcheck source=node.sh
source "$lib/node.sh"
# shellcheck source=dotnet.sh
source "$lib/dotnet.sh"
# shellcheck source=kernelspec.sh
source "$lib/kernelspec.sh"
# shellcheck source=notebooks.sh
source "$lib/notebooks.sh"
# shellcheck source=tests.sh
source "$lib/tests.sh"
# shellcheck source=setup.sh
source "$lib/setup.sh"
