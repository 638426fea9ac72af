import os
import tempfile
import unittest
from pathlib import Path

from report import tables


class Tables(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8-sig")
        return path

    def test_a_ledger_is_told_by_its_verdicts(self):
        rows = 'id,verdict\n1,reproduced\n2,"not checkable"\n3,reproduced\n'
        self.assertEqual("3 rows: 2 reproduced, 1 not checkable", tables.describe(self.write("ledger.csv", rows)))

    def test_another_table_is_told_by_its_rows(self):
        self.assertEqual("1 row", tables.describe(self.write("a.csv", 'region,"net, yuan"\n北京,"1\n2"\n')))

    def test_what_an_earlier_run_left_is_no_result_of_this_one(self):
        old, new = self.write("old.csv", "a\n"), self.write("new.csv", "a\n")
        os.utime(old, (1000, 1000))
        self.assertEqual([new], tables.written(self.folder, since=2000))
