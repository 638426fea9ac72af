import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from datetime import datetime, timezone
from pathlib import Path
from unittest import mock
from urllib.parse import quote, unquote

from nbformat import v4
from samples import ENVIRONMENT, ROOT, code, markdown, report, write

from report import execution
from supplement import __main__ as supplement
from supplement import archive, browser, crate, figures, notebooks, origin, studies, tables

_PLOTLY = ENVIRONMENT / "node_modules" / "plotly.js-cartesian-dist-min" / "plotly-cartesian.min.js"
_PROGRAM = ROOT / "artifacts" / "kernel" / "carboncomp"
_LOADED = "\n".join(f'#r "{ROOT}/artifacts/lib/{name}.dll"' for name in ("CarbonComp", "CarbonComp.Charts"))
_CHART = """using CarbonComp;
using CarbonComp.Charts;
var net = new LabelledVector("net payment", RegionAxis.Of("Beijing", "Tianjin"), [3e9, -1e9], Unit.Yuan, ValueStatus.Illustrative);
net.ToBar()"""
_TABLE = """System.IO.File.WriteAllText("../out/payments.csv", "region,code,net payment (yuan)\\n北京,0113,3000000000.25\\n天津,0120,-1000000000\\n");
System.IO.File.WriteAllText("../out/ledger-small.csv", "item,printed,verdict\\na,13,given\\nb,,contradicted\\n");
HTML("<table><thead><tr><th>region</th><th>net payment (Mt)</th></tr></thead><tbody><tr><td>北京</td><td>1\u202f200</td></tr>"
  + "<tr><td>天津</td><td>\u22123</td></tr></tbody></table>")"""


_BTH = [path.name for path in studies.of_name("bth", ROOT / "notebooks", ROOT / "data").notebooks]


def _check(folder):
    done = subprocess.run(["node", str(ENVIRONMENT / "tests" / "crates.js"), str(folder)], capture_output=True, text=True, check=True, timeout=120)
    return json.loads(done.stdout)


def _lacking():
    missing = [str(path.relative_to(ROOT)) for path in (_PROGRAM, _PLOTLY, ROOT / "artifacts/lib/CarbonComp.Charts.dll") if not path.exists()]
    try:
        browser.program()
    except browser.BrowserError:
        missing.append("Chromium")
    return missing


class Tables(unittest.TestCase):
    def test_numbers_are_plain_and_names_of_columns_differ(self):
        html = """<table><thead><tr><th></th><th colspan="2">net</th></tr><tr><th>city</th><th>Mt</th><th>Mt</th></tr></thead>
                  <tbody><tr><td>A, B</td><td>1\u202f200.5</td><td>\u22123</td></tr><tr><td>C</td><td>&lt; 5</td><td></td></tr></tbody></table>"""
        [rows] = tables.of_html(html)
        self.assertEqual(["city", "net · Mt", "net · Mt (2)"], rows[0])
        self.assertEqual([["A, B", "1200.5", "-3"], ["C", "< 5", ""]], rows[1:])

    def test_a_table_of_one_row_or_without_names_is_none(self):
        self.assertEqual([], tables.of_html("<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"))
        self.assertEqual([], tables.of_html("<table><tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table>"))

    def test_a_table_knows_its_section(self):
        shown = "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table>"
        output = v4.new_output("display_data", {"text/html": shown})
        notebook = v4.new_notebook(cells=[markdown("# A\n\n## Who pays"), v4.new_code_cell("1", outputs=[output])])
        self.assertEqual(["Who pays"], [table.heading for table in tables.of_notebook(notebook)])


