import csv
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from samples import ROOT

from supplement import browser

_README = (ROOT / "README.md").read_text(encoding="utf-8")
_RUNNER = "artifacts/kernel/carboncomp"
_ASSEMBLIES = ROOT / "artifacts" / "lib" / "CarbonComp.Interactive.dll"


def _commands(heading: str) -> list[str]:
    """The commands of a section of README.md, each as one line or several that go on."""
    section = re.split(r"^## ", _README.split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL)]


def _lacking():
    missing = [str(path.relative_to(ROOT)) for path in (ROOT / _RUNNER, _ASSEMBLIES) if not path.exists()]
    try:
        browser.program()
    except browser.BrowserError:
        missing.append("Chromium")
    return missing


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@unittest.skipIf(_lacking(), f"needs {', '.join(_lacking())}")
class FirstResults(unittest.TestCase):
    """What a newcomer types from README.md, with the output in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        cls.output = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.commands = [command for command in _commands("One minute to a first result") if command.startswith(_RUNNER)]

    def run_command(self, named):
        [command] = [command for command in self.commands if named in command]
        # Results go to out/ as the text says; here that is the temporary folder.
        written = command.replace("$PWD/out/", f"{self.output}/").replace("-o out/", f"-o {self.output}/")
        done = subprocess.run(["bash", "-euc", written], cwd=ROOT, capture_output=True, text=True, timeout=300, env={**os.environ})
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def test_a_table_of_ones_own_gives_its_transfers(self):
        self.run_command("own-table")
        rows = _table(self.output / "transfers.csv")
        regions = [next(iter(row.values())) for row in rows]
        self.assertEqual(["Ironford", "Portside", "Hillview"], regions[:3])
        flows = [[float(value) for value in list(row.values())[1:]] for row in rows[:3]]
        # Whatever is emitted is emitted for somebody: rows add up to the emissions that went in, in tonnes.
        for flow, emitted in zip(flows, (18.5e6, 9.25e6, 1.75e6)):
            self.assertAlmostEqual(emitted, sum(flow), delta=1)

    def test_another_price_changes_the_payments_in_proportion(self):
        self.run_command("payments-at-100")
        self.run_command("payments.pdf")
        at_100, printed = ({row["region"]: float(row["net payment (yuan)"]) for row in _table(self.output / f"payments-{name}.csv")}
                           for name in ("at-100", "printed-price"))  # fmt: skip
        self.assertEqual(13, len(at_100))
        for region, payment in printed.items():
            self.assertAlmostEqual(payment * 100 / 46.66, at_100[region], delta=1e-6 * abs(at_100[region]) + 1)
        self.assertLess(abs(sum(at_100.values())), 1e-3 * max(at_100.values()))
        pdf = (self.output / "payments.pdf").read_bytes()
        self.assertTrue(pdf.startswith(b"%PDF-") and len(pdf) > 5_000)


class Text(unittest.TestCase):
    def test_three_recipes_follow_the_set_up(self):
        commands = _commands("One minute to a first result")
        self.assertTrue(commands[0].startswith("./environment/run.sh --only 00"))
        self.assertEqual(3, len([command for command in commands if command.startswith(_RUNNER)]))
        self.assertEqual("./environment/run.sh", _commands("Start")[0].splitlines()[-1])

    def test_links_to_files_lead_somewhere(self):
        for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "checklists.md", ROOT / "docs" / "architecture.md"]:
            for link in re.findall(r"\]\((?!https?:)([^)#\s]+)", path.read_text(encoding="utf-8")):
                self.assertTrue((path.parent / link).exists(), f"{path.name}: {link}")

    def test_links_to_headings_lead_to_one(self):
        anchors = {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", _README, re.MULTILINE)}
        linked = re.findall(r"\]\(#([^)]+)\)", _README)
        linked += re.findall(r"README\.md#([^)]+)\)", (ROOT / "docs" / "checklists.md").read_text(encoding="utf-8"))
        self.assertGreater(len(linked), 3)
        self.assertEqual([], [anchor for anchor in linked if anchor not in anchors])

    def test_the_picture_is_small_and_says_what_its_values_are(self):
        [picture] = re.findall(r"!\[[^\]]{40,}\]\(([^)]+)\)", _README)
        self.assertLess((ROOT / picture).stat().st_size, 200_000)
        self.assertIn("illustrative", (ROOT / picture).read_text(encoding="utf-8"))

    def test_scripts_that_are_named_exist_and_explain_themselves(self):
        for script in sorted(set(re.findall(r"\./(environment/\w+\.sh)", _README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))):
            self.assertTrue(os.access(ROOT / script, os.X_OK), script)
            done = subprocess.run([str(ROOT / script), "--help"], capture_output=True, text=True, timeout=60)
            self.assertEqual(0, done.returncode, script)
            self.assertIn(f"Usage: {script}", done.stdout)

    def test_recipes_are_committed_without_outputs(self):
        for path in sorted((ROOT / "docs" / "recipes").glob("*.ipynb")):
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            code = [cell for cell in cells if cell["cell_type"] == "code"]
            self.assertEqual([], [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"]], path.name)
            self.assertTrue(any("parameters" in cell["metadata"].get("tags", []) for cell in code), path.name)

    def test_the_book_has_every_notebook(self):
        listed = re.findall(r"file: (\S+)", (ROOT / "myst.yml").read_text(encoding="utf-8"))
        self.assertEqual([], [path for path in listed if not (ROOT / path).exists()])
        self.assertEqual({f"notebooks/{path.name}" for path in (ROOT / "notebooks").glob("*.ipynb")}, {p for p in listed if p.endswith(".ipynb")})

    @unittest.skipUnless(shutil.which("git") and (ROOT / ".git").exists(), "needs git")
    def test_no_executed_notebook_is_committed(self):
        listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "*.ipynb"], capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual([], [name for name in listed if not name.startswith(("notebooks/", "docs/recipes/", "tests/"))])
