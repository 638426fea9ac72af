"""Which notebooks a kernel cannot run, told from what they load."""

from __future__ import annotations

import re

from nbformat import NotebookNode

from . import notebook as contents

# .NET Interactive brings an FSharp.Core that is older than the one these were compiled with.
_TOO_NEW = {".net-csharp": {"CarbonComp.Interactive.dll", "CarbonComp.PlotlyNet.dll"}}
_REFERENCE = re.compile(r'^\s*#r\s+"(?:[^"\n]*[/\\])?([^"/\\\n]+)"', re.MULTILINE)


def cannot_load(notebook: NotebookNode, kernel: str) -> list[str]:
    """The libraries that the notebook loads and the kernel cannot."""
    loaded = {name for cell in contents.code_cells(notebook) for name in _REFERENCE.findall(cell.source)}
    return sorted(loaded & _TOO_NEW.get(kernel, set()))
