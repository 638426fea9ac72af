import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from samples import ENVIRONMENT, ROOT


class KernelspecOfDotNetInteractive(unittest.TestCase):
    def test_it_starts_the_version_of_the_manifest_on_the_local_interface_only(self):
        manifest = ROOT / ".config" / "dotnet-tools.json"
        version = json.loads(manifest.read_text())["tools"]["microsoft.dotnet-interactive"]["version"]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "microsoft.dotnet-interactive" / version / "tools" / "net10.0" / "any"
            folder.mkdir(parents=True)
            (folder / "Microsoft.DotNet.Interactive.App.dll").touch()
            command = [sys.executable, str(ENVIRONMENT / "lib" / "interactive.py"), str(manifest), name]
            spec = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        shell, _, command, *parameters = spec["argv"]
        self.assertEqual("sh", shell)
        self.assertIn("--http-local-only", command)
        self.assertEqual([str(folder / "Microsoft.DotNet.Interactive.App.dll"), "{connection_file}"], parameters)
        self.assertEqual("C#", spec["language"])
