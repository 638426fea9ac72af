import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import count

_TRX = """<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
<UnitTestResult testName="a" outcome="Passed" /><UnitTestResult testName="b" outcome="NotExecuted">
<Output><ErrorInfo><Message>{reason}</Message></ErrorInfo></Output></UnitTestResult></Results></TestRun>"""


class Counting(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def count(self, reason, is_ci):
        """Counts one passed and one skipped test; returns the exit code and what was printed last."""
        (self.folder / "x.trx").write_text(_TRX.format(reason=reason), encoding="utf-8")
        with mock.patch.object(count, "_IS_CI", is_ci), contextlib.redirect_stdout(io.StringIO()) as printed:
            count.one("x", self.folder, 0, 1)
            code = count.total(self.folder)
        return code, printed.getvalue().splitlines()[-1]

    def test_a_skipped_test_fails_in_continuous_integration_alone(self):
        self.assertEqual((0, "1 passed, 0 failed"), self.count("No Chromium.", is_ci=False))
        self.assertEqual((1, "1 passed, 1 failed"), self.count("No Chromium.", is_ci=True))

    def test_data_that_is_no_part_of_the_project_fails_nowhere(self):
        self.assertEqual((0, "1 passed, 0 failed"), self.count("The tables are not part of the project.", is_ci=True))

    def test_a_part_that_ends_with_an_error_and_no_failed_test_counts_as_one(self):
        (self.folder / "y.json").write_text(json.dumps({"passed": 2, "skipped": [], "failures": []}))
        with contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(1, count.one("y", self.folder, 134, 1))
