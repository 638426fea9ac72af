"""The home page: the notebooks as cards, study by study."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import quote

import nbformat
from nbconvert.filters.markdown import markdown2html
from nbformat import NotebookNode

from . import assets, files, notebook as contents, page, shown, tables
from .execution import Run, recorded

_HERE = Path(__file__).parent
_MARKS = {"passed": "✓", "failed": "✗", "stale": "↻", "missing": "–", "omitted": "○"}
_MISSION = """<p class="mission">Regional carbon compensation, step by step: from energy and input–output tables through carbon
budgets, contribution and support coefficients, service flows and zones to money. Every number has a unit, a source and a status,
and every page can be run again.</p>"""


@dataclass(frozen=True)
class Entry:
    """One notebook's card."""

    name: str
    title: str
    paragraph: str  # HTML
    run: Run | None
    is_current: bool
    cannot_load: list[str]  # libraries that the kernel cannot load; such a notebook is not run
    executed: NotebookNode | None = None  # what the last run left

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
        executed=nbformat.read(output / path.name, as_version=4) if run else None,
    )


def to_html(
    entries: list[Entry], written: list[Path], kernel: str, shared: assets.Assets, now: datetime | None = None
) -> str:
    """The home page; written are the csv files that notebooks left in the output folder."""
    made = (now or datetime.now(timezone.utc)).strftime("%Y-%m-%d %H:%M UTC")
    needs_formulas = any("$" in item.title + item.paragraph for item in entries)
    pictures = [] if shared.standalone or not shared.plotly else [item.name for item in entries if _write_figure(item, shared.output)]
    if not shared.standalone:
        _write_text(entries, shared.output)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CarbonComp</title>
<style>{(_HERE / "index.css").read_text(encoding="utf-8")}</style>
{_FORMULAS if needs_formulas else ""}
{shared.head("home.js") if needs_formulas or not shared.standalone else ""}
{f'<script src="{assets.FOLDER}/plotly-cartesian.js"></script>' if pictures else ""}
</head>
<body>
<header>
<h1>CarbonComp</h1>
{_MISSION}
{_summary(entries, kernel)}
{"" if shared.standalone else _SEARCH}
</header>
<main>
{"".join(_study(study, chosen, pictures) for study, chosen in _by_study(entries))}
{_tables(written)}
{_REFERENCE if (shared.output / "reference" / "index.html").exists() else ""}
</main>
<footer>Made {made}. {_STANDS_ALONE if shared.standalone else _SHARED}</footer>
</body>
</html>
"""


_FORMULAS = "<script>window.MathJax={tex:{inlineMath:[['$','$']]},options:{enableMenu:false}};</script>"
_STANDS_ALONE = "Every page stands alone: it needs no network and no server."
_SHARED = "The pages need no network and no server; keep the folder assets beside them. Made with --standalone, each can be sent alone."
_REFERENCE = """<section class="tables"><h2>Reference</h2><p><a href="reference/index.html">Every type and member</a> of the library with
its formula, units and source, and the <a href="reference/symbols.html">index of symbols</a>.</p></section>"""
_SEARCH = """<label class="search" for="search">Search the notebooks
<input id="search" type="search" placeholder="leakage, ECC, eq. 14 …" autocomplete="off"></label>
<ol id="found" aria-live="polite"></ol>"""


def _by_study(entries: list[Entry]) -> list[tuple[dict[str, str], list[Entry]]]:
    """The notebooks of each study by their numbers, and at the end those that belong to none, such as a reader's own."""
    studies = json.loads((_HERE / "studies.json").read_text(encoding="utf-8"))
    groups = [(study, [e for e in entries if study["from"] <= e.name.split("-")[0] <= study["to"]]) for study in studies]
    known = {item.name for _, chosen in groups for item in chosen}
    rest = [item for item in entries if item.name not in known]
    return [*groups, ({"title": "Other notebooks", "text": ""}, rest)]


def _study(study: dict[str, str], chosen: list[Entry], pictures: list[str]) -> str:
    if not chosen:
        return ""
    cards = "".join(_item(item, item.name in pictures) for item in chosen)
    text = f"<p>{html.escape(study['text'])}</p>" if study["text"] else ""
    return f"""<section class="study"><h2>{html.escape(study["title"])}</h2>{text}
<ol class="notebooks">{cards}</ol></section>
"""


def _summary(entries: list[Entry], kernel: str) -> str:
    omitted = sum(item.state == "omitted" for item in entries)
    passed = sum(item.state == "passed" for item in entries)
    seconds = [item.run.seconds for item in entries if item.run and item.run.seconds is not None]
    lasted = f", in {sum(seconds):.0f} s" if seconds or not any(item.run for item in entries) else ""
    state = "summary" if passed == len(entries) - omitted else "summary failed-summary"
    ran = f"{passed} of {len(entries) - omitted} notebooks ran without a failing cell on {html.escape(kernel)}{lasted}."
    return f'<p class="{state}">{ran}{f" It cannot run the other {omitted}." if omitted else ""}</p>'


def _item(item: Entry, has_picture: bool) -> str:
    name = quote(item.name)
    heading = html.escape(item.title)
    if item.run:
        heading = f'<a href="{name}.html">{heading}</a>'
    finding = shown.finding(item.executed) if item.executed else ""
    return f"""
<li class="{item.state}" id="{html.escape(item.name)}">
{f'<div class="picture" data-figure="{html.escape(item.name)}" aria-hidden="true"></div>' if has_picture else ""}
<h3><span class="mark" title="{item.state}">{_MARKS[item.state]}</span> {heading}</h3>
{item.paragraph}
{f'<p class="finding">{html.escape(finding)}</p>' if finding else ""}
{_failure(item.run)}
<div class="facts">{_facts(item)}</div>
</li>"""


def _facts(item: Entry) -> str:
    if item.cannot_load:
        return f"not run: this kernel cannot load {html.escape(' and '.join(item.cannot_load))}"
    if item.run is None:
        return "not run yet"
    name = quote(item.name)
    stale = "; the notebook changed since" if not item.is_current else ""
    lasted = f", {item.run.seconds:.1f} s" if item.run.seconds is not None else ""
    return (
        f"{item.run.cells_run} of {item.run.cells} cells{lasted}{stale}"
        f' <a href="{name}.html">page</a> <a href="{name}.ipynb">notebook</a>'
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


def _write_figure(item: Entry, output: Path) -> bool:
    figure = shown.main_figure(item.executed) if item.executed else None
    if figure is None:
        return False
    # The caption would be too small to read; the page has it.
    layout = figure["layout"] | {"annotations": [a for a in figure["layout"].get("annotations", []) if a.get("name") != "carboncomp-caption"]}
    text = json.dumps({"data": figure["data"], "layout": layout}, ensure_ascii=False, separators=(",", ":"))
    name = json.dumps(item.name)
    script = f"(window.carbonCompFigures=window.carbonCompFigures||{{}})[{name}]={text};\n"
    files.write_atomically(output / assets.FOLDER / f"figure-{item.name}.js", script)
    return True


def _write_text(entries: list[Entry], output: Path) -> None:
    parts = [
        {"page": f"{item.name}.html#{shown.anchor(heading)}" if heading else f"{item.name}.html",
         "title": item.title, "heading": "" if heading == item.title else heading, "text": text}
        for item in entries if item.executed for heading, text in shown.parts(item.executed)
    ]  # fmt: skip
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    files.write_atomically(output / assets.FOLDER / "search.js", f"window.carbonCompText={text};\n")
