import subprocess
import unittest

from samples import ENVIRONMENT

# The commands' parts, on a machine that is made up: everything is there but the libraries that notebooks can do without.
_MACHINE = f"""
source {ENVIRONMENT}/lib/all.sh
python_with() {{ echo /usr/bin/python3; }}
has_library() {{ [[ $1 == libzmq* ]]; }}
has_icu() {{ false; }}
install_system_packages() {{ say "installing $*"; }}
"""

_LIBRARIES = "^libicu[0-9][0-9]*$ libglpk40 libopenblas0"


def run(script):
    return subprocess.run(["bash", "-c", "set -euo pipefail\n" + _MACHINE + script], capture_output=True, text=True)


class Providing(unittest.TestCase):
    def test_libraries_are_installed_where_root_is_at_hand(self):
        done = run("is_root_at_hand() { true; }; provide nbclient python3-nbclient")
        self.assertEqual((0, f"installing {_LIBRARIES}\n", ""), (done.returncode, done.stdout, done.stderr))

    def test_a_user_without_root_goes_on_without_libraries(self):
        done = run("is_root_at_hand() { false; }; provide nbclient python3-nbclient; say $python")
        self.assertEqual((0, "/usr/bin/python3\n"), (done.returncode, done.stdout))
        self.assertIn(f"going on without {_LIBRARIES}", done.stderr)

    def test_libraries_that_cannot_be_installed_stop_nobody(self):
        done = run("is_root_at_hand() { true; }; install_system_packages() { stop 'no network'; }; provide nbclient x; say on")
        self.assertEqual((0, "on\n"), (done.returncode, done.stdout))
        self.assertIn("no network", done.stderr)

    def test_what_is_needed_and_cannot_be_installed_stops(self):
        done = run("install_system_packages() { stop \"cannot install $*\"; }; provide nbclient x chromium; say on")
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        self.assertIn(f"cannot install chromium {_LIBRARIES}", done.stderr)
