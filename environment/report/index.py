"""The page that lists all notebooks."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import quote

import nbformat
from nbconvert.filters.markdown import markdown2html

from . import files, notebook as contents, page, tables
from .execution import Run, recorded

_HERE = Path(__file__).parent
_MARKS = {"passed": "✓", "failed": "✗", "stale": "↻", "missing": "–", "omitted": "○"}


@dataclass(frozen=True)
class Entry:
    """One notebook's line."""

    name: str
    title: str
    paragraph: str  # HTML
    run: Run | None
    is_current: bool
    cannot_load: list[str]  # libraries that the kernel cannot load; such a notebook is not run

    @property
    def state(self) -> str:
        if self.cannot_load:
            return "omitted"
        if self.run is None:
            return "missing"
        if not self.run.passed:
            return "failed"
        return "passed" if self.is_current else "stale"


def entry(path: Path, output: Path, cannot_load: list[str]) -> Entry:
    """What the source says and what its last run left in the output folder."""
    source = nbformat.read(path, as_version=4)
    run = recorded(output / path.name)
    paragraph = markdown2html(contents.first_paragraph(source))
    return Entry(
        name=path.stem,
        title=contents.title(source, path.stem),
        paragraph=page.lead_links_to_pages(paragraph, path.parent),
        run=run,
        is_current=run is not None and run.source == files.content_hash(path),
        cannot_load=cannot_load,
    )


def to_html(
    entries: list[Entry], written: list[Path], kernel: str, mathjax: str, now: datetime | None = None
) -> str:
    """The index page; written are the csv files that notebooks left in the output folder."""
    made = (now or datetime.now(timezone.utc)).strftime("%Y-%m-%d %H:%M UTC")
    body = "".join(_item(item) for item in entries)
    needs_formulas = any("$" in item.title + item.paragraph for item in entries)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CarbonComp</title>
<style>{(_HERE / "index.css").read_text(encoding="utf-8")}</style>
{_formulas(mathjax) if needs_formulas else ""}
</head>
<body>
<h1>CarbonComp</h1>
{_summary(entries, kernel)}
<ol class="notebooks">{body}</ol>
{_tables(written)}
<footer>Made {made}. Every page stands alone: it needs no network and no server.</footer>
</body>
</html>
"""


def _summary(entries: list[Entry], kernel: str) -> str:
    omitted = sum(item.state == "omitted" for item in entries)
    passed = sum(item.state == "passed" for item in entries)
    seconds = sum(item.run.seconds for item in entries if item.run)
    state = "summary" if passed == len(entries) - omitted else "summary failed-summary"
    ran = f"{passed} of {len(entries) - omitted} notebooks ran without a failing cell on {html.escape(kernel)}, in {seconds:.0f} s."
    return f'<p class="{state}">{ran}{f" It cannot run the other {omitted}." if omitted else ""}</p>'


def _item(item: Entry) -> str:
    name = quote(item.name)
    heading = html.escape(item.title)
    if item.run:
        heading = f'<a href="{name}.html">{heading}</a>'
    return f"""
<li class="{item.state}" id="{html.escape(item.name)}">
<span class="mark" title="{item.state}">{_MARKS[item.state]}</span>
<div>
<h2>{heading}</h2>
{item.paragraph}
{_failure(item.run)}
<div class="facts">{_facts(item)}</div>
</div>
</li>"""


def _facts(item: Entry) -> str:
    if item.cannot_load:
        return f"not run: this kernel cannot load {html.escape(' and '.join(item.cannot_load))}"
    if item.run is None:
        return "not run yet"
    name = quote(item.name)
    stale = "; the notebook changed since" if not item.is_current else ""
    return (
        f"{item.run.cells_run} of {item.run.cells} cells, {item.run.seconds:.1f} s{stale}"
        f'<a href="{name}.html">page</a><a href="{name}.ipynb">notebook</a>'
    )


def _failure(run: Run | None) -> str:
    if run is None or run.failure is None:
        return ""
    failure = run.failure
    return f'<pre class="error">Cell {failure.cell}: {html.escape(f"{failure.name}: {failure.message}")}</pre>'


def _tables(written: list[Path]) -> str:
    if not written:
        return ""
    links = "".join(
        f'<li><a href="{quote(path.name)}">{html.escape(path.name)}</a> {html.escape(tables.describe(path))}</li>'
        for path in written
    )
    return f'<section class="tables"><h2>Tables</h2><ul>{links}</ul></section>'


def _formulas(mathjax: str) -> str:
    settings = "window.MathJax={tex:{inlineMath:[['$','$']]},options:{enableMenu:false}};"
    return f"<script>{settings}</script>\n<script>{mathjax.replace('</script', '<' + chr(92) + '/script')}</script>"
