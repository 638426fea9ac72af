import json
import re
import tempfile
import unittest
from pathlib import Path

from samples import ROOT

from reference import __main__ as reference
from reference import members, symbols

_METHODS = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
_GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
_ANCHORS = {anchor for places, _ in symbols.anchors_of(_METHODS) for anchor in places}
# Names of publishers, places and things that are no terms of the field, and symbols that a notebook explains itself.
_NO_TERMS = {
    "ADB", "ASCII", "CA", "CEADs", "CIESIN", "CO", "CSV", "ECharts", "EMERGING", "ESRI", "EX", "EXIOBASE", "FIGARO", "GDP", "GIS", "GLORIA", "GO", "ICIO",
    "IGBP", "IM", "IPCC", "ISIC", "MODIS", "NET", "OECD", "TI", "US", "WIOD",
}  # fmt: skip


def _prose(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return re.sub(r"```.*?```|`[^`]*`|\$[^$]*\$|\]\([^)]*\)", " ", text, flags=re.DOTALL)


class Citations(unittest.TestCase):
    def test_ranges_and_lists_of_places_are_read(self):
        self.assertEqual(["jx-8", "jx-11"], members.cited("see docs/methods.md#jx-8 to #jx-11."))
        self.assertEqual(["a", "b", "c"], members.cited("docs/methods.md#a, #b, and docs/methods.md#c"))
        self.assertEqual(["bth-17", "jx-12"], members.cited_in_source("/// (<c>docs/methods.md#bth-17</c>,\n/// <c>#jx-12</c>)"))

    def test_every_place_that_the_sources_cite_is_in_the_methods(self):
        paths = [path for path in (ROOT / "src").rglob("*.cs") if "obj" not in path.parts and "bin" not in path.parts]
        cited = {(anchor, path.name) for path in paths for anchor in members.cited_in_source(path.read_text(encoding="utf-8"))}
        self.assertGreater(len(cited), 60)
        self.assertEqual([], [(anchor, name) for anchor, name in sorted(cited) if anchor not in _ANCHORS])

    def test_links_within_the_texts_lead_somewhere(self):
        for name in ("methods", "glossary", "sources", "architecture"):
            text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
            cited = re.findall(r"\(methods\.md#([^)]+)\)", text) + (re.findall(r"\(#([a-z0-9-]+)\)", text) if name == "methods" else [])
            self.assertEqual([], [anchor for anchor in cited if anchor not in _ANCHORS], name)


class Symbols(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.members = members.citing(ROOT / "artifacts" / "lib", ROOT / "src")

    def test_each_symbol_and_equation_leads_to_a_public_member(self):
        public = members.public_names(ROOT / "src")
        entries = symbols.abbreviations(_GLOSSARY, _METHODS) + symbols.equations(_METHODS)
        self.assertTrue({"ECC", "ESC", "CSSF", "CSSD", "CSSS", "ECT", "FLQ", "GRAS", "RAS", "BTH 14", "BTH 9", "JX 6"} <= {e.symbol for e in entries})
        for entry in entries:
            found = symbols.functions(entry, self.members)
            self.assertTrue(found, f"no public member cites {entry.anchors} for {entry.symbol}")
            for member in found:
                self.assertIn(re.sub(r"`+\d+", "", member.uid.split("(")[0]), public)

    def test_symbols_lead_where_the_literature_means(self):
        expected = {
            "ECC": "CarbonBudget.EconomicContribution", "ESC": "CarbonBudget.EcologicalSupport", "CSSF": "ServiceFlows", "BTH 13": "SupplyDemandRatio",
            "BTH 14": "ServiceLink.Range", "BTH 5": "LeontiefSystem", "JX 13": "CarbonPrice.ByIncome", "GRAS": "Gras",
        }  # fmt: skip
        entries = {e.symbol: e for e in symbols.abbreviations(_GLOSSARY, _METHODS) + symbols.equations(_METHODS)}
        for symbol, name in expected.items():
            self.assertIn(name, [member.name for member in symbols.functions(entries[symbol], self.members)], symbol)

    def test_the_page_has_a_line_for_each_place_of_the_methods(self):
        page = symbols.page(_GLOSSARY, _METHODS, self.members)
        self.assertEqual([], [anchor for anchor in sorted(_ANCHORS) if not re.search(rf"\[{anchor}\]|methods\.md#{anchor}\)", page)])


class Pages(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def test_what_docfx_reads_is_complete(self):
        reference.prepare(ROOT, self.folder / "reference")
        for name in ("docfx.json", "toc.yml", "index.md", "symbols.md", "methods.md", "glossary.md", "sources.md"):
            self.assertTrue((self.folder / "reference" / name).exists(), name)
        settings = json.loads((self.folder / "reference" / "docfx.json").read_text(encoding="utf-8"))
        [source] = settings["metadata"][0]["src"]
        self.assertEqual([], [name for name in source["files"] if not (Path(source["src"]) / name).exists()])
        projects = {path.name for path in (ROOT / "src").iterdir() if (path / f"{path.name}.csproj").exists()}
        self.assertEqual(set(), projects - set(members.LIBRARIES) - {"CarbonComp.Cases", "CarbonComp.Kernel", "CarbonComp.Kernel.Guest"})

    def test_citations_become_links_and_earlier_pages_go(self):
        (api := self.folder / "pages" / "api").mkdir(parents=True)
        cited = "<p>(<code>docs/methods.md#jx-8</code> to <code>#jx-11</code>, <code>#no-such-place</code>)</p>"
        (api / "X.html").write_text(cited, encoding="utf-8")
        (self.folder / "pages" / "index.html").write_text("<code>docs/methods.md#ecc</code>", encoding="utf-8")
        (output := self.folder / "out" / "reference").mkdir(parents=True)
        (output / "old.html").write_text("")
        reference.finish(ROOT, self.folder / "pages", output)
        self.assertEqual(["api", "index.html", "logo.svg", "styles"], sorted(path.name for path in output.iterdir()))
        page = (output / "api" / "X.html").read_text(encoding="utf-8")
        self.assertIn('<a href="../methods.html#jx-8"><code>docs/methods.md#jx-8</code></a>', page)
        self.assertIn('<a href="../methods.html#jx-11">', page)
        self.assertNotIn("methods.html#no-such-place", page)
        self.assertIn('<a href="methods.html#ecc">', (output / "index.html").read_text(encoding="utf-8"))


class Glossary(unittest.TestCase):
    def test_every_term_has_its_chinese_and_a_meaning_and_stands_in_order(self):
        rows = symbols.rows(_GLOSSARY)
        terms = [term.lower() for term, _, _ in rows]
        self.assertEqual(sorted(terms), terms)
        self.assertEqual(len(set(terms)), len(terms))
        for term, chinese, meaning in rows:
            self.assertTrue(meaning, term)
            self.assertRegex(chinese, "[\u4e00-\u9fff]", term)

    def test_abbreviations_of_the_notebooks_are_explained(self):
        known = _GLOSSARY + (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
        missing = {}
        for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
            words = set(re.findall(r"\b[A-Z][A-Z]+s?\b", _prose(path))) - _NO_TERMS
            found = sorted(word for word in words if not re.search(rf"\b{word}\b", known))
            if found:
                missing[path.stem] = found
        self.assertEqual({}, missing)
