import tempfile
import unittest
from pathlib import Path

from nbformat import v4
from samples import KERNEL, code, markdown, write

from report import assets, index, loading

_INTERACTIVE = ".net-csharp"


class Loading(unittest.TestCase):
    def test_a_library_that_is_too_new_is_told_from_its_directive(self):
        cells = [code('#r "../artifacts/lib/CarbonComp.dll"\n#r "../artifacts/lib/CarbonComp.PlotlyNet.dll"\n1')]
        notebook = v4.new_notebook(cells=cells)
        self.assertEqual(["CarbonComp.PlotlyNet.dll"], loading.cannot_load(notebook, _INTERACTIVE))
        self.assertEqual([], loading.cannot_load(notebook, KERNEL))

    def test_what_is_only_written_about_is_not_loaded(self):
        cells = [markdown('#r "CarbonComp.PlotlyNet.dll"'), code('// #r "CarbonComp.Interactive.dll"\n#r "CarbonComp.dll"')]
        self.assertEqual([], loading.cannot_load(v4.new_notebook(cells=cells), _INTERACTIVE))

    def test_the_index_says_why_a_notebook_was_not_run(self):
        with tempfile.TemporaryDirectory() as name:
            path = write(Path(name), "09-frames", markdown("# Frames"), code("1"))
            entry = index.entry(path, Path(name) / "out", ["CarbonComp.Interactive.dll"])
        page = index.to_html([entry], [], _INTERACTIVE, assets.Assets("", None, Path(name) / "out", standalone=True))
        self.assertIn('class="omitted" id="09-frames"', page)
        self.assertIn("not run: this kernel cannot load CarbonComp.Interactive.dll", page)
        self.assertIn("0 of 0 notebooks ran without a failing cell on .net-csharp, in 0 s. It cannot run the other 1.", page)
