"""Makes the supplement of a study from its executed notebooks."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from nbformat import NotebookNode
from report import files

from . import archive, browser, contents, crate, figures, notebooks, origin, studies, tables, versions

_EXPORTED = re.compile(r'"\.\./out/([\w.-]+\.(?:csv|tif))"')


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    data = options.data or options.root / "data"
    study = studies.of_name(options.study, options.notebooks, data) if options.study else studies.of_notebooks(options.notebook, options.notebooks, data)
    if options.list:
        print("\n".join(path.stem for path in study.notebooks))
        return 0
    made = origin.of(options.root)
    if made.commit.endswith("-changed"):
        print(f"warning: files differ from commit {made.commit[:8]}; commit them before you deposit the supplement", file=sys.stderr)
    target = options.output / f"supplement-{study.name}.zip"
    with tempfile.TemporaryDirectory(prefix="carboncomp-supplement-") as name:
        folder = Path(name)
        _fill(folder, study, made, options)
        archive.write_zip(folder, target, made.time)
        count = len(archive.files_of(folder))
    print(f"{target.name}: {count} files, {target.stat().st_size / 1e6:.1f} MB, sha256 {archive.sha256(target)}")
    return 0


def _fill(folder: Path, study: studies.Study, made: origin.Origin, options: argparse.Namespace) -> None:
    root, known = options.root, {}
    modules = root / "environment" / "node_modules"
    plotly = (modules / "plotly.js-cartesian-dist-min" / "plotly-cartesian.min.js").read_text(encoding="utf-8")
    mathjax = (modules / "mathjax" / "es5" / "tex-svg-full.js").read_text(encoding="utf-8")
    executed = notebooks.write(study.notebooks, options.executed, folder / "notebooks", mathjax, plotly, made)
    known |= _figures(folder, executed, made)
    known |= _tables(folder, executed, study.notebooks, options.executed)
    known |= _data(folder, study)
    _parquet(folder, options.kernel_program)
    if made.archive:
        (folder / "source").mkdir()
        (folder / "source" / f"carboncomp-{made.commit[:8]}.zip").write_bytes(made.archive)
    used = versions.used(root)
    carried = versions.carried(root)
    for file, text in contents.texts(root, study, made, used, carried).items():
        files.write_atomically(folder / file, text)
    (folder / "licences").mkdir(exist_ok=True)
    for package, _, _, licence in carried:
        shutil.copyfile(licence, folder / "licences" / f"{package}.txt")
    known |= contents.known(folder, executed)
    metadata = crate.describe(folder, contents.root(study, made), known, contents.contextual(study, made, used, folder))
    files.write_atomically(folder / crate.NAME, metadata)
    archive.write_sums(folder)


def _figures(folder: Path, executed: dict[str, NotebookNode], made: origin.Origin) -> dict[str, crate.Entity]:
    known: dict[str, crate.Entity] = {}
    (folder / "figures").mkdir()
    with browser.Browser() as window:
        figures.steady(window)
        for name in executed:
            for number, figure in enumerate(figures.of_page(window, folder / "notebooks" / f"{name}.html"), start=1):
                stem = f"figures/{name}-figure-{number}"
                files.write_atomically(folder / f"{stem}.svg", figure.svg)
                (folder / f"{stem}.pdf").write_bytes(figures.to_pdf(window, figure, made.pdf_date))
                page = {"@id": crate.identifier(f"notebooks/{name}.ipynb")}
                said = {"name": figure.title or f"Figure {number} of {name}", "description": figure.words, "isBasedOn": page}
                known |= {f"{stem}.svg": said, f"{stem}.pdf": said}
    return known


def _tables(folder: Path, executed: dict[str, NotebookNode], sources: list[Path], output: Path) -> dict[str, crate.Entity]:
    known: dict[str, crate.Entity] = {}
    for name, notebook in executed.items():
        for number, table in enumerate(tables.of_notebook(notebook), start=1):
            path = f"tables/{name}-table-{number}.csv"
            files.write_atomically(folder / path, table.to_csv())
            known[path] = {"name": table.heading or f"Table {number} of {name}", "isBasedOn": {"@id": crate.identifier(f"notebooks/{name}.ipynb")}}
    for source in sources:
        for file in sorted(set(_EXPORTED.findall(source.read_text(encoding="utf-8").replace('\\"', '"')))):
            if not (output / file).exists():
                continue
            place = "ledgers" if file.startswith("ledger") else "exported"
            (folder / place).mkdir(exist_ok=True)
            shutil.copyfile(output / file, folder / place / file)
            known[f"{place}/{file}"] = {"isBasedOn": {"@id": crate.identifier(f"notebooks/{source.name}")}}
    return known


def _parquet(folder: Path, program: Path) -> None:
    found = [str(path) for place in ("tables", "ledgers", "exported") for path in sorted((folder / place).glob("*.csv"))]
    if found:
        subprocess.run([str(program), "parquet", *found], check=True, stdout=subprocess.DEVNULL)


def _data(folder: Path, study: studies.Study) -> dict[str, crate.Entity]:
    known: dict[str, crate.Entity] = {}
    for package in study.data:
        shutil.copytree(package, folder / "data" / package.name, ignore=shutil.ignore_patterns("bin", "obj", ".*"))
        for descriptor in sorted((folder / "data" / package.name).rglob("datapackage.json")):
            place = descriptor.parent.relative_to(folder).as_posix() + "/"
            known[place] = contents.package(json.loads(descriptor.read_text(encoding="utf-8")))
    return known


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="supplement", description=__doc__)
    parser.add_argument("--root", type=Path, required=True, help="the project")
    parser.add_argument("--notebooks", type=Path, required=True, help="folder of the sources")
    parser.add_argument("--executed", type=Path, required=True, help="folder of the executed notebooks and what they wrote")
    parser.add_argument("--output", type=Path, required=True, help="folder for the zip")
    parser.add_argument("--data", type=Path, help="folder of the data packages")
    parser.add_argument("--kernel-program", type=Path, required=True, help="the program that writes Parquet")
    parser.add_argument("--study", help="a study by its name")
    parser.add_argument("--notebook", action="append", default=[], help="a notebook's name or its beginning")
    parser.add_argument("--list", action="store_true", help="print the names of the notebooks and end")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (browser.BrowserError, subprocess.CalledProcessError) as error:
        sys.exit(f"error: {error}")
