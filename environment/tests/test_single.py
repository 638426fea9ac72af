import re
import tempfile
import unittest
from pathlib import Path
from subprocess import run
import os
import shutil
import sys

import nbformat
from samples import ENVIRONMENT, MATHJAX, ROOT, code, markdown, write

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class OneNotebookWithOwnValues(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.notebooks, self.output = Path(folder.name) / "notebooks", Path(folder.name) / "own"
        parameters = code('var data = "nothing";\nvar price = 50.0;\ndouble[] bounds = [1];')
        parameters.metadata["tags"] = ["parameters"]
        write(self.notebooks, "14-own", markdown("# Own"), parameters, code('$"{System.IO.Path.GetFileName(data)} {price / 4} {bounds.Length}"'))
        write(self.notebooks, "15-without", code("1"))

    def single(self, *options):
        command = [sys.executable, "-m", "report.single", "--notebooks", str(self.notebooks), "--output", str(self.output)]
        command += ["--kernel", str(ROOT / "artifacts" / "kernel" / "carboncomp"), "--mathjax", str(MATHJAX), *options]
        return run(command, env={**os.environ, "PYTHONPATH": str(ENVIRONMENT)}, capture_output=True, text=True, timeout=300, check=False)

    def test_a_page_with_own_data_and_parameters_stands_alone(self):
        done = self.single("--notebook", "14", "--data", str(self.notebooks), "-p", "price=6", "-p", "bounds=0.5,1")
        self.assertEqual(0, done.returncode, done.stderr)
        executed = nbformat.read(self.output / "14-own.ipynb", as_version=4)
        self.assertEqual("notebooks 1.5 2", executed.cells[-1].outputs[0].data["text/plain"])
        page = (self.output / "14-own.html").read_text(encoding="utf-8")
        self.assertIn("notebooks 1.5 2", page)
        self.assertIsNone(re.search(r'(src|href)="assets/', page))

    @unittest.skipUnless(_CHROMIUM, "there is no Chromium")
    def test_a_pdf_lies_beside_the_page(self):
        done = self.single("--notebook", "14", "--pdf")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(b"%PDF", (self.output / "14-own.pdf").read_bytes()[:4])

    def test_what_cannot_be_is_said_in_one_sentence(self):
        for options, sentence in (
            (["--notebook", "14", "-p", "price=500 %"], "price is a number and cannot be 500 %. Write digits with a decimal point"),
            (["--notebook", "14", "-p", "bounds=low"], "bounds is a list of numbers and cannot be low. Write numbers with commas between them"),
            (["--notebook", "14", "--data", "nowhere"], "nowhere is not there"),
            (["--notebook", "15", "--data", "."], "has no parameter for data of your own"),
            (["--notebook", "1"], "several notebooks begin with 1"),
            (["--notebook", "9"], "no notebook begins with 9"),
        ):
            with self.subTest(options):
                done = self.single(*options)
                self.assertNotEqual(0, done.returncode)
                self.assertIn(sentence, done.stderr)
                self.assertNotIn("Traceback", done.stderr)
                self.assertFalse((self.output / "14-own.html").exists())


if __name__ == "__main__":
    unittest.main()