class Times(unittest.TestCase):
    def test_dates_of_a_pdf_are_replaced_by_one_of_the_same_length(self):
        date = "D:20260102030405+00'00'"
        self.assertEqual(b"x (D:20260102030405+00'00') y", figures.dated(b"x (D:20261128004834+00'00') y", date))
        with self.assertRaises(browser.BrowserError):
            figures.dated(b"no date", date)

    def test_a_commit_in_a_repository_and_in_an_archive_is_the_same(self):
        with tempfile.TemporaryDirectory() as name:
            def git(*arguments):
                identity = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
                dates = {"GIT_AUTHOR_DATE": "2026-01-02T03:04:06Z", "GIT_COMMITTER_DATE": "2026-01-02T03:04:06Z"}
                subprocess.run(["git", "-C", name, *arguments], check=True, capture_output=True, env={**os.environ, **identity, **dates})

            git("init", "-q")
            shutil.copy(ENVIRONMENT / "supplement" / "commit.txt", Path(name) / "commit.txt")
            (Path(name) / ".gitattributes").write_text("commit.txt export-subst\n")
            git("add", ".")
            git("commit", "-qm", "a")
            made = origin.of(Path(name))
            self.assertEqual("D:20260102030406+00'00'", made.pdf_date)
            target = Path(name) / "source.zip"
            target.write_bytes(made.archive)
            with zipfile.ZipFile(target) as files:
                text = files.read("carboncomp/commit.txt").decode()
            again = origin._of_archive(text)
            self.assertEqual((made.commit, made.time), (again.commit, again.time))
            (Path(name) / "commit.txt").write_text("changed")
            self.assertTrue(origin.of(Path(name)).commit.endswith("-changed"))

    def test_a_folder_that_nobody_knows_the_version_of_is_refused(self):
        with self.assertRaises(SystemExit):
            origin._of_archive("$Format:%H %ct$\n")


class Notebooks(unittest.TestCase):
    def test_what_differs_from_run_to_run_is_gone(self):
        carrier = '<script type="text/plain" class="carboncomp-plotly" data-name="{}" data-version="3">AAAA</script>\n'
        cartesian, world = carrier.format("cartesian"), carrier.format("world")

        def run(seconds, *shown):
            cells = [v4.new_code_cell("1", id=f"c{i}", outputs=[v4.new_output("display_data", {"text/html": html})]) for i, html in enumerate(shown)]
            notebook = v4.new_notebook(cells=cells)
            done = execution.Run("", execution.Engine("kernel", "hash"), f"at {seconds}", seconds, 3, 3, 0, None)
            notebook.metadata[execution.METADATA_KEY] = done.to_metadata()
            return notebooks.settled(notebook)

        quick = run(1.5, f"<p>a</p>{cartesian}", f"<p>b</p>{world}", "<p>c</p>")
        slow = run(9.5, f"<p>a</p>{cartesian}", f"<p>b</p>{cartesian}{world}", f"<p>c</p>{cartesian}")
        self.assertEqual(quick, slow)
        shown = [cell.outputs[0].data["text/html"] for cell in slow.cells]
        self.assertEqual([f"<p>a</p>{cartesian}", f"<p>b</p>{world}", "<p>c</p>"], shown)


class Studies(unittest.TestCase):
    def test_each_study_has_notebooks_and_data_that_are_there(self):
        for study in studies.every():
            found = studies.of_name(study["name"], ROOT / "notebooks", ROOT / "data")
            self.assertTrue(found.notebooks, study["name"])
            self.assertEqual([], [path.name for path in found.data if not path.exists()], study["name"])

    def test_the_format_of_every_file_of_data_is_known(self):
        for study in studies.every():
            packages = studies.of_name(study["name"], ROOT / "notebooks", ROOT / "data").data
            unknown = [path.name for package in packages for path in package.rglob("*") if path.is_file() and path.suffix not in crate.FORMATS]
            self.assertEqual([], unknown, study["name"])

    def test_the_data_that_a_notebook_names_is_in_its_study(self):
        for study in studies.every():
            found = studies.of_name(study["name"], ROOT / "notebooks", ROOT / "data")
            packages = {path.name for path in found.data}
            for path in found.notebooks:
                named = {name for name in re.findall(r"\.\./data/([\w-]+)", path.read_text(encoding="utf-8")) if (ROOT / "data" / name).is_dir()}
                self.assertEqual(set(), named - packages, f"{study['name']}: {path.stem}")

    def test_an_unknown_study_is_refused_with_the_names_there_are(self):
        with self.assertRaisesRegex(SystemExit, "no study is named bht; there are start, bth"):
            studies.of_name("bht", ROOT / "notebooks", ROOT / "data")


