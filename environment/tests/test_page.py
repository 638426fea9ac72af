import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from urllib.parse import unquote

from samples import MATHJAX, code, markdown

from nbformat import v4
from report import assets, offline, page, shown

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_CSHARP = {"language_info": {"name": "C#", "pygments_lexer": "csharp"}}
_OFFLINE = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=10000", "--dump-dom",
]  # fmt: skip


class Pages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def page(self, *cells, previous=None, following=None, standalone=True, plotly=None):
        notebook = v4.new_notebook(cells=list(cells), metadata=_CSHARP)
        shared = assets.Assets(MATHJAX.read_text(encoding="utf-8"), plotly, self.folder, standalone)
        shared.write()
        return page.to_html(notebook, "00-start", self.folder, shared, page.Neighbours(previous, following))

    def test_a_page_stands_alone_with_its_images(self):
        (self.folder / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        html = self.page(markdown("# A\n\n![picture](p.png)\n\n$x$"), code("var a = 1;"))
        self.assertEqual([], offline.fetched(html))
        self.assertIn("data:image/png;base64,", html)

    def test_a_page_leads_to_its_neighbours_and_the_index(self):
        html = self.page(markdown("# A"), previous="0", following="2")
        for link in ('href="0.html"', 'href="2.html"', 'href="index.html"'):
            self.assertIn(link, html)

    def test_a_heading_hides_nothing_behind_it(self):
        self.assertNotIn("anchor-link\"", self.page(markdown("# A\n\nText")).split("<body", 1)[1].split("<script", 1)[0])

    def test_a_page_of_the_site_carries_nothing_that_others_carry_too(self):
        carried = '<script type="text/plain" class="carboncomp-plotly" data-name="cartesian" data-version="3.7.0">AAAA</script>'
        figure = v4.new_output("display_data", {"text/html": f'<div class="carboncomp-figure"></div>{carried}'})
        cells = [markdown("# A"), v4.new_code_cell("1", outputs=[figure])]
        html = self.page(*cells, standalone=False, plotly="window.Plotly={};")
        self.assertNotIn("carboncomp-plotly", html)
        self.assertLess(len(html), 100_000)
        self.assertIn("assets/plotly-cartesian.js", html)
        for address in offline.fetched(html):
            self.assertTrue(assets.is_shared(address, self.folder), address)
        self.assertIn("carboncomp-plotly", self.page(*cells, plotly="window.Plotly={};"))

    def test_only_files_of_the_site_itself_are_shared(self):
        (self.folder / "assets").mkdir()
        (self.folder / "assets" / "a.js").write_text("")
        (self.folder / "b.js").write_text("")
        for address, known in (("assets/a.js", True), ("assets/none.js", False), ("assets/../b.js", False), ("//assets/a.js", False)):
            self.assertEqual(known, assets.is_shared(address, self.folder), address)

    @unittest.skipUnless(_CHROMIUM, "needs Chromium")
    def test_a_table_is_sorted_by_numbers_and_has_a_csv_button(self):
        rows = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in (("a", "1\u202f200"), ("b", "−3"), ("c", "x"), ("d", "20")))
        table = f"<table><thead><tr><th>name</th><th>value</th></tr></thead><tbody>{rows}</tbody></table>"
        shown = v4.new_output("display_data", {"text/html": table})
        html = self.page(markdown("# A"), v4.new_code_cell("1", outputs=[shown]))
        click = "<script>addEventListener('load', () => document.querySelectorAll('.jp-OutputArea th button')[1].click())</script></body>"
        path = self.folder / "page.html"
        path.write_text(html.replace("</body>", click), encoding="utf-8")
        command = [_CHROMIUM, *_OFFLINE, f"--user-data-dir={self.folder / 'profile'}", path.as_uri()]
        dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
        self.assertEqual(["b", "d", "a", "c"], re.findall(r"<td[^>]*>([a-d])</td>", dom))
        self.assertIn('aria-sort="ascending"', dom)
        self.assertIn('class="table-csv"', dom)

    def test_a_heading_is_where_the_search_leads_to(self):
        for heading in ("Money, pair by pair", "产业"):
            self.assertIn(f'id="{shown.anchor(heading)}"', self.page(markdown(f"# A\n\n## {heading}\n\nText")))

    @unittest.skipUnless(_CHROMIUM, "needs Chromium")
    def test_a_page_lists_its_sections_and_can_hide_its_code(self):
        path = self.folder / "page.html"
        press = "<script>document.addEventListener('DOMContentLoaded', () => document.querySelector('nav.tools > button').click())</script>"
        text = self.page(markdown("# A\n\n## One, two\n\n## 产业\n\n## Three"), code("var a = 1;"))
        path.write_text(text.replace("</body>", f"{press}</body>"), encoding="utf-8")
        command = [_CHROMIUM, *_OFFLINE, f"--user-data-dir={self.folder / 'profile'}", path.as_uri()]
        dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
        leads = re.findall(r'<li><a href="#([^"]*)"', dom)
        self.assertEqual(["One,-two", "产业", "Three"], [unquote(place) for place in leads])
        self.assertEqual(leads, re.findall(r'<h2 id="([^"]*)"', dom))
        self.assertRegex(dom, r'<body[^>]*class="[^"]*without-code')
        self.assertIn("Show code", dom)

    @unittest.skipUnless(_CHROMIUM, "needs Chromium")
    def test_formulas_are_drawn_without_a_network(self):
        cells = [markdown("# A $CO_2$\n\n$$L = (I - A)^{-1}$$\n\n\\begin{equation}a_{ij} < 1\\end{equation}"), code("1")]
        path = self.folder / "page.html"
        path.write_text(self.page(*cells), encoding="utf-8")
        command = [_CHROMIUM, *_OFFLINE, f"--user-data-dir={self.folder / 'profile'}", path.as_uri()]
        dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
        body = dom.split("<body", 1)[1]
        self.assertEqual(3, len(re.findall(r"<mjx-container[^>]*>\s*<svg", body)))
        self.assertNotIn("data-mjx-error", body)
