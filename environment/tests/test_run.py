import json
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from samples import KERNEL, code, markdown, report, write


class RunningNotebooks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.notebooks, self.output = Path(folder.name) / "notebooks", Path(folder.name) / "out"

    def test_a_notebook_runs_in_its_folder_and_leaves_notebook_page_and_index(self):
        (self.notebooks).mkdir()
        (self.notebooks / "beside.txt").write_text("from beside")
        cells = [code('System.IO.File.ReadAllText("beside.txt")'), code("6 * 7"), code('Console.WriteLine("碳");')]
        write(self.notebooks, "00-start", markdown("# 从这里开始\n\nWho pays?"), *cells)
        done = report(self.notebooks, self.output)
        self.assertEqual((0, ""), (done.code, done.errors))
        self.assertRegex(done.output, r"^\[1/1\] 00-start 3/3 cells, [\d.]+ s, ok\n$")
        first, second, third = nbformat.read(self.output / "00-start.ipynb", as_version=4).cells[1:]
        self.assertIn("from beside", first.outputs[0].data["text/plain"])
        self.assertEqual("42", second.outputs[0].data["text/plain"])
        self.assertEqual("碳\n", third.outputs[0].text)
        self.assertIn("42", (self.output / "00-start.html").read_text(encoding="utf-8"))
        index = (self.output / "index.html").read_text(encoding="utf-8")
        for part in ("从这里开始", "Who pays?", "3 of 3 cells", 'href="00-start.html"', 'href="00-start.ipynb"'):
            self.assertIn(part, index)

    def test_a_failing_cell_is_named_and_the_other_notebooks_still_run(self):
        write(self.notebooks, "00-bad", code("1"), code('throw new InvalidOperationException("no city");'), code("3"))
        write(self.notebooks, "01-good", code("1"))
        done = report(self.notebooks, self.output, "--counts", str(self.output / "counts.json"))
        self.assertEqual(1, done.code)
        self.assertRegex(done.errors, r"error: 00-bad\.ipynb: cell 2: .*InvalidOperationException.*no city")
        self.assertRegex(done.output, r"00-bad 1/3 cells, [\d.]+ s, FAILED\n\[2/2\] 01-good 1/1 cells, [\d.]+ s, ok")
        counts = json.loads((self.output / "counts.json").read_text())
        self.assertEqual((1, 1), (counts["passed"], len(counts["failures"])))
        index = (self.output / "index.html").read_text(encoding="utf-8")
        self.assertIn('class="failed" id="00-bad"', index)
        self.assertIn('class="passed" id="01-good"', index)

    def test_a_cell_that_does_not_compile_is_named(self):
        write(self.notebooks, "00-bad", code("int x = missing;"))
        done = report(self.notebooks, self.output)
        self.assertEqual(1, done.code)
        self.assertRegex(done.errors, r"00-bad\.ipynb: cell 1: (.|\n)*missing")

    def test_a_cell_that_takes_too_long_is_named(self):
        write(self.notebooks, "00-slow", code("1"), code("await Task.Delay(60_000);"))
        done = report(self.notebooks, self.output, "--timeout", "2")
        self.assertEqual(1, done.code)
        self.assertIn("00-slow.ipynb: cell 2: Timeout: the cell ran for more than 2 s", done.errors)

    def test_folded_solutions_run_after_the_cells_and_leave_nothing(self):
        fold = markdown("<details><summary>Solution</summary>\n\n```csharp\nx + {}\n```\n\n</details>".replace("{}", "later"))
        write(self.notebooks, "00-solved", code("var x = 1;"), fold, code("var later = 2;"))
        write(self.notebooks, "01-broken", code("var x = 1;"), fold)
        done = report(self.notebooks, self.output)
        self.assertEqual(1, done.code)
        self.assertIn("00-solved 2/2 cells", done.output)
        self.assertIn("01-broken.ipynb: solution 1: CompilationError", done.errors)
        executed = nbformat.read(self.output / "00-solved.ipynb", as_version=4)
        self.assertEqual(3, len(executed.cells))
        self.assertEqual(1, executed.metadata.carboncomp.solutions_run)

    def test_a_kernel_that_ends_is_named(self):
        write(self.notebooks, "00-end", code("Environment.Exit(3);"))
        done = report(self.notebooks, self.output)
        self.assertEqual(1, done.code)
        self.assertIn("00-end.ipynb: cell 1: DeadKernel", done.errors)

    def test_a_kernel_that_finds_its_ports_taken_is_started_again(self):
        write(self.notebooks, "00-start", code("6 * 7"))
        for failures, passed in ((1, True), (9, False)):
            done = report(self.notebooks, self.output, *self._kernel_that_fails(failures))
            self.assertEqual(0 if passed else 1, done.code, done.errors)
            self.assertEqual(not passed, "no cell was run: KernelDidNotStart" in done.errors)

    def _kernel_that_fails(self, times: int) -> tuple[str, ...]:
        """A kernel that ends at once the first few times it is started, as the options that choose it."""
        spec = KernelSpecManager().get_kernel_spec(KERNEL)
        name, folder = f"fails-{times}", self.output.parent / f"fails-{times}"
        (kernels := folder / "kernels" / name).mkdir(parents=True)
        program = folder / "kernel.sh"
        count = f'echo x >> "{folder}/starts"; [ "$(wc -l < "{folder}/starts")" -gt {times} ] || exit 1'
        program.write_text(f'#!/bin/sh\n{count}\nexec "$@"\n')
        program.chmod(0o755)
        argv = [str(program), *spec.argv]
        (kernels / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "C#", "language": "C#"}))
        self.enterContext(mock.patch.dict(os.environ, {"JUPYTER_PATH": f"{folder}:{os.environ['JUPYTER_PATH']}"}))
        return "--kernel", name, "--kernel-folder", str(folder)

    def test_only_runs_what_is_named_and_the_index_keeps_the_rest(self):
        write(self.notebooks, "00-start", code("1"))
        changed = write(self.notebooks, "01-more", code("2"))
        write(self.notebooks, "02-later", code("3"))
        report(self.notebooks, self.output, "--only", "00", "--only", "01-more.ipynb")
        write(self.notebooks, changed.stem, code("20"))
        done = report(self.notebooks, self.output, "--only", "00-start")
        self.assertEqual(0, done.code)
        self.assertTrue(done.output.startswith("[1/1] 00-start "))
        index = (self.output / "index.html").read_text(encoding="utf-8")
        for state, name in (("passed", "00-start"), ("stale", "01-more"), ("missing", "02-later")):
            self.assertIn(f'class="{state}" id="{name}"', index)

    def test_what_passed_with_the_same_code_and_data_is_not_run_again(self):
        reading = 'System.IO.File.ReadAllText("beside.txt")'
        write(self.notebooks, "00-kept", code(reading))
        write(self.notebooks, "01-changed", code(reading))
        write(self.notebooks, "02-failing", code("throw new Exception();"))
        beside = self.notebooks / "beside.txt"

        def shown(text, *options):
            beside.write_text(text)
            report(self.notebooks, self.output, "--reuse", *options)
            names = ("00-kept", "01-changed")
            read = [nbformat.read(self.output / f"{name}.ipynb", as_version=4) for name in names]
            return [notebook.cells[0].outputs[0].data["text/plain"] for notebook in read]

        self.assertEqual(["first", "first"], shown("first", "--made-from", "a"))
        write(self.notebooks, "01-changed", code(reading + " "))
        (self.output / "02-failing.html").unlink()
        self.assertEqual(["first", "second"], shown("second", "--made-from", "a"))
        self.assertTrue((self.output / "02-failing.html").exists())
        self.assertEqual(["third", "third"], shown("third", "--made-from", "b"))

    def test_an_unknown_name_is_refused_with_the_names_there_are(self):
        write(self.notebooks, "00-start", code("1"))
        done = report(self.notebooks, self.output, "--only", "09")
        self.assertEqual(1, done.code)
        self.assertIn("no notebook is named 09; there are 00-start", done.errors)

    def test_a_page_that_would_need_a_network_fails(self):
        write(self.notebooks, "00-net", code('HTML("<img src=\\"https://example.org/x.png\\">")'))
        done = report(self.notebooks, self.output)
        self.assertEqual(1, done.code)
        self.assertIn("00-net.ipynb: the page would fetch https://example.org/x.png", done.errors)

    def test_links_between_notebooks_lead_from_page_to_page(self):
        write(self.notebooks, "00-start", markdown("# A\n\nSee [next](01-next.ipynb#b), [data](x.ipynb)."))
        write(self.notebooks, "01-next", markdown("# B"))
        self.assertEqual(0, report(self.notebooks, self.output).code)
        for name in ("00-start.html", "index.html"):
            page = (self.output / name).read_text(encoding="utf-8")
            self.assertIn('href="01-next.html#b"', page)
            self.assertIn('href="x.ipynb"', page)

    def test_another_kernel_of_the_same_name_is_never_taken_for_ours(self):
        other = Path(self.notebooks.parent) / "home" / ".local" / "share" / "jupyter"
        folder = other / "kernels" / KERNEL
        folder.mkdir(parents=True)
        spec = {"argv": ["/bin/false", "{connection_file}"], "display_name": ".NET (C#)", "language": "C#"}
        (folder / "kernel.json").write_text(json.dumps(spec))
        write(self.notebooks, "00-start", code("1"))
        home = {"HOME": str(other.parents[2])}
        self.assertEqual(0, report(self.notebooks, self.output, environment=home).code)
        first = {**home, "JUPYTER_PATH": f"{other}:{os.environ['JUPYTER_PATH']}"}
        done = report(self.notebooks, self.output, environment=first)
        self.assertEqual(2, done.code)
        self.assertIn("another kernel named carboncomp-csharp: /bin/false", done.errors)
