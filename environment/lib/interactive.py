"""Prints the kernelspec of .NET Interactive.

interactive.py MANIFEST PACKAGES

MANIFEST is the list of tools that `dotnet tool restore` read, PACKAGES the folder of NuGet's packages.
"""

import json
import os
import sys
from pathlib import Path

_TOOL = "microsoft.dotnet-interactive"
# The tool's page scripts ask it for data over http; without --http-local-only anybody on the network could. It takes the
# first port of the range that is free, and ends when another takes it at the same moment: each start has a range of its own.
_COMMAND = (
    'exec dotnet "$0" jupyter --default-kernel csharp --http-local-only'
    ' --http-port-range "$((2048 + $$ % 900))-3000" "$1"'
)
_DLL = "Microsoft.DotNet.Interactive.App.dll"


def kernelspec(manifest: Path, packages: Path) -> dict:
    """The tool is started by its dll: `dotnet tool run` would be a second process, which a killed kernel leaves behind."""
    version = json.loads(manifest.read_text(encoding="utf-8"))["tools"][_TOOL]["version"]
    [dll] = (packages / _TOOL / version / "tools").glob(f"*/any/{_DLL}")
    environment = {
        "DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT": "1",
        "DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE": "1",
        # Its log of http, which Jupyter would print.
        "Logging__LogLevel__Default": "Warning",
        **{name: os.environ[name] for name in ("DOTNET_ROOT",) if name in os.environ},
    }
    return {
        "argv": ["sh", "-c", _COMMAND, str(dll), "{connection_file}"],
        "display_name": ".NET (C#)",
        "language": "C#",
        "env": environment,
    }


if __name__ == "__main__":
    json.dump(kernelspec(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout, indent=2)
