"""Executed notebook to a page that needs no network."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from nbconvert import HTMLExporter
from nbformat import NotebookNode

from . import notebook as contents
from .assets import Assets

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Neighbours:
    """Names of the notebooks before and after, for the page's navigation."""

    previous: str | None
    next: str | None


def to_html(notebook: NotebookNode, name: str, folder: Path, assets: Assets, neighbours: Neighbours | None) -> str:
    """The page, with its images inside; links to other notebooks lead to their pages. A page without neighbours has no navigation."""
    exporter = HTMLExporter(
        template_name="carboncomp",
        extra_template_basedirs=[str(_HERE / "templates")],
        embed_images=True,
    )
    report = {
        "scripts": assets.head("page.js"),
        "style": (_HERE / "page.css").read_text(encoding="utf-8"),
        "navigation": _navigation(neighbours) if neighbours else "",
    }
    notebook.metadata["title"] = contents.title(notebook, name).replace("$", "")
    page, _ = exporter.from_notebook_node(
        notebook, resources={"metadata": {"name": name, "path": str(folder)}, "report": report}
    )
    return assets.share(lead_links_to_pages(_in_english(_without_marks(page)), folder))


def _without_marks(page: str) -> str:
    """A page whose headings are places that links lead to, without a mark at each."""
    return re.sub(r'<a class="anchor-link"[^>]*>[^<]*</a>', "", page)


def _in_english(page: str) -> str:
    """A page that says its language, so that a reader's voice speaks it."""
    return re.sub(r"<html(?![^>]*\blang=)", '<html lang="en"', page, count=1)


def _navigation(neighbours: Neighbours) -> str:
    def link(name: str | None, text: str) -> str:
        return f'<a href="{html.escape(name)}.html">{text}</a>' if name else ""

    return (
        '<nav class="report" aria-label="Notebooks">'
        f"<span>{link(neighbours.previous, '← Previous')}</span>"
        '<span><a href="index.html">All notebooks</a></span>'
        f"<span>{link(neighbours.next, 'Next →')}</span></nav>"
    )


def lead_links_to_pages(page: str, folder: Path) -> str:
    """A link from notebook to notebook becomes one from page to page."""

    def replace(match: re.Match) -> str:
        name, anchor = match.group(1), match.group(2) or ""
        return f'href="{name}.html{anchor}"' if (folder / f"{name}.ipynb").exists() else match.group(0)

    return re.sub(r'href="(?:\./)?([^"/#]+)\.ipynb(#[^"]*)?"', replace, page)