@unittest.skipIf(_lacking(), f"needs {', '.join(_lacking())}")
class Supplement(unittest.TestCase):
    """A supplement of one small notebook, made twice from one execution and once more from another."""

    @classmethod
    def setUpClass(cls):
        if not (ROOT / ".git").exists():
            made = origin.Origin("0" * 40, datetime(2026, 1, 2, 3, 4, 6, tzinfo=timezone.utc), None)
            cls.enterClassContext(mock.patch.object(origin, "of", return_value=made))
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.notebooks, cls.output, cls.data = (cls.folder / name for name in ("notebooks", "out", "data"))
        cells = [code(_LOADED), code(_CHART), markdown("## Payments\n\n[Next](08-bring-your-own-table.ipynb)"), code(_TABLE)]
        cells[0].metadata.tags = ["setup"]
        for i, cell in enumerate(cells):
            cell["id"] = f"cell-{i}"
        write(cls.notebooks, "06-payments", markdown("# 06 · Who pays\n\nWho pays whom?"), *cells)
        shutil.copytree(ROOT / "data" / "template-province", cls.data / "bth-2020")
        for package in studies.of_name("bth", ROOT / "notebooks", ROOT / "data").data:
            if package.name != "bth-2020":
                (cls.data / package.name).mkdir()
                shutil.copy(ROOT / "data" / "template-province" / "datapackage.json", cls.data / package.name)
        cls.zips = []
        for name, executes in (("first", True), ("second", False), ("third", True)):
            if executes:
                done = report(cls.notebooks, cls.output, "--plotly", str(_PLOTLY))
                assert done.code == 0, done.errors
            (target := cls.folder / name).mkdir()
            supplement.main([
                "--root", str(ROOT), "--notebooks", str(cls.notebooks), "--executed", str(cls.output), "--output", str(target),
                "--data", str(cls.data), "--kernel-program", str(_PROGRAM), "--notebook", "06",
            ])  # fmt: skip
            cls.zips.append(target / "supplement-06.zip")
        cls.made = cls.folder / "made"
        with zipfile.ZipFile(cls.zips[0]) as files:
            files.extractall(cls.made)
        cls.crate = json.loads((cls.made / crate.NAME).read_text(encoding="utf-8"))
        cls.entities = {entity["@id"]: entity for entity in cls.crate["@graph"]}

    def test_it_has_the_same_bytes_when_it_is_made_again_and_when_the_notebook_is_run_again(self):
        first, second, third = (path.read_bytes() for path in self.zips)
        self.assertEqual(first, second)
        with zipfile.ZipFile(self.zips[0]) as a, zipfile.ZipFile(self.zips[2]) as b:
            self.assertEqual(a.namelist(), b.namelist())
            self.assertEqual([], [name for name in a.namelist() if a.read(name) != b.read(name)])
        self.assertEqual(first, third)

    def test_entries_are_in_order_and_of_one_time(self):
        with zipfile.ZipFile(self.zips[0]) as files:
            self.assertEqual(sorted(files.namelist()), files.namelist())
            self.assertEqual({origin.of(ROOT).time.timetuple()[:5]}, {entry.date_time[:5] for entry in files.infolist()})

    def test_all_that_a_repository_takes_is_in_it(self):
        for name in (
            "README.md", "LICENSE", "LICENCES.md", "CITATION.cff", "codemeta.json", "versions.json", "SHA256SUMS", "notebooks/06-payments.ipynb",
            "notebooks/06-payments.html", "notebooks/index.html", "figures/06-payments-figure-1.svg", "figures/06-payments-figure-1.pdf",
            "tables/06-payments-table-1.csv", "exported/payments.csv", "exported/payments.parquet", "ledgers/ledger-small.csv",
            "ledgers/ledger-small.parquet", "data/bth-2020/datapackage.json", "licences/mathjax.txt",
        ):  # fmt: skip
            self.assertTrue((self.made / name).exists(), name)
        self.assertEqual((ROOT / ".git").exists(), any((self.made / "source").glob("carboncomp-*.zip")))
        self.assertNotIn("executed", (self.made / "notebooks" / "06-payments.ipynb").read_text(encoding="utf-8").split('"outputs"')[0])

    def test_figures_are_drawn_in_both_forms(self):
        svg = (self.made / "figures" / "06-payments-figure-1.svg").read_text(encoding="utf-8")
        self.assertIn("Beijing", svg)
        pdf = (self.made / "figures" / "06-payments-figure-1.pdf").read_bytes()
        self.assertTrue(pdf.startswith(b"%PDF-"))
        self.assertEqual(1, pdf.count(b"/Type /Page\n"))

    def test_tables_are_csv_with_the_same_in_parquet(self):
        with (self.made / "tables" / "06-payments-table-1.csv").open(encoding="utf-8") as file:
            shown = list(csv.reader(file))
        self.assertEqual(["北京", "1200"], shown[1])
        self.assertEqual(b"PAR1", (self.made / "exported" / "payments.parquet").read_bytes()[:4])

    def test_every_checksum_holds_and_none_is_missing(self):
        lines = (self.made / archive.SUMS).read_text(encoding="utf-8").splitlines()
        sums = dict(reversed(line.split("  ", 1)) for line in lines)
        self.assertEqual(set(archive.files_of(self.made)) - {archive.SUMS}, set(sums))
        for name, found in sums.items():
            self.assertEqual(hashlib.sha256((self.made / name).read_bytes()).hexdigest(), found, name)

    def test_the_crate_describes_each_file_as_it_is(self):
        for name in set(archive.files_of(self.made)) - {crate.NAME, archive.SUMS}:
            entity = self.entities[quote(name)]
            self.assertEqual("File", entity["@type"], name)
            self.assertEqual(str((self.made / name).stat().st_size), entity["contentSize"], name)
            self.assertEqual(archive.sha256(self.made / name), entity["sha256"], name)
            self.assertRegex(entity["encodingFormat"], r"^[a-z]+/[\w.+-]+$", name)

    def test_the_crate_has_what_version_1_1_asks_for(self):
        self.assertEqual(crate.CONTEXT, self.crate["@context"])
        self.assertEqual(len(self.entities), len(self.crate["@graph"]), "an identifier occurs twice")
        descriptor, root = self.entities[crate.NAME], self.entities["./"]
        self.assertEqual(({"@id": crate.SPECIFICATION}, {"@id": "./"}), (descriptor["conformsTo"], descriptor["about"]))
        for term in ("name", "description", "datePublished", "license", "hasPart", "author"):
            self.assertTrue(root[term], term)
        self.assertRegex(root["datePublished"], r"^\d{4}-\d\d-\d\dT")

    def test_every_entity_is_reached_from_the_root_and_every_reference_leads_to_one(self):
        reached, waiting = {crate.NAME}, ["./"]
        while waiting:
            name = waiting.pop()
            if name in reached:
                continue
            reached.add(name)
            for value in self.entities[name].values():
                waiting += [item["@id"] for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]
        self.assertEqual(set(self.entities), reached)

    def test_files_are_parts_of_the_folders_that_they_lie_in(self):
        for name, entity in self.entities.items():
            kinds = entity["@type"] if isinstance(entity["@type"], list) else [entity["@type"]]
            if "Dataset" in kinds:
                for part in entity["hasPart"]:
                    inside = unquote(part["@id"]).rstrip("/").rpartition("/")[0]
                    self.assertEqual(unquote(name).rstrip("/") if name != "./" else "", inside)

    def test_a_checker_of_others_finds_nothing_wrong(self):
        checked = _check(self.made)
        self.assertEqual(([], []), (checked["unknown"], checked["wrong"]))
        self.assertGreater(checked["checked"], 5)

    def test_the_checker_of_others_finds_what_is_wrong(self):
        with tempfile.TemporaryDirectory() as name:
            shutil.copytree(self.made, Path(name) / "c")
            (Path(name) / "c" / "README.md").unlink()
            broken = json.loads(json.dumps(self.crate))
            del next(entity for entity in broken["@graph"] if entity["@id"] == "./")["license"]
            broken["@graph"][1]["licence"] = "MIT"
            (Path(name) / "c" / crate.NAME).write_text(json.dumps(broken))
            checked = _check(Path(name) / "c")
        self.assertEqual(["licence"], checked["unknown"])
        self.assertTrue({"licenseRequired", "validCrateDataEntityPath"} <= {result["id"] for result in checked["wrong"]})

    def test_pages_lead_to_nothing_that_is_not_there(self):
        for page in (self.made / "notebooks").glob("*.html"):
            body = page.read_text(encoding="utf-8").split("<body", 1)[1]
            links = re.findall(r'href="([^"#:]+?)(?:#[^"]*)?"', body)
            self.assertEqual([], [link for link in links if not (page.parent / unquote(link)).exists()], page.name)

    def test_five_lines_say_how_to_run_it_again(self):
        text = (self.made / "README.md").read_text(encoding="utf-8")
        self.assertEqual(["1", "2", "3", "4", "5"], re.findall(r"^(\d)\. ", text, re.MULTILINE))
        self.assertIn("./environment/supplement.sh --notebook 06`", text)

    def test_versions_of_everything_used_are_listed(self):
        versions = json.loads((self.made / "versions.json").read_text(encoding="utf-8"))
        self.assertTrue({"browser", "dotnet-sdk", "python"} <= versions["system"].keys())
        self.assertTrue({"MathNet.Numerics", "CsvHelper"} <= versions["nuget"].keys())
        self.assertNotIn("xunit.v3", versions["nuget"])
        self.assertIn("mathjax", versions["npm"])
        self.assertNotIn("axe-core", versions["npm"])


