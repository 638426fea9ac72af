"""Tables of executed notebooks as csv, as a reader sees them."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from nbformat import NotebookNode

_SPACES = re.compile("[\u202f\u00a0]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


@dataclass(frozen=True)
class Table:
    """One table of a page."""

    heading: str  # of the section that it stands in
    rows: list[list[str]]  # the names of columns first

    def to_csv(self) -> str:
        file = io.StringIO()
        csv.writer(file, lineterminator="\n").writerows(self.rows)
        return file.getvalue()


def of_notebook(notebook: NotebookNode) -> list[Table]:
    """Every table with at least two rows of values that the cells show, in their order."""
    found, heading = [], ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            headings = re.findall(r"^#+\s+(.+)$", cell.source, re.MULTILINE)
            heading = headings[-1].strip() if headings else heading
            continue
        for output in cell.get("outputs", []):
            shown = "".join(output.get("data", {}).get("text/html", ""))
            found += [Table(heading, rows) for rows in of_html(shown)] if "<table" in shown else []
    return found


def of_html(html: str) -> list[list[list[str]]]:
    """The rows of each table that has names of columns and at least two rows below."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [rows for heads, body in reader.tables if heads and len(body) > 1 and (rows := [_names(heads), *_even(heads, body)])]


def number(text: str) -> str:
    """A number as csv writes it; other text as it is."""
    plain = _SPACES.sub("", text).replace("\u2212", "-")
    return plain if _NUMBER.fullmatch(plain) else text


def _names(heads: list[list[str]]) -> list[str]:
    width = max(len(row) for row in heads)
    columns = [[row[i] for row in heads if i < len(row) and row[i]] for i in range(width)]
    names = [" · ".join(dict.fromkeys(column)) or f"column {i}" for i, column in enumerate(columns, start=1)]
    return [name if names.index(name) == i else f"{name} ({names[: i + 1].count(name)})" for i, name in enumerate(names)]


def _even(heads: list[list[str]], body: list[list[str]]) -> list[list[str]]:
    width = max(len(row) for row in heads)
    return [[number(cell) for cell in (row + [""] * width)[:width]] for row in body]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[list[list[str]], list[list[str]]]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span = 1
        self._in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(([], []))
        elif tag == "thead":
            self._in_head = True
        elif tag == "tr" and self.tables:
            self._row = []
        elif tag in ("td", "th") and self._row is not None:
            self._cell, self._span = [], int(dict(attrs).get("colspan") or 1)
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "thead":
            self._in_head = False
        elif tag in ("td", "th") and self._cell is not None and self._row is not None:
            self._row += [" ".join("".join(self._cell).split(" ")).strip()] * self._span
            self._cell = None
        elif tag == "tr" and self._row:
            self.tables[-1][0 if self._in_head else 1].append(self._row)
            self._row = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data.replace("\n", " "))
