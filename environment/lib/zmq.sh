# shellcheck shell=bash
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
