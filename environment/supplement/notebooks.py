"""Executed notebooks and their pages, without what differs from run to run."""

from __future__ import annotations

import copy
import dataclasses
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from report import assets, execution, files, index, page

from .origin import Origin

_CARRIER = re.compile(r'<script type="text/plain" (class="carboncomp-(?:plotly|outlines)" data-name="[^"]*")[^>]*>[^<]*</script>\n?')


def settled(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what differs from run to run: the moment and the seconds, and how often it brings the library that draws."""
    result = copy.deepcopy(notebook)
    run = execution.Run.from_metadata(result.metadata[execution.METADATA_KEY])
    result.metadata[execution.METADATA_KEY] = dataclasses.replace(run, executed=None, seconds=None).to_metadata()
    _carry_once(result)
    return result


def _carry_once(notebook: NotebookNode) -> None:
    """Leaves a library with the first figure that brings it. Later ones bring it again after a while, so by the speed of the run; a page needs it once."""
    carried: set[str] = set()

    def first(carrier: re.Match) -> str:
        known = carrier.group(1) in carried
        carried.add(carrier.group(1))
        return "" if known else carrier.group(0)

    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                data["text/html"] = _CARRIER.sub(first, "".join(data["text/html"]))


def write(sources: list[Path], executed: Path, target: Path, mathjax: str, plotly: str | None, origin: Origin) -> dict[str, NotebookNode]:
    """Notebooks, their pages and the page that lists them; the notebooks by name."""
    shared = assets.Assets(mathjax, plotly, target)
    shared.write()
    notebooks: dict[str, NotebookNode] = {}
    for position, source in enumerate(sources):
        notebook = settled(nbformat.read(executed / source.name, as_version=4))
        files.write_atomically(target / source.name, nbformat.writes(notebook) + "\n")
        notebooks[source.stem] = notebook
        around = [path.stem for path in (sources[position - 1 : position] if position else []) + sources[position + 1 : position + 2]]
        neighbours = page.Neighbours(around[0] if position else None, around[-1] if position + 1 < len(sources) else None)
        html = page.to_html(copy.deepcopy(notebook), source.stem, source.parent, shared, neighbours)
        files.write_atomically(target / f"{source.stem}.html", _within(html, sources))
    entries = [index.entry(source, target, []) for source in sources]
    kernel = execution.recorded(target / sources[0].name).engine.kernel
    home = index.to_html(entries, [], kernel, shared, origin.time)
    files.write_atomically(target / "index.html", _within(home, sources))
    return notebooks


def _within(html: str, sources: list[Path]) -> str:
    """The page whose links to notebooks that are not in the supplement are plain text."""
    known = {f"{source.stem}.{kind}" for source in sources for kind in ("html", "ipynb")} | {"index.html"}

    def kept(link: re.Match) -> str:
        return link.group(0) if link.group(1) in known else link.group(2)

    return re.sub(r'<a href="([\w-]+\.(?:html|ipynb))(?:#[^"]*)?">(.*?)</a>', kept, html, flags=re.DOTALL)
