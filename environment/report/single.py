"""Makes the page of one notebook, with parameters and data of one's own, and its PDF."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from . import assets, files, page

DATA = ("data", "caseFolder", "folder", "tables")  # what notebooks call the parameter of one's own data
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    path = _find(options.notebooks, options.notebook)
    output = options.output.resolve()
    parameters = list(options.parameter)
    if options.data:
        parameters.append(f"{_data_parameter(path)}={_existing(options.data)}")
    executed = output / path.name
    executed.parent.mkdir(parents=True, exist_ok=True)
    # The cells run in the notebook's own folder, as those of all notebooks do.
    chosen = [part for parameter in parameters for part in ("-p", parameter)]
    run = subprocess.run([str(options.kernel), "run", str(path), "--out", str(executed), "--timeout", str(options.timeout), *chosen], check=False)
    if not executed.exists() or run.returncode not in (0, 1):
        return run.returncode or 1
    notebook = nbformat.read(executed, as_version=4)
    shared = assets.Assets(options.mathjax.read_text(encoding="utf-8"), None, output, standalone=True)
    html = page.to_html(notebook, path.stem, path.parent, shared, None)
    made = output / f"{path.stem}.html"
    files.write_atomically(made, html)
    print(f"The page is {made}")
    if options.pdf:
        _print(made, made.with_suffix(".pdf"))
        print(f"The PDF is {made.with_suffix('.pdf')}")
    return run.returncode


def _find(folder: Path, name: str) -> Path:
    """The notebook of that name, or the only one that begins so."""
    wanted = name.removesuffix(".ipynb").rsplit("/", 1)[-1]
    every = sorted(folder.resolve().glob("*.ipynb"))
    found = [path for path in every if path.stem == wanted] or [path for path in every if path.stem.startswith(wanted)]
    if len(found) != 1:
        names = ", ".join(path.stem for path in found or every)
        raise SystemExit(f"error: {'several notebooks begin' if found else 'no notebook begins'} with {name}: {names}")
    return found[0]


def _data_parameter(path: Path) -> str:
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if "parameters" in cell.metadata.get("tags", [])]
    names = [name for name in DATA if any(re.search(rf"\b{name}\s*=", cell.source) for cell in cells)]
    if not names:
        raise SystemExit(f"error: {path.stem} has no parameter for data of your own ({', '.join(DATA)})")
    return names[0]


def _existing(data: Path) -> Path:
    if not data.exists():
        raise SystemExit(f"error: {data} is not there; give the folder of a case, or a workbook")
    return data.resolve()


def _print(made: Path, pdf: Path) -> None:
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise SystemExit("error: a PDF needs Chromium; install it (apt-get install chromium) and run again")
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "page.pdf"
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
             "--virtual-time-budget=30000", f"--print-to-pdf={printed}", made.as_uri()],
            check=False, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        if not printed.exists() or printed.stat().st_size == 0:
            raise SystemExit(f"error: {browser} made no PDF of {made}")
        part = pdf.with_name(f".{pdf.name}.part")
        shutil.copyfile(printed, part)
        part.replace(pdf)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="report.single", description=__doc__)
    parser.add_argument("--notebooks", type=Path, required=True, help="folder of the notebooks")
    parser.add_argument("--notebook", required=True, help="a notebook's name or its beginning")
    parser.add_argument("--output", type=Path, required=True, help="folder for the executed notebook, its page and its PDF")
    parser.add_argument("--kernel", type=Path, required=True, help="the program carboncomp")
    parser.add_argument("--mathjax", type=Path, required=True, help="MathJax 3 in one file, with SVG output")
    parser.add_argument("--parameter", "-p", action="append", default=[], metavar="NAME=VALUE", help="a parameter of the notebook")
    parser.add_argument("--data", type=Path, help="the folder or workbook of a case of one's own")
    parser.add_argument("--timeout", type=int, default=600, help="seconds that one cell may take")
    parser.add_argument("--pdf", action="store_true", help="a PDF beside the page")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
