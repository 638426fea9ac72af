"""Executes notebooks with the project's kernel and writes pages and their index."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from . import assets, execution, files, index, loading, offline, page, tables


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    folder, output = options.notebooks.resolve(), options.output.resolve()
    every = sorted(path for path in folder.glob("*.ipynb"))
    chosen = [] if options.home_only else _choose(every, options.only)
    problem = _kernel_problem(options.kernel, options.kernel_folder)
    if problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    output.mkdir(parents=True, exist_ok=True)
    shared = assets.Assets(options.mathjax.read_text(encoding="utf-8"), _text(options.plotly), output, options.standalone)
    shared.write()

    started = time.time()
    failures = []
    omitted = {path: loading.cannot_load(nbformat.read(path, as_version=4), options.kernel) for path in every}
    runnable = [path for path in chosen if not omitted[path]]
    pages = [path for path in every if not omitted[path]]
    for path in chosen:
        if omitted[path]:
            _forget(path, output)
            print(f"{path.stem} is not run: {options.kernel} cannot load {' and '.join(omitted[path])}", flush=True)
    for number, (path, notebook, run, is_new) in enumerate(_executed(runnable, output, options), start=1):
        html = page.to_html(notebook, path.stem, path.parent, shared, _neighbours(path, pages))
        files.write_atomically(output / path.name, nbformat.writes(notebook) + "\n")
        files.write_atomically(output / f"{path.stem}.html", html)
        problems = _problems(run, html, output)
        failures += [f"{path.name}: {problem}" for problem in problems]
        state = "FAILED" if problems else "ok" if is_new else "as run before"
        done = f"{run.cells_run}/{run.cells} cells, {run.seconds:.1f} s, {state}"
        print(f"[{number}/{len(runnable)}] {path.stem} {done}", flush=True)

    entries = [index.entry(path, output, omitted[path]) for path in every]
    written = tables.written(output, since=0 if options.only or options.reuse or options.home_only else started)
    files.write_atomically(output / "index.html", index.to_html(entries, written, options.kernel, shared))
    for failure in failures:
        print(f"error: {failure}", file=sys.stderr)
    if options.counts:
        failed = {failure.partition(":")[0] for failure in failures}
        counts = {"passed": len(runnable) - len(failed), "skipped": [], "failures": failures}
        files.write_atomically(options.counts, json.dumps(counts))
    return 1 if failures else 0


def _executed(
    chosen: list[Path], output: Path, options: argparse.Namespace
) -> Iterator[tuple[Path, nbformat.NotebookNode, execution.Run, bool]]:
    """The notebooks in their order, each as soon as it and those before it have been run."""
    engine = execution.Engine(options.kernel, options.made_from)
    earlier = {path: execution.passed_before(path, output / path.name, engine) if options.reuse else None for path in chosen}
    # A process each: what belongs to one notebook's kernel is never met by another's.
    with ProcessPoolExecutor(min(options.jobs, len(chosen) or 1)) as pool:
        now = {path: pool.submit(execution.execute, path, engine, options.timeout) for path in chosen if not earlier[path]}
        try:
            for path in chosen:
                notebook, run = earlier[path] or now[path].result()
                yield path, notebook, run, path in now
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _forget(path: Path, output: Path) -> None:
    """Removes what an earlier state of the notebook left."""
    for name in (path.name, f"{path.stem}.html"):
        (output / name).unlink(missing_ok=True)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="report", description=__doc__)
    parser.add_argument("--notebooks", type=Path, required=True, help="folder of the notebooks")
    parser.add_argument("--output", type=Path, required=True, help="folder for executed notebooks, pages and index")
    parser.add_argument("--kernel", required=True, help="name of the kernelspec")
    parser.add_argument("--kernel-folder", type=Path, help="folder that the kernel's executable must lie in")
    parser.add_argument("--mathjax", type=Path, required=True, help="MathJax 3 in one file, with SVG output")
    parser.add_argument("--plotly", type=Path, help="plotly.js of the figures, to be shared by the pages")
    parser.add_argument("--standalone", action="store_true", help="pages that carry everything, so that one can be sent alone")
    parser.add_argument("--made-from", default="", help="hash of the code and data that the notebooks use")
    parser.add_argument("--reuse", action="store_true", help="do not run again what passed with the same code and data")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="notebooks at once")
    parser.add_argument("--timeout", type=int, default=600, help="seconds that one cell may take")
    parser.add_argument("--counts", type=Path, help="file for how many passed and failed, as JSON")
    parser.add_argument("--home-only", action="store_true", help="run nothing, and write the page that lists the notebooks again")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a notebook's name or its beginning")
    return parser.parse_args(arguments)


def _choose(every: list[Path], only: list[str]) -> list[Path]:
    if not every:
        raise SystemExit("error: there is no notebook")
    if not only:
        return every
    wanted = [name.removesuffix(".ipynb").rsplit("/", 1)[-1] for name in only]
    unknown = [name for name in wanted if not any(path.stem.startswith(name) for path in every)]
    if unknown:
        names = ", ".join(path.stem for path in every)
        raise SystemExit(f"error: no notebook is named {', '.join(unknown)}; there are {names}")
    return [path for path in every if any(path.stem.startswith(name) for name in wanted)]


def _kernel_problem(name: str, folder: Path | None) -> str | None:
    try:
        program = KernelSpecManager().get_kernel_spec(name).argv[0]
    except NoSuchKernel:
        return f"Jupyter finds no kernel named {name}"
    if folder and folder.resolve() not in Path(program).resolve().parents:
        return f"Jupyter finds another kernel named {name}: {program}"
    return None


def _text(path: Path | None) -> str | None:
    return path.read_text(encoding="utf-8") if path and path.exists() else None


def _problems(run: execution.Run, html: str, output: Path) -> list[str]:
    problems = []
    if run.failure:
        solution = run.failure.cell - run.cells
        where = f"solution {solution}" if solution > 0 else f"cell {run.failure.cell}" if run.failure.cell else "no cell was run"
        problems.append(f"{where}: {run.failure.name}: {run.failure.message}\n{run.failure.traceback}".rstrip())
    outside = [address for address in offline.fetched(html) if not assets.is_shared(address, output)]
    problems += [f"the page would fetch {address}; it must need no network" for address in outside]
    return problems


def _neighbours(path: Path, every: list[Path]) -> page.Neighbours:
    position = every.index(path)
    return page.Neighbours(
        previous=every[position - 1].stem if position > 0 else None,
        next=every[position + 1].stem if position + 1 < len(every) else None,
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