@unittest.skipIf(_lacking(), f"needs {', '.join(_lacking())}")
@unittest.skipUnless(all((ROOT / "out" / name).exists() for name in _BTH), "needs the executed notebooks of the thirteen cities in out/")
class ThirteenCities(unittest.TestCase):
    """The supplement of the study of thirteen cities, from the notebooks that were run last."""

    @classmethod
    def setUpClass(cls):
        if not (ROOT / ".git").exists():
            made = origin.Origin("0" * 40, datetime(2026, 1, 2, 3, 4, 6, tzinfo=timezone.utc), None)
            cls.enterClassContext(mock.patch.object(origin, "of", return_value=made))
        folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        supplement.main([
            "--root", str(ROOT), "--notebooks", str(ROOT / "notebooks"), "--executed", str(ROOT / "out"), "--output", str(folder),
            "--kernel-program", str(_PROGRAM), "--study", "bth",
        ])  # fmt: skip
        cls.zip, cls.made = folder / "supplement-bth.zip", folder / "made"
        with zipfile.ZipFile(cls.zip) as files:
            files.extractall(cls.made)

    def test_it_is_small_enough_to_send(self):
        self.assertLess(self.zip.stat().st_size, 15_000_000)

    def test_a_checker_of_others_finds_nothing_wrong(self):
        checked = _check(self.made)
        self.assertEqual(([], []), (checked["unknown"], checked["wrong"]))

    def test_every_notebook_has_its_page_and_the_ledger_its_verdicts(self):
        for name in _BTH:
            self.assertTrue((self.made / "notebooks" / name.replace(".ipynb", ".html")).exists(), name)
        with (self.made / "ledgers" / "ledger.csv").open(encoding="utf-8-sig", newline="") as file:
            verdicts = {row["verdict"] for row in csv.DictReader(file)}
        self.assertTrue({"reproduced", "contradicted", "not checkable"} <= verdicts)
        self.assertTrue((self.made / "ledgers" / "ledger.parquet").exists())

    def test_every_figure_says_in_words_what_it_shows(self):
        entities = {entity["@id"]: entity for entity in json.loads((self.made / crate.NAME).read_text(encoding="utf-8"))["@graph"]}
        drawn = [path.relative_to(self.made).as_posix() for path in (self.made / "figures").iterdir()]
        self.assertGreater(len(drawn), 40)
        for name in drawn:
            self.assertGreater(len(entities[quote(name)]["description"]), 60, name)
            self.assertGreater((self.made / name).stat().st_size, 2_000, name)
