import json
import tempfile
import unittest
from pathlib import Path

from nbformat import v4
from report import assets, index, shown
from report.execution import Run
from samples import markdown


def _cell(text, html="", tags=()):
    data = {"text/plain": text, "text/html": html}
    return v4.new_code_cell("1", outputs=[v4.new_output("display_data", data)], metadata={"tags": list(tags)})


def _plot(title):
    spec = json.dumps({"data": [], "layout": {"title": title, "annotations": [{"name": "carboncomp-caption"}, {"name": "x"}]}})
    return f'<div class="carboncomp-figure" data-plotly="cartesian" x><script type="application/json" class="carboncomp-figure-data">{spec}</script></div>'


class WhatARunShows(unittest.TestCase):
    def test_the_finding_is_the_first_sentence_of_what_the_numbers_mean(self):
        cells = [_cell("3"), _cell("What it means. Beijing pays 3.5 Mt. Others receive."), _cell("What it means. Later.")]
        self.assertEqual("Beijing pays 3.5 Mt.", shown.finding(v4.new_notebook(cells=cells)))
        cells.append(_cell("What it means. The main one. More.", tags=["finding"]))
        self.assertEqual("The main one.", shown.finding(v4.new_notebook(cells=cells)))
        self.assertEqual("A step.", shown.finding(v4.new_notebook(cells=[_cell("Finding. A step. More.")])))
        self.assertEqual("", shown.finding(v4.new_notebook(cells=[_cell("3")])))

    def test_the_main_figure_is_the_tagged_one_or_the_first(self):
        cells = [_cell("", _plot("first")), _cell("", _plot("second"))]
        self.assertEqual("first", shown.main_figure(v4.new_notebook(cells=cells))["layout"]["title"])
        cells[1].metadata.tags = ["main-figure"]
        self.assertEqual("second", shown.main_figure(v4.new_notebook(cells=cells))["layout"]["title"])
        self.assertIsNone(shown.main_figure(v4.new_notebook(cells=[_cell("3")])))

    def test_the_text_for_the_search_is_prose_by_heading(self):
        notebook = v4.new_notebook(cells=[markdown("# A *b*\n\nSee [there](c.ipynb)."), markdown("## D\n\n**E** f")])
        self.assertEqual([("A b", "See there."), ("D", "E f")], shown.parts(notebook))


class HomePage(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.output = Path(folder.name)

    def home(self, name="06-a", standalone=False, title="06 · A"):
        executed = v4.new_notebook(cells=[markdown("# T\n\nText </script> of it."), _cell("What it means. X < Y.", _plot("p"))])
        run = Run(source="", engine=None, executed="", seconds=1.0, cells=1, cells_run=1, solutions_run=0, failure=None)
        item = index.Entry(name, title, "<p>Q</p>", run, True, [], executed)
        shared = assets.Assets("", "window.Plotly={};", self.output, standalone)
        shared.write()
        return index.to_html([item], [], "kernel", shared)

    def test_a_card_has_picture_finding_and_links(self):
        home = self.home()
        for part in ('data-figure="06-a"', "X &lt; Y.", 'href="06-a.html"', 'href="06-a.ipynb"', "Beijing–Tianjin–Hebei", 'id="search"'):
            self.assertIn(part, home)
        figure = (self.output / "assets" / "figure-06-a.js").read_text(encoding="utf-8")
        self.assertNotIn("carboncomp-caption", figure)

    def test_the_search_finds_the_page_and_its_heading(self):
        self.home()
        text = (self.output / "assets" / "search.js").read_text(encoding="utf-8")
        parts = json.loads(text.removeprefix("window.carbonCompText=").rstrip(";\n"))
        self.assertEqual("06-a.html#T", parts[0]["page"])

    def test_the_reference_is_linked_where_it_was_made(self):
        self.assertNotIn("reference/index.html", self.home())
        (self.output / "reference").mkdir()
        (self.output / "reference" / "index.html").write_text("")
        self.assertIn('href="reference/index.html"', self.home())

    def test_seconds_that_were_not_recorded_are_not_told(self):
        executed = v4.new_notebook(cells=[markdown("# T")])
        run = Run(source="", engine=None, executed=None, seconds=None, cells=1, cells_run=1, solutions_run=0, failure=None)
        shared = assets.Assets("", None, self.output)
        home = index.to_html([index.Entry("06-a", "A", "", run, True, [], executed)], [], "kernel", shared)
        self.assertIn("1 of 1 notebooks ran without a failing cell on kernel.", home)
        self.assertIn("1 of 1 cells <a", " ".join(home.split()))

    def test_a_notebook_of_no_study_has_its_place(self):
        self.assertIn("Other notebooks", self.home(name="mine"))

    def test_a_home_page_that_stands_alone_refers_to_no_shared_file(self):
        self.assertNotIn("assets/", self.home(standalone=True).replace("folder assets", ""))
