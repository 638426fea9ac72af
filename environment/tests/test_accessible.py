import json
import unittest

from samples import ENVIRONMENT, ROOT

from supplement import browser

_OUTPUT = ROOT / "out"
_AXE = ENVIRONMENT / "node_modules" / "axe-core" / "axe.min.js"
# The page that leads to all others, the first notebook, one with flows and maps, one with payments, one with a ledger.
_PAGES = ("index", "00-start-here", "03-embodied-carbon-transfer", "06-zones-and-money", "07-reproduction")
_DRAWN = """(async () => { const f = [...document.querySelectorAll('.carboncomp-figure')];
for (let i = 0; i < 300 && !f.every(x => x.dataset.state === 'drawn'); i++) await new Promise(done => setTimeout(done, 100)); return f.length; })()"""
_RUN = """axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations
.map(v => ({ rule: v.id, impact: v.impact, places: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)) })))"""


def _lacking():
    missing = [str(path.relative_to(ROOT)) for path in [_AXE, *(_OUTPUT / f"{name}.html" for name in _PAGES)] if not path.exists()]
    try:
        browser.program()
    except browser.BrowserError:
        missing.append("Chromium")
    return missing


@unittest.skipIf(_lacking(), f"needs {', '.join(_lacking())}")
class Accessibility(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.window = cls.enterClassContext(browser.Browser(1200, 1000))
        cls.axe = _AXE.read_text(encoding="utf-8") + ";1"

    def violations(self, name, scheme):
        self.window.prefer(scheme)
        self.window.open(_OUTPUT / f"{name}.html")
        self.window.value(_DRAWN)
        self.window.value(self.axe)
        return self.window.value(_RUN)

    def test_no_page_shuts_a_reader_out(self):
        for name in _PAGES:
            for scheme in ("light", "dark"):
                with self.subTest(page=name, scheme=scheme):
                    grave = [v for v in self.violations(name, scheme) if v["impact"] in ("serious", "critical")]
                    self.assertEqual([], grave, json.dumps(grave, indent=1))

    def test_the_checker_finds_what_is_wrong(self):
        self.window.open(_OUTPUT / "index.html")
        self.window.value("document.querySelector('main').insertAdjacentHTML('afterbegin', '<img src=x><p style=\"color:#ccc;background:#fff\">pale</p>')")
        self.window.value(self.axe)
        self.assertTrue({"image-alt", "color-contrast"} <= {v["rule"] for v in self.window.value(_RUN)})

    def test_every_figure_says_in_words_what_it_shows(self):
        for name in _PAGES[1:]:
            self.window.open(_OUTPUT / f"{name}.html")
            self.assertGreater(self.window.value(_DRAWN), 0, name)
            words = self.window.value("[...document.querySelectorAll('.carboncomp-plot')].map(p => p.getAttribute('aria-label') || '')")
            self.assertEqual([], [text for text in words if len(text) < 60], name)

    def test_the_keyboard_reaches_links_and_headings_of_tables(self):
        self.window.open(_OUTPUT / f"{_PAGES[3]}.html")
        self.window.value(_DRAWN)
        reached = set()
        for _ in range(60):
            for kind in ("keyDown", "keyUp"):
                self.window.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
            reached.add(self.window.value("document.activeElement.tagName + ' ' + getComputedStyle(document.activeElement).outlineStyle"))
        self.assertTrue(any(place.startswith("A ") for place in reached), reached)
        self.assertTrue(any(place.startswith("BUTTON ") for place in reached), reached)
        self.assertEqual([], [place for place in reached if place.split()[0] in ("A", "BUTTON") and place.endswith(" none")])
