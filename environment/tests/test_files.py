import tempfile
import unittest
from pathlib import Path
from unittest import mock

from report import files


class AtomicWriting(unittest.TestCase):
    def test_a_write_that_breaks_off_leaves_the_old_file_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "page.html"
            files.write_atomically(path, "old")
            with mock.patch("os.replace", side_effect=OSError("disk full")), self.assertRaises(OSError):
                files.write_atomically(path, "new")
            self.assertEqual("old", path.read_text())
            self.assertEqual([path], list(Path(name).iterdir()))

    def test_others_may_read_what_the_user_lets_them_read(self):
        with tempfile.TemporaryDirectory() as name:
            path, plain = Path(name) / "page.html", Path(name) / "plain"
            files.write_atomically(path, "碳")
            plain.touch()
            self.assertEqual(plain.stat().st_mode, path.stat().st_mode)
            self.assertEqual("碳", path.read_text(encoding="utf-8"))
