"""Figures of pages as svg and pdf, drawn by the browser with plotly's own export."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from .browser import Browser, BrowserError

# Plotly names clips and gradients by chance; from one start the names are the same in every run.
_STEADY = """(() => { let state = 1; window.carbonCompRestart = () => { state = 1; };
Math.random = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 4294967296; }; })();"""

_COUNT = """(async () => {
  const figures = [...document.querySelectorAll('.carboncomp-figure')], ended = f => ['drawn', 'failed'].includes(f.dataset.state);
  for (let i = 0; i < 600 && !figures.every(ended); i++) await new Promise(done => setTimeout(done, 100));
  const broken = figures.find(f => f.dataset.state !== 'drawn');
  if (broken) throw new Error('a figure was not drawn: ' + broken.textContent.trim().slice(0, 300));
  return figures.length;
})()"""

_TAKE = """(async () => {
  const figure = document.querySelectorAll('.carboncomp-figure')[%d], place = figure.querySelector('.carboncomp-plot');
  const { width, height } = place._fullLayout, title = (place.layout.title || {}).text || '';
  carbonCompRestart();
  const svg = await Plotly.toImage(place, { format: 'svg', scale: 1, width, height });
  return { svg, width, height, title: title.split('<br>')[0], words: place.getAttribute('aria-label') || '' };
})()"""

_SHEET = """<!doctype html><html><head><meta charset="utf-8"><style>body {{ margin: 0 }} svg {{ display: block }}
@page {{ size: {width}px {height}px; margin: 0 }}</style></head><body>{svg}</body></html>"""


@dataclass(frozen=True)
class Figure:
    """One figure of a page."""

    title: str
    words: str  # what it shows, for those who cannot see it
    svg: str
    width: float
    height: float


def of_page(browser: Browser, page: Path) -> list[Figure]:
    """The figures of a page in their order."""
    browser.open(page)
    figures = [browser.value(_TAKE % i) for i in range(browser.value(_COUNT))]
    return [
        Figure(_plain(f["title"]), f["words"], unquote(f["svg"].removeprefix("data:image/svg+xml,")), f["width"], f["height"]) for f in figures
    ]


def to_pdf(browser: Browser, figure: Figure, date: str) -> bytes:
    """The figure on a sheet of its own size; date stands for the moment of printing, as a pdf writes it (D:20260101000000+00'00')."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet.html"
        sheet.write_text(_SHEET.format(svg=figure.svg, width=figure.width, height=figure.height), encoding="utf-8")
        browser.open(sheet)
        return dated(browser.print(figure.width, figure.height), date)


def dated(pdf: bytes, date: str) -> bytes:
    """The pdf with one date in place of those it has; of the same length, so that its index of places still holds."""
    found = re.findall(rb"\(D:\d{14}\+00'00'\)", pdf)
    new = f"({date})".encode()
    if any(len(old) != len(new) for old in found) or not found:
        raise BrowserError("the browser writes dates into a pdf in a form that is not known here")
    return re.sub(rb"\(D:\d{14}\+00'00'\)", new, pdf)


def steady(browser: Browser) -> None:
    """Makes what pages draw by chance the same in every run."""
    browser.before_scripts(_STEADY)


def _plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text).strip()
