"""What an executed notebook shows: its main figure, its finding, and its text for the search."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from nbformat import NotebookNode

_FIGURE = re.compile(r'class="carboncomp-figure" data-plotly="cartesian".*?class="carboncomp-figure-data">(.*?)</script>', re.DOTALL)


def main_figure(notebook: NotebookNode) -> dict[str, Any] | None:
    """The plot of the cell with the tag main-figure, or the first one; none where the page draws no figure of ours."""
    found = [plot for cell in _tagged_first(notebook, "main-figure") for plot in _plots(cell)]
    return json.loads(found[0]) if found else None


def finding(notebook: NotebookNode) -> str:
    """The first sentence of what the run says that its numbers mean; empty where it says nothing."""
    for cell in _tagged_first(notebook, "finding"):
        for output in cell.get("outputs", []):
            text = "".join(output.get("data", {}).get("text/plain", ""))
            for label in ("What it means.", "Finding."):
                if text.startswith(label):
                    return _first_sentence(" ".join(text.removeprefix(label).split()))
    return ""


def parts(notebook: NotebookNode) -> list[tuple[str, str]]:
    """Heading and plain text of each section of prose."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for line in cell.source.splitlines():
            heading = re.match(r"#+\s+(.+)", line)
            if heading:
                found.append((_plain(heading.group(1)), []))
            else:
                found[-1][1].append(line)
    return [(heading, text) for heading, lines in found if (text := _plain(" ".join(lines))) or heading]


def anchor(heading: str) -> str:
    """The place of a heading on its page, as nbconvert names it."""
    return quote(heading.strip().replace(" ", "-"), safe="?/:@!$&'()*+,;=")


def _plots(cell: NotebookNode) -> list[str]:
    return [plot for output in cell.get("outputs", []) for plot in _FIGURE.findall("".join(output.get("data", {}).get("text/html", "")))]


def _tagged_first(notebook: NotebookNode, tag: str) -> list[NotebookNode]:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return sorted(code, key=lambda cell: tag not in cell.metadata.get("tags", []))


def _first_sentence(text: str) -> str:
    # A point between digits or within a name ends nothing.
    end = re.search(r"[.!?](?=\s+[A-Z0-9])", text)
    return text[: end.end()] if end else text


def _plain(markdown: str) -> str:
    text = re.sub(r"<[^>]+>|```\w*", " ", markdown)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}", "", text).split())
