import unittest

from nbformat import v4
from samples import KERNEL, code, markdown

from report import loading

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
