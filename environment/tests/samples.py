"""Small C# notebooks, and running the report on them with the registered kernel."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import v4

ENVIRONMENT = Path(__file__).resolve().parent.parent
ROOT = ENVIRONMENT.parent
MATHJAX = ENVIRONMENT / "node_modules" / "mathjax" / "es5" / "tex-svg-full.js"
KERNEL = "carboncomp-csharp"

markdown = v4.new_markdown_cell
code = v4.new_code_cell


def write(folder: Path, name: str, *cells) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.ipynb"
    metadata = {"kernelspec": {"name": KERNEL, "display_name": "C#", "language": "C#"}}
    nbformat.write(v4.new_notebook(cells=list(cells), metadata=metadata), path)
    return path


@dataclass(frozen=True)
class Finished:
    code: int
    output: str
    errors: str


def report(notebooks: Path, output: Path, *options: str, environment: dict | None = None) -> Finished:
    command = [sys.executable, "-m", "report", "--notebooks", str(notebooks), "--output", str(output)]
    command += ["--kernel", KERNEL, "--kernel-folder", str(ROOT / "artifacts" / "kernel"), "--mathjax", str(MATHJAX)]
    done = subprocess.run(
        [*command, *options],
        env={**os.environ, "PYTHONPATH": str(ENVIRONMENT), **(environment or {})},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Finished(done.returncode, done.stdout, done.stderr)
