import re
import subprocess
import unittest

from samples import ENVIRONMENT, ROOT

_DOCKERFILE = ROOT / "Dockerfile"


def instructions():
    """The Dockerfile's instructions, comments left out and lines joined."""
    text = re.sub(r"^\s*#.*\n", "", _DOCKERFILE.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]


class Container(unittest.TestCase):
    def test_binder_takes_the_same_file(self):
        # It looks in a folder of its own first, where there is one.
        self.assertEqual([], [name for name in ("binder", ".binder") if (ROOT / name).exists()])

    def test_it_installs_only_what_the_scripts_cannot_install_themselves(self):
        [line] = [line for line in instructions() if "apt-get install" in line]
        named = re.search(r"apt-get install(.*?)&&", line).group(1).split()
        packages = [name for name in named if not name.startswith("-")]
        # The SDK and the venv module are what README asks for; all else is the scripts' own business.
        self.assertEqual(["ca-certificates", "${SDK}", "python3-venv"], packages)
        scripts = "".join(path.read_text(encoding="utf-8") for path in (ENVIRONMENT / "lib").glob("*.sh"))
        for package in packages:
            self.assertIsNone(re.search(rf"(?<![\w/-]){re.escape(package)}(?![\w.-])", scripts), package)

    def test_its_sdk_is_the_one_that_the_project_asks_for(self):
        wanted = re.search(r'"version": "(\d+\.\d+)', (ROOT / "global.json").read_text(encoding="utf-8")).group(1)
        self.assertIn(f"ARG SDK=dotnet-sdk-{wanted}", instructions())

    def test_every_script_that_it_calls_is_there_and_knows_its_options(self):
        text = "\n".join(instructions())
        called = re.findall(r"\./(environment/\w+\.sh)[\",]*((?: ?\"?--[\w-]+(?:=[\w.]+)?\"?,?)*)", text)
        self.assertEqual(["environment/lab.sh", "environment/lab.sh"], [script for script, _ in called])
        for script, _ in called:
            path = ROOT / script
            self.assertTrue(path.is_file() and path.stat().st_mode & 0o100, script)
        # The first option is the script's own, the others are Jupyter's.
        self.assertIn("--prepare", called[0][1])
        done = subprocess.run([ROOT / called[0][0], "--help"], capture_output=True, text=True)
        self.assertIn("--prepare", done.stdout)

    def test_what_it_puts_on_the_path_is_where_the_scripts_put_it(self):
        text = "\n".join(instructions())
        self.assertIn("/.venv/bin:", text)
        self.assertIn('"$root/.venv"', (ENVIRONMENT / "lib" / "provide.sh").read_text(encoding="utf-8"))
        self.assertIn("/artifacts/jupyter/share/jupyter", text)
        done = subprocess.run(["bash", "-c", f"source {ENVIRONMENT}/lib/base.sh && echo $JUPYTER_DATA_DIR"], capture_output=True, text=True)
        self.assertEqual(str(ROOT / "artifacts" / "jupyter" / "share" / "jupyter"), done.stdout.strip())

    def test_it_leaves_out_what_a_build_leaves(self):
        left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
        for made in ("artifacts", "out", "environment/node_modules", ".venv", "**/bin", "**/obj"):
            self.assertIn(made, left_out)


if __name__ == "__main__":
    unittest.main()
