"""Runs notebooks with the kernel, through nbclient."""

from __future__ import annotations

import re
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from . import files, notebook as contents

METADATA_KEY = "carboncomp"
NO_START = "KernelDidNotStart"
STARTS = 3


@dataclass(frozen=True)
class Engine:
    """What notebooks are executed with."""

    kernel: str  # name of the kernelspec
    made_from: str  # hash of the code and data that cells use


@dataclass(frozen=True)
class Failure:
    """Which cell failed and how."""

    cell: int  # counted from 1 over the cells run, as In [n] is, solutions after them; 0 when the kernel did not start
    name: str
    message: str
    traceback: str


@dataclass(frozen=True)
class Run:
    """One notebook's execution."""

    source: str  # hash of the notebook that was executed
    engine: Engine
    executed: str | None  # UTC; nothing, nor seconds, in a supplement, which is the same whenever it is made
    seconds: float | None
    cells: int
    cells_run: int
    solutions_run: int  # folded solutions, which run after the cells and leave nothing on the page
    failure: Failure | None

    @property
    def passed(self) -> bool:
        return self.failure is None

    def to_metadata(self) -> dict:
        return asdict(self)

    @staticmethod
    def from_metadata(metadata: dict) -> "Run":
        failure = metadata.get("failure")
        engine = Engine(**metadata["engine"])
        return Run(**{**metadata, "engine": engine, "failure": Failure(**failure) if failure else None})


def execute(path: Path, engine: Engine, timeout: int) -> tuple[nbformat.NotebookNode, Run]:
    """Runs every cell from the top, in the notebook's folder, up to the first that fails; then the folded solutions of its exercises."""
    notebook = nbformat.read(path, as_version=4)
    cells = len(contents.code_cells(notebook))
    solutions = [nbformat.v4.new_code_cell(code) for code in contents.solutions(notebook)]
    notebook.cells += solutions
    source = files.content_hash(path)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    started, executed = time.monotonic(), datetime.now(timezone.utc)
    # The client chooses free ports before the kernel takes them. When another program was faster, a start with new ones succeeds.
    for _ in range(STARTS):
        begun, problem = _run_cells(notebook, path.parent, engine.kernel, timeout)
        if problem is None or problem[0] != NO_START:
            break
    failure = _failure(notebook, begun, *problem) if problem else None
    ended = len(begun) - (problem is not None and len(begun) > 0)
    del notebook.cells[len(notebook.cells) - len(solutions) :]
    _drop_bootstrap(notebook)
    _join_streams(notebook)
    run = Run(
        source=source,
        engine=engine,
        executed=executed.isoformat(timespec="seconds"),
        seconds=round(time.monotonic() - started, 3),
        cells=cells,
        cells_run=min(ended, cells),
        solutions_run=max(ended - cells, 0),
        failure=failure,
    )
    notebook.metadata[METADATA_KEY] = run.to_metadata()
    return notebook, run


def _run_cells(notebook: nbformat.NotebookNode, folder: Path, kernel: str, timeout: int) -> tuple[list[int], tuple[str, str] | None]:
    """Which cells were begun, and what ended the run early."""
    begun: list[int] = []
    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=timeout,
        startup_timeout=60,
        record_timing=False,
        on_cell_start=lambda cell, cell_index: begun.append(cell_index) if contents.runs(cell) else None,
        resources={"metadata": {"path": str(folder)}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        return begun, (error.ename, error.evalue)
    except CellTimeoutError:
        return begun, ("Timeout", f"the cell ran for more than {timeout} s")
    except DeadKernelError:
        return begun, ("DeadKernel", "the kernel ended while the cell ran")
    except RuntimeError as error:
        return begun, (NO_START, str(error))
    return begun, None


def recorded(path: Path) -> Run | None:
    """What an executed notebook says of its run; nothing for a file that is missing or is none."""
    try:
        return Run.from_metadata(nbformat.read(path, as_version=4).metadata[METADATA_KEY])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def passed_before(path: Path, executed: Path, engine: Engine) -> tuple[nbformat.NotebookNode, Run] | None:
    """An earlier run that would be the same now; nothing when it failed, or when notebook, code or data changed."""
    run = recorded(executed)
    if run is None or not run.passed or (run.source, run.engine) != (files.content_hash(path), engine):
        return None
    return nbformat.read(executed, as_version=4), run


def _failure(notebook: nbformat.NotebookNode, begun: list[int], name: str, message: str) -> Failure:
    if not begun:
        return Failure(cell=0, name=name, message=message, traceback="")
    cell = notebook.cells[begun[-1]]
    traceback = [line for output in cell.outputs if output.output_type == "error" for line in output.traceback]
    plain = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(traceback))
    return Failure(cell=len(begun), name=name, message=message, traceback=plain)


def _drop_bootstrap(notebook: nbformat.NotebookNode) -> None:
    """Removes a script of .NET Interactive: it asks the machine's own addresses for data, and fetches from the network."""
    for cell in contents.code_cells(notebook):
        cell.outputs = [
            output for output in cell.outputs if "dotnet-interactive-this-cell" not in output.get("data", {}).get("text/html", "")
        ]


def _join_streams(notebook: nbformat.NotebookNode) -> None:
    """A kernel streams in pieces; a reader wants one block."""
    for cell in contents.code_cells(notebook):
        joined: list[nbformat.NotebookNode] = []
        for output in cell.outputs:
            last = joined[-1] if joined else None
            if output.output_type == "stream" and last and last.output_type == "stream" and last.name == output.name:
                last.text += output.text
            else:
                joined.append(output)
        cell.outputs = joined
