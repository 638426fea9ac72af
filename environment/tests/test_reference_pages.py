import json
import re
import shutil
import subprocess
import unittest
from html.parser import HTMLParser
from urllib.parse import unquote

from samples import ENVIRONMENT, ROOT

from supplement import browser

_PAGES = ROOT / "out" / "reference"
_AXE = ENVIRONMENT / "node_modules" / "axe-core" / "axe.min.js"
# The page that leads to the others, the index of symbols, the terms, the equations, a type with many members, one that cites the equations.
_HELD = ("index", "symbols", "glossary", "methods", "api/CarbonComp.EmbodiedCarbonModel", "api/CarbonComp.AttractionMass")
_RUN = """axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations
.map(v => ({ rule: v.id, impact: v.impact, places: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)) })))"""


def _lacking():
    missing = [str(path.relative_to(ROOT)) for path in (_AXE, ROOT / "artifacts" / "kernel", ROOT / "artifacts" / "lib") if not path.exists()]
    missing += [name for name in ("dotnet",) if not shutil.which(name)]
    try:
        browser.program()
    except browser.BrowserError:
        missing.append("Chromium")
    return missing


class _Links(HTMLParser):
    """What a page links to, and the names that links can lead to."""

    def __init__(self, text):
        super().__init__()
        self.links, self.names = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for key, value in attrs:
            if key in ("href", "src") and value and not re.match(r"[a-z]+:|//", value):
                self.links.append(unquote(value))
            if key in ("id", "name") and value:
                self.names.add(value)


@unittest.skipIf(_lacking(), f"needs {', '.join(_lacking())}")
class ReferencePages(unittest.TestCase):
    """The pages that environment/docs.sh makes, made by it."""

    @classmethod
    def setUpClass(cls):
        shutil.rmtree(_PAGES, ignore_errors=True)
        done = subprocess.run([ENVIRONMENT / "docs.sh"], capture_output=True, text=True, timeout=900)
        if done.returncode:
            raise AssertionError(f"environment/docs.sh ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        cls.window = cls.enterClassContext(browser.Browser(1200, 1000))
        cls.axe = _AXE.read_text(encoding="utf-8") + ";1"

    def violations(self, name, scheme):
        self.window.prefer(scheme)
        self.window.open(_PAGES / f"{name}.html")
        self.window.value(self.axe)
        return self.window.value(_RUN)

    def test_no_page_shuts_a_reader_out(self):
        for name in _HELD:
            for scheme in ("light", "dark"):
                with self.subTest(page=name, scheme=scheme):
                    grave = [v for v in self.violations(name, scheme) if v["impact"] in ("serious", "critical")]
                    self.assertEqual([], grave, json.dumps(grave, indent=1))

    def test_a_dark_page_is_dark(self):
        for scheme, least, most in (("light", 200, 255), ("dark", 0, 60)):
            self.window.prefer(scheme)
            self.window.open(_PAGES / "index.html")
            colour = self.window.value("getComputedStyle(document.body).backgroundColor")
            for part in re.findall(r"\d+", colour)[:3]:
                self.assertTrue(least <= int(part) <= most, f"{scheme}: {colour}")

    def test_every_public_type_has_a_page_with_its_formula(self):
        model = (_PAGES / "api" / "CarbonComp.EmbodiedCarbonModel.html").read_text(encoding="utf-8")
        self.assertIn("Transfers", model)
        cited = (_PAGES / "api" / "CarbonComp.AttractionMass.html").read_text(encoding="utf-8")
        self.assertIn('<a href="../methods.html#bth-14">', cited)
        self.assertGreater(len(list((_PAGES / "api").glob("*.html"))), 400)

    def test_links_within_the_reference_lead_somewhere(self):
        pages = {path: _Links(path.read_text(encoding="utf-8")) for path in _PAGES.rglob("*.html")}
        names = {path.resolve(): page.names for path, page in pages.items()}
        dead = set()
        for path, page in pages.items():
            for link in page.links:
                file, _, name = link.partition("#")
                target = (path.parent / file.split("?")[0]).resolve() if file else path.resolve()
                # The top of a page needs no name.
                if not target.exists() or (name not in ("", "top") and target in names and name not in names[target]):
                    dead.add(f"{path.relative_to(_PAGES)}: {link}")
        self.assertEqual([], sorted(dead)[:20], f"{len(dead)} dead links")


if __name__ == "__main__":
    unittest.main()
