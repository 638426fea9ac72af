import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from samples import MATHJAX, code, markdown

from nbformat import v4
from report import offline, page

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

    def page(self, *cells, previous=None, following=None):
        notebook = v4.new_notebook(cells=list(cells), metadata=_CSHARP)
        mathjax = MATHJAX.read_text(encoding="utf-8")
        return page.to_html(notebook, "00-start", self.folder, mathjax, page.Neighbours(previous, following))

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
